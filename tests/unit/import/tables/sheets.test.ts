import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8 } from 'fflate';
import { parse } from 'yaml';
import type { Plan } from '../../../../src/domain/schedule/plan.ts';
import { importWorkbook } from '../../../../src/import/tables/import-workbook.ts';
import { isTableFile } from '../../../../src/import/tables/read-sheets.ts';
import { workbookContentOf } from '../../../../src/import/tables/workbook-content.ts';
import { drawn, rowsAt, type Drawing } from './drawn.ts';
import { officeOf } from './office.ts';

/** What a table file becomes in an office that has nothing, and all that is said of it. */
async function imported(name: string, file: Uint8Array | Drawing) {
  const bytes = file instanceof Uint8Array ? file : drawn(file);
  const content = workbookContentOf(officeOf({}));
  const { tables, remarks } = await importWorkbook(name, bytes, {
    content,
    outDir: '/nowhere',
    standing: [],
  });
  const plans = tables.flatMap(({ files }) =>
    files.filter(({ folder }) => folder === 'plans').map(({ text }) => parse(text) as Plan),
  );
  const text = tables.flatMap(({ files }) => files.map((each) => each.text)).join('');
  const said = [...remarks, ...tables.flatMap(({ doubts }) => doubts)].join('\n');
  const uses = tables.map((table) => Object.fromEntries(table.uses));
  return { plans, text, said, uses };
}

const titles = (plans: readonly Plan[]) => plans.map(({ sessions }) => sessions.map(({ title }) => title));

const CSV = '2027年学习计划,,\n序号,时间,专题\n1,3月5日,会议精神\n2,"3月26日,上午9:00","要点""甲"""\n';

describe('A .csv file', () => {
  it('is read in any encoding, with commas, tabs or semicolons', async () => {
    const gbk = Uint8Array.from(
      // 专题,时间,形式 / 会议,2027年3月5日,党课 in GBK
      'd7a8cce22ccab1bce42cd0cecabd0abbe1d2e92c32303237c4ea33d4c235c8d52cb5b3bfce0a'
        .match(/../g)
        ?.map((pair) => parseInt(pair, 16)) ?? [],
    );
    assert.deepEqual((await imported('a.csv', gbk)).plans[0]?.sessions[0], {
      id: 's1',
      title: '会议',
      form: '党课',
      when: { on: '2027-03-05' },
    });
    const tabbed = `\uFEFF${CSV.replace('"3月26日,上午9:00"', '3月26日上午9:00').replaceAll(',', '\t')}`;
    const utf16 = new Uint8Array(new Uint16Array(Array.from(tabbed, (each) => each.charCodeAt(0))).buffer);
    for (const bytes of [strToU8(CSV), strToU8(`\uFEFF${CSV}`), utf16]) {
      const { plans, said } = await imported('a.csv', bytes);
      assert.deepEqual(
        plans[0]?.sessions.map(({ title, when }) => [title, when]),
        [
          ['会议精神', { on: '2027-03-05' }],
          ['要点"甲"', { on: '2027-03-26', time: '09:00' }],
        ],
      );
      assert.match(said, /^编码：/);
    }
  });

  it('in Traditional characters is read in Simplified ones, and that is said', async () => {
    const { plans, said } = await imported(
      'a.csv',
      strToU8('2027年學習計劃,\n時間,專題\n3月5日,學習會議精神\n'),
    );
    assert.deepEqual(titles(plans), [['学习会议精神']]);
    assert.match(said, /繁体转为简体 \d+ 字/);
  });

  it('without a table, without anything, or with an open quotation mark is refused with what to do', async () => {
    for (const [text, reason] of [
      ['姓名,电话\n甲,1\n', /认不出列名/],
      ['', /文件是空的/],
      ['\n , \n', /表里没有内容/],
      [`时间,专题\n3月5日,"${'甲,乙\n'.repeat(20_000)}`, /引号.*没有配对/],
    ] as const)
      await assert.rejects(imported('a.csv', strToU8(text)), reason);
  });
});

describe('A file called .xls', () => {
  it('is read where it is text, and refused with 另存为 where it is an old workbook, a page or anything else', async () => {
    const { plans } = await imported('a.xls', strToU8('时间\t专题\n2027年3月5日\t甲\n'));
    assert.deepEqual(titles(plans), [['甲']]);
    const old = new Uint8Array(600);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await assert.rejects(imported('a.xls', old), /旧版 \.xls.*另存为“Excel 工作簿（\.xlsx）”/);
    await assert.rejects(imported('a.xls', strToU8('<html><table></table>')), /其实是网页.*另存为/);
    await assert.rejects(imported('a.et', old), /旧版 \.xls.*另存为/);
    await assert.rejects(imported('a.ods', strToU8('PK')), /\.ods.*另存为/);
  });

  it('is a table by its name, as .csv and .xlsx are; a paper is none', () => {
    for (const name of ['a.xls', 'a.XLSX', 'a.csv', 'a.et', 'a.ods', 'a.xlsm'])
      assert.ok(isTableFile(name), name);
    for (const name of ['a.docx', 'xls', 'a.xls.txt']) assert.ok(!isTableFile(name), name);
  });
});

