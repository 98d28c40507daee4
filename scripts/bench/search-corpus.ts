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

/** A document of the corpus. */
export interface CorpusLine {
  id: string;
  title: string;
  date?: string;
  kind: string;
  source: string;
  body: string;
}

function recordOf({ id, title, date, kind, source, body }: CorpusLine): SearchRecord {
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

/** All documents of the corpus in the folder that ZHIXING_SHARED names (by default `../shared`). Nothing where it is absent. */
export function readCorpusLines(): CorpusLine[] | undefined {
  const file = path.join(corpusFolder(), 'official.jsonl.gz');
  if (!existsSync(file)) return undefined;
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line) as CorpusLine);
}

function corpusFolder(): string {
  return path.resolve(process.env['ZHIXING_SHARED'] ?? '../shared', 'corpus');
}

/** The first documents of the corpus, and its queries with answers cut to these documents. Nothing where it is absent. */
export function readCorpus(documents: number): Corpus | undefined {
  const lines = readCorpusLines();
  if (!lines) return undefined;
  const records = lines.slice(0, documents).map(recordOf);
  const known = new Set(records.map(({ entry }) => entry));
  const rows = readFileSync(path.join(corpusFolder(), 'queries.tsv'), 'utf8').trim().split('\n').slice(1);
  const queries = rows.map((row): JudgedQuery => {
    const [kind = '', text = '', , ids = ''] = row.split('\t');
    const entries = ids.split(',').map((id) => `texts/${id}`);
    return { kind, text, wanted: new Set(entries.filter((entry) => known.has(entry))) };
  });
  return { records, queries };
}
