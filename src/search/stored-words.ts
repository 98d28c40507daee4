import { byCodePoints } from '../domain/code-points.ts';
import {
  ChunkWriter,
  FormatError,
  type StoredForm,
  type StoredPage,
  type StoredWord,
} from '../domain/search/pagefind-format.ts';

/** Bytes after which a file of words ends as soon as the first letter of the words changes, and after which it ends in any case. */
const HALF_FILE = 40_000;
const FULL_FILE = 80_000;

/** First and last word of a file. */
export type Border = [from: string, to: string];

/** A file of words, not yet packed. */
export interface WordFile {
  border: Border;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Words with the numbers that their pages are given, ascending, -1 where one is left out. Words that are left without a page are gone. Throws FormatError where there is no such page. */
export function* renumbered(words: Iterable<StoredWord>, pageOf: ArrayLike<number>): Generator<StoredWord> {
  const renumber = ({ form, pages }: StoredForm): StoredForm => {
    const kept: StoredPage[] = [];
    for (const { page, bytes, start, end } of pages) {
      const number = pageOf[page];
      if (number === undefined) throw new FormatError(`there is no page ${page}`);
      if (number >= 0) kept.push({ page: number, bytes, start, end });
    }
    return { form, pages: kept };
  };
  for (const word of words) {
    const { form, pages } = renumber(word);
    const variants = word.variants.map(renumber).filter((variant) => variant.pages.length > 0);
    if (pages.length > 0 || variants.length > 0) yield { form, pages, variants: variants.sort(byForm) };
  }
}

/** The words of two bundles that have no page in common, each in the order of their code points. */
export function* merged(ones: Iterable<StoredWord>, others: Iterable<StoredWord>): Generator<StoredWord> {
  const [first, second] = [ones[Symbol.iterator](), others[Symbol.iterator]()];
  let [one, other] = [first.next(), second.next()];
  while (!one.done || !other.done) {
    const order = one.done ? 1 : other.done ? -1 : byForm(one.value, other.value);
    if (order === 0) yield together(one.value, other.value);
    else yield order < 0 ? one.value : other.value;
    if (order <= 0) one = first.next();
    if (order >= 0) other = second.next();
  }
}

/** Cuts words into files. Where it cuts depends little on what stands far before, so that a change to some words leaves most files as they are. */
export function* wordFiles(words: Iterable<StoredWord>): Generator<WordFile> {
  const writer = new ChunkWriter();
  let from: string | undefined;
  let to = '';
  for (const word of words) {
    const isNewLetter = word.form.codePointAt(0) !== to.codePointAt(0);
    if (from !== undefined && writer.size > (isNewLetter ? HALF_FILE : FULL_FILE)) {
      yield { border: [from, to], bytes: writer.take() };
      from = undefined;
    }
    writer.addStored(word);
    from ??= word.form;
    to = word.form;
  }
  if (from !== undefined) yield { border: [from, to], bytes: writer.take() };
}

/** First and last words of files, cut where they first differ from the neighbour's, as Pagefind cuts them. */
export function cutBorders(files: readonly Border[]): Border[] {
  const borders = files.map(([from, to]): Border => [from, to]);
  for (const [at, border] of borders.entries()) {
    const next = borders[at + 1];
    if (!next) break;
    const [last, first] = [Array.from(border[1]), Array.from(next[0])];
    const common = last.findIndex((letter, place) => letter !== first[place]);
    const length = (common < 0 ? last.length : common) + 1;
    const cut = last.slice(0, length).join('');
    if (byCodePoints(cut, border[0]) >= 0) border[1] = cut;
    next[0] = first.slice(0, length).join('');
  }
  return borders;
}

function byForm(one: StoredForm, other: StoredForm): number {
  return byCodePoints(one.form, other.form);
}

function together(one: StoredWord, other: StoredWord): StoredWord {
  const variants = Array.from(merged(plain(one.variants), plain(other.variants)));
  return { form: one.form, pages: joined(one.pages, other.pages), variants };
}

/** Other spellings as words that have none. */
function plain(forms: readonly StoredForm[]): StoredWord[] {
  return forms.map((each) => ({ ...each, variants: [] }));
}

function joined(one: StoredPage[], other: StoredPage[]): StoredPage[] {
  return [...one, ...other].sort((a, b) => a.page - b.page);
}