const PLAN = [
  ['时间', '专题', '学习形式', '主讲人'],
  ['3月5日', '甲', '党课', '书记'],
  ['3月6日', '作废', '党课', '张某'],
  ['3月7日', '丙', '党课', '书记'],
];

describe('Hidden rows and columns', () => {
  it('are left out and named with their words', async () => {
    const { plans, said, text } = await imported('a.xlsx', {
      cells: rowsAt('A1', [['2027年学习计划'], ...PLAN]),
      hiddenRows: [4],
      hiddenColumns: [4],
    });
    assert.deepEqual(titles(plans), [['甲', '丙']]);
    assert.match(said, /有隐藏的行或列，没有导入（7 格）：.*B4“作废”.*要导入的先取消隐藏/);
    assert.doesNotMatch(text, /张某|书记/);
  });

  it('hide no merged cell that shows in another column', async () => {
    const { plans } = await imported('a.xlsx', {
      cells: rowsAt('A1', [['2027年学习计划'], ['序号', ...PLAN[0]!], [1, ...PLAN[1]!]]),
      merges: ['A1:E1'],
      hiddenColumns: [1],
    });
    assert.equal(plans[0]?.title, '2027年学习计划');
    assert.deepEqual(plans[0].sessions[0]?.when, { on: '2027-03-05' });
  });

  it('that are all there is are said, and nothing is written', async () => {
    await assert.rejects(
      imported('a.xlsx', { cells: rowsAt('A1', [PLAN[0]!]), hiddenRows: [1] }),
      /表里的内容都是隐藏的；取消隐藏后再导入/,
    );
  });
});

describe('Several tables of one sheet', () => {
  const names = ['时间', '专题', '学习形式'];

  it('below each other become a plan each, also where their columns are the same', async () => {
    const { plans } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['2027年上半年学习计划'],
        names,
        ['3月5日', '甲', '党课'],
        [],
        ['2027年下半年学习计划'],
        names,
        ['9月5日', '乙', '党课'],
      ]),
    });
    assert.deepEqual(
      plans.map(({ title }) => title),
      ['2027年上半年学习计划', '2027年下半年学习计划'],
    );
    assert.deepEqual(titles(plans), [['甲'], ['乙']]);
  });

  it('are one where only the page begins anew: the same names, the same title or none', async () => {
    for (const title of [[], ['2027年学习计划']]) {
      const { plans, uses } = await imported('a.xlsx', {
        cells: rowsAt('A1', [
          ['2027年学习计划'],
          names,
          ['3月5日', '甲', '党课'],
          title,
          names,
          ['9月5日', '乙', '党课'],
        ]),
      });
      assert.deepEqual(titles(plans), [['甲', '乙']]);
      assert.equal(uses[0]?.重复的列名, 3);
    }
  });

  it('beside each other are not mixed', async () => {
    const row = (month: number, title: string) => [`2027年${month}月5日`, title];
    const { plans } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['时间', '专题', null, '时间', '专题'],
        [...row(3, '甲'), null, ...row(4, '乙')],
      ]),
    });
    assert.deepEqual(titles(plans), [['甲'], ['乙']]);
  });

  it('of one title get files of their own', async () => {
    const table = [names, ['3月5日', '甲', '党课']];
    const { plans } = await imported('a.xlsx', {
      cells: rowsAt('A1', [['2027年学习计划'], ...table]),
      more: [{ name: '二', cells: rowsAt('A1', [['2027年学习计划'], ...table]) }],
    });
    assert.equal(plans.length, 2);
  });

  it('one of which cannot be read stop no other, and it is named', async () => {
    const { plans, said } = await imported('a.xlsx', {
      cells: rowsAt('A1', [['2027年学习计划'], names, ['3月5日', '甲', '党课']]),
      more: [{ name: '空表', cells: rowsAt('A1', [['2027年另一份学习计划'], names]) }],
    });
    assert.deepEqual(titles(plans), [['甲']]);
    assert.match(said, /工作表“空表”第 1 行起的表没有导入：列名下面没有学习场次/);
  });
});

