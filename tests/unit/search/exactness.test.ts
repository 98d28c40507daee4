import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { FACETS } from '../../../src/domain/search/manifest.ts';
import type { SearchRecord } from '../../../src/domain/search/record.ts';
import { ownRecords, repeatable, serveIndex, type ServedIndex } from '../../support/search-index.ts';
import { createTruth } from './truth.ts';

const QUERIES = 360;

/** Stretches cut at random from titles and paragraphs, some over punctuation, some turned round so that they stand nowhere. */
function makeQueries(records: readonly SearchRecord[]): string[] {
  const random = repeatable(20260901);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const queries = new Set<string>();
  while (queries.size < QUERIES) {
    const { title, paragraphs } = pick(records);
    const text = random() < 0.15 || paragraphs.length === 0 ? title : pick(paragraphs).text;
    const letters = Array.from(text);
    const start = Math.floor(random() * letters.length);
    const piece = letters.slice(start, start + 1 + Math.floor(random() ** 2 * 40)).join('');
    const query = random() < 0.1 ? Array.from(piece).reverse().join('') : piece;
    if (/[\p{L}\p{N}]/u.test(query) && !/[\s"“”„‟＂]|^[-－]/.test(query)) queries.add(query);
  }
  return [...queries];
}

describe('the index of the project’s own content', () => {
  let records: SearchRecord[];
  let index: ServedIndex;
  before(async () => {
    records = await ownRecords();
    index = await serveIndex(records);
  });
  after(() => index.close());

  test(`answers ${QUERIES} queries with exactly the entries that hold them`, async () => {
    const truth = createTruth(records);
    for (const query of makeQueries(records)) {
      const answer = await index.ask(query);
      const wanted = truth.entriesWith(query);
      assert.deepEqual(answer.results.map(({ entry }) => entry).sort(), wanted, query);
      assert.equal(answer.exactCount, wanted.length, query);
      for (const result of answer.results) {
        const shown = [...result.title, ...(result.passage?.segments ?? [])];
        assert.ok(
          shown.some(({ marked }) => marked),
          `${query} is marked in ${result.entry}`,
        );
      }
    }
  });

  test('finds every entry that holds a single character', async () => {
    const truth = createTruth(records);
    const characters = new Set(
      records.flatMap(({ title }) => Array.from(title)).filter((letter) => /\p{L}/u.test(letter)),
    );
    for (const character of characters) {
      const answer = await index.ask(character, { limit: 0 });
      assert.equal(answer.exactCount, truth.entriesWith(character).length, character);
    }
  });

  test('puts the entry first whose title is the query', async () => {
    const titles = records.map(({ title }) => title);
    for (const { title, entry } of records) {
      if (titles.indexOf(title) !== titles.lastIndexOf(title) || /\s/.test(title)) continue;
      assert.equal((await index.ask(title, { limit: 1 })).results[0]?.entry, entry, title);
    }
  });

  test('counts facets as reading all entries would, for 30 pairs of query and choice', async () => {
    const truth = createTruth(records);
    const random = repeatable(7);
    const all = (await index.ask('')).facets;
    const valuesOf = (record: SearchRecord): Record<string, string[]> => ({
      kind: [record.kind],
      speaker: record.speaker ? [record.speaker.id] : [],
      year: [record.date?.slice(0, 4) ?? 'unknown'],
      unit: record.units.map(({ id }) => id),
      topic: record.topics.map(({ id }) => id),
      campaign: record.campaign ? [record.campaign.id] : [],
    });
    const facets = FACETS.filter((facet) => all[facet].length > 0);
    for (const query of makeQueries(records)
      .filter((text) => text.length < 5)
      .slice(0, 30)) {
      const facet = facets[Math.floor(random() * facets.length)]!;
      const chosen = all[facet].filter(() => random() < 0.4).map(({ id }) => id);
      const held = records.filter(({ entry }) => truth.entriesWith(query).includes(entry));
      const left = held.filter(
        (record) => chosen.length === 0 || valuesOf(record)[facet]!.some((id) => chosen.includes(id)),
      );
      const answer = await index.ask(query, { selection: { [facet]: chosen } });
      assert.deepEqual(
        answer.results.map(({ entry }) => entry).sort(),
        left.map(({ entry }) => entry).sort(),
        query,
      );
      for (const other of FACETS) {
        const counted = other === facet ? held : left;
        for (const { id, count } of answer.facets[other]) {
          const expected = counted.filter((record) => valuesOf(record)[other]!.includes(id)).length;
          assert.equal(count, expected, `${query}: ${other} ${id} beside ${facet}`);
        }
      }
    }
  });
});
