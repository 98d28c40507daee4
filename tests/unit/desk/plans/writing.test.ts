import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Desk, SaveConflict } from '../../../../src/desk/desk.ts';
import { FileChanged } from '../../../../src/desk/files/content-folder.ts';
import { EditError } from '../../../../src/desk/items/edit-text.ts';
import { copyPlan } from '../../../../src/desk/plans/copy-plan.ts';
import { receipts, setReceipts } from '../../../../src/desk/plans/receipts.ts';
import { readSettings } from '../../../../src/source/settings.ts';
import { ROOT, temporaryFolder, writeContent, type ContentFiles } from '../../../support/site.ts';

const CONTENT: ContentFiles = {
  'campaigns/c.yaml':
    'name: 活动\norganiser: 学习办\nfrom: 2026-09-01\nuntil: 2026-11-30\nreports:\n  - { title: 小结, deadline: { every: month, day: 20, from: 2026-09-01, until: 2026-11-30 } }\n  - { title: 名单, deadline: { on: 2026-10-23 } }\n',
  'units/blood.yaml':
    'name: 云川市血液中心\nshortName: 市血液中心\naliases: [{ name: 云川市中心血站, until: 2019-03-31 }]\n',
  'units/office.yaml': 'name: 云川市卫生健康委\nshortName: 委机关\n',
  'plans/p.yaml':
    '# 计划\ncampaign: c\ntitle: 2026年计划\nrevised: 2026-09-10\nsessions:\n  - { id: s1, title: 甲, form: 党课, when: { on: 2026-10-16 } }\n',
};
const TABLE =
  '事项,单位,收到日期,份数,备注\n小结（第2次）,云川市中心血站,2026-10-19,1,\n名单,委机关,,,免报\n';

const desks: Desk[] = [];
after(() => Promise.all(desks.map((desk) => desk.end())));

async function open(
  files: ContentFiles = {},
): Promise<{ desk: Desk; textOf: (file: string) => Promise<string>; folder: string }> {
  const folder = await writeContent({ ...CONTENT, ...files });
  const desk = await Desk.open(readSettings({ CONTENT_DIR: folder, OUT_DIR: await temporaryFolder() }, ROOT));
  desks.push(desk);
  return { desk, folder, textOf: (file) => readFile(join(folder, file), 'utf8') };
}

describe('Receipts are written row by row', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  before(async () => {
    opened = await open({ 'receipts/c.csv': TABLE });
  });
  it('knows what was handed in by any name of the unit, and who is exempt', async () => {
    const { desk } = opened;
    const [answer] = await receipts(desk);
    assert.deepEqual(
      answer!.dues.map(({ title, due }) => [title, due]),
      [
        ['小结（第1次）', '2026年9月20日前'],
        ['小结（第2次）', '2026年10月20日前'],
        ['小结（第3次）', '2026年11月20日前'],
        ['名单', '2026年10月23日前'],
      ],
    );
    assert.deepEqual(
      answer!.handedIn.map(({ due, unit, received, note }) => [due, unit, received, note]),
      [
        ['report-1-2', 'blood', '2026-10-19', undefined],
        ['report-2', 'office', undefined, '免报'],
      ],
    );
  });
  it('changes, adds and takes away rows, each turn by its own name, and leaves the others as they are', async () => {
    const { desk, textOf } = opened;
    const set = async (...entries: Parameters<typeof setReceipts>[1]['entries']) => {
      const [{ digest } = { digest: undefined }] = await receipts(desk);
      await setReceipts(desk, { campaign: 'c', digest, entries });
      return textOf('receipts/c.csv');
    };
    assert.equal(
      await set(
        { due: 'report-1-2', unit: 'blood', received: '2026-10-20', copies: 1 },
        { due: 'report-1-1', unit: 'office', received: '2026-09-18' },
      ),
      `${TABLE.replace('2026-10-19', '2026-10-20')}小结（第1次）,委机关,2026-09-18,,\n`,
    );
    assert.equal(
      await set(
        { due: 'report-1-2', unit: 'blood' },
        { due: 'report-2', unit: 'office', received: '2026-10-22', note: '补报' },
      ),
      '事项,单位,收到日期,份数,备注\n名单,委机关,2026-10-22,,补报\n小结（第1次）,委机关,2026-09-18,,\n',
    );
  });
  it('overwrites no table that was changed meanwhile, and no workbook', async () => {
    const { desk, folder } = opened;
    const [{ digest } = { digest: undefined }] = await receipts(desk);
    await writeFile(join(folder, 'receipts/c.csv'), `${TABLE}名单,市血液中心,2026-10-21,1,\n`);
    desk.contentChanged();
    const entries = [{ due: 'report-1-1', unit: 'blood', received: '2026-09-18' }];
    await assert.rejects(setReceipts(desk, { campaign: 'c', digest, entries }), SaveConflict);
    await assert.rejects(setReceipts(desk, { campaign: 'none', entries }), EditError);
    await assert.rejects(
      setReceipts(desk, { campaign: 'c', digest, entries: [{ due: 'x', unit: 'blood' }] }),
      EditError,
    );
  });
});

