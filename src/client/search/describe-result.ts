import type { TextPart } from '../../domain/search/catalogue.ts';
import { excerpt, mergeRanges, segmentsOf, type Range, type Segment } from '../../domain/search/passage.ts';
import type { NormalForm } from '../../domain/search/normal-form.ts';
import type { ParsedQuery } from '../../domain/search/query.ts';
import type { TermHit } from '../../domain/search/rank.ts';
import type { SearchResult } from './engine.ts';
import type { IndexReader } from './index-reader.ts';
import type { NormalForms } from './normal-forms.ts';
import { anchorOf, paragraphAt, paragraphPlaces, partAt } from './parts.ts';

/** Characters of a passage in the list of results. */
const PASSAGE_LENGTH = 120;

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
    for (const place of hit.places) {
      const paragraph = paragraphAt(places, place);
      addMark(marks, paragraph, { term, unit: place - places[paragraph]!, units });
    }
  });
  return marks;
}

/** Adds the marks of terms of one unit, which the index gives no places for, by reading all parts of the text. */
async function addSingles(marks: Marks, query: ParsedQuery, parts: readonly TextPart[], forms: NormalForms): Promise<void> {
  for (const part of parts) {
    for (const [index, text] of part.paragraphs.entries()) {
      const { units } = await forms.of(text);
      query.all.forEach((wanted, term) => {
        if (wanted.units.length > 1) return;
        units.forEach((unit, at) => {
          if (unit === wanted.units[0]) addMark(marks, part.before + index, { term, unit: at, units: 1 });
        });
      });
    }
  }
}

function rangesOf(form: NormalForm, marks: readonly Mark[]): Range[] {
  return mergeRanges(
    marks.map(({ unit, units }) => ({ start: form.starts[unit]!, end: form.ends[unit + units - 1]! })),
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
  const parts = [0, ...reader.catalogue.entries.parts[page]!].map(() => ({ terms: new Set<number>(), count: 0 }));
  hits.forEach(({ hit }, term) => {
    for (const place of hit.places) {
      const part = parts[partAt(reader.catalogue, page, place)]!;
      part.terms.add(term);
      part.count += 1;
    }
  });
  const order = [...parts.keys()].sort(
    (one, other) => parts[other]!.terms.size - parts[one]!.terms.size || parts[other]!.count - parts[one]!.count || one - other,
  );
  return order[0]!;
}

async function markTitle(title: string, hits: readonly TermHit[], query: ParsedQuery, forms: NormalForms): Promise<Segment[]> {
  const inTitle = hits.some(({ hit }) => hit.titlePlaces.length > 0);
  if (!inTitle) return segmentsOf(title, []);
  const form = await forms.of(title);
  const marks = hits.flatMap(({ hit, units }, term) => {
    const wanted = query.all[term]!.units[0];
    const places = units > 1 ? hit.titlePlaces : [...form.units.keys()].filter((at) => form.units[at] === wanted);
    return places.map((unit) => ({ term, unit, units }));
  });
  return segmentsOf(title, rangesOf(form, marks));
}

/** Reads what is shown of an entry that was found: heading, best passage, number of matching paragraphs. Throws SearchFault. */
export async function describeResult(
  page: number,
  hits: readonly TermHit[],
  query: ParsedQuery,
  reader: IndexReader,
  forms: NormalForms,
): Promise<SearchResult> {
  const allParts = (): Promise<TextPart[]> =>
    Promise.all([0, ...reader.catalogue.entries.parts[page]!].map((_, part) => reader.text(page, part)));
  const hasSingles = query.all.some(({ units }) => units.length === 1);
  const read = hasSingles ? await allParts() : [await reader.text(page, bestPart(page, hits, reader))];
  const first = read[0]!;
  const marks = marksFromPlaces(hits, paragraphPlaces(first));
  if (hasSingles) await addSingles(marks, query, read, forms);

  const paragraph = (number: number, parts: readonly TextPart[]): string | undefined =>
    parts.map((part) => part.paragraphs[number - part.before]).find((text) => text !== undefined);
  const show = async (number: number, parts: readonly TextPart[], length: number) => {
    const text = paragraph(number, parts)!;
    return { anchor: anchorOf(first, number), segments: excerpt(text, rangesOf(await forms.of(text), marks.get(number) ?? []), length) };
  };
  const best = bestParagraph(marks, (number) => paragraph(number, read) !== undefined);
  const opening = first.paragraphs.findIndex((text) => text.trim() !== '');
  const passage = best ?? (opening < 0 ? undefined : first.before + opening);

  return {
    entry: first.entry,
    address: first.address,
    kind: first.kind,
    title: await markTitle(first.title, hits, query, forms),
    ...(first.subtitle === undefined ? {} : { subtitle: first.subtitle }),
    date: first.date,
    ...(first.documentNumber === undefined ? {} : { documentNumber: first.documentNumber }),
    ...(first.speaker === undefined ? {} : { speaker: first.speaker }),
    anchor: marks.size === 0 ? null : anchorOf(first, Math.min(...marks.keys())),
    passage: passage === undefined ? null : await show(passage, read, PASSAGE_LENGTH),
    paragraphs: marks.size,
    async occurrences() {
      const parts = await allParts();
      const numbers = [...marks.keys()].sort((one, other) => one - other);
      return Promise.all(numbers.map((number) => show(number, parts, PASSAGE_LENGTH)));
    },
  };
}