describe('What stands below a table', () => {
  it('is no session: signatures in whatever columns, who made it, sums, notes', async () => {
    const { plans, text, uses } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['2027年学习计划'],
        ['时间', '专题', '学习形式', '地点'],
        ['3月5日', '甲', '党课', '二楼'],
        ['合计', '1场'],
        ['制表人：某某', '审核人：某某'],
        ['云川市某局机关党委（盖章）', null, null, '2027年1月5日'],
        [null, null, null, '二〇二七年一月六日'],
        ['备注：各科室按时参加。'],
      ]),
    });
    assert.deepEqual(titles(plans), [['甲']]);
    assert.deepEqual([uses[0]?.表下文字, uses[0]?.合计], [6, 2]);
    for (const words of [
      '合计 1场',
      '制表人：某某　审核人：某某',
      '云川市某局机关党委（盖章）　2027年1月5日',
      '二〇二七年一月六日',
      '备注：各科室按时参加。',
    ])
      assert.ok(text.includes(`# 表外文字：${words}\n`), words);
  });

  it('does not swallow sessions that end with the name of a body, or have no time', async () => {
    const { plans } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['2027年学习计划'],
        ['时间', '专题', '学习形式'],
        ['3月5日', '走进市档案馆', '现场教学'],
        [null, '补课', '个人自学'],
      ]),
    });
    assert.deepEqual(titles(plans), [['走进市档案馆', '补课']]);
  });
});

describe('A ledger', () => {
  it('says at the head of its file which rows were left out, and not their words', async () => {
    const { text, said } = await imported(
      '台账.csv',
      strToU8(
        '编号,来源,收到日期,办理时限,意见内容\n1,信箱,2026-10-05,5个工作日,食堂\n2,电话,2026-10-08,,停车\n',
      ),
    );
    assert.match(text, /# 没有导入的行（合计里没有它们，改好后补上）：原表第 2 行\n/);
    assert.match(said, /第 2 行没有导入：时限“5个工作日”不是日期/);
    assert.doesNotMatch(text, /食堂|停车/);
    assert.match(text, /2026-10-08,,,,,2,电话/);
  });
});

describe('Columns of people', () => {
  it('are left out and named; who leads a session stays', async () => {
    const { plans, said, text } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['2027年学习计划'],
        ['序号', '姓名', '联系电话', '时间', '专题', '主持人', '科室'],
        ['一', '张某某', '12345678', '3月5日', '甲', '支部书记', '办公室'],
      ]),
    });
    assert.deepEqual(plans[0]?.sessions[0]?.note, '科室：办公室');
    assert.equal(plans[0].sessions[0].chair, '支部书记');
    assert.match(said, /没有导入的列（姓名、电话等不入库）：姓名、联系电话/);
    assert.doesNotMatch(text, /张某某|12345678|序号/);
  });
});

describe('A timetable', () => {
  it('with days over its columns and halves of the day beside its rows becomes a session for each cell', async () => {
    const { plans, said } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['2027年读书班课程表'],
        ['时间', '3月8日（星期一）', '3月9日（星期二）', '3月10日（星期三）'],
        ['上午', '开班动员会', '专题辅导\n主讲：某教授', '现场教学'],
        ['14:30', '研讨', null, '总结会'],
        ['备注：自带笔记本'],
      ]),
    });
    assert.deepEqual(
      plans[0]?.sessions.map(({ title, form, when }) => [title, form, when]),
      [
        ['开班动员会', '动员会', { on: '2027-03-08' }],
        ['专题辅导', '集中学习', { on: '2027-03-09' }],
        ['现场教学', '现场教学', { on: '2027-03-10' }],
        ['研讨', '交流研讨', { on: '2027-03-08', time: '14:30' }],
        ['总结会', '总结会', { on: '2027-03-10', time: '14:30' }],
      ],
    );
    assert.match(plans[0]?.sessions[1]?.note ?? '', /^主讲：某教授\n时间原写：3月9日（星期二），上午$/);
    assert.match(said, /没有全部写进字段/);
  });

  it('may name its columns in two rows, weekdays over dates or dates over weekdays', async () => {
    const days = ['日期', '3月8日', '3月9日', '3月10日'];
    const weekdays = ['星期', '星期一', '星期二', '星期三'];
    for (const head of [
      [weekdays, days],
      [days, weekdays],
    ]) {
      const rows = [['2027年读书班日程安排'], ...head, ['9:00', '动员', '辅导', '研讨']];
      const { plans } = await imported('日程.xlsx', { cells: rowsAt('A1', rows) });
      assert.deepEqual(
        plans[0]?.sessions.map(({ title, when }) => [title, when]),
        [
          ['动员', { on: '2027-03-08', time: '09:00' }],
          ['辅导', { on: '2027-03-09', time: '09:00' }],
          ['研讨', { on: '2027-03-10', time: '09:00' }],
        ],
      );
    }
  });

  it('of weeks and weekdays gives weeks, with the weekday in the note', async () => {
    const { plans } = await imported('a.xlsx', {
      cells: rowsAt('A1', [
        ['周次', '星期一', '星期三', '星期五'],
        ['第一周', '甲', null, '乙'],
      ]),
    });
    assert.deepEqual(
      plans[0]?.sessions.map(({ when, note }) => [when, note]),
      [
        [{ week: 1 }, '时间原写：第一周，星期一'],
        [{ week: 1 }, '时间原写：第一周，星期五'],
      ],
    );
  });
});
