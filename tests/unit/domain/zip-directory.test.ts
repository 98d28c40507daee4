import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { describe, it } from 'node:test';
import { entriesOf } from '../../../src/domain/package/zip-directory.ts';

const END_SIZE = 22;
const packed = () =>
  Buffer.from(
    zipSync({ 'a.txt': [Buffer.from('甲甲甲甲'), { level: 9 }], 图: [Buffer.from('乙'), { level: 0 }] }),
  );
const listed = (bytes: Uint8Array) => [...entriesOf(bytes)];
/** Where the directory begins, as its end says. */
const directoryOf = (bytes: Buffer) => bytes.readUInt32LE(bytes.length - 6);

/** A number of eight bytes. */
function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

describe('the directory of a zip package', () => {
  it('names its files in order, how each is packed, how large it is and where its bytes begin', () => {
    const bytes = packed();
    const entries = listed(bytes);
    assert.deepEqual(
      entries.map(({ name, method, unpacked }) => [name, method, unpacked]),
      [
        ['a.txt', 8, 12],
        ['图', 0, 3],
      ],
    );
    const [, second] = entries;
    assert.equal(bytes.subarray(second!.start, second!.start + second!.packed).toString(), '乙');
    assert.deepEqual(listed(Buffer.from(zipSync({}))), []);
  });

  it('is read wherever the package lies in memory', () => {
    const bytes = packed();
    const within = Buffer.concat([Buffer.alloc(7), bytes, Buffer.alloc(3)]);
    assert.deepEqual(listed(within.subarray(7, 7 + bytes.length)), listed(bytes));
  });

  it('is found behind the longest comment that there may be, and not beyond', () => {
    for (const [length, isFound] of [
      [65_535, true],
      [65_536, false],
    ] as const) {
      const bytes = packed();
      bytes.writeUInt16LE(Math.min(length, 65_535), bytes.length - 2);
      const whole = Buffer.concat([bytes, Buffer.alloc(length)]);
      if (isFound) assert.equal(listed(whole).length, 2);
      else assert.throws(() => listed(whole), /^RangeError: no directory$/);
    }
  });

  it('passes over extra fields and comments of its entries', () => {
    const bytes = packed();
    const first = directoryOf(bytes);
    const behind = first + 46 + 'a.txt'.length;
    const inserted = Buffer.from('extra456comment');
    bytes.writeUInt16LE(8, first + 30);
    bytes.writeUInt16LE(7, first + 32);
    const whole = Buffer.concat([bytes.subarray(0, behind), inserted, bytes.subarray(behind)]);
    assert.deepEqual(
      listed(whole).map(({ name }) => name),
      ['a.txt', '图'],
    );
  });

  it('reads names as UTF-8 where they say so, else each byte as a letter', () => {
    const bytes = packed();
    assert.equal(listed(bytes)[1]?.name, '图');
    const second = directoryOf(bytes) + 46 + 'a.txt'.length;
    bytes.writeUInt16LE(bytes.readUInt16LE(second + 8) & ~0x800, second + 8);
    assert.equal(listed(bytes)[1]?.name.length, 3);
  });

  it('takes sizes and places of more than four bytes from where they stand', () => {
    const bytes = packed();
    const at = directoryOf(bytes);
    const [first] = listed(bytes);
    const nameEnd = at + 46 + 'a.txt'.length;
    const local = bytes.readUInt32LE(at + 42);
    for (const place of [20, 24, 42]) bytes.writeUInt32LE(0xffffffff, at + place);
    const other = Buffer.from([9, 0, 4, 0, 1, 2, 3, 4]);
    const sizes = Buffer.concat([
      Buffer.from([1, 0, 24, 0]),
      long(first!.unpacked),
      long(first!.packed),
      long(local),
    ]);
    const extra = Buffer.concat([other, sizes]);
    bytes.writeUInt16LE(extra.length, at + 30);
    const whole = Buffer.concat([bytes.subarray(0, nameEnd), extra, bytes.subarray(nameEnd)]);
    assert.deepEqual(listed(whole)[0], first);
  });

  it('of very many files says in a longer end how many there are and where it begins', () => {
    const bytes = packed();
    const at = directoryOf(bytes);
    const endAt = bytes.length - END_SIZE;
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    long(2).copy(end64, 32);
    long(at).copy(end64, 48);
    const place = Buffer.concat([
      Buffer.from([0x50, 0x4b, 6, 7, 0, 0, 0, 0]),
      long(endAt),
      Buffer.from([1, 0, 0, 0]),
    ]);
    const end = Buffer.from(bytes.subarray(endAt));
    end.writeUInt16LE(0xffff, 10);
    end.writeUInt32LE(0xffffffff, 16);
    const whole = Buffer.concat([bytes.subarray(0, endAt), end64, place, end]);
    assert.deepEqual(listed(whole), listed(bytes));
    whole.writeUInt32LE(0, endAt);
    assert.throws(() => listed(whole), /^RangeError: no directory$/);
  });

  it('that leads to something else is refused', () => {
    const [noEntry, noFile] = [packed(), packed()];
    noEntry.writeUInt32LE(0, directoryOf(noEntry));
    assert.throws(() => listed(noEntry), /^RangeError: no entry where one should be$/);
    noFile.writeUInt32LE(0, 0);
    assert.throws(() => listed(noFile), /^RangeError: no file where one should be$/);
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(21), Buffer.alloc(100)])
      assert.throws(() => listed(bytes), RangeError);
  });
});
