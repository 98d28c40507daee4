import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFault } from '../../../src/source/fault.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { entryFile, writeContent } from '../../support/site.ts';

describe('a content folder of too much', () => {
  it('has its rows counted over all tables: what goes beyond is a fault of its own table', async () => {
    const rows = `事项,单位,收到日期\n${'报告,办公室,2026-09-01\n'.repeat(49_000)}`;
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `receipts/${name}.csv`);
    const dir = await writeContent(Object.fromEntries(names.map((name) => [name, rows])));
    const { items, faults } = await readContent(dir);
    assert.equal(items.receipts.length, 4);
    assert.deepEqual(faults.map(formatFault), [
      'receipts/e.csv:1:1 内容文件夹里的表格合计超过 20 万行，这个文件没有读 — 往年的登记移到另一个内容文件夹',
    ]);
  });

  it('has its characters counted over all texts and settings', async () => {
    const dir = await writeContent({ 'texts/a.md': '', 'texts/b.md': '' });
    const long = entryFile('x'.repeat(150_000_000));
    const { items, faults } = await readContent(dir, {
      readText: (_, file) =>
        Promise.resolve({ strays: [], text: file === 'site.yaml' ? 'name: 甲\norganisation: 乙\n' : long }),
    });
    assert.equal(items.texts.length, 1);
    assert.deepEqual(faults.map(formatFault), [
      'texts/b.md:1:1 内容文件夹里的文字合计超过 20000 万字，这个文件没有读 — 旧的材料移到另一个内容文件夹，分成两个网站',
    ]);
  });

  it('reports two hundred faults of one file, and that there are more', async () => {
    const keys = Array.from({ length: 300 }, (_, index) => `k${index}: x`).join('\n');
    const dir = await writeContent({
      'units/a.yaml': `name: 甲\n${keys}\n`,
      'units/b.yaml': 'name: 乙\nk: x\n',
    });
    const { faults } = await checkContent(dir, { today: '2026-11-27' });
    assert.deepEqual(
      ['a', 'b'].map((name) => faults.filter(({ file }) => file === `units/${name}.yaml`).length),
      [201, 1],
    );
    assert.ok(
      faults.some(({ reason, remedy }) => reason === '这个文件的错误太多，只列出前 200 处' && remedy !== ''),
    );
  });
});
