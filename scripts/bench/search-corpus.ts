import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SearchRecord } from '../../src/domain/search/record.ts';

/** A query and the ids of the entries that hold it. */
export interface JudgedQuery {
  kind: string;
  text: string;
  wanted: Set<string>;
}

/** Documents to search, and queries with their answers. */
export interface Corpus {
  records: SearchRecord[];
  queries: JudgedQuery[];
}

interface Line {
  id: string;
  title: string;
  date?: string;
  kind: string;
  source: string;
  body: string;
}

function recordOf({ id, title, date, kind, source, body }: Line): SearchRecord {
  const [topic = source] = source.split(/[ /]/);
  return {
    entry: `texts/${id}`,
    address: `/texts/${id}/`,
    kind,
    title,
    date: date ?? null,
    units: [],
    topics: [{ id: topic, name: topic }],
    paragraphs: body.split('\n').map((text, index) => ({ anchor: `p${index + 1}`, text })),
  };
}

/**
 * Reads the first documents of the corpus in the folder that ZHIXING_SHARED names (by default `../shared`) and its
 * queries, answers cut to these documents. Nothing where the folder is absent.
 */
export function readCorpus(documents: number): Corpus | undefined {
  const folder = path.resolve(process.env['ZHIXING_SHARED'] ?? '../shared', 'corpus');
  if (!existsSync(folder)) return undefined;
  const lines = gunzipSync(readFileSync(path.join(folder, 'official.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  const records = lines.slice(0, documents).map((line) => recordOf(JSON.parse(line) as Line));
  const known = new Set(records.map(({ entry }) => entry));
  const rows = readFileSync(path.join(folder, 'queries.tsv'), 'utf8').trim().split('\n').slice(1);
  const queries = rows.map((row): JudgedQuery => {
    const [kind = '', text = '', , ids = ''] = row.split('\t');
    const entries = ids.split(',').map((id) => `texts/${id}`);
    return { kind, text, wanted: new Set(entries.filter((entry) => known.has(entry))) };
  });
  return { records, queries };
}
