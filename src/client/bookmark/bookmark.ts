/** Where a reader stopped in a text: kept on the device under the page's path. */
export interface Bookmark {
  /** Anchor of the paragraph. */
  at: string;
  title: string;
  /** The day of reading. */
  on: string;
}

/** Whether a stored value is a bookmark. */
export function isBookmark(value: unknown): value is Bookmark {
  const bookmark = value as Bookmark | null;
  return (
    typeof bookmark === 'object' &&
    bookmark !== null &&
    /^p[1-9]\d*$/.test(bookmark.at) &&
    typeof bookmark.title === 'string'
  );
}
