import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openFederation, type Office } from '../../../src/client/search/federation.ts';
import { record, serveIndex, type ServedIndex } from '../../support/search-index.ts';

/** Milliseconds: long enough for a busy machine, and how long the test of a slow office takes. */
const LIMIT = 5000;
const request = { text: '为民服务', selection: {}, sort: 'relevance', offset: 0, limit: 10 } as const;

const recordsOf = (name: string) => [
  record({ entry: 'texts/title', title: `${name}为民服务`, date: '2026-01-01', text: ['开头。'] }),
  record({ entry: 'texts/body', title: `${name}的通知`, date: '2026-02-01', text: ['要为民服务。'] }),
  record({ entry: 'speeches/other', title: '别的', text: ['与此无关。'] }),
];

/** A server that says the same to every request, or nothing. */
async function serve(body: Buffer | undefined): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => void (body && response.end(body)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

describe('several sites searched as one', () => {
  const names = ['甲局', '乙局', '丙局'];
  let indexes: ServedIndex[];
  let offices: Office[];
  before(async () => {
    indexes = await Promise.all(names.map((name) => serveIndex(recordsOf(name))));
    offices = indexes.map(({ url }, at) => ({ name: names[at]!, address: url }));
  });
  after(() => Promise.all(indexes.map((index) => index.close())));

  test('give one list, best first, in which every result has its office', async () => {
    const answer = await openFederation(offices, LIMIT).search(request);
    assert.equal(answer.exactCount, 6);
    assert.deepEqual(
      answer.results.map(({ office, result }) => `${office.name} ${result.entry}`),
      [...names.map((name) => `${name} texts/title`), ...names.map((name) => `${name} texts/body`)],
    );
    assert.deepEqual(answer.silent, []);
  });

  test('add up their facets, and narrow by them', async () => {
    const federation = openFederation(offices, LIMIT);
    const { facets } = await federation.search(request);
    assert.deepEqual(
      facets.year.map(({ id, count }) => [id, count]),
      [['2026', 6]],
    );
    const narrowed = await federation.search({ ...request, text: '', selection: { kind: ['speeches'] } });
    assert.equal(narrowed.exactCount, 3);
  });

  test('page through one order, reading only what is shown', async () => {
    const federation = openFederation(offices, LIMIT);
    const all = await federation.search(request);
    const parts = await Promise.all(
      [0, 2, 4].map((offset) => federation.search({ ...request, offset, limit: 2 })),
    );
    const keys = (results: typeof all.results) =>
      results.map(({ office, result }) => office.name + result.entry);
    assert.deepEqual(keys(parts.flatMap(({ results }) => results)), keys(all.results));
  });

  test('answer without one that is slow, down or of another format, and name it', async (t) => {
    const slow = await serve(undefined);
    const strange = await serve(gzipSync('{"format":1}'));
    t.after(slow.close);
    t.after(strange.close);
    const silent = [
      { name: '慢', address: slow.url },
      { name: '停', address: 'http://127.0.0.1:9/' },
      { name: '异', address: strange.url },
    ];
    const answer = await openFederation([...silent, ...offices], LIMIT).search(request);
    assert.equal(answer.exactCount, 6);
    assert.deepEqual(Object.fromEntries(answer.silent.map(({ office, reason }) => [office.name, reason])), {
      慢: 'slow',
      停: 'network',
      异: 'missing',
    });
  });
});