describe('A plan is copied as a file of its own', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  before(async () => {
    opened = await open({ 'plans/broken.yaml': 'title: [\n' });
  });
  it('only told at first, then written with its comments, without what is of its year', async () => {
    const { desk, textOf } = opened;
    const request = { file: 'plans/p.yaml', years: 1, title: '2027年计划', campaign: 'c' };
    const told = await copyPlan(desk, request);
    assert.equal(told.file, undefined);
    assert.match(told.times[0]!.became, /2026年10月16日（周五）推到2027年10月16日（周六，待国务院办公厅公布/);
    const { file } = await copyPlan(desk, { ...request, id: 'p-2027' });
    assert.equal(file, 'plans/p-2027.yaml');
    const text = await textOf(file);
    assert.match(text, /^# 计划\ncampaign: c\ntitle: 2027年计划\nsessions:\n/);
    assert.match(text, /when: \{ on: 2027-10-16 \}[^]*日期待确认：/);
    assert.equal(await textOf('plans/p.yaml'), CONTENT['plans/p.yaml']);
  });
  it('never over another one, under no name that is no address, and from no file that is none', async () => {
    const { desk } = opened;
    const request = { file: 'plans/p.yaml', years: 1, title: '2027年计划', campaign: 'c' };
    for (const change of [
      { id: 'p' },
      { id: '../x' },
      { id: 'ok', title: ' ' },
      { id: 'ok', file: 'plans/broken.yaml' },
    ])
      await assert.rejects(copyPlan(desk, { ...request, ...change }), EditError, JSON.stringify(change));
    for (const file of ['plans/none.yaml', 'units/blood.yaml'])
      await assert.rejects(copyPlan(desk, { ...request, file }), FileChanged, file);
  });
});

describe('An item is made with the fields of its form', () => {
  const made: [collection: string, fields: Record<string, unknown>][] = [
    [
      'campaigns',
      {
        name: '活动二',
        organiser: '学习办',
        stages: [{ id: 'a', title: '一' }],
        bulletins: { every: 'half-month', from: { campaign: 'start' }, until: { campaign: 'end' } },
      },
    ],
    [
      'essays',
      { title: '心得体会', campaign: 'c', deadline: { workingDays: 5, after: { campaign: 'end' } } },
    ],
    ['checklists', { title: '清单', items: [{ text: '甲', deadline: { on: '2026-10-09', time: '17:30' } }] }],
    [
      'ledgers',
      {
        title: '台账',
        groups: [{ name: '座谈会', received: 3, classes: { 已经解决: 2 }, categories: { 甲: 3 } }],
      },
    ],
    [
      'formulas',
      {
        name: '三项行动',
        lists: [{ number: 3, of: '行动', items: ['甲', { text: '乙', at: 'p2' }], source: 'texts/a#p1' }],
      },
    ],
    ['bulletins', { title: '通报', number: '3', date: '2026-10-09' }],
    [
      'units',
      {
        name: '云川市急救中心',
        meeting: { weekday: 3, time: '15:00' },
        plans: [{ plan: 'p', since: '2026-11-01' }],
      },
    ],
    ['plans', { title: '计划二', campaign: 'c' }],
    ['speeches', { title: '讲话', date: 'unknown', speaker: { role: '主任' } }],
  ];
  it('of every kind, soundly, groups and lists included', async () => {
    const { desk } = await open();
    for (const [collection, fields] of made) {
      const item = await desk.make({ collection, fields });
      assert.deepEqual(
        item.findings.map(({ reason }) => reason),
        [],
        collection,
      );
      for (const [name, value] of Object.entries(fields))
        assert.deepEqual(item.fields?.[name], value, `${collection} ${name}`);
    }
  });
});
