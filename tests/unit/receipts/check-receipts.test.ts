import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { writeContent } from '../../support/site.ts';

const OFFICE = {
  'units/blood-center.yaml':
    'name: 云川市血液中心\nshortName: 市血液中心\naliases: [{ name: 云川市中心血站, until: 2019-03-31 }]\n',
  'campaigns/conduct.yaml':
    'name: 活动\norganiser: 学习办\nreports:\n  - { title: 总结报告, deadline: { on: 2026-12-01 } }\n',
};

async function faultsOf(table: string) {
  const folder = await writeContent({ ...OFFICE, 'receipts/conduct.csv': table });
  return (await checkContent(folder, { today: '2026-11-20' })).faults.map(formatFault);
}

describe('A table of what was handed in', () => {
  const head = '事项,单位,收到日期,份数,备注\n';

  it('may call a unit by its full, short or former name', async () => {
    const rows = ['云川市血液中心', '市血液中心', '云川市中心血站', 'blood-center'].map(
      (unit) => `总结报告,${unit},2026-12-01,1,\n`,
    );
    assert.deepEqual(await faultsOf(head + rows.join('')), []);
  });

  it('is at fault at the line of an unknown unit, matter or day', async () => {
    assert.deepEqual(
      await faultsOf(
        `${head}总结报告,血站,2026-12-01,1,\n小结,市血液中心,2026-12-01,1,\n总结报告,市血液中心,十二月,1,\n`,
      ),
      [
        'receipts/conduct.csv:2:1 没有叫“血站”的单位 — 改成 units/ 里有的文件名、名称、简称或曾用名，或先建 units/….yaml',
        'receipts/conduct.csv:3:1 没有叫“小结”的事项 — 写材料报送的题名或专题活动里的报告名称：总结报告',
        'receipts/conduct.csv:4:1 收到日期“十二月”不是日期 — 写成 2026-10-23',
      ],
    );
  });

  it('needs a day or an exemption, and its columns', async () => {
    assert.deepEqual(await faultsOf(`${head}总结报告,市血液中心,,,免报\n`), []);
    assert.match((await faultsOf(`${head}总结报告,市血液中心,,,\n`)).join(), /:2:1 没有收到日期/u);
    assert.deepEqual(await faultsOf('事项,单位\n总结报告,市血液中心\n'), [
      'receipts/conduct.csv:1:1 表里没有列 收到日期 — 列名写成：事项,单位,收到日期,份数,备注',
    ]);
  });
});
