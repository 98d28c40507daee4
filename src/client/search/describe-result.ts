import type { Office } from '../../domain/search/federation.ts';
import type { TextPart } from '../../domain/search/manifest.ts';
import { excerpt, mergeRanges, segmentsOf, type Range, type Segment } from '../../domain/search/passage.ts';
import type { NormalForm } from '../../domain/search/normal-form.ts';
import type { TermHit } from '../../domain/search/rank.ts';
import type { NearMatch } from './find-near.ts';
import type { IndexReader } from './index-reader.ts';
import type { NormalForms } from './normal-forms.ts';
import { anchorOf, paragraphAt, paragraphPlaces, partAt, partsOf } from './parts.ts';

/** Characters of a passage in the list of results. */
const PASSAGE_LENGTH = 120;

/** A passage of an entry, and the anchor of the paragraph it is from. */
export interface Passage {
  anchor: string;
  segments: Segment[];
}

/** One entry of an answer, with what is shown of it. */
export interface SearchResult {
  /** Whose it is, where several sites are searched. */
  office?: Office;
  entry: string;
  address: string;
  /** Name of the kind of entry. */
  kind: string;
  title: Segment[];
  subtitle?: string;
  date: string | null;
  documentNumber?: string;
  speaker?: string;
  /** Anchor of the first matching paragraph, or null where only the title matches. */
  anchor: string | null;
  /** The best passage, or null for an entry without text. */
  passage: Passage | null;
  /** Number of paragraphs that hold a term. */
  paragraphs: number;
  /** A passage of every paragraph that holds a term, in order. Throws SearchFault. */
  occurrences(): Promise<Passage[]>;
}

/** Where a term of the query stands in a paragraph of the entry: unit of the paragraph and number of units. */
interface Mark {
  term: number;
  unit: number;
  units: number;
}

type Marks = Map<number, Mark[]>;

function addMark(marks: Marks, paragraph: number, mark: Mark): void {
  const there = marks.get(paragraph);
  if (there) there.push(mark);
  else marks.set(paragraph, [mark]);
}

/** Marks from the places that the index gave, for all paragraphs of the entry. */
function marksFromPlaces(hits: readonly TermHit[], places: readonly number[]): Marks {
  const marks: Marks = new Map();
  hits.forEach(({ hit, units }, term) => {
    if (hit.single) return;
    for (const place of hit.places) {
      const paragraph = paragraphAt(places, place);
      addMark(marks, paragraph, { term, unit: place - places[paragraph]!, units });
    }
  });
  return marks;
}

/** Adds the marks of terms of one unit, of which the index gives only the first, by reading the text. */
async function addSingles(
  marks: Marks,
  hits: readonly TermHit[],
  parts: readonly TextPart[],
  forms: NormalForms,
): Promise<void> {
  for (const part of parts) {
    for (const [index, text] of part.paragraphs.entries()) {
      const { units } = await forms.of(text);
      hits.forEach(({ hit: { single } }, term) => {
        if (!single) return;
        units.forEach((unit, at) => {
          if (unit === single.unit) addMark(marks, part.before + index, { term, unit: at, units: 1 });
        });
      });
    }
  }
}

/** The marks in those parts that are read, and all others that the index gives. */
async function marksOf(
  hits: readonly TermHit[],
  parts: readonly TextPart[],
  forms: NormalForms,
): Promise<Marks> {
  const marks = marksFromPlaces(hits, paragraphPlaces(parts[0]!));
  await addSingles(marks, hits, parts, forms);
  return marks;
}

function rangesOf(form: NormalForm, marks: readonly Mark[]): Range[] {
  const last = form.ends.length - 1;
  return mergeRanges(
    marks.map(({ unit, units }) => ({
      start: form.starts[unit]!,
      end: form.ends[Math.min(unit + units - 1, last)]!,
    })),
  );
}

/** The paragraph with most different terms, then most marks, then the first. */
function bestParagraph(marks: Marks, isRead: (paragraph: number) => boolean): number | undefined {
  let best: { paragraph: number; terms: number; count: number } | undefined;
  for (const [paragraph, there] of [...marks].sort(([one], [other]) => one - other)) {
    if (!isRead(paragraph)) continue;
    const terms = new Set(there.map(({ term }) => term)).size;
    if (!best || terms > best.terms || (terms === best.terms && there.length > best.count)) {
      best = { paragraph, terms, count: there.length };
    }
  }
  return best?.paragraph;
}

