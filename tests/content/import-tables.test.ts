import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import type { Festival } from '../../src/domain/calendar/festivals.ts';
import type { MonthPart, Plan, PlannedSitting, Recurrence, When } from '../../src/domain/schedule/plan.ts';
import { importWorkbook } from '../../src/import/tables/import-workbook.ts';
import { workbookContentOf } from '../../src/import/tables/workbook-content.ts';
import { readContent } from '../../src/source/read-content.ts';
import { writeContent } from '../support/site.ts';

const cases = join(resolve(process.env.ZHIXING_SHARED ?? '../shared'), 'cases');

/** The plan of a workbook, and all that is said of it. */
async function imported(...path: string[]) {
  const file = join(cases, ...path);
  const content = workbookContentOf(await readContent(await writeContent({})));
  const context = { content, outDir: '/nowhere', standing: [] };
  const { tables, remarks } = await importWorkbook(basename(file), readFileSync(file), context);
  const { sessions } = parse(tables[0]?.files[0]?.text ?? '') as Plan;
  return { sessions, tables, said: [...remarks, ...tables.flatMap(({ doubts }) => doubts)].join('\n') };
}

const UNKNOWN: When = 'unknown';
const on = (day: string, time?: string): When => (time === undefined ? { on: day } : { on: day, time });
const month = (words: string, part?: MonthPart): When => (part === undefined ? { month: words } : { month: words, part });
const before = (festival: Festival): When => ({ before: festival, year: 2027 });
/** 每月5日, in a plan of the year 2027. */
const ON_THE_FIFTH: Recurrence = { every: 'month', day: 5, from: '2027-01-01', until: '2027-12-31' };
/** 6月28日—29日 of a 读书班: a sitting a day. */
const TWO_DAYS: PlannedSitting[] = [{ on: '2027-06-28' }, { on: '2027-06-29' }];

const EXPECTED: Record<string, (When | Recurrence | PlannedSitting[])[]> = {
  '两列.xlsx': [on('2027-01-22'), month('2027-06'), before('重阳'), on('2027-02-05'), month('2027-03'), on('2027-12-05')],
  '一列.xlsx': [
    ...[on('2027-01-22'), month('2027-06'), ON_THE_FIFTH],
    ...[UNKNOWN, before('重阳'), before('重阳')],
    ...[on('2027-03-26', '09:00'), on('2027-03-26', '14:30'), on('2027-03-26', '14:30'), on('2027-01-05')],
    ...[before('春节'), { period: '2027-q1' }, { period: '2027-h1' }, UNKNOWN, month('2027-03', 'mid'), UNKNOWN, UNKNOWN],
  ],
  '三会一课计划.xlsx': [
    ...[UNKNOWN, month('2027-01', 'early'), on('2027-01-22'), { by: '2027-03-31' }, on('2027-03-26', '09:00')],
    ...[UNKNOWN, TWO_DAYS, before('重阳')],
  ],
};

describe(
  'workbooks that once had their times guessed',
  { skip: !existsSync(cases) && 'the folder with the cases is not here' },
  () => {
    for (const [name, expected] of Object.entries(EXPECTED))
      it(`${name}: every time is the one that is written, or unknown with its words`, async () => {
        const { sessions, said } = await imported('plans', 'excel', name);
        assert.deepEqual(
          sessions.map(({ when, sittings }) => when ?? sittings),
          expected,
        );
        for (const { when, note } of sessions) {
          if (when !== 'unknown') continue;
          const words = /时间原写：(.+)/u.exec(note ?? '')?.[1] ?? '';
          assert.ok(words !== '' && said.includes(words), note);
        }
      });

    it('the .csv in GBK becomes a plan whose day has no year, and that is said', async () => {
      const { sessions, said } = await imported('import', 'gbk-plan.csv');
      assert.deepEqual(
        sessions.map(({ title, when }) => [title, when]),
        [['政务服务', 'unknown']],
      );
      assert.match(said, /编码：GB18030[\s\S]*3月5日没有年份/);
    });

    it('a sheet of notes or a hidden list beside the plan refuses nothing', async () => {
      for (const [name, words] of [
        ['plan-with-notes-sheet.xlsx', '填表说明'],
        ['plan-hidden-list-sheet.xlsx', '隐藏的，没有导入'],
      ] as const) {
        const { sessions, said } = await imported('import', name);
        assert.equal(sessions.length, 2);
        assert.ok(said.includes(words));
      }
    });

    it('hidden rows and columns are said, signature rows are no sessions', async () => {
      const hidden = await imported('import', 'plan-hidden-row-and-column.xlsx');
      assert.match(hidden.said, /有隐藏的行或列，没有导入.*作废专题/);
      const signed = await imported('import', 'plan-footer-lines.xlsx');
      assert.deepEqual(
        signed.sessions.map(({ when }) => when),
        [on('2024-03-05'), on('2024-03-12')],
      );
    });

    it('days of 1904, heads of two rows and days as text are what they were', async () => {
      const old = await imported('import', 'plan-1904.xlsx');
      assert.deepEqual(
        old.sessions.map(({ when }) => when),
        [on('2024-03-05'), on('2024-03-12'), on('2024-03-19')],
      );
      const heads = await imported('import', 'plan-two-row-head.xlsx');
      assert.deepEqual(
        heads.sessions.map(({ title, when }) => [title, when]),
        [
          ['政务服务', on('2024-03-05')],
          ['政务服务', on('2024-03-12')],
          ['作风建设', on('2024-04-02')],
        ],
      );
      const texts = await imported('import', 'plan-text-dates.xlsx');
      assert.deepEqual(texts.sessions.slice(0, 4).map(({ when }) => when), [
        on('2024-03-05'),
        on('2024-03-12', '14:30'),
        on('2024-03-19'),
        on('2024-03-26'),
      ]);
    });
  },
);
