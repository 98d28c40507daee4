import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { writeZip } from '../../../scripts/portable/write-zip.ts';
import { temporaryFolder } from '../../support/site.ts';

const FILES = [
  { path: '知行/开始.sh', isProgram: true, read: () => Promise.resolve(Buffer.from('#!/bin/sh\n')) },
  { path: '知行/empty', isProgram: false, read: () => Promise.resolve(new Uint8Array()) },
  { path: '知行/long', isProgram: false, read: () => Promise.resolve(Buffer.alloc(3_000_000, '学')) },
];

async function written(files = FILES): Promise<Buffer> {
  const out = join(await temporaryFolder(), 'a.zip');
  await writeZip(files, out);
  return readFile(out);
}

describe('an archive', () => {
  it('holds its files whole, empty ones too, under their Chinese names', async () => {
    const files = unzipSync(await written());
    assert.deepEqual(
      Object.keys(files),
      FILES.map(({ path }) => path),
    );
    assert.equal(strFromU8(files['知行/开始.sh']!), '#!/bin/sh\n');
    assert.equal(files['知行/empty']!.length, 0);
    assert.equal(strFromU8(files['知行/long']!), '学'.repeat(1_000_000));
  });
  it('says that names are UTF-8, that Unix made it, and which files may be run', async () => {
    const bytes = await written();
    const entries: { flags: number; system: number; mode: number }[] = [];
    for (
      let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
    )
      entries.push({
        flags: bytes.readUInt16LE(at + 8),
        system: bytes[at + 5]!,
        mode: bytes.readUInt32LE(at + 38) >>> 16,
      });
    assert.equal(entries.length, 3);
    for (const { flags, system } of entries) assert.deepEqual([flags & 0x800, system], [0x800, 3]);
    assert.deepEqual(
      entries.map(({ mode }) => mode.toString(8)),
      ['100755', '100644', '100644'],
    );
  });
  it('has the same bytes at any time and place', async () => {
    const first = await written();
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      assert.ok(first.equals(await written()));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
  it('overwrites nothing', async () => {
    const out = join(await temporaryFolder(), 'a.zip');
    await writeZip([], out);
    await assert.rejects(writeZip(FILES, out), { code: 'EEXIST' });
  });
});
