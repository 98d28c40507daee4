import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PACKAGE_BUDGET } from '../../../src/domain/budgets.ts';
import { openPackage, PackageRefused } from '../../../src/domain/package/open-package.ts';
import { deflated, packageOf, rawPackage } from '../../support/hostile-files/hostile-file.ts';

const opened = (
  bytes: Uint8Array,
  budget?: { bytes: number; marks: number },
  isWanted: (name: string) => boolean = () => true,
) => openPackage(bytes, isWanted, budget);

/** What is said of a package that is refused, and by which kind of error. */
function said(...of: Parameters<typeof opened>): string {
  try {
    opened(...of);
    return 'opened';
  } catch (error) {
    assert.ok(error instanceof Error);
    return `${error.name}: ${error.message}`;
  }
}

const SPLIT = '请删去不用的内容，或拆成几份';
const SAVE_ANEW = '请用 Word 或 WPS 打开后另存一份';

describe('A package that is refused', () => {
  it('for too many tags says how many there may be and what to do', () => {
    const bytes = packageOf({ a: '<'.repeat(20_001) });
    assert.equal(
      said(bytes, { bytes: 100_000, marks: 20_000 }),
      `PackageRefused: 内容太多：标签和属性超过 2 万个；${SPLIT}`,
    );
    assert.equal(said(bytes, { bytes: 100_000, marks: 20_001 }), 'opened');
  });

  it('for its size says how large it would become', () => {
    const bytes = packageOf({ a: 'x'.repeat(3_000_000) });
    assert.equal(
      said(bytes, { bytes: 2_999_999, marks: 0 }),
      `PackageRefused: 解压后过大（3 MB），疑为压缩炸弹，已拒绝；确是正常文件的，${SPLIT}`,
    );
  });

  it('for a name that leads outside shows the beginning of the name', () => {
    const name = `../${'a'.repeat(100)}`;
    assert.equal(
      said(packageOf({ [name]: '甲' })),
      `PackageRefused: 压缩包里有指向外部的文件名“${name.slice(0, 60)}”，已拒绝；${SAVE_ANEW}`,
    );
    assert.equal(said(packageOf({ 'a..b/c': '甲', 'a/...': '乙' })), 'opened');
  });

  it('for damage says to save it anew', () => {
    assert.match(
      said(Buffer.from('no package')),
      new RegExp(`^UnreadableFile: 压缩结构损坏，打不开；${SAVE_ANEW}$`, 'u'),
    );
  });
});

describe('A package that may be large', () => {
  it('may hold five thousand files, wanted or not', () => {
    const many = Object.fromEntries(
      Array.from({ length: PACKAGE_BUDGET.entries }, (_, index) => [`a${index}`, '']),
    );
    assert.equal(opened(packageOf(many)).names.length, PACKAGE_BUDGET.entries);
  });

  it('may shrink as it likes up to a megabyte, and beyond that four hundred times', () => {
    const zeros = (length: number) =>
      rawPackage([{ name: 'a', packed: deflated(Buffer.alloc(length)), stated: length }]);
    const budget = { bytes: 100_000_000, marks: 0 };
    assert.equal(said(zeros(PACKAGE_BUDGET.harmlessBytes), budget), 'opened');
    assert.match(said(zeros(PACKAGE_BUDGET.harmlessBytes + 1), budget), /疑为压缩炸弹/u);
  });

  it('is unpacked whole, however many pieces it comes in', () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * at * 31 + at * 7) % 251));
    for (const length of [0, 1, 16_384, 16_385, 100_000]) {
      const part = noise.subarray(0, length);
      const bytes = rawPackage([{ name: 'a', packed: deflated(part), stated: length }]);
      assert.deepEqual(Buffer.from(opened(bytes).files.get('a')!), part, String(length));
    }
  });

  it('has its parts in any order, empty ones at one place', () => {
    const bytes = Buffer.from(packageOf({ a: '甲', b: '', c: '', d: '乙' }));
    assert.deepEqual([...opened(bytes).files.keys()], ['a', 'b', 'c', 'd']);
  });
});

describe('A part of a package', () => {
  it('packed in a way that is not known, or cut off, is damaged', () => {
    const part = { name: 'a', packed: deflated('甲甲甲'), stated: 9 };
    const other = Buffer.from(rawPackage([part]));
    const directory = other.indexOf('PK\u0001\u0002');
    other.writeUInt16LE(12, directory + 10);
    assert.match(said(other), /损坏/u);
    const long = Buffer.from(rawPackage([part]));
    long.writeUInt32LE(long.length, directory + 20);
    assert.match(said(long), /损坏/u);
    const stored = Buffer.from(rawPackage([part]));
    stored.writeUInt16LE(0, directory + 10);
    assert.deepEqual(Buffer.from(opened(stored).files.get('a')!), Buffer.from(part.packed));
  });

  it('that does not say what it holds is damaged, one that says too much is as long as it is', () => {
    const broken = { name: 'a', packed: Buffer.from([0xff, 0xff, 0xff]), stated: 9 };
    assert.match(said(rawPackage([broken])), /^UnreadableFile: 压缩结构损坏/u);
    const short = { name: 'a', packed: deflated('甲'), stated: 30 };
    assert.equal(opened(rawPackage([short])).files.get('a')?.length, 3);
  });

  it('that is not wanted is not looked at', () => {
    const lying = { name: 'b', packed: deflated(Buffer.alloc(5_000_000)), stated: 10 };
    const bytes = rawPackage([{ name: 'a', packed: deflated('甲'), stated: 3 }, lying]);
    const { names, files } = opened(bytes, undefined, (name) => name === 'a');
    assert.deepEqual([names, [...files.keys()]], [['a', 'b'], ['a']]);
    assert.throws(() => opened(bytes), PackageRefused);
  });
});
