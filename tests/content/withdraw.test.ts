import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isTombstone } from '../../src/publish/deploy/withdrawn.ts';
import { todayInShanghai } from '../../src/check/today.ts';
import { longDay } from '../../src/domain/day.ts';
import { nodeWords } from '../support/command.ts';
import { buildFolder, entryFile, ROOT, snapshot, temporaryFolder, wordsOf, writeContent } from '../support/site.ts';

const OFFICE = {
  'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\nfrom: 2026-09-01\n',
  'units/center.yaml': 'name: 血液中心\nmeeting: { weekday: 5, time: "14:30" }\nplans: [{ plan: plan }]\n',
  'plans/plan.yaml':
    'campaign: study\ntitle: 计划\nsessions:\n  - { id: s1, title: 第一讲, form: 集中学习, when: { week: 1 }, readings: [texts/list, texts/other] }\n',
  'texts/list.md': entryFile('清单的正文。', { title: '三张清单', formerIds: ['old-list'] }),
  'texts/other.md': entryFile('见[清单](texts/list)。', { title: '另一篇' }),
  'texts/plan.md': entryFile('草稿。', { draft: true }),
  'texts/inner.md': entryFile('内部。', { access: 'internal' }),
  'texts/braces.md': '---\n{ title: 花括号, date: unknown }\n---\n\n正文。\n',
};

