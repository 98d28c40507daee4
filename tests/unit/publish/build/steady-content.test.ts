import assert from 'node:assert/strict';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readSteadily } from '../../../../src/publish/build/steady-content.ts';
import { formatFault } from '../../../../src/source/fault.ts';
import { entryFile, writeContent } from '../../../support/site.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const CHANGED = '生成期间有改动 — 等改动存好后重新生成';
const GONE = '生成期间不见了 — 等改动存好后重新生成';

const folder = () =>
  writeContent({
    'texts/a.md': entryFile('甲。'),
    'texts/b.md': entryFile('乙。'),
    'media/sign.svg': PICTURE,
  });
const bodyOf = async (reading: ReturnType<typeof readSteadily>, id: string) =>
  (await reading).content.items.texts.find((text) => text.id === id)?.body.trim();

describe('content that is read for a build', () => {
  it('and does not change has no fault', async () => {
    const read = await readSteadily(await folder());
    assert.deepEqual([read.faults, read.unsteady()], [[], []]);
  });
  it('is read again where a file changes meanwhile, so that no half of it is taken', async () => {
    const dir = await folder();
    const reading = readSteadily(dir);
    await writeFile(join(dir, 'texts/b.md'), entryFile('乙，写完了。'));
    assert.equal(await bodyOf(reading, 'b'), '乙，写完了。');
    assert.deepEqual((await reading).faults, []);
  });
  it('is at fault where it does not stop changing', async () => {
    const dir = await folder();
    let isDone = false;
    const writing = (async () => {
      for (let number = 0; !isDone; number += 1) {
        await writeFile(join(dir, '.next'), entryFile(`乙${'。'.repeat(number % 50)}`));
        await rename(join(dir, '.next'), join(dir, 'texts/b.md'));
      }
    })();
    const { faults } = await readSteadily(dir);
    isDone = true;
    await writing;
    assert.ok(faults.map(formatFault).includes('texts/b.md:1:1 读取时一直有改动 — 等改动存好后重新生成'));
  });
  it('has a fault where a file that was just being written goes on changing, or goes', async () => {
    const dir = await folder();
    const { unsteady } = await readSteadily(dir);
    await writeFile(join(dir, 'texts/a.md'), entryFile('甲，写完了。'));
    await rm(join(dir, 'texts/b.md'));
    assert.deepEqual(unsteady().map(formatFault).sort(), [
      `texts/a.md:1:1 ${CHANGED}`,
      `texts/b.md:1:1 ${GONE}`,
      `texts:1:1 ${CHANGED}`,
    ]);
  });
  it('may be edited once it is read, where it was whole before; pictures may not, for they are copied later', async () => {
    const dir = await folder();
    await wait(2100);
    const { unsteady } = await readSteadily(dir);
    await writeFile(join(dir, 'texts/a.md'), entryFile('甲，改了。'));
    assert.deepEqual(unsteady(), []);
    await writeFile(join(dir, 'media/sign.svg'), `${PICTURE} `);
    await writeFile(join(dir, 'media/new.svg'), PICTURE);
    assert.deepEqual(unsteady().map(formatFault).sort(), [
      `media/sign.svg:1:1 ${CHANGED}`,
      `media:1:1 ${CHANGED}`,
    ]);
  });
  it('may hold links that lead round in a circle', async () => {
    const dir = await folder();
    for (const name of ['one', 'two', 'three']) await symlink(dir, join(dir, 'media', `${name}.png`));
    assert.equal((await readSteadily(dir)).faults.length, 3);
  });
});
