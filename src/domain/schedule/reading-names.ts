/** What a schedule says in the place of a reading that was withdrawn. */
export const WITHDRAWN_READING = '篇目已撤下';

/** How a schedule names a reading such as `texts/outline#p3`: 《题名》, or that it was withdrawn; `undefined` where it is neither. */
export type NameReading = (reading: string) => string | undefined;

/** The key of the entry that a reading is, or is a paragraph of. */
export function entryOfReading(reading: string): string {
  return reading.split('#')[0] ?? reading;
}

/** The titles of entries that schedules assign, by their keys; `null` of one that was withdrawn. */
export type ReadingTitles = Readonly<Record<string, string | null>>;

/** The titles of these readings: of entries that a site shows, and of those that were withdrawn. Others have none. */
export function titlesOfReadings(
  readings: Iterable<string>,
  titleOf: (key: string) => string | undefined,
  isWithdrawn: (key: string) => boolean,
): ReadingTitles {
  const titles: Record<string, string | null> = {};
  for (const reading of readings) {
    const key = entryOfReading(reading);
    const title = titleOf(key);
    if (title !== undefined) titles[key] = title;
    else if (isWithdrawn(key)) titles[key] = null;
  }
  return titles;
}

/** Names readings by the titles of their entries. */
export function readingNamer(titles: ReadingTitles): NameReading {
  return (reading) => {
    const title = titles[entryOfReading(reading)];
    return title === null ? WITHDRAWN_READING : title && inTitleMarks(title);
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

/** Names of texts in a row: no mark stands between 》 and 《 (GB/T 15834-2011, 4.5.3.5). */
export function listedReadings(names: readonly string[]): string {
  return names.join('、').replaceAll('》、《', '》《');
}