function run(contentDir: string, words: string[], input = ''): { code: number | null; said: string } {
  const [program = '', ...rest] = nodeWords('withdraw');
  const { status, stdout, stderr } = spawnSync(program, [...rest, ...words], {
    cwd: ROOT,
    env: { ...process.env, CONTENT_DIR: contentDir },
    input,
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}

describe('npm run withdraw', () => {
  it('lists what names the item and asks; without agreement nothing changes', async () => {
    const folder = await writeContent(OFFICE);
    const before = await snapshot(folder);
    for (const answer of ['', 'n\n', '不\n', '\n']) {
      const { code, said } = run(folder, ['texts/list', '--reason', '数字有误'], answer);
      assert.equal(code, 1, said);
      assert.match(said, /《三张清单》（texts\/list\.md）/);
      assert.match(said, /plans\/plan\.yaml:4:\d+/);
      assert.match(said, /texts\/other\.md:6:2/);
      assert.match(said, /没有改动/);
    }
    assert.deepEqual(await snapshot(folder), before);
  });
  it('marks the file once agreed, says so when it is asked again, and puts it back to the byte', async () => {
    const folder = await writeContent(OFFICE);
    const before = await snapshot(folder);
    assert.equal(run(folder, ['texts/list.md', '--reason', '数字有误'], '是\n').code, 0);
    const text = await readFile(join(folder, 'texts/list.md'), 'utf8');
    assert.ok(text.includes(`\nwithdrawn: { on: ${todayInShanghai()}, reason: "数字有误" }\n---\n`), text);
    const again = run(folder, ['texts/list', '--yes']);
    assert.deepEqual([again.code, /已于.*撤下，没有改动/.test(again.said)], [0, true]);
    assert.equal(run(folder, ['texts/list', '--undo']).code, 0);
    assert.deepEqual(await snapshot(folder), before);
    assert.match(run(folder, ['texts/list', '--undo']).said, /没有撤下，不用恢复/);
  });
  it('promises no notice at an address that was never public', async () => {
    const folder = await writeContent(OFFICE);
    const draft = run(folder, ['texts/plan', '--yes']).said + run(folder, ['texts/plan', '--undo']).said;
    assert.match(draft, /它是草稿，本来就不公开，网址上也不会写“已撤下”.*texts\/plan 已恢复。它是草稿，去掉 draft 以后才公开。/s);
    const inner = run(folder, ['texts/inner', '--yes']).said + run(folder, ['texts/inner', '--undo']).said;
    assert.match(inner, /它只供内部，公开网站上本来就没有。内部网站上撤下以后：网址 \/texts\/inner\/.*内部网站的读者又能看到它。/s);
  });
  it('says why where the content folder cannot be read', () => {
    assert.match(run('/dev', ['texts/list']).said, /^site\.yaml:1:1 \/dev 是系统的文件夹，不能放内容/);
  });
  it('takes an address for its item, and nothing below an item for it', async () => {
    const folder = await writeContent(OFFICE);
    for (const named of ['/texts/list/', 'texts/list#p3', ' texts/list.md '])
      assert.match(run(folder, [named]).said, /《三张清单》.*plans\/plan\.yaml:4:/s, named);
    for (const named of ['texts/list/page', 'texts/list/index.html', 'texts//list'])
      assert.match(run(folder, [named]).said, /不能撤下 — 写成 种类\/文件名/, named);
  });
  it('refuses in one sentence what is not there, cannot be withdrawn or cannot be marked', async () => {
    const folder = await writeContent({ ...OFFICE, 'texts/faulty.md': entryFile('甲', { date: '无' }) });
    const before = await snapshot(folder);
    for (const [words, reason] of [
      [['texts/lst'], /没有 texts\/lst — 是不是 texts\/list\n$/],
      [['texts/faulty'], /texts\/faulty 的文件有错误 — 先运行 npm run check/],
      [['units/center'], /“units\/center”不能撤下 — 写成/],
      [['list'], /“list”不能撤下/],
      [['texts/list', '--reason', '两\n行'], /--reason 后面要写一句话/],
      [['texts/braces', '--yes'], /写法特别，没有改动 — 在 texts\/braces\.md 的字段里加一行 withdrawn/],
    ] as const) {
      const { code, said } = run(folder, [...words]);
      assert.equal(code, 1, said);
      assert.match(said, reason);
      assert.doesNotMatch(said, /\n +at /);
    }
    const unnamed = run(folder, []);
    assert.deepEqual([unnamed.code, /^没有写种类\/文件名\n\n用法：npm run withdraw/.test(unnamed.said)], [2, true]);
    assert.deepEqual(await snapshot(folder), before);
  });
});

describe('a withdrawn entry', async () => {
  const folder = await writeContent(OFFICE);
  run(folder, ['texts/list', '--reason', '不便说的原因', '--yes']);
  const site = await buildFolder(folder, join(await temporaryFolder(), 'site'));
  const day = longDay(todayInShanghai());

  it('answers at its addresses with 已撤下 and the day, and nothing else of it is said', async () => {
    for (const address of ['/texts/list/', '/texts/old-list/']) {
      const page = await site.read(address);
      assert.match(wordsOf(page), new RegExp(`已撤下.*这份材料已于${day}撤下，不再提供。`, 's'));
      assert.match(page, /<meta name="robots" content="noindex">/);
      assert.ok(isTombstone(Buffer.from(page)), 'a deploy has to know it');
      assert.doesNotMatch(page, /三张清单|不便说/);
    }
  });
  it('is in no list, feed, index or sitemap', async () => {
    for (const address of ['/library/', '/texts/', '/feed.xml', '/sitemap-0.xml', '/units/center/'])
      assert.doesNotMatch(await site.read(address), /三张清单|texts\/list/, address);
  });
  it('keeps its line in the schedules that assigned it, on the page and in the calendar', async () => {
    assert.match(wordsOf(await site.read('/units/center/plan/')), /另一篇.*篇目已撤下/s);
    assert.match((await site.read('/units/center.ics')).replace(/\r\n /g, ''), /学习篇目：《另一篇》、篇目已撤下|学习篇目：篇目已撤下、《另一篇》/);
    assert.match(wordsOf(await site.read('/units/center/plan/print/')), /篇目已撤下/);
  });
  it('leaves plain words where others led to it', async () => {
    const page = await site.read('/texts/other/');
    assert.match(page, /见清单。/);
    assert.doesNotMatch(page, /texts\/list/);
  });
});
