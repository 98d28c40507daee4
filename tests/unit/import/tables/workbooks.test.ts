import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { checkContent } from '../../../../src/check/check-content.ts';
import { RULES } from '../../../../src/import/rules/all-rules.ts';
import { runImport } from '../../../../src/import/run-import.ts';
import { readWorkbook } from '../../../../src/import/tables/read-workbook.ts';
import { blankPlanWorkbook } from '../../../../src/ooxml/plan-workbook.ts';
import { readRows } from '../../../../src/source/read-rows.ts';
import { writeWorkbook } from '../../../../src/ooxml/workbook/write-workbook.ts';
import { entryFile, temporaryFolder, writeContent } from '../../../support/site.ts';
import { drawn, rowsAt, type Drawing } from './drawn.ts';

const PLAN: Drawing = {
  cells: {
    A1: '2026年“转作风”学习计划安排表',
    ...rowsAt('A2', [
      ['序号', '时间', '专题', '篇目', '学习形式'],
      [1, '10月16日 14:30', '甲', '《学习纲要》', '集中学习'],
    ]),
  },
  merges: ['A1:E1'],
};
const PLAN_ID = '2026-nian-zhuan-zuo-feng-xue-xi-ji-hua';
const FILES = {
  'texts/outline.md': entryFile('第一段', { title: '学习纲要' }),
  'campaigns/conduct.yaml':
    'name: “转作风”学习活动\norganiser: 学习办\nfrom: 2026-09-14\nuntil: 2026-12-31\n',
};

/** A content folder, and what the import command makes of workbooks in it. */
async function office(files: Record<string, string> = FILES) {
  const folder = await writeContent(files);
  const run = async (books: Record<string, Uint8Array>, options: { dryRun?: boolean } = {}) => {
    const from = await temporaryFolder();
    const paths: string[] = [];
    for (const [name, bytes] of Object.entries(books)) {
      paths.push(join(from, name));
      await writeFile(join(from, name), bytes);
    }
    const said: string[] = [];
    const counts = await runImport({
      files: paths,
      contentDir: folder,
      outDir: folder,
      dryRun: options.dryRun ?? false,
      rules: RULES,
      print: (text) => said.push(text),
    });
    return { counts, said: said.join('\n') };
  };
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  return { folder, run, read };
}

