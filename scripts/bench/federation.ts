import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSearch } from '../../src/client/search/engine.ts';
import { openFederation } from '../../src/client/search/federation.ts';
import { INDEX_FOLDER } from '../../src/domain/search/manifest.ts';
import type { SearchRecord } from '../../src/domain/search/record.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { somePieces, type Piece } from './scale/library.ts';
import { readCorpus } from './search-corpus.ts';
import { serveCompressed, type CountingServer } from './server.ts';
import { say } from '../print.ts';

const OFFICES = 10;
const ENTRIES = 1000;
/** A province: as many ports on one index of as many entries, since nobody waits for a million entries to be indexed. */
const MANY_OFFICES = 100;
const MANY_ENTRIES = 10_000;
const QUERIES = 30;
const SHOWN = 10;
/** Milliseconds; here nobody is left out. */
const PATIENCE = { own: 600_000, others: 600_000 };

function recordOf({ title, date, topic, paragraphs }: Piece, at: number): SearchRecord {
  return {
    entry: `texts/t${at}`,
    address: `/texts/t${at}/`,
    kind: 'texts',
    title,
    date: date ?? null,
    units: [],
    topics: [{ id: topic, name: topic }],
    paragraphs: paragraphs.map((text, index) => ({ anchor: `p${index + 1}`, text })),
  };
}

async function countFiles(folder: string): Promise<number> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
    .length;
}

/** What something cost, over all hosts. */
interface Cost {
  bytes: number;
  requests: number;
  milliseconds: number;
}

async function costOf(servers: readonly CountingServer[], work: () => Promise<unknown>): Promise<Cost> {
  const sum = (of: (server: CountingServer) => number): number =>
    servers.reduce((all, server) => all + of(server), 0);
  const [bytes, requests] = [sum((server) => server.sent()), sum((server) => server.requests())];
  const started = performance.now();
  await work();
  return {
    milliseconds: performance.now() - started,
    bytes: sum((server) => server.sent()) - bytes,
    requests: sum((server) => server.requests()) - requests,
  };
}

function at(costs: readonly Cost[], of: keyof Cost, share: number): number {
  const sorted = costs.map((cost) => cost[of]).sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

/** Asks the queries of all the folders, each behind a port of its own, as one page would, and prints what that cost. */
async function measure(name: string, folders: readonly string[], queries: readonly string[]): Promise<void> {
  const servers = await Promise.all(folders.map((folder) => serveCompressed(folder)));
  try {
    const offices = servers.map(({ url }, number) => ({ name: String(number + 1), address: url }));
    const federation = openFederation(offices, ({ address }) => openSearch(address), PATIENCE);
    const ask = (text: string, sort: 'relevance' | 'date' = 'relevance') =>
      federation.search({ text, selection: {}, sort, offset: 0, limit: SHOWN });
    const opening = await costOf(servers, () => ask('', 'date'));
    const cold: Cost[] = [];
    const warm: Cost[] = [];
    for (const query of queries) cold.push(await costOf(servers, () => ask(query)));
    for (const query of queries) warm.push(await costOf(servers, () => ask(query)));
    const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
    const both = (of: keyof Cost): string => `${at(cold, of, 0.5)}, ${at(cold, of, 0.95)}`;
    const rows = [
      ['', name],
      ['---', '---'],
      ['index files at each host', String(await countFiles(path.join(folders[0]!, INDEX_FOLDER)))],
      [
        'opening the page, order by date included',
        `${kilobytes(opening.bytes)}, ${opening.requests} requests, ${Math.round(opening.milliseconds)} ms`,
      ],
      [
        'a new query: bytes (median, 95 %)',
        `${kilobytes(at(cold, 'bytes', 0.5))}, ${kilobytes(at(cold, 'bytes', 0.95))}`,
      ],
      ['a new query: requests over all hosts (median, 95 %)', both('requests')],
      ['a new query: milliseconds (median, 95 %)', both('milliseconds')],
      ['asked again: milliseconds (median)', String(at(warm, 'milliseconds', 0.5))],
    ];
    for (const row of rows) say(`| ${row.join(' | ')} |`);
    say('');
  } finally {
    for (const server of servers) server.close();
  }
}

/**
 * What a search over many sites costs: ten of 1,000 entries each, every one with its own; and a hundred of 10,000 entries, where all ports
 * serve one index. Without the corpus it says so.
 */
export async function benchFederation(): Promise<void> {
  const pieces = somePieces(MANY_ENTRIES);
  const queries = readCorpus(1)?.queries;
  if (!pieces || !queries) {
    say('ZHIXING_SHARED names no folder with a corpus: nothing to measure.');
    return;
  }
  const step = Math.floor(queries.length / QUERIES);
  const texts = Array.from({ length: QUERIES }, (_, index) => queries[index * step]!.text);
  const records = pieces.map(recordOf);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-federation-'));
  try {
    const folders = Array.from({ length: OFFICES }, (_, number) => path.join(folder, String(number)));
    for (const [number, own] of folders.entries()) {
      await buildSearchIndex(records.slice(number * ENTRIES, (number + 1) * ENTRIES), own);
    }
    await measure(`${OFFICES} sites of ${ENTRIES} entries`, folders, texts);
    const large = path.join(folder, 'large');
    await buildSearchIndex(records, large);
    const many = Array.from({ length: MANY_OFFICES }, () => large);
    await measure(`${MANY_OFFICES} sites of ${MANY_ENTRIES} entries`, many, texts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
