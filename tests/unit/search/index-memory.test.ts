import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { SearchRecord } from '../../../src/domain/search/record.ts';
import { buildSearchIndex } from '../../../src/search/build-index.ts';
import { openIndexMemory } from '../../../src/search/index-memory.ts';
import { record, repeatable } from '../../support/search-index.ts';
import { snapshot } from '../../support/site.ts';

/** A record with a key, as those of a site have one. */
function keyed(fields: Parameters<typeof record>[0]): SearchRecord {
  const made = record(fields);
  return { ...made, key: hash('sha256', JSON.stringify(made)) };
}

const [FIRST, SECOND, THIRD] = ['一', '二', '三'].map((name, at) =>
  keyed({
    entry: `texts/${name}`,
    title: `第${name}篇`,
    date: `2026-03-0${at + 1}`,
    text: [`这是第${name}篇的文字。`, '各篇都有的一段。'],
  }),
) as [SearchRecord, SearchRecord, SearchRecord];
const ALL = [FIRST, SECOND, THIRD];
const EDITED = keyed({ ...SECOND, text: ['改过的一段。', '另有一处，字不相同。'] });

describe('an index built with what an earlier build left', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'memory-'))));
  after(() => rm(folder, { recursive: true }));
  const newFolder = (): Promise<string> => mkdtemp(path.join(folder, 'some-'));

  /** Builds one index after another, each on top of the one before, and holds each against one built with nothing. */
  async function buildInTurn(states: readonly (readonly SearchRecord[])[], kept: string): Promise<string> {
    let published = await newFolder();
    for (const records of states) {
      const out = await newFolder();
      const memory = await openIndexMemory(kept, published);
      await buildSearchIndex(records, out, { memory });
      await memory.save();
      const cold = await newFolder();
      await buildSearchIndex(records, cold);
      assert.deepEqual(await snapshot(out), await snapshot(cold));
      published = out;
    }
    return published;
  }

  const EDITS: Record<string, (readonly SearchRecord[])[]> = {
    'an edit and its undoing': [ALL, ALL, [FIRST, EDITED, THIRD], ALL],
    'an entry more and an entry less': [[FIRST, THIRD], ALL, [SECOND, THIRD], []],
    'a new date, which puts an entry in another place': [
      ALL,
      [keyed({ ...FIRST, date: '2026-04-01' }), SECOND, THIRD],
    ],
    'an entry that is called otherwise': [ALL, [keyed({ ...FIRST, entry: 'texts/九' }), SECOND, THIRD]],
    'all of them changed': [ALL, ALL.map((each) => keyed({ ...each, title: `${each.title}又` }))],
    'nothing before it': [[], ALL],
    'records that have no key': [
      ALL.map((each) => ({ ...each, key: undefined })),
      [FIRST, { ...SECOND, key: undefined }, THIRD],
    ],
  };
  for (const [what, states] of Object.entries(EDITS)) {
    test(`has the bytes of one built without, after ${what}`, async () => {
      await buildInTurn(states, await newFolder());
    });
  }

  test('has the bytes of one built without, after forty edits by chance', async () => {
    const random = repeatable(7);
    const letters = '学习研讨调查没有发言权，。0123ab𠮷';
    const text = () =>
      Array.from({ length: 1 + random() * 5 }, () =>
        Array.from(
          { length: random() * 60 },
          () => [...letters][Math.floor(random() * [...letters].length)],
        ).join(''),
      );
    const some = (id: number): SearchRecord =>
      keyed({
        entry: `texts/t${id}`,
        title: text()[0]!,
        date: random() < 0.2 ? null : `2026-0${1 + Math.floor(random() * 9)}-01`,
        text: text(),
      });
    let records = Array.from({ length: 12 }, (_, id) => some(id));
    const states = Array.from({ length: 40 }, (_, turn) => {
      const at = Math.floor(random() * records.length);
      records = records.flatMap((each, index) => {
        if (index !== at) return [each];
        return random() < 0.3 ? [] : [keyed({ ...each, text: text() })];
      });
      if (random() < 0.4) records = [...records, some(100 + turn)];
      return records;
    });
    await buildInTurn(states, await newFolder());
  });

  test('takes files from the published index, unless somebody has changed or removed them there', async () => {
    const kept = await newFolder();
    const published = await buildInTurn([ALL], kept);
    const whole = await snapshot(published);
    const files = [...whole.keys()].filter((file) => /\/\d+\.pf_/.test(file));
    await writeFile(path.join(published, files[0]!), 'changed');
    await rm(path.join(published, files[1]!));
    const out = await newFolder();
    await buildSearchIndex(ALL, out, { memory: await openIndexMemory(kept, published) });
    assert.deepEqual(await snapshot(out), whole);
    const [taken, there] = await Promise.all(
      [out, published].map((each) => stat(path.join(each, files[2]!))),
    );
    assert.equal(taken?.ino, there?.ino, 'an unchanged file is the same file');
    assert.equal(
      await readFile(path.join(published, files[0]!), 'utf8'),
      'changed',
      'what is published is never written to',
    );
  });

  for (const [damage, spoil] of [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'with a bit flipped',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
  ] as const) {
    test(`has the same bytes when any of it is ${damage}`, async () => {
      const kept = await newFolder();
      await buildInTurn([ALL], kept);
      for (const name of await readdir(kept)) {
        const file = path.join(kept, name);
        await writeFile(file, spoil(await readFile(file)));
        await buildInTurn([ALL, [FIRST, EDITED]], kept);
      }
    });
  }

  test('is built all the same where nothing can be read or kept', async () => {
    const kept = path.join(await newFolder(), 'file');
    await writeFile(kept, '');
    await buildInTurn([ALL, ALL], kept);
  });
});
