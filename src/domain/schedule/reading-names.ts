/** What a schedule says in the place of a reading that was withdrawn. */
export const WITHDRAWN_READING = '篇目已撤下';

/** How a schedule names a reading such as `texts/outline#p3`: 《题名》, or that it was withdrawn; `undefined` where it is neither. */
export type NameReading = (reading: string) => string | undefined;

/** The key of the entry that a reading is, or is a paragraph of. */
export function entryOfReading(reading: string): string {
  return reading.split('#')[0] ?? reading;
}

/** Names readings by the titles of the entries that a site shows, and by the keys of those that were withdrawn. */
export function readingNamer(
  titles: ReadonlyMap<string, string>,
  withdrawn: ReadonlySet<string> = new Set(),
): NameReading {
  return (reading) => {
    const key = entryOfReading(reading);
    const title = titles.get(key);
    if (title !== undefined) return inTitleMarks(title);
    return withdrawn.has(key) ? WITHDRAWN_READING : undefined;
  };
}

/** The names of readings in their order, each once. */
export function namesOfReadings(readings: readonly string[] | undefined, name: NameReading): string[] {
  return [...new Set((readings ?? []).flatMap((reading) => name(reading) ?? []))];
}

/** A title in 《》; title marks within it become 〈〉 (GB/T 15834—2011, 4.15). */
export function inTitleMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
