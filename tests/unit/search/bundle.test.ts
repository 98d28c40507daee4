import assert from 'node:assert/strict';
import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bundlePage } from '../../../src/domain/search/bundle-page.ts';
import {
  FormatError,
  MAGIC,
  readValue,
  readWords,
  writeValue,
} from '../../../src/domain/search/pagefind-format.ts';
import type { SearchRecord } from '../../../src/domain/search/record.ts';
import { memoryCache } from '../../../src/build-cache/build-cache.ts';
import { assembleBundle } from '../../../src/search/assemble-bundle.ts';
import { BundleError } from '../../../src/search/bundle-error.ts';
import { filesIn, openBundle, unpacked, wordsFile } from '../../../src/search/bundle-files.ts';
import { startIndexer } from '../../../src/search/bundle-indexer.ts';
import { startBundle, type BundleOptions, type SavedBundle } from '../../../src/search/bundle.ts';
import { cutBorders, type Border } from '../../../src/search/stored-words.ts';
import { record } from '../../support/search-index.ts';
import { snapshot, temporaryFolder } from '../../support/site.ts';

const named = (name: string) => ({ id: name, name });

/** Entries with so many values of each filter that no two processes list them alike by chance. */
const RECORDS: SearchRecord[] = Array.from({ length: 12 }, (_, at) =>
  record({
    entry: `texts/t${at}`,
    key: `key ${at}`,
    title: `第${at}篇`,
    date: at % 5 === 0 ? null : `20${10 + at}-03-02`,
    topics: [named(`主题${at}`), named(`主题${at + 1}`)],
    units: [named(`单位${at % 7}`)],
    text: [`第${at}篇讲服务群众。`, '各科室要抓好落实。'],
  }),
);

/** Makes a bundle in a folder of its own and returns that folder. */
async function bundleOf(records: readonly SearchRecord[], options?: BundleOptions): Promise<string> {
  const folder = await temporaryFolder();
  await startBundle(records, folder, options).finish();
  return folder;
}

/** What the indexer writes of entries, before anything else is done to it. */
async function indexedAlone(records: readonly SearchRecord[]): Promise<string> {
  const folder = await temporaryFolder();
  const filters = { kind: ['学习材料'], speaker: [], year: ['2026'], unit: [], topic: [], campaign: [] };
  const pages = records.map((each) => ({ url: each.address, content: bundlePage(each, filters) }));
  await startIndexer(pages, folder).finish();
  return folder;
}

/** What a bundle holds of each entry, by its address. */
async function fragmentsOf(folder: string) {
  const place = join(folder, 'pagefind/fragment');
  const files = await Promise.all((await readdir(place)).map((name) => readFile(join(place, name))));
  const fragments = files.map((bytes) => {
    const text = gunzipSync(bytes).toString().slice(MAGIC.length).replaceAll('\u200b', '');
    return JSON.parse(text) as {
      url: string;
      content: string;
      meta: Record<string, string>;
      filters: Record<string, string[]>;
      anchors: { element: string; id: string; text: string }[];
    };
  });
  return new Map(fragments.map((fragment) => [fragment.url, fragment]));
}

const paragraphsOf = (...text: string[]): Pick<SearchRecord, 'paragraphs'> => ({
  paragraphs: record({ entry: 'texts/any', text }).paragraphs,
});

/** The files that only one of two folders has, or that differ. */
async function differing(folder: string, other: string): Promise<string[]> {
  const [one, two] = [await snapshot(folder), await snapshot(other)];
  return [...new Set([...one.keys(), ...two.keys()])].filter((file) => one.get(file) !== two.get(file));
}

/** How many files of pages are not those of an earlier bundle. */
async function newPages(folder: string, earlier: string): Promise<number> {
  const files = async (site: string) => {
    const place = join(site, 'pagefind/fragment');
    return Promise.all((await readdir(place)).map(async (name) => (await stat(join(place, name))).ino));
  };
  const known = new Set(await files(earlier));
  return (await files(folder)).filter((ino) => !known.has(ino)).length;
}

