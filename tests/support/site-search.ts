import { after } from 'node:test';
import { openSearch } from '../../src/client/search/engine.ts';
import { serveFolder } from './serve.ts';
import type { BuiltSite } from './site.ts';

/**
 * Serves a built site until the tests end, and returns a question to its search: the keys of the library's entries that hold the words
 * exactly, sorted. Call at the top of a test file, `describe` or test.
 */
export async function asksFrom({
  folder,
  base,
}: Pick<BuiltSite, 'folder' | 'base'>): Promise<(text: string) => Promise<string[]>> {
  const served = await serveFolder(folder, { base });
  after(() => served.close());
  const search = await openSearch(served.url);
  return async (text) => {
    const { results } = await search.search({
      text,
      selection: {},
      sort: 'relevance',
      offset: 0,
      limit: 1000,
    });
    return results
      .map(({ entry }) => entry)
      .filter((key) => /^(texts|speeches|articles)\//.test(key))
      .sort();
  };
}
