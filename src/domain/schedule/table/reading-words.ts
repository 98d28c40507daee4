import { WITHDRAWN_READING } from '../reading-names.ts';

/** A reading of a session: an entry, or one paragraph of it. */
interface Titled {
  /** `texts/outline`. */
  key: string;
  title: string;
}

/**
 * How a table names a session's readings: 《题名》, 《题名》第23段 for a paragraph. Where several entries bear one title its key stands behind it;
 * what is not among these is said to be withdrawn, never named.
 */
export function readingWords(entries: readonly Titled[]): (reading: string) => string {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const bearers = new Map<string, number>();
  for (const { title } of entries) bearers.set(title, (bearers.get(title) ?? 0) + 1);
  return (reading) => {
    const [key = '', anchor] = reading.split('#');
    const entry = byKey.get(key);
    if (!entry) return WITHDRAWN_READING;
    const paragraph = anchor === undefined ? '' : `第${anchor.replace(/^p/, '')}段`;
    return `《${entry.title}》${bearers.get(entry.title) === 1 ? '' : `（${key}）`}${paragraph}`;
  };
}
