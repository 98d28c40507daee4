import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { createNormalForm } from '../../../src/domain/search/normal-form.ts';
import { LANGUAGE, readChunk, type Postings } from '../../../src/domain/search/pagefind-format.ts';
import type { SearchRecord } from '../../../src/domain/search/record.ts';
import { pairWords, wordOf } from '../../../src/domain/search/words.ts';
import { documentWords } from '../../../src/search/document-words.ts';
import { chunksOf, IndexWriter } from '../../../src/search/index-writer.ts';
import { simplificationTable } from '../../../src/search/traditional.ts';
import { ownRecords, record } from '../../support/search-index.ts';

const AWKWARD = [
  record({ entry: 'texts/empty', title: '' }),
  record({ entry: 'texts/one', title: '一', text: ['二', '', '。', '三四'] }),
  record({
    entry: 'texts/runs',
    title: '国发〔2018〕12号',
    text: ['(2018)12 (20181)2 café (é)(è) Straße', '３A①㎡'],
  }),
  record({
    entry: 'texts/letters',
    title: 'ˌˎˑˈ',
    text: ['a ˎ2zˎ ˌb ˈc ˑ', '。。，，「」', '､ﾞが行 𠮷野𪚥 ﷺ 한국'],
  }),
  record({
    entry: 'texts/far',
    title: '远',
    text: [...'天地玄黄'.repeat(20000)].map((letter) => letter + letter),
  }),
  record({ entry: 'texts/again', title: '同', text: ['同', '同同', '同同同同', '同，同'] }),
];

const normalise = createNormalForm(simplificationTable());
const everything = { has: () => true };
/** Stands where no word of ours does. */
const NOTHING = 'ˎˎ';

/** What each word's postings are, over all chunks. */
function readAll(chunks: readonly Uint8Array[]): Map<string, Postings> {
  return new Map(chunks.flatMap((chunk) => [...readChunk(chunk, everything)]));
}

/** The words of a record at their places, as one row, and behind them each unit by itself. */
function rowOf(record: SearchRecord): string {
  const { title, rows, end } = documentWords(record, normalise);
  const row = new Array<string>(end).fill(NOTHING);
  for (const { place, units } of [title, ...rows]) {
    pairWords(units).forEach((word, at) => (row[place + at] = word));
  }
  const units = new Set([title, ...rows].flatMap((each) => each.units));
  return [...row, ...[...units].map(wordOf)].join(' ');
}

async function stockPostings(records: readonly SearchRecord[]): Promise<Map<string, Postings>> {
  const { index } = await createIndex({ forceLanguage: LANGUAGE });
  assert.ok(index);
  for (const each of records) {
    const added = await index.addCustomRecord({
      url: each.address,
      content: rowOf(each),
      language: LANGUAGE,
    });
    assert.deepEqual(added.errors, []);
  }
  const { files } = await index.getFiles();
  return readAll(
    files.filter(({ path }) => path.endsWith('.pf_index')).map(({ content }) => gunzipSync(content)),
  );
}

function ownPostings(records: readonly SearchRecord[]): Map<string, Postings> {
  const writer = new IndexWriter();
  for (const each of records) {
    const { title, rows } = documentWords(each, normalise);
    writer.add(title, rows);
  }
  return readAll(Array.from(chunksOf(writer.finish()), ({ bytes }) => bytes));
}

describe('the stock Pagefind, given the same words, holds the same postings', () => {
  after(close);

  for (const [name, load] of [
    ['awkward texts', () => Promise.resolve(AWKWARD)],
    ['the project’s own content', ownRecords],
  ] as const) {
    test(name, async () => {
      const records = await load();
      const [stock, own] = [await stockPostings(records), ownPostings(records)];
      const units = new Set(
        records.flatMap(({ title, paragraphs }) =>
          [title, ...paragraphs.map(({ text }) => text)].flatMap((text) => normalise(text).units),
        ),
      );
      const alone = new Set([...units].map(wordOf));
      stock.delete(NOTHING);
      assert.deepEqual([...own.keys()].sort(), [...stock.keys()].sort());
      for (const [word, { pages, places }] of own) {
        const theirs = stock.get(word)!;
        assert.deepEqual(pages, theirs.pages, word);
        if (!alone.has(word)) assert.deepEqual(places, theirs.places, word);
      }
      assert.ok(own.size > alone.size);
    });
  }
});
