import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { carriedBy } from '../../../src/media/attachments.ts';
import { outgoing } from '../../../src/media/outgoing.ts';
import { ATTACHMENT_BUDGET } from '../../../src/domain/budgets.ts';
import { openPackage } from '../../../src/domain/package/open-package.ts';
import { docx, pdf, xlsx } from '../../support/pictures.ts';

describe('an attachment', () => {
  it('goes out as it is', () => {
    for (const [name, bytes] of [
      ['a.docx', docx()],
      ['a.xlsx', xlsx()],
      ['a.pdf', pdf('Zhang San')],
      ['a.zip', docx()],
    ] as const)
      assert.deepEqual(outgoing(name, bytes), { bytes, removed: new Set() });
  });
  it('of Word is said to hold names, tracked changes, comments, hidden words and pictures with a place, where it does', async () => {
    assert.deepEqual(await carriedBy('a.docx', docx()), [
      '作者姓名',
      '最后修改人姓名',
      '单位名称',
      '修订痕迹',
      '隐藏文字',
      '批注',
      '图片里的 GPS 位置',
      '图片里的作者',
    ]);
    assert.deepEqual(await carriedBy('a.docx', docx(false)), []);
  });
  it('of Excel is said to hold sheets that are not shown', async () => {
    for (const state of ['hidden', 'veryHidden'])
      assert.deepEqual(await carriedBy('a.xlsx', xlsx(state)), ['隐藏的工作表']);
    assert.deepEqual(await carriedBy('a.xlsx', xlsx('visible')), []);
  });
  it('of PDF is said to name its author', async () => {
    assert.deepEqual(await carriedBy('a.pdf', pdf('Zhang San')), ['作者姓名']);
    assert.deepEqual(await carriedBy('a.pdf', pdf(' ')), []);
    assert.deepEqual(await carriedBy('a.pdf', pdf()), []);
  });
  it('of Office is refused if its pictures are too large together, even if each would pass', () => {
    const part = new Uint8Array(300_000);
    const names = Array.from({ length: 5 }, (_, index) => `word/media/${index}.png`);
    const whole = Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, [part, { level: 0 }]]))));
    // The size that the archive's list gives for each.
    for (let at = whole.indexOf('PK\x01\x02'); at >= 0; at = whole.indexOf('PK\x01\x02', at + 1))
      whole.writeUInt32LE(60 * 1024 * 1024, at + 24);
    assert.throws(() => openPackage(whole, () => true, ATTACHMENT_BUDGET), /解压后过大（300 MB）/);
    assert.equal(openPackage(whole, (name) => name !== names[0], ATTACHMENT_BUDGET).files.size, 4);
  });
  it('that cannot be looked into is said to be so', async () => {
    assert.deepEqual(await carriedBy('a.pdf', Buffer.from('%PDF-1.4 and no more')), ['没能查看的内容']);
    assert.deepEqual(await carriedBy('a.zip', docx()), ['没有查看的压缩内容']);
  });
});