describe('the bundle of Pagefind', () => {
  it('has the same bytes at any time and with entries in any order', async () => {
    const [one, other] = [await bundleOf(RECORDS), await bundleOf(RECORDS.toReversed())];
    const files = await snapshot(one);
    assert.ok(files.size > 20);
    assert.deepEqual(await snapshot(other), files);
  });

  it('holds an entry’s text as it is written, markup characters included', async () => {
    const awkward = record({
      entry: 'texts/awkward',
      title: '“甲”<乙> & "丙" 丁：[戊]',
      date: '2026-03-02',
      documentNumber: '云卫〔2026〕3号 & "附件"',
      topics: [named('a:b[c] & "d" <e>')],
      speaker: named('主任'),
      text: [
        '',
        '一、总体要求',
        '<p id="p9"> & 前半句没有标点一直写到二十四个字以后才有一个逗号所以要截断，后半句。',
        '短句，其余。',
      ],
    });
    const found = (await fragmentsOf(await bundleOf([awkward]))).get('/texts/awkward/')!;
    assert.deepEqual(found.meta, {
      title: awkward.title,
      date: '2026-03-02',
      documentNumber: awkward.documentNumber,
      speaker: '主任',
    });
    assert.deepEqual(found.filters, {
      kind: ['texts'],
      speaker: ['主任'],
      topic: ['a:b[c] & "d" <e>'],
      year: ['2026'],
    });
    assert.deepEqual(
      found.anchors.map(({ id, text }) => [id, text]),
      [
        ['p1', ''],
        ['p2', '一、总体要求'],
        ['p3', '<p id="p9"> & 前半句没有标点一直写'],
        ['p4', '短句'],
      ],
    );
    for (const { text } of awkward.paragraphs) assert.ok(found.content.includes(text), text);
  });

  it('is taken from the site that was published where no entry has changed, and made anew where one of its files was', async () => {
    const saved = memoryCache<SavedBundle>();
    const site = await bundleOf(RECORDS, { earlier: { saved, site: '' } });
    const made = await snapshot(site);
    const idOf = async (folder: string) => (await stat(join(folder, 'pagefind/pagefind-entry.json'))).ino;
    const again = await bundleOf(RECORDS, { earlier: { saved, site } });
    assert.deepEqual(await snapshot(again), made);
    assert.equal(await idOf(again), await idOf(site));
    await appendFile(join(site, 'pagefind/pagefind.js'), '// changed');
    const anew = await bundleOf(RECORDS, { earlier: { saved, site } });
    assert.deepEqual(await snapshot(anew), made);
    assert.notEqual(await idOf(anew), await idOf(site));
    const changed = RECORDS.with(1, { ...RECORDS[1]!, key: 'other', title: '另一题' });
    const place = join(site, 'pagefind/index');
    for (const name of await readdir(place)) await writeFile(join(place, name), gzipSync(writeValue([[]])));
    const whole = await bundleOf(changed, { earlier: { saved, site } });
    assert.deepEqual(await differing(whole, await bundleOf(changed)), []);
    assert.equal(await newPages(whole, site), RECORDS.length);
  });

  const anew = (at: number, fields: Partial<SearchRecord>) => (records: readonly SearchRecord[]) =>
    records.with(at, { ...records[at]!, key: JSON.stringify(Object.entries(fields)), ...fields });
  /** Changes to the entries, one after another, each with how many are read anew because of it. */
  const CHANGES: [
    what: string,
    change: (records: readonly SearchRecord[]) => readonly SearchRecord[],
    read: number,
  ][] = [
    ['a text', anew(1, paragraphsOf('改过，还是讲服务群众。', 'Café 与 cafe')), 1],
    [
      'one that is new and stands before all, one that is gone and one that stands elsewhere by its day',
      (records) => [
        ...anew(3, { date: '1999-01-02' })(records).toSpliced(5, 1),
        record({
          entry: 'texts/new',
          key: 'new',
          title: '𠮷野的新篇',
          date: '2030-01-01',
          text: ['ﷺ résumé。'],
        }),
      ],
      2,
    ],
    ['one that is gone', (records) => records.slice(0, -1), 0],
    ['a field that no other has', anew(2, { subtitle: '副题' }), RECORDS.length],
  ];
  it('has after any change the bytes of one that is made of nothing, and reads the changed entries only, unless the fields are others', async () => {
    const saved = memoryCache<SavedBundle>();
    let site = await bundleOf(RECORDS, { earlier: { saved, site: '' } });
    let records: readonly SearchRecord[] = RECORDS;
    for (const [what, change, read] of CHANGES) {
      records = change(records);
      const onTop = await bundleOf(records, { earlier: { saved, site } });
      assert.deepEqual(await differing(onTop, await bundleOf(records)), [], what);
      assert.equal(await newPages(onTop, site), Math.min(read, records.length), what);
      site = onTop;
    }
  });

  it('without entries holds what its clients are made of', async () => {
    const files = [...(await snapshot(await bundleOf([]))).keys()];
    assert.ok(files.includes('pagefind/pagefind.js'));
    assert.ok(!files.some((file) => file.includes('fragment')));
  });

  it('leaves nothing where it is stopped', async () => {
    const folder = await temporaryFolder();
    const bundle = startBundle(RECORDS, folder);
    await bundle.stop();
    await assert.rejects(bundle.finish(), BundleError);
    assert.deepEqual(await readdir(folder), []);
  });

  it('says what to do where it cannot be made', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'pagefind'), 'a file in its place');
    await assert.rejects(startBundle(RECORDS, folder).finish(), (error: Error) => {
      assert.match(
        error.message,
        /^Pagefind 的检索数据（pagefind\/）没有生成：[\s\S]+ — .*npm ci.*pagefind: false$/,
      );
      return error instanceof BundleError;
    });
  });
});

