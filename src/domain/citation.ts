import { longDay, type Day } from './day.ts';
import type { EntryFields, EntryKind, Source } from './entry.ts';

/** What a citation is made of: the facts of an entry that a reference may name. */
export interface Citable extends Partial<
  Pick<EntryFields, 'subtitle' | 'issuer' | 'author' | 'documentNumber' | 'byline' | 'newspaper' | 'speaker'>
> {
  kind: EntryKind;
  title: string;
  /** The day of the document or of the event, `null` where the source does not say. */
  date: Day | null;
  source?: Partial<Pick<Source, 'name' | 'publishedOn'>> | undefined;
}

/** A reference, and the Chinese names of what the standard asks for and the entry does not say. */
export interface Reference {
  text: string;
  missing: string[];
}

/** Where and when a page was read, for references to online resources. */
export interface Access {
  /** Full address of the page. */
  address: string;
  /** The day of reading. */
  on: Day;
}

/** The facts of an entry that a citation may need, and no others. */
export function citableFacts(entry: Citable): Citable {
  const { kind, title, date, subtitle, issuer, author, documentNumber, byline, newspaper, speaker, source } =
    entry;
  return {
    kind,
    title,
    date,
    subtitle,
    issuer,
    author,
    documentNumber,
    byline,
    newspaper,
    speaker: speaker && {
      name: speaker.name === speaker.role ? undefined : speaker.name,
      role: speaker.role,
    },
    source: source?.publishedOn ? { publishedOn: source.publishedOn } : undefined,
  };
}

/** Most authors that a reference names before 等 (GB/T 7714—2015, 8.1). */
const MOST_AUTHORS = 3;

/**
 * A reference as official papers write it: `《题名》（文号，2026年9月18日）`, with `第5段` or `第5至7段` after it where
 * paragraphs are given. What the source does not say is left out. Title marks inside a title become 〈〉
 * (GB/T 15834—2011, 4.15).
 */
export function officialReference(
  entry: Citable,
  paragraphs?: readonly [first: number, last: number],
): string {
  const facts = [entry.documentNumber, entry.date && longDay(entry.date)].filter(Boolean).join('，');
  const place = paragraphs ? paragraphWords(...paragraphs) : '';
  return `《${innerTitleMarks(entry.title)}》${facts && `（${facts}）`}${place}`;
}

/** A passage with its reference: `“原话”——《题名》（文号，日期）第5段`. Quotation marks inside become single (GB/T 15834—2011, 4.8). */
export function quotation(
  words: string,
  entry: Citable,
  paragraphs?: readonly [first: number, last: number],
): string {
  const inner = words
    .replace(/\s*\n\s*/g, '')
    .trim()
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  return `“${inner}”——${officialReference(entry, paragraphs)}`;
}

/**
 * A reference by GB/T 7714—2015: a numbered document is `[A/OL]`, an article of a newspaper `[N]` (4.4), a speech `[Z/OL]` (附录B, 其他:
 * the standard names no type for speeches), anything else `[EB/OL]` (4.6). An unknown author is left out, as 8.1 allows in numbered
 * lists of references; the day on a newspaper or web page is the day of publication, never that of the event.
 */
export function standardReference(entry: Citable, access: Access): Reference {
  const missing: string[] = [];
  const need = (value: string | undefined | null, name: string) => {
    if (!value) missing.push(name);
    return value ?? '';
  };
  const authors = need(authorsOf(entry), AUTHOR_NAMES[entry.kind]);
  const start = authors && `${authors}. `;
  const title = [entry.title, entry.subtitle?.replace(/^——/, '')].filter(Boolean).join(': ');
  if (entry.newspaper) {
    const paper = entry.newspaper.replace(/^《|》$/g, '');
    const day = need(entry.source?.publishedOn, '见报日期');
    missing.push('版次');
    return { text: `${start}${title}[N]. ${[paper, day].filter(Boolean).join(', ')}.`, missing };
  }
  const isNumbered = entry.documentNumber !== undefined;
  const type = isNumbered ? 'A' : entry.kind === 'speeches' ? 'Z' : 'EB';
  const published = entry.source?.publishedOn;
  const day = need(
    entry.kind === 'articles' ? published : isNumbered ? entry.date : (published ?? entry.date),
    entry.kind === 'articles' ? '发表日期' : '日期',
  );
  const named = isNumbered ? `${title}: ${entry.documentNumber}` : title;
  return {
    text: `${start}${named}[${type}/OL]. ${day && `(${day})`}[${access.on}]. ${access.address}.`,
    missing,
  };
}

const AUTHOR_NAMES: Record<EntryKind, string> = {
  texts: '发文机关或作者',
  speeches: '讲话人',
  articles: '作者',
};

function authorsOf({ speaker, author, byline, issuer }: Citable): string {
  if (speaker) return speaker.name ?? speaker.role;
  if (author ?? byline) return joined(namesIn(author ?? byline ?? ''));
  return issuer ?? '';
}

/** Names out of a byline: `本报记者 王某 李某` names two, `本报记者` nobody. */
function namesIn(byline: string): string[] {
  return byline
    .replace(/(本报|本刊|本台|本网|特约|实习)?(记者|通讯员|评论员)[：:]?/g, ' ')
    .split(/[\s　、，,；;/]+/)
    .filter(Boolean);
}

function joined(names: readonly string[]): string {
  const shown = names.slice(0, MOST_AUTHORS).join(', ');
  return names.length > MOST_AUTHORS ? `${shown}, 等` : shown;
}

function innerTitleMarks(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

function paragraphWords(first: number, last: number): string {
  return first === last ? `第${first}段` : `第${first}至${last}段`;
}
