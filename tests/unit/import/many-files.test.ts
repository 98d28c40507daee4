import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import { runImport } from '../../../src/import/run-import.ts';

const TITLES = 600;

describe('many files', () => {
  it('with the same title each get an address of their own, and importing them again changes nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhixing-many-'));
    const files: string[] = [];
    for (let index = 0; index < TITLES; index += 1) {
      files.push(join(folder, `${index}.txt`));
      await writeFile(files.at(-1) ?? '', `关于读书的通知\n第${index}次读书会照常举行，请各科室按时参加。\n`);
    }
    const told: number[] = [];
    const run = (which = files) =>
      runImport({
        files: which,
        contentDir: folder,
        outDir: folder,
        dryRun: false,
        rules: RULES,
        print: () => undefined,
        progress: (done) => told.push(done),
      });
    assert.deepEqual(await run(), { written: TITLES, present: 0, failed: 0 });
    const names = await readdir(join(folder, 'texts'));
    assert.equal(new Set(names).size, TITLES);
    assert.ok(names.every((name) => /^guan-yu-du-shu-de-tong-zhi(-\d+)?\.md$/.test(name)));
    assert.deepEqual(
      told,
      files.map((_, index) => index),
    );
    const before = await readFile(join(folder, 'texts', names[0] ?? ''), 'utf8');
    assert.deepEqual(await run(files.slice(0, 9)), { written: 0, present: 9, failed: 0 });
    assert.equal(await readFile(join(folder, 'texts', names[0] ?? ''), 'utf8'), before);
    assert.equal((await readdir(join(folder, 'texts'))).length, TITLES);
    await rm(folder, { recursive: true });
  });
});
