import { PdfFile } from './file.ts';
import { Uncountable } from './filters.ts';
import type { ShownCode } from './fonts.ts';
import { Marks } from './marks.ts';
import { Shower } from './show.ts';
import type { Stated } from './stated.ts';
import { isDictionary, isStream, nameOf, numberOf, type Dictionary, type Value } from './values.ts';

/** What a page shows, by its content streams. */
export interface CountedPage {
  /** The codes of its own content, and those of remarks and form fields that lie on it. */
  codes: ShownCode[];
  annotations: ShownCode[];
  /** How many pictures it shows. */
  pictures: number;
  /** How many marks its own content has, those of layers left out. */
  marks: number;
  /** Words that its own marks state for what they hold, by the mark’s number from 0 on. */
  stated: ReadonlyMap<number, Stated>;
  /** Whether remarks and form fields state words. */
  isStatedInAnnotations: boolean;
}

const DEEPEST = 60;
const MOST_PAGES = 10_000;
/** Flags of remarks that are not shown (ISO 32000-1, 12.5.3). */
const HIDDEN = 2 | 32;

/** Counts the glyphs of a PDF page by page, by an interpreter of its own; or says in Chinese why they cannot be counted. */
export function countPdf(bytes: Uint8Array): { pages: CountedPage[] } | { cannot: string } {
  try {
    const file = new PdfFile(bytes);
    return { pages: pagesOf(file).map(({ page, resources }) => countPage(file, page, resources)) };
  } catch (error) {
    if (error instanceof Uncountable) return { cannot: error.message };
    if (error instanceof RangeError) return { cannot: '内容套得太深或太大' };
    throw error;
  }
}

interface FoundPage {
  page: Dictionary;
  resources: Dictionary;
}

function pagesOf(file: PdfFile): FoundPage[] {
  const pages: FoundPage[] = [];
  const seen = new Set<Dictionary>();
  const walk = (node: Dictionary, inherited: Dictionary, depth: number) => {
    if (depth > DEEPEST || seen.has(node) || pages.length > MOST_PAGES) return;
    seen.add(node);
    const own = file.resolve(node.get('Resources'));
    const resources = isDictionary(own) ? own : inherited;
    const kids = file.listIn(node.get('Kids'));
    if (kids.length === 0 && nameOf(file.resolve(node.get('Type'))) !== 'Pages')
      pages.push({ page: node, resources });
    for (const kid of kids) walk(file.dictionaryIn(kid), resources, depth + 1);
  };
  walk(file.dictionaryIn(file.root().get('Pages')), new Map(), 0);
  return pages;
}

function countPage(file: PdfFile, page: Dictionary, resources: Dictionary): CountedPage {
  const shower = new Shower(file);
  const contents = file.resolve(page.get('Contents'));
  const streams = isStream(contents)
    ? [contents]
    : file.listIn(page.get('Contents')).map((each) => file.resolve(each));
  shower.run(streams.map((stream) => (isStream(stream) ? file.contentOf(stream) : '')).join('\n'), resources);
  const { codes } = shower;
  const { begun: marks, stated } = shower.marks;
  shower.marks = new Marks();
  shower.codes = [];
  for (const annotation of file.listIn(page.get('Annots')))
    showAnnotation(file, file.dictionaryIn(annotation), shower);
  return {
    ...{ codes, annotations: shower.codes, pictures: shower.pictures, marks, stated },
    isStatedInAnnotations: shower.marks.stated.size > 0,
  };
}

function showAnnotation(file: PdfFile, annotation: Dictionary, shower: Shower): void {
  if (((numberOf(file.resolve(annotation.get('F'))) ?? 0) & HIDDEN) !== 0) return;
  const normal = file.resolve(file.dictionaryIn(annotation.get('AP')).get('N'));
  const state = nameOf(file.resolve(annotation.get('AS')));
  const appearance: Value | undefined =
    isDictionary(normal) && state !== undefined ? file.resolve(normal.get(state)) : normal;
  if (!isStream(appearance)) return;
  shower.run(file.contentOf(appearance), file.dictionaryIn(appearance.dictionary.get('Resources')));
}
