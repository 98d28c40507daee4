import { readArticle } from '../../../src/import/article.ts';

/** What the import reads out of a text alone, of which nothing else is known but what is given. */
export function article(slice: string, more: Partial<Parameters<typeof readArticle>[0]> = {}) {
  return readArticle({
    slice,
    sourceText: slice,
    furniture: [],
    fileName: 'a',
    units: [],
    topics: [],
    looks: [],
    facts: new Map(),
    kind: undefined,
    ...more,
  });
}