describe('the files of Pagefind', () => {
  it('are written as its indexer writes them', async () => {
    const folder = join(await bundleOf(RECORDS), 'pagefind');
    const names = await readdir(folder, { recursive: true });
    const packed = names.filter((name) => /\.pf_(?:meta|filter)$/.test(name));
    assert.ok(packed.length >= 5);
    for (const name of packed) {
      const bytes = gunzipSync(await readFile(join(folder, name)));
      assert.deepEqual(Buffer.from(writeValue(readValue(bytes))), bytes, name);
    }
    const wide = [0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 31, '', '字'.repeat(300), [[], [1, ['甲']]]];
    assert.deepEqual(readValue(writeValue(wide)), wide);
  });

  it('are missed where the indexer has not written them, or only their beginning', async () => {
    const folder = await indexedAlone(RECORDS);
    const names = await readdir(folder, { recursive: true });
    const assemble = async () => {
      const to = await temporaryFolder();
      const from = join(await temporaryFolder(), 'made');
      await cp(folder, from, { recursive: true });
      const all = [...RECORDS.keys()];
      return assembleBundle(to, { made: { folder: from, pageOf: all }, dates: all.map(() => '') });
    };
    for (const kind of ['fragment', 'index', 'filter', 'pf_meta']) {
      const file = join(
        folder,
        names.find((name) => name.includes(kind) && name.includes('.pf_'))!,
      );
      const whole = await readFile(file);
      await writeFile(file, whole.subarray(0, whole.length - 1));
      await assert.rejects(assemble(), FormatError, `${kind} cut off`);
      await rm(file);
      await assert.rejects(assemble(), FormatError, `${kind} missing`);
      await writeFile(file, whole);
    }
    await assemble();
  });

  it('of another form are refused, not guessed at', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'pagefind-entry.json'), '{"languages":{"zh":{"hash":"zh_1"}}}');
    await writeFile(join(folder, 'pagefind.zh_1.pf_meta'), gzipSync(writeValue(['1.5.2', 'pages'])));
    const made = { folder, pageOf: [] };
    await assert.rejects(assembleBundle(await temporaryFolder(), { made, dates: [] }), FormatError);
  });

  it('of words name their first and last one as the indexer does', async () => {
    const letters = Array.from({ length: 60_000 }, (_, at) => `${(at * 7919) % 60_000}`).join(' ');
    const folder = await indexedAlone([
      record({ entry: 'texts/long', title: '长篇', text: [letters, 'Zürich 学习'] }),
    ]);
    const meta = openBundle(filesIn(folder))!;
    assert.ok(meta.chunks.length > 2);
    const borders = meta.chunks.map(([, , file]): Border => {
      const words = Array.from(
        readWords(unpacked(filesIn(folder), wordsFile(String(file)))),
        ({ form }) => form,
      );
      return [words[0]!, words.at(-1)!];
    });
    assert.deepEqual(
      cutBorders(borders),
      meta.chunks.map(([from, to]) => [from, to]),
    );
  });
});
