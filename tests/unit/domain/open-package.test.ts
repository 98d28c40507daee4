import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { describe, it } from 'node:test';
import { UnreadableFile } from '../../../src/domain/decode.ts';
import { openPackage } from '../../../src/domain/package/open-package.ts';
import { deflated, packageOf, rawPackage } from '../../support/hostile-files/hostile-file.ts';

const all = () => true;
const refusal = (bytes: Uint8Array, budget?: { bytes: number; marks: number }): string => {
  try {
    openPackage(bytes, all, budget);
    return '';
  } catch (error) {
    assert.ok(error instanceof UnreadableFile);
    return error.message;
  }
};

describe('a package', () => {
  it('gives the files that are wanted, packed or not, under names in Chinese too, and the names of all', () => {
    const bytes = zipSync({
      'a.xml': [Buffer.from('<甲/>'), { level: 9 }],
      '图.png': [Buffer.from('png'), { level: 0 }],
      empty: new Uint8Array(),
    });
    const { names, files } = openPackage(bytes, (name) => name !== 'empty');
    assert.deepEqual(names, ['a.xml', '图.png', 'empty']);
    assert.deepEqual(
      [...files].map(([name, part]) => [name, Buffer.from(part).toString()]),
      [
        ['a.xml', '<甲/>'],
        ['图.png', 'png'],
      ],
    );
  });

  it('is read where a comment stands behind its directory', () => {
    const bytes = Buffer.from(zipSync({ a: Buffer.from('甲') }));
    const comment = Buffer.from('PK a comment');
    bytes.writeUInt16LE(comment.length, bytes.length - 2);
    assert.deepEqual(openPackage(Buffer.concat([bytes, comment]), all).names, ['a']);
  });

  it('may use up its budget over all wanted parts, and not a byte or tag more', () => {
    const bytes = packageOf({ a: 'x'.repeat(60), b: 'x'.repeat(40) });
    assert.equal(refusal(bytes, { bytes: 100, marks: 0 }), '');
    assert.match(refusal(bytes, { bytes: 99, marks: 0 }), /^解压后过大/);
    const marked = packageOf({ a: '<a b="c"/>', b: '<a/>' });
    assert.equal(refusal(marked, { bytes: 100, marks: 3 }), '');
    assert.match(refusal(marked, { bytes: 100, marks: 2 }), /^内容太多：标签和属性超过/);
  });

  it('is not unpacked beyond its stated size', () => {
    const packed = deflated(Buffer.alloc(5_000_000));
    assert.match(refusal(rawPackage([{ name: 'a', packed, stated: 10 }])), /比标明的大/);
  });

  it('is refused where files share bytes, lead outside, are too many, or lie beyond its end', () => {
    const part = { name: 'a', packed: deflated('甲'), stated: 3 };
    assert.match(refusal(rawPackage([part, { ...part, name: 'b' }], true)), /互相重叠/);
    for (const name of ['../a', '/a', 'C:a', 'a/../../b'])
      assert.match(refusal(packageOf({ [name]: '甲' })), /指向外部/);
    const many = packageOf(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`a${index}`, ''])));
    assert.match(refusal(many), /超过 5000 个/);
    const cut = Buffer.from(rawPackage([part]));
    for (let length = 0; length < cut.length; length += 1)
      assert.match(refusal(cut.subarray(0, length)), /损坏/);
  });
});
