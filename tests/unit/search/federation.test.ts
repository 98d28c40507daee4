import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSearch } from '../../../src/client/search/engine.ts';
import { SearchFault } from '../../../src/client/search/fault.ts';
import { openFederation, type Federation } from '../../../src/client/search/federation.ts';
import { readDays, writeDays } from '../../../src/domain/search/days.ts';
import { hostsOf, listedOffices, type Office } from '../../../src/domain/search/federation.ts';
import { record, serveIndex, type ServedIndex } from '../../support/search-index.ts';

/** Milliseconds: long enough for a busy machine, and how long the test of a slow office takes. */
const PATIENCE = { own: 20_000, others: 5000 };
const request = { text: '为民服务', selection: {}, sort: 'relevance', offset: 0, limit: 10 } as const;
const federate = (offices: readonly Office[]): Federation =>
  openFederation(offices, ({ address }) => openSearch(address), PATIENCE);

const NAMES = ['甲局', '乙局', '丙局'];
const recordsOf = (name: string, at: number) => [
  record({
    entry: 'texts/title',
    title: `${name}为民服务`,
    date: `2026-01-0${at + 1}`,
    topics: [{ id: `own-${at}`, name: '作风' }],
    units: [{ id: 'office', name: `${name}办公室` }],
    text: ['开头。'],
  }),
  record({
    entry: 'texts/body',
    title: `${name}的通知`,
    date: `2026-02-0${at + 1}`,
    text: ['要为民服务。', '又说为民服务。'],
  }),
  record({ entry: 'speeches/other', title: '别的', text: ['与此无关。'] }),
  record({ entry: 'help/readers', title: '读者手册', text: ['怎样查为民服务。'] }),
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

const keys = ({ results }: Awaited<ReturnType<Federation['search']>>): string[] =>
  results.map(({ office, entry }) => `${office!.name} ${entry}`);
const counts = (values: readonly { id: string; count: number }[] | undefined): Record<string, number> =>
  Object.fromEntries((values ?? []).map(({ id, count }) => [id, count]));

describe('several sites searched as one', () => {
  let indexes: ServedIndex[];
  let offices: Office[];
  const aside = { kinds: ['help'], limit: 3 };
  before(async () => {
    indexes = await Promise.all(NAMES.map((name, at) => serveIndex(recordsOf(name, at))));
    offices = indexes.map(({ url }, at) => ({ name: NAMES[at]!, address: url }));
  });
  after(() => Promise.all(indexes.map((index) => index.close())));

  test('give one list, best first, in which every result has its office', async () => {
    const answer = await federate(offices).search({ ...request, aside });
    assert.equal(answer.exactCount, 6);
    assert.deepEqual(keys(answer), [
      ...NAMES.map((name) => `${name} texts/title`),
      ...NAMES.map((name) => `${name} texts/body`),
    ]);
    assert.deepEqual(answer.silent, []);
  });

  test('stand in one order of days, undated last', async () => {
    const byDate = await federate(offices).search({ ...request, sort: 'date' });
    assert.deepEqual(
      byDate.results.map(({ date }) => date),
      ['2026-02-03', '2026-02-02', '2026-02-01', '2026-01-03', '2026-01-02', '2026-01-01'],
    );
    const all = await federate(offices).search({ ...request, text: '', limit: 20 });
    assert.deepEqual(
      all.results.slice(6).map(({ date }) => date),
      [null, null, null],
    );
  });

  test('add up facet values of the same name, whatever their ids, and narrow by them', async () => {
    const federation = federate(offices);
    const { facets } = await federation.search({ ...request, aside });
    assert.deepEqual(counts(facets.year), { 2026: 6 });
    assert.deepEqual(counts(facets.topic), { 作风: 3 });
    assert.deepEqual(counts(facets.unit), { 甲局办公室: 1, 乙局办公室: 1, 丙局办公室: 1 });
    assert.deepEqual(counts(facets.office), { 甲局: 2, 乙局: 2, 丙局: 2 });
    const narrowed = await federation.search({ ...request, selection: { topic: ['作风'] } });
    assert.deepEqual(
      keys(narrowed),
      NAMES.map((name) => `${name} texts/title`),
    );
    assert.ok(narrowed.facets.topic?.every(({ selected }) => selected));
    const unit = await federation.search({ ...request, selection: { unit: ['乙局办公室'] } });
    assert.deepEqual(keys(unit), ['乙局 texts/title']);
    const kind = await federation.search({ ...request, text: '', selection: { kind: ['speeches'] } });
    assert.equal(kind.exactCount, 3);
  });

  test('are narrowed to some of them, and still say how many the others have', async () => {
    const answer = await federate(offices).search({ ...request, selection: { office: ['乙局'] } });
    assert.deepEqual(keys(answer), ['乙局 texts/title', '乙局 texts/body']);
    assert.equal(answer.exactCount, 2);
    assert.deepEqual(counts(answer.facets.office), { 甲局: 2, 乙局: 2, 丙局: 2 });
    assert.deepEqual(counts(answer.facets.unit), { 乙局办公室: 1 });
  });

  test('show one handbook, that of the own site', async () => {
    const federation = federate(offices);
    const answer = await federation.search({ ...request, aside });
    assert.deepEqual(
      answer.aside.map(({ entry }) => entry),
      ['help/readers'],
    );
    assert.equal(counts(answer.facets.kind)['help'], 1);
    const chosen = await federation.search({ ...request, aside, selection: { kind: ['help'] } });
    assert.deepEqual(keys(chosen), ['甲局 help/readers']);
  });

  test('give near results of each', async () => {
    const answer = await federate(offices).search({ ...request, text: '又要为民服务' });
    assert.equal(answer.exactCount, 0);
    const near = await answer.near(10);
    assert.deepEqual(new Set(near.map(({ office }) => office!.name)), new Set(NAMES));
  });

  test('page through one order, reading only what is shown', async () => {
    const federation = federate(offices);
    const all = await federation.search(request);
    const parts = await Promise.all(
      [0, 2, 4].map((offset) => federation.search({ ...request, offset, limit: 2 })),
    );
    assert.deepEqual(parts.flatMap(keys), keys(all));
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
    const answer = await federate([...offices, ...silent]).search(request);
    assert.equal(answer.exactCount, 6);
    assert.deepEqual(Object.fromEntries(answer.silent.map(({ office, reason }) => [office.name, reason])), {
      慢: 'slow',
      停: 'network',
      异: 'missing',
    });
  });

  test('are asked again where they failed, and answer also without the own site', async () => {
    let isDown = true;
    const federation = openFederation(
      offices,
      ({ name, address }) =>
        isDown && name === '甲局' ? Promise.reject(new SearchFault('network', name)) : openSearch(address),
      PATIENCE,
    );
    const without = await federation.search(request);
    assert.deepEqual([without.exactCount, without.silent.length], [4, 1]);
    isDown = false;
    const whole = await federation.search(request);
    assert.deepEqual([whole.exactCount, whole.silent.length], [6, 0]);
  });

  describe('where the index of one has changed', () => {
    const [old, fresh] = ['旧的为民服务', '新的为民服务'];
    const recordOf = (title: string, extra = 0) => [
      record({ entry: 'texts/title', title, date: '2026-03-01', text: ['要为民服务。'] }),
      ...Array.from({ length: extra }, (_, at) =>
        record({
          entry: `texts/more-${at}`,
          title: `又一篇${at}`,
          date: '2026-03-02',
          text: ['也为民服务。'],
        }),
      ),
    ];

    /** An office whose index is replaced as by a deploy: nothing of the old one stays. */
    async function changing(context: TestContext) {
      const [before, after] = [await serveIndex(recordOf(old)), await serveIndex(recordOf(fresh, 2))];
      const replace = async (): Promise<void> => {
        await rm(join(before.folder, 'search-index'), { recursive: true });
        await cp(join(after.folder, 'search-index'), join(before.folder, 'search-index'), {
          recursive: true,
        });
      };
      context.after(() => Promise.all([before.close(), after.close()]));
      return { office: { name: '换局', address: before.url }, folder: before.folder, replace };
    }

    for (const place of ['the own site', 'another']) {
      test(`the newest is asked once, and no office is reported as silent: ${place}`, async (context) => {
        const { office, replace } = await changing(context);
        const others = offices.slice(0, 1);
        const federation = federate(place === 'another' ? [...others, office] : [office, ...others]);
        // Only its manifest is read.
        await federation.search({ ...request, text: '没有的话' });
        await replace();
        const answer = await federation.search(request);
        assert.deepEqual([answer.silent, answer.exactCount], [[], 5]);
        assert.ok(keys(answer).includes('换局 texts/more-1'));
      });
    }

    test('what resembles the words, and what is offered while typing, come from the newest too', async (context) => {
      const { office, replace } = await changing(context);
      const federation = federate([office]);
      const answer = await federation.search({ ...request, text: '为民服务 没有的话' });
      await replace();
      assert.ok((await answer.near(10)).some(({ entry }) => entry === 'texts/more-1'));
      const offered = federate([office]);
      await offered.search({ ...request, text: '没有的话' });
      assert.ok((await offered.suggestions()).some(({ text }) => text === fresh));
    });

    test('an index that is broken for good is said to be of no use, and asked no more than twice', async (context) => {
      const { office, folder } = await changing(context);
      let times = 0;
      const federation = openFederation(
        [...offices, office],
        ({ name, address }) => {
          times += Number(name === office.name);
          return openSearch(address);
        },
        PATIENCE,
      );
      await federation.search({ ...request, text: '没有的话' });
      const [build] = (await readdir(join(folder, 'search-index'))).filter((name) => !name.includes('.'));
      await rm(join(folder, 'search-index', build!), { recursive: true });
      const answer = await federation.search(request);
      assert.deepEqual(
        answer.silent.map((one) => [one.office.name, one.reason]),
        [['换局', 'missing']],
      );
      assert.equal(answer.exactCount, 6);
      assert.equal(times, 2);
    });
  });

  test('fail only where none answers', async () => {
    const down = NAMES.map((name) => ({ name, address: 'http://127.0.0.1:9/' }));
    await assert.rejects(federate(down).search(request), { name: 'SearchFault', reason: 'network' });
  });
});

describe('the sites that are listed', () => {
  test('have addresses that end in a slash, without query or anchor, and each host once', () => {
    const offices = listedOffices([
      { name: '甲', url: 'http://10.0.0.1:8080' },
      { name: '乙', url: 'http://10.0.0.1:8080/study?x#y' },
      { name: '丙', url: 'https://c.example/a//' },
    ]);
    assert.deepEqual(
      offices.map(({ address }) => address),
      ['http://10.0.0.1:8080/', 'http://10.0.0.1:8080/study/', 'https://c.example/a/'],
    );
    assert.deepEqual(hostsOf(offices), ['http://10.0.0.1:8080', 'https://c.example']);
    assert.deepEqual(listedOffices(undefined), []);
  });
});

describe('the days of entries', () => {
  test('are read as they were written, days before 1970 and entries without one included', () => {
    const days = ['2026-03-02', '2026-03-01', '2026-03-01', '1949-10-01', null];
    assert.deepEqual(
      readDays(writeDays(days)),
      days.slice(0, 4).map((day) => Date.parse(day!) / 86_400_000),
    );
    assert.deepEqual(readDays(writeDays([null])), []);
  });
});
