import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  openSearch,
  type Search,
  type SearchAnswer,
  type SearchRequest,
} from '../../src/client/search/engine.ts';
import type { SearchRecord } from '../../src/domain/search/record.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { libraryEntries } from '../../src/search/records.ts';
import { resolveSite } from '../../src/site/resolve-site.ts';
import { readContent } from '../../src/source/read-content.ts';
import { readSettings } from '../../src/source/settings.ts';
import { serveFolder } from './serve.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The records of the project's own content. */
export async function ownRecords(): Promise<SearchRecord[]> {
  const settings = readSettings({}, root);
  const site = resolveSite(await readContent(settings.contentDir), settings);
  return [...libraryEntries(site)].map(({ record }) => record);
}

/** An index in a folder of its own that is served and searched by the code that browsers run. */
export interface ServedIndex {
  folder: string;
  url: string;
  search: Search;
  /** Asks with defaults for whatever is left out. */
  ask(text: string, request?: Partial<SearchRequest>): Promise<SearchAnswer>;
  close(): Promise<void>;
}

/** Builds, serves and opens an index of the records. */
export async function serveIndex(records: readonly SearchRecord[]): Promise<ServedIndex> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-index-'));
  await buildSearchIndex(records, folder);
  const served = await serveFolder(folder);
  const search = await openSearch(served.url);
  return {
    folder,
    url: served.url,
    search,
    ask: (text, request) =>
      search.search({ text, selection: {}, sort: 'relevance', offset: 0, limit: 1000, ...request }),
    async close() {
      await served.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Numbers from 0 up to 1 that are the same at each run. */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A record with the fields that a test does not care about filled in. */
export function record(fields: Partial<SearchRecord> & { entry: string; text?: string[] }): SearchRecord {
  const { text = [], ...given } = fields;
  return {
    address: `/${fields.entry}/`,
    kind: fields.entry.split('/')[0]!,
    title: fields.entry,
    date: null,
    units: [],
    topics: [],
    paragraphs: text.map((paragraph, index) => ({ anchor: `p${index + 1}`, text: paragraph })),
    ...given,
  };
}
