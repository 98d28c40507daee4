import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { writeContent } from '../../support/site.ts';
import { xlsx } from '../tables/xlsx.ts';

const TODAY = '2026-11-20';

async function check(files: Record<string, string | Uint8Array>) {
  const { faults, doubts, content } = await checkContent(await writeContent(files), { today: TODAY });
  const own = (found: { file: string }) => found.file.startsWith('ledgers/');
  return {
    faults: faults.map(formatFault),
    doubts: doubts.filter(own).map(formatFault),
    ledgers: content.items.ledgers,
  };
}

const ledger = (groups: string) => ({ 'ledgers/a.yaml': `title: 台账\ngroups:\n  - name: 转办\n${groups}` });

describe('Figures that cannot all be true are doubts at their line, since a source may have them', () => {
  it('classes that do not sum to what was answered', async () => {
    const { faults, doubts } = await check(
      ledger('    received: 22\n    answered: 17\n    classes: { 有条件: 2, 无条件: 1, 需要时间: 13 }\n'),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(doubts, [
      'ledgers/a.yaml:6:14 各类之和 2＋1＋13＝16，不等于办结 17 — 对照原件核实各类件数和办结数',
    ]);
  });

  it('more answered than received', async () => {
    const { faults, doubts } = await check(ledger('    received: 17\n    answered: 22\n'));
    assert.deepEqual(faults, []);
    assert.deepEqual(doubts, ['ledgers/a.yaml:5:15 办结 22 大于收到 17 — 对照原件核实收到数和办结数']);
  });

  it('more collected than distributed', async () => {
    const { faults, doubts } = await check(ledger('    distributed: 353\n    collected: 400\n'));
    assert.deepEqual(faults, []);
    assert.deepEqual(doubts, ['ledgers/a.yaml:5:16 收回 400 大于发放 353 — 对照原件核实发放数和收回数']);
  });

  it('the figures of the model office are sound', async () => {
    const { faults, doubts } = await check(
      ledger(
        '    received: 22\n    answered: 17\n    classes: { 有条件: 2, 无条件: 1, 需要时间: 14 }\n  - name: 平台\n    received: 114\n    answered: 88\n',
      ),
    );
    assert.deepEqual([...faults, ...doubts], []);
  });

  it('a ledger without figures, or with rows and no day', async () => {
    assert.match(
      (await check({ 'ledgers/a.yaml': 'title: 台账\n' })).faults.join(),
      /^ledgers\/a\.yaml:1:1 没有数字/u,
    );
    const { faults } = await check({ 'ledgers/a.yaml': 'title: 台账\nrows:\n  - received: 2026-10-12\n' });
    assert.match(faults.join(), /缺少必填字段 asOf/u);
  });
});

describe('What does not come out even is a doubt at its line', () => {
  it('open rows that do not close the account', async () => {
    const { faults, doubts } = await check(ledger('    received: 22\n    answered: 17\n    open: 4\n'));
    assert.deepEqual(faults, []);
    assert.deepEqual(doubts, [
      'ledgers/a.yaml:6:11 办结 17＋在办 4＋退回或并件 0＝21，不等于收到 22 — 核实各数；差的几件写清去向',
    ]);
  });

  it('five times as many opinions to a book as elsewhere', async () => {
    const { doubts } = await check(
      ledger(
        '    received: 6332\n    distributed: 400\n    collected: 353\n  - name: 医院\n    received: 26336\n    distributed: 7789\n    collected: 7235\n',
      ),
    );
    assert.deepEqual(doubts, [
      'ledgers/a.yaml:4:15 平均每本 17.9 条，另一来源只有 3.6 条 — 核实条数和本数；确实如此的写进 settled',
    ]);
  });
});

describe('Rows in a table beside the ledger', () => {
  const yaml = 'title: 台账\nasOf: 2026-11-20\nlimit: { workingDays: 5 }\n';
  const head = '编号,来件渠道,收到日期,签批日期,首次回复日,办结日期,意见内容,提出人\n';

  it('are read by column; the words of opinions and names are not', async () => {
    const { faults, ledgers } = await check({
      'ledgers/a.yaml': yaml,
      'ledgers/a.csv': `${head}1,意见箱,2026-10-12,2026/10/12,,2026年10月16日,门口没有人,张三\n合计,1,,,,,,\n`,
    });
    assert.deepEqual(faults, []);
    assert.deepEqual(ledgers[0]?.fields.rows, [
      { id: '1', group: '意见箱', received: '2026-10-12', signed: '2026-10-12', done: '2026-10-16' },
    ]);
  });

  it('have their faults and doubts placed in the table', async () => {
    const { faults, doubts } = await check({
      'ledgers/a.yaml': yaml,
      'ledgers/a.csv': `${head}1,意见箱,2026-10-12,,,2026-10-09,,\n2,意见箱,十月,,,,,\n`,
    });
    assert.deepEqual(faults, ['ledgers/a.csv:3:1 收到日期“十月”不是日期 — 写成 2026-10-23；没有就空着']);
    assert.deepEqual(doubts, ['ledgers/a.csv:2:1 1号办结日 2026-10-09 早于收到日期 2026-10-12 — 核实日期']);
  });

  it('may not carry the words of an opinion in a column that is published', async () => {
    const long = '窗口的工作人员说话声音太小听不清楚要问好几遍';
    const { faults } = await check({
      'ledgers/a.yaml': yaml,
      'ledgers/a.csv': `收到日期,分类\n2026-10-12,${long}\n2026-10-12,13800000000\n`,
    });
    assert.equal(faults.length, 2);
    assert.match(faults[0] ?? '', /^ledgers\/a\.csv:2:1 内容分类“窗口的工作人员说…”不像类别名称/u);
  });

  it('may be an .xlsx sheet', async () => {
    const sheet = xlsx([
      ['收到日期', '办结日'],
      [{ serial: 46307 }, null],
    ]);
    const { faults, ledgers } = await check({ 'ledgers/a.yaml': yaml, 'ledgers/a.xlsx': sheet });
    assert.deepEqual(faults, []);
    assert.deepEqual(ledgers[0]?.fields.rows, [{ received: '2026-10-12' }]);
  });

  it('need a ledger, and stand in one place only', async () => {
    const alone = await check({ 'ledgers/b.csv': `${head}` });
    assert.match(alone.faults.join(), /旁边没有同名的 \.yaml/u);
    const twice = await check({
      'ledgers/a.yaml': `${yaml}rows:\n  - received: 2026-10-12\n`,
      'ledgers/a.csv': head,
    });
    assert.match(twice.faults.join(), /逐条登记已经写在别处/u);
  });
});
