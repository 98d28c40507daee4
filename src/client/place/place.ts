/** Where a reader stopped in a text: kept on the device under the page's path. */
export interface Place {
  /** Anchor of the paragraph. */
  at: string;
  title: string;
  /** The day of reading. */
  on: string;
}

/** Whether a stored value is a place. */
export function isPlace(value: unknown): value is Place {
  const place = value as Place | null;
  return (
    typeof place === 'object' &&
    place !== null &&
    /^p[1-9]\d*$/.test(place.at) &&
    typeof place.title === 'string'
  );
}