describe('The import of a workbook', () => {
  it('writes a plan that passes the check, and says what every cell was used as and what the unit’s file gets', async () => {
    const { folder, run, read } = await office();
    const { counts, said } = await run({ '学习计划.xlsx': drawn(PLAN) });
    assert.deepEqual(counts, { written: 1, present: 0, failed: 0 });
    assert.match(
      said,
      /有字的格 11 = 表头文字 1 \+ 列名 5 \+ 序号 1 \+ 时间 1 \+ 专题 1 \+ 篇目 1 \+ 学习形式 1；没有去向不明的格/,
    );
    const id = PLAN_ID;
    assert.match(said, /把下面几行照抄到 每个要执行它的单位文件 units\/….yaml 的末尾/);
    const [, toPaste = ''] = /\n(plans:\n(?: .*\n)+)/.exec(said) ?? [];
    assert.equal(toPaste, `plans:\n  - plan: ${id}\n`);
    await mkdir(join(folder, 'units'));
    await writeFile(join(folder, 'units', 'blood.yaml'), `name: 血液中心\n${toPaste}`);
    assert.match(
      await read(`plans/${id}.yaml`),
      /^# 导入自 学习计划\.xlsx sha256:[0-9a-f]{64}\ncampaign: conduct\ntitle: 2026年“转作风”学习计划\nsessions:\n {2}- id: s1\n {4}title: 甲\n {4}form: 集中学习\n {4}readings: \[ texts\/outline \]\n {4}when: \{ on: 2026-10-16, time: "14:30" \}\n$/,
    );
    assert.deepEqual((await checkContent(folder, { today: '2026-09-01' })).faults, []);
  });

  it('changes nothing the second time, and never overwrites a file of the same name', async () => {
    const { folder, run, read } = await office();
    await run({ 'a.xlsx': drawn(PLAN) });
    const [file = ''] = await readdir(join(folder, 'plans'));
    await writeFile(join(folder, 'plans', file), `${await read(`plans/${file}`)}onHoliday: before\n`);
    const edited = await read(`plans/${file}`);
    const again = await run({ 'a.xlsx': drawn(PLAN) });
    assert.deepEqual(again.counts, { written: 0, present: 1, failed: 0 });
    const other = await run({ 'b.xlsx': drawn({ ...PLAN, cells: { ...PLAN.cells, C3: '乙' } }) });
    assert.deepEqual(other.counts, { written: 1, present: 0, failed: 0 });
    assert.equal(await read(`plans/${file}`), edited);
    assert.deepEqual((await readdir(join(folder, 'plans'))).length, 2);
    assert.doesNotMatch(other.said, /同名/);
  });

  it('writes nothing in a dry run', async () => {
    const { folder, run } = await office();
    const { counts, said } = await run({ 'a.xlsx': drawn(PLAN) }, { dryRun: true });
    assert.equal(counts.written, 1);
    assert.match(said, /试运行，未写入/);
    await assert.rejects(readdir(join(folder, 'plans')));
  });

  it('refuses a file without a table; a sheet without one beside the plan is named and stops nothing', async () => {
    const { run, read } = await office();
    const notes = { name: '填表说明', cells: { A1: '一、由办公室填写', A2: '二、每月报送' } };
    const hidden = { name: '选项', cells: { A1: '会议室' }, isHidden: true };
    const { counts, said } = await run({
      'a.xlsx': drawn({ cells: { A1: '通讯录', A2: '姓名', B2: '电话' } }),
      'b.xlsx': drawn({ ...PLAN, more: [notes, hidden] }),
    });
    assert.deepEqual(counts, { written: 1, present: 0, failed: 1 });
    assert.match(said, /未导入：表里认不出列名：学习计划要有/);
    assert.match(
      said,
      /工作表“填表说明”：认不出列名，没有作为表导入，照录在文件开头：一、由办公室填写；二、每月报送/,
    );
    assert.match(said, /工作表“选项”是隐藏的，没有导入：会议室；要导入的先取消隐藏/);
    const text = await read(`plans/${PLAN_ID}.yaml`);
    assert.match(text, /# 表外文字：工作表“填表说明”：一、由办公室填写；二、每月报送\n/);
    assert.doesNotMatch(text, /会议室/);
  });

  it('keeps a cell that no column name stands over at the head of the file, and names it', async () => {
    const { run, read } = await office();
    const { counts, said } = await run({
      'a.xlsx': drawn({ ...PLAN, cells: { ...PLAN.cells, H3: '旁边的字' } }),
    });
    assert.equal(counts.written, 1);
    assert.match(said, /表旁 1 格没有列名，照录在文件开头：H3：旁边的字/);
    assert.match(await read(`plans/${PLAN_ID}.yaml`), /# 表外文字：H3：旁边的字\n/);
  });

  it('reads the blank form once it is filled in', async () => {
    const { run } = await office();
    const blank = blankPlanWorkbook('学习计划安排表', '学习办', 3);
    const rows = blank.sheets[0]!.rows.map((row) => ({ ...row, cells: [...row.cells] }));
    rows[3]!.cells.splice(1, 4, '10月16日', '甲', '《学习纲要》', '党课');
    const filled = { ...blank, sheets: [{ ...blank.sheets[0]!, rows }] };
    const { counts, said } = await run({ 'a.xlsx': writeWorkbook(filled) });
    assert.equal(counts.failed, 0, said);
    assert.match(said, /学习计划：有字的格/);
  });
});

describe('Ledgers and receipts from Excel', () => {
  it('hold the same words when their .csv file is read, also those that a spreadsheet program would make something else of', async () => {
    const { folder, run } = await office();
    const notes = [
      '=1+1',
      '＝1',
      '+86',
      '-1',
      '@全体',
      "'=1",
      '007',
      '3-5',
      '一，二，三，四，五，六，七',
      '甲,"乙"\n丙',
      '1\t2',
    ];
    const rows = notes.map((note) => ['总结报告', note, '2026-10-23', '2', note]);
    const sheet = { name: '表', columns: [9, 9, 9, 9, 9] };
    const book = writeWorkbook({
      title: '',
      creator: '',
      sheets: [
        {
          ...sheet,
          rows: [['事项', '单位', '收到日期', '份数', '备注'], ...rows].map((cells) => ({ cells })),
        },
      ],
    });
    await run({ '报送.xlsx': book });
    const file = 'receipts/bao-song.csv';
    const read = await readRows(folder, file);
    assert.deepEqual(
      read.rows?.slice(1).map(({ cells }) => cells),
      // A field of one line has no line ends and tabs: they are blanks.
      rows.map((cells) => cells.map((words) => words.replace(/[\n\t]/g, ' '))),
    );
    assert.match(await readFile(join(folder, file), 'utf8'), /,"'=1\+1",2026-10-23,/);
  });

  it('become files of the content folder; columns with the words of opinions are left out and named', async () => {
    const { folder, run, read } = await office();
    const ledger = {
      cells: {
        A1: '意见建议办理台账',
        ...rowsAt('A2', [
          ['编号', '来源', '收到日期', '意见内容', '办结日', '办理类别'],
          [1, '座谈会', { value: 46308, format: 14 }, '某某同志反映食堂太贵', '2026年10月20日', '已经解决'],
          [2, null, '2026-10-14', '=1+1', null, null],
          ['合计', null, null, null, 1, null],
        ]),
      },
      merges: ['A1:F1', 'B3:B4'],
    };
    const receipts = rowsAt('A1', [
      ['事项', '报送单位', '收到日期', '份数', '备注'],
      ['总结报告', '血液中心', { value: 46318, format: 'm"月"d"日"' }, '2份', '=cmd|x'],
    ]);
    const { counts, said } = await run({
      '意见台账.xlsx': drawn(ledger),
      '报送.xlsx': drawn({ cells: receipts }),
    });
    assert.deepEqual(counts, { written: 3, present: 0, failed: 0 }, said);
    assert.equal(
      await read('ledgers/yi-jian-tai-zhang.csv'),
      '收到日期,签批日期,首次回复日,办结日,时限,编号,来源,办理类别,内容分类,退回或并件\n' +
        '2026-10-13,,,2026-10-20,,1,座谈会,已经解决,,\n2026-10-14,,,,,2,座谈会,,,\n',
    );
    assert.match(await read('ledgers/yi-jian-tai-zhang.yaml'), /title: 意见建议办理台账\ndraft: true\n$/);
    assert.equal(
      await read('receipts/bao-song.csv'),
      `事项,单位,收到日期,份数,备注\n总结报告,血液中心,2026-10-23,2,"'=cmd|x"\n`,
    );
    assert.match(said, /没有导入的列（意见内容、姓名等不入库）：意见内容/);
    assert.doesNotMatch(JSON.stringify(await readdir(folder, { recursive: true })), /食堂/);
  });

  it('leave out a row that cannot be read, with its words and the reason; the others are written', async () => {
    const { run, read } = await office();
    const cells = rowsAt('A1', [
      ['2026年第三季度报送情况'],
      ['事项', '单位', '收到日期'],
      ['甲', '血液中心', '上周五'],
      ['甲', '疾控中心', '10月23日'],
      [null, '血液中心', '2026-10-23'],
      ['乙', '血液中心', '二〇二六年十月二十六日'],
      ['填表人：办公室'],
    ]);
    const { counts, said } = await run({ '报送.xlsx': drawn({ cells }) });
    assert.equal(counts.written, 1);
    assert.match(
      said,
      /第 3 行没有导入：收到日期“上周五”不是日期 — 写成 2026-10-23；原文：甲 \| 血液中心 \| 上周五/,
    );
    assert.match(said, /第 5 行没有导入：没有写事项/);
    assert.match(said, /没有导入的行 5/);
    assert.equal(
      await read('receipts/bao-song.csv'),
      '事项,单位,收到日期,份数,备注\n甲,疾控中心,2026-10-23,,\n乙,血液中心,2026-10-26,,\n',
    );
  });

  it('are refused where no row can be read, each with its reason', async () => {
    const { folder, run } = await office();
    const cells = rowsAt('A1', [
      ['事项', '单位', '收到日期'],
      ['甲', '血液中心', '上周五'],
      [null, '血液中心', '2026-10-23'],
    ]);
    const { counts, said } = await run({ '报送.xlsx': drawn({ cells }) });
    assert.equal(counts.failed, 1);
    assert.match(said, /报送:2:1 收到日期“上周五”不是日期/);
    assert.match(said, /报送:3:1 没有写事项/);
    await assert.rejects(readdir(join(folder, 'receipts')));
  });
});

describe('A hostile workbook', () => {
  it('of zeros that unpack without end is refused', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024),
    });
    assert.throws(() => readWorkbook(bomb), /疑为压缩炸弹/);
  });

  it('with an external entity is refused', () => {
    const prologue = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    assert.throws(() => readWorkbook(drawn({ cells: { A1: '甲' }, prologue })), /XML 文档类型或实体定义/);
  });

  it('with formulas gives only what is stored, and says so', () => {
    const cells = { A1: { formula: 'HYPERLINK("http://x","甲")', result: '甲' }, A2: { formula: 'NOW()' } };
    const { sheets, remarks } = readWorkbook(drawn({ cells }));
    assert.deepEqual(
      sheets[0]?.cells.map(({ text }) => text),
      ['甲'],
    );
    assert.deepEqual(remarks, ['公式 1 个，没有运行，只取存下来的结果', '公式 1 个没有存下结果，当作空格']);
  });

  it('with macros and links to other workbooks is read without them, and says so', async () => {
    const parts = { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<x/>' };
    const { run } = await office();
    const { counts, said } = await run({ 'a.xlsm': drawn({ ...PLAN, parts }) });
    assert.equal(counts.failed, 0, said);
    assert.match(said, /注意：文件含宏，宏没有读取，也不会运行/);
    assert.match(said, /注意：文件链接到别的工作簿，没有访问/);
  });

  it('with ranges as large as a sheet loses no cell', async () => {
    const merges = ['A1:E1', 'A3:A1048576', 'G5:XFD1048576'];
    const cells = { ...PLAN.cells, XFD1048576: '远处的字' };
    for (const ranges of [merges, ['A1:E1']]) {
      const { run, read } = await office();
      const { said } = await run({ 'a.xlsx': drawn({ cells, merges: ranges }) });
      assert.match(said, /表旁 1 格没有列名，照录在文件开头：XFD1048576：远处的字/);
      assert.match(await read(`plans/${PLAN_ID}.yaml`), /# 表外文字：XFD1048576：远处的字/);
    }
  });

  it('that is an old .xls, is locked, or is no workbook is refused with what to do', () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    assert.throws(() => readWorkbook(old), /旧版 \.xls，或设了打开密码/);
    const named = (name: string) => new Uint8Array([...old, ...Buffer.from(name, 'utf16le')]);
    assert.throws(() => readWorkbook(named('EncryptedPackage')), /设了打开密码；先.*去掉密码，再用.*另存为/);
    assert.throws(
      () => readWorkbook(named('Workbook')),
      /是旧版 \.xls（Excel 97-2003），读不了；请用.*另存为/,
    );
    assert.throws(() => readWorkbook(named('WordDocument')), /其实是 Word 文件/);
    assert.throws(() => readWorkbook(zipSync({ 'word/document.xml': strToU8('<x/>') })), /不是 \.xlsx 表格/);
    assert.throws(() => readWorkbook(strToU8('甲,乙')), /打不开/);
  });

  it('keeps its comments and text boxes as lines at the head of the draft', async () => {
    const parts = {
      'xl/comments1.xml':
        '<comments><commentList><comment ref="B3"><text><r><t>请核对日期</t></r></text></comment></commentList></comments>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="x" xmlns:a="y"><xdr:sp><a:p><a:r><a:t>联系人见</a:t></a:r><a:r><a:t>通知</a:t></a:r></a:p></xdr:sp></xdr:wsDr>',
    };
    const { folder, run, read } = await office();
    await mkdir(join(folder, 'plans'), { recursive: true });
    await run({ 'a.xlsx': drawn({ ...PLAN, parts }) });
    const text = await read(`plans/${(await readdir(join(folder, 'plans')))[0] ?? ''}`);
    assert.match(text, /# 表外文字：批注（B3）：请核对日期\n# 表外文字：文本框：联系人见通知\n/);
  });
});
