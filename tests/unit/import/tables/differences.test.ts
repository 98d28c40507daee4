import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runImport } from '../../../../src/import/run-import.ts';
import { areOneTable, differences, type Compared } from '../../../../src/import/tables/differences.ts';
import { temporaryFolder, writeContent } from '../../../support/site.ts';

const thing = (key: string, fields: Record<string, string> = {}): Compared => ({
  key,
  name: `“${key}”`,
  fields,
});

describe('Two states of a table', () => {
  it('are told apart as new, gone and changed, field by field', () => {
    const before = [thing('甲', { 时间: '待定' }), thing('乙'), thing('丙', { 地点: '二楼' })];
    const after = [thing('甲', { 时间: '10月16日' }), thing('丙', { 地点: '二楼' }), thing('丁')];
    assert.deepEqual(differences(before, after), [
      '新增：“丁”',
      '少了：“乙”',
      '改动：“甲”：时间 待定 → 10月16日',
    ]);
    assert.deepEqual(differences(before, before), []);
    assert.deepEqual(differences([], []), []);
  });

  it('show a recurring session’s rule to its end, where it may differ', () => {
    const rule = { every: 'quarter', day: 20, time: '14:30', from: '2027-01-01', until: '2027-12-31' };
    const [line = ''] = differences(
      [thing('甲', { 时间: JSON.stringify(rule) })],
      [thing('甲', { 时间: JSON.stringify({ ...rule, until: '2027-06-30' }) })],
    );
    assert.match(line, /2027-12-31"\} → .*2027-06-30"\}$/u);
  });

  it('with things of one name hold them against each other in order', () => {
    const before = [thing('甲', { 时间: '1月' }), thing('甲', { 时间: '2月' })];
    assert.deepEqual(differences(before, [...before, thing('甲', { 时间: '3月' })]), ['新增：“甲”']);
  });

  it('are of one table where half of the smaller one is in the other', () => {
    assert.ok(areOneTable([thing('甲'), thing('乙')], [thing('甲')]));
    assert.ok(!areOneTable([thing('甲'), thing('乙'), thing('丙')], [thing('甲'), thing('丁'), thing('戊')]));
    assert.ok(!areOneTable([], []));
  });

  it('of a thousand rows are told in a few lines, with how many more there are', () => {
    const many = Array.from({ length: 1000 }, (_, index) => thing(`行${index}`));
    const lines = differences([], many);
    assert.equal(lines.length, 21);
    assert.equal(lines.at(-1), '还有 980 处，没有列出');
  });
});

/** A content folder into which tables are imported one run after the other. */
async function office() {
  const folder = await writeContent({});
  const from = await temporaryFolder();
  const run = async (files: Record<string, string>, another = false) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(from, name), text);
    const said: string[] = [];
    const counts = await runImport({
      ...{ files: Object.keys(files).map((name) => join(from, name)), contentDir: folder, outDir: folder },
      ...{ dryRun: false, another, rules: [], print: (text: string) => said.push(text) },
    });
    return { counts, said: said.join('\n') };
  };
  const names = async (collection: string) => (await readdir(join(folder, collection))).sort();
  return { run, names, read: (file: string) => readFile(join(folder, file), 'utf8') };
}

const PLAN = '2027年学习计划,,\n时间,专题,形式\n3月5日,甲,党课\n4月,乙,党课\n';

describe('A second table', () => {
  it('for a plan shows what differs and overwrites nothing; --another writes it beside', async () => {
    const { run, names, read } = await office();
    await run({ 'a.csv': PLAN });
    const [file = ''] = await names('plans');
    const before = await read(`plans/${file}`);
    const changed = PLAN.replace('3月5日', '3月12日') + '5月,丙,党课\n';
    const { counts, said } = await run({ 'b.csv': changed });
    assert.equal(counts.written, 0);
    assert.match(said, new RegExp(`已有 plans/${file}，没有改动它，也没有写入。这份表与它不同：`));
    assert.match(said, /新增：“丙”/);
    assert.match(said, /改动：“甲”：时间 2027年3月5日（周五） → 2027年3月12日（周五）/);
    assert.match(said, /加 --another 再导入一次/);
    assert.equal(await read(`plans/${file}`), before);
    assert.deepEqual(await names('plans'), [file]);
    await run({ 'b.csv': changed }, true);
    assert.equal((await names('plans')).length, 2);
    assert.equal(await read(`plans/${file}`), before);
  });

  it('that says the same is said to', async () => {
    const { run } = await office();
    await run({ 'a.csv': PLAN });
    assert.match((await run({ 'b.csv': `${PLAN}\n\n` })).said, /内容相同，没有写入/);
  });

  it('of the same title with other sessions is another plan', async () => {
    const { run, names } = await office();
    await run({ 'a.csv': PLAN });
    await run({ 'b.csv': PLAN.replace('甲', '丙').replace('乙', '丁') });
    assert.equal((await names('plans')).length, 2);
  });

  it('in the same run is written beside the first, and that is said', async () => {
    const { run, names } = await office();
    const { said } = await run({ 'a.csv': PLAN, 'b.csv': PLAN.replace('4月', '5月') });
    assert.equal((await names('plans')).length, 2);
    assert.match(said, /同名，多数场次相同，另写了一份，请核对/);
  });

  it('for a ledger or for what was handed in shows the rows that differ', async () => {
    const { run, names, read } = await office();
    const ledger = '2026年意见台账\n编号,来源,收到日期,办结日\n1,信箱,10月5日,\n2,电话,10月8日,\n';
    const receipts = '事项,单位,收到日期\n总结,一支部,2026-10-08\n';
    await run({ '台账.csv': ledger, '报送.csv': receipts });
    const before = await read('ledgers/tai-zhang.csv');
    const { said } = await run({
      '台账11月.csv': `${ledger.replace('10月5日,', '10月5日,10月12日')}3,信箱,11月2日,\n`,
      '报送2.csv': receipts.replace('10-08', '10-09'),
    });
    assert.match(said, /新增：3 2026-11-02/);
    assert.match(said, /改动：1 2026-10-05：办结日 （空） → 2026-10-12/);
    assert.match(said, /改动：总结 一支部：收到日期 2026-10-08 → 2026-10-09/);
    assert.equal(await read('ledgers/tai-zhang.csv'), before);
    assert.deepEqual(
      [await names('ledgers'), await names('receipts')],
      [['tai-zhang.csv', 'tai-zhang.yaml'], ['bao-song.csv']],
    );
  });

  it('of what was handed in names at once the units and matters that the office has not', async () => {
    const { run } = await office();
    const { said } = await run({ '报送.csv': '事项,单位,收到日期\n总结,一支部,\n' });
    assert.match(said, /单位不在 units\/ 里，先建单位文件或改成里面的名称：一支部/);
    assert.match(said, /事项不是材料报送的题名，也不是专题活动里的报告名称：总结/);
    assert.match(said, /没有收到日期，还没收到的请删去那一行：一支部“总结”/);
  });
});
