import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { examine } from '../../../scripts/doctor/examine.ts';
import { clockFinding, linesOfFindings, roomFinding, type Finding } from '../../../scripts/doctor/finding.ts';
import { readSettings } from '../../../src/source/settings.ts';
import { marked, ROOT, temporaryFolder, writeContent } from '../../support/site.ts';

const well: Finding = { about: '甲', state: 'well', says: '能写' };
const NOW = Date.UTC(2026, 11, 1, 4);

describe('the health of a site', () => {
  it('is summed up by its worst finding', () => {
    assert.equal(linesOfFindings([well]).at(-1), '都好。');
    assert.equal(linesOfFindings([well, { ...well, state: 'look' }]).at(-1), '都能用，1 处请看一看。');
    const ill = linesOfFindings([
      { ...well, state: 'look' },
      { ...well, state: 'ill' },
    ]);
    assert.equal(ill.at(-1), '1 处不行，先按上面说的改。');
    assert.equal(ill.length, 4);
  });
  it('needs room: 2 GB are enough, less is to be looked at, and under 0.2 nothing can be built', () => {
    const states = [2e9, 2e9 - 1, 0.2e9, 0.2e9 - 1, 0].map((free) => roomFinding('磁盘', free).state);
    assert.deepEqual(states, ['well', 'look', 'look', 'ill', 'ill']);
  });
  it('needs a clock that no file is ahead of by more than a day, and says the time of Beijing', () => {
    const day = 24 * 60 * 60 * 1000;
    assert.equal(clockFinding(NOW, NOW + day).state, 'well');
    assert.equal(clockFinding(NOW, NOW + day + 1).state, 'ill');
    assert.equal(clockFinding(NOW, undefined).state, 'well');
    assert.match(clockFinding(NOW, NOW).says, /^北京时间 2026\/12\/1 12:00:00$/);
  });
});

describe('what is looked at', () => {
  const stateOf = async (env: Record<string, string>, about: string) =>
    (await examine(readSettings(env, ROOT), ROOT)).find((finding) => finding.about === about);

  it('is content that is missing, a site that is missing or older than what it is made from, a file of the future', async () => {
    const content = await writeContent({ 'texts/a.md': '---\ntitle: 题\ndate: 2026-03-02\n---\n\n文\n' });
    const out = join(await temporaryFolder(), 'site');
    const env = { CONTENT_DIR: content, OUT_DIR: out };
    assert.equal((await stateOf(env, '内容'))?.state, 'well');
    assert.equal((await stateOf(env, '时钟'))?.state, 'well');
    assert.match((await stateOf(env, '生成的网站'))?.says ?? '', /^还没有/);
    const old = await marked(await temporaryFolder(), env);
    const stale = await stateOf({ ...env, OUT_DIR: old }, '生成的网站');
    assert.equal(stale?.state, 'look');
    assert.match(stale?.says ?? '', /给公众看。之后内容、程序或设置改过/);
    await utimes(join(content, 'texts/a.md'), 4_000_000_000, 4_000_000_000);
    assert.equal((await stateOf(env, '时钟'))?.state, 'ill');
    const lost = { ...env, CONTENT_DIR: join(content, 'nowhere') };
    assert.equal((await stateOf(lost, '内容'))?.state, 'ill');
    assert.equal((await stateOf(lost, '内容文件夹'))?.state, 'ill');
  });
});
