import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filledWorkbook, formWorkbook } from '../../../src/ooxml/form-workbook.ts';
import type { Cell } from '../../../src/ooxml/workbook/workbook.ts';
import { formDocument } from '../../../src/ooxml/form-document.ts';
import { rowsOf as rowsOfTable, totalOf } from '../../../src/papers/form.ts';
import { attendanceSheets } from '../../../src/papers/attendance.ts';
import { ATTENDANCE } from '../../../src/papers/forms/attendance.ts';
import { session } from './pack-source.ts';

type Schedules = Parameters<typeof attendanceSheets>[1];

const UNIT = { name: '甲单位', headcount: 46 };
const followed = (
  from: string | undefined,
  ...sessions: ReturnType<typeof session>[]
): Schedules[number] => ({
  schedule: { plan: 'p', unit: 'u', sessions },
  campaign: { id: 'c', name: '活动', from },
});
const rowsOf = (schedules: Schedules) =>
  attendanceSheets(UNIT, schedules).map(({ sheet, facts }) => [
    sheet.title,
    (facts.tables?.attendance ?? []).map((row) => row.slice(1)),
  ]);

describe('The table of a unit’s year', () => {
  it('says the same on paper, in Word and in Excel, with what is known of its totals', () => {
    const [only] = attendanceSheets(UNIT, [
      followed(
        '2026-09-01',
        session({ id: 's1', hours: 1.5 }),
        session({ id: 's2', day: '2026-10-09', hours: 2 }),
      ),
    ]);
    const { sheet, facts } = only!;
    const table = sheet.blocks.find((block) => block.kind === 'table')!;
    const known = rowsOfTable(table, facts).filter(({ blank }) => !blank);
    assert.deepEqual(totalOf(table, facts), ['', '合计', '2次', '', '3.5', '92', '', '', '', '', '', '', '']);
    assert.deepEqual(totalOf(table, {}), ['', '合计', ...Array.from({ length: 11 }, () => '')]);
    const inWord = JSON.stringify(formDocument({ title: '表', creator: '学习办', sheets: [only!] }).sections);
    const inExcel = JSON.stringify(filledWorkbook('表', '学习办', [only!]).sheets[0]?.rows);
    for (const words of [sheet.title, ...known.flatMap(({ cells }) => cells)]) {
      assert.ok(inWord.includes(words), words);
      assert.ok(inExcel.includes(words), words);
    }
    for (const total of ['2次', '3.5', '92']) assert.ok(inWord.includes(`"${total}"`), total);
  });

  it('leaves the cells open that are filled after a meeting, those of sessions to come as well', () => {
    const [only] = attendanceSheets(UNIT, [followed('2026-09-01', session({ id: 's1' }))]);
    const table = only!.sheet.blocks.find((block) => block.kind === 'table')!;
    const [first] = rowsOfTable(table, only!.facts);
    assert.equal(table.columns[first!.known]?.head, '实到');
  });

  it('has a sheet a year, of all plans together, in the order of days, with what is planned', () => {
    const rows = rowsOf([
      followed('2026-09-01', session({ id: 's1', hours: 1.5 }), session({ id: 's2', day: '2027-01-05' })),
      followed('2026-09-01', session({ id: 'x', day: '2026-09-02', attendees: '党员', time: undefined })),
    ]);
    assert.deepEqual(rows, [
      [
        '2026年学习情况汇总表',
        [
          ['9月2日（周三）', '怎么学', '集中学习', '', ''],
          ['9月18日（周五）14:30', '怎么学', '集中学习', '1.5', '46'],
        ],
      ],
      ['2027年学习情况汇总表', [['1月5日（周二）14:30', '怎么学', '集中学习', '', '46']]],
    ]);
  });

  it('leaves out what is not held, and puts what has no day last in the year in which the campaign begins', () => {
    const undated = { day: null, timing: 'unknown', time: undefined } as const;
    const rows = rowsOf([
      followed('2026-09-01', session({ id: 'a', ...undated }), session({ id: 'b', status: 'dropped' })),
      followed(undefined, session({ id: 'c', ...undated })),
      followed('2026-09-01', session({ id: 'd' })),
    ]);
    assert.deepEqual(
      rows.map(([title, sessions]) => [title, (sessions as string[][]).map(([time]) => time)]),
      [
        ['2026年学习情况汇总表', ['9月18日（周五）14:30', '时间待定，另行通知']],
        ['时间待定的学习', ['时间待定，另行通知']],
      ],
    );
  });

  it('has formulas that work out shares row by row, and counts, sums and the share of what is filled in the total', () => {
    const { sheets } = formWorkbook('表', '学习办', ATTENDANCE.sheets, {});
    const rows = sheets[0]?.rows ?? [];
    const formulas = (cells: readonly Cell[] = []) =>
      cells.flatMap((cell) => (typeof cell === 'object' && cell.formula ? [cell.formula] : []));
    const head = sheets[0]?.head?.from ?? 0;
    assert.deepEqual(formulas(rows[head]?.cells), [
      `IF(AND(N(F${head + 1})>0,G${head + 1}<>""),G${head + 1}/F${head + 1},"")`,
    ]);
    const [from, until] = [head + 1, head + 12];
    assert.deepEqual(formulas(rows[until]?.cells), [
      `COUNTA(C${from}:C${until})&"次"`,
      ...['E', 'F', 'G', 'H', 'I', 'J'].map((column) => `SUM(${column}${from}:${column}${until})`),
      `IF(SUMIF(G${from}:G${until},"<>",F${from}:F${until})>0,SUM(G${from}:G${until})/SUMIF(G${from}:G${until},"<>",F${from}:F${until}),"")`,
      `SUM(L${from}:L${until})`,
    ]);
  });

  it('has hours and head counts as numbers, which a sum counts', () => {
    const sheets = attendanceSheets(UNIT, [followed('2026-09-01', session({ id: 's1', hours: 1.5 }))]);
    const [sheet] = filledWorkbook('表', '学习办', sheets).sheets;
    const row = sheet?.rows[sheet.head?.from ?? 0]?.cells ?? [];
    assert.deepEqual(
      row.slice(4, 6).map((cell) => typeof cell === 'object' && cell.value),
      [1.5, 46],
    );
  });
});