/** The part of the text with most different terms, then most marks, then the first. */
function bestPart(page: number, hits: readonly TermHit[], reader: IndexReader): number {
  const parts = partsOf(reader.manifest, page).map(() => ({
    terms: new Set<number>(),
    count: 0,
  }));
  hits.forEach(({ hit }, term) => {
    for (const place of hit.places) {
      const part = parts[partAt(reader.manifest, page, place)]!;
      part.terms.add(term);
      part.count += 1;
    }
  });
  const order = [...parts.keys()].sort(
    (one, other) =>
      parts[other]!.terms.size - parts[one]!.terms.size ||
      parts[other]!.count - parts[one]!.count ||
      one - other,
  );
  return order[0]!;
}

async function markTitle(title: string, hits: readonly TermHit[], forms: NormalForms): Promise<Segment[]> {
  if (hits.every(({ hit }) => hit.titlePlaces.length === 0)) return segmentsOf(title, []);
  const form = await forms.of(title);
  const marks = hits.flatMap(({ hit: { single, titlePlaces }, units }, term) => {
    const places = single
      ? [...form.units.keys()].filter((at) => form.units[at] === single.unit)
      : titlePlaces;
    return places.map((unit) => ({ term, unit, units }));
  });
  return segmentsOf(title, rangesOf(form, marks));
}

function textOf(paragraph: number, parts: readonly TextPart[]): string | undefined {
  return parts.map((part) => part.paragraphs[paragraph - part.before]).find((text) => text !== undefined);
}

/** The first paragraph of a part that says anything. */
function openingOf(part: TextPart): number | undefined {
  const opening = part.paragraphs.findIndex((text) => text.trim() !== '');
  return opening < 0 ? undefined : part.before + opening;
}

/** Reads what is shown of an entry: heading, best passage, number of matching paragraphs. Throws SearchFault. */
export async function describeResult(
  { page, hits }: NearMatch,
  reader: IndexReader,
  forms: NormalForms,
): Promise<SearchResult> {
  const allParts = (): Promise<TextPart[]> =>
    Promise.all(partsOf(reader.manifest, page).map((part) => reader.text(page, part)));
  const hasSingles = hits.some(({ hit }) => hit.single);
  const lone = hits.length === 1 ? hits[0]!.hit.single : undefined;
  const needsAll = hasSingles && !lone;
  const read = needsAll ? await allParts() : [await reader.text(page, bestPart(page, hits, reader))];
  const part = read[0]!;
  const marks = await marksOf(hits, read, forms);

  const show = async (paragraph: number, parts: readonly TextPart[], marked: Marks): Promise<Passage> => {
    const text = textOf(paragraph, parts)!;
    const ranges = rangesOf(await forms.of(text), marked.get(paragraph) ?? []);
    return { anchor: anchorOf(part, paragraph), segments: excerpt(text, ranges, PASSAGE_LENGTH) };
  };
  const best = bestParagraph(marks, (paragraph) => textOf(paragraph, read) !== undefined) ?? openingOf(part);
  const { entry, address, kind, subtitle, date, documentNumber, speaker } = part;
  return {
    entry,
    address,
    kind: reader.manifest.values.kind.find(({ id }) => id === kind)?.name ?? kind,
    title: await markTitle(part.title, hits, forms),
    ...(subtitle === undefined ? {} : { subtitle }),
    date,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(speaker === undefined ? {} : { speaker }),
    anchor: marks.size === 0 ? null : anchorOf(part, Math.min(...marks.keys())),
    passage: best === undefined ? null : await show(best, read, marks),
    paragraphs: lone?.paragraphs ?? marks.size,
    async occurrences() {
      const parts = await allParts();
      const all = lone ? await marksOf(hits, parts, forms) : marks;
      const paragraphs = [...all.keys()].sort((one, other) => one - other);
      return Promise.all(paragraphs.map((paragraph) => show(paragraph, parts, all)));
    },
  };
}
