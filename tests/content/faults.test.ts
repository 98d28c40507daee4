import assert from 'node:assert/strict';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { readSettings } from '../../src/source/settings.ts';
import { buildFolder, entryFile, ROOT, snapshot, temporaryFolder, writeContent } from '../support/site.ts';

const GOOD = { 'texts/good.md': entryFile('第一段。\n\n第二段。') };

const FAULTY = {
  ...GOOD,
  'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\nfrom: 2026-02-30\n',
  'speeches/no-speaker.md': entryFile('正文。'),
  'texts/bad-date.md': '---\ntitle: 甲\ndate: 2026-2-30\n---\n正文。\n',
  'texts/bad-yaml.md': '---\ntitle: "甲\ndate: 2026-01-01\n---\n正文。\n',
  'texts/dangling.md': '---\ntitle: 甲\ndate: unknown\ncampaign: nothing\nunits:\n  - 没有的单位\n---\n\n见[提纲](texts/nowhere)和[段落](texts/good#p9)。\n',
  'texts/expression.mdx': entryFile('一加一等于{1 + 1}。'),
  'texts/import.mdx': entryFile("import fs from 'node:fs'\n\n正文。"),
  'texts/no-title.md': '---\ndate: 2026-01-01\n---\n正文。\n',
  'texts/twice.md': entryFile('正文。'),
  'texts/2026/twice.mdx': entryFile('正文。'),
  'texts/unknown-component.mdx': entryFile('<Video src="a.mp4" />'),
  'texts/unknown-field.md': '---\ntitle: 甲\ndate: 2026-01-01\ntitel: 乙\n---\n正文。\n',
  'articles/picture.md': entryFile('![图](nowhere.png)'),
};

const COMPONENTS = '可用的组件：Quote、Note、Figure、Formula、Ref';

const EXPECTED = [
  'articles/picture.md:6:1 没有图片 media/nowhere.png — 把图片放进 media/ 文件夹，或改文件名',
  'campaigns/study.yaml:3:7 from：不是有效日期，写成 2026-09-18 这样的年-月-日 — 改为：开始日期，原文没有就不写',
  'speeches/no-speaker.md:1:1 缺少必填字段 speaker — 加上 speaker: …（讲话人，必填）',
  'texts/bad-date.md:3:7 date：不是有效日期，写成 2026-09-18 这样的年-月-日；原文没有日期写 unknown — 改为：日期，必填：事情发生或成文的那一天；原文没有写 unknown',
  'texts/bad-yaml.md:2:8 YAML 缺少配对的引号或括号 — 补上引号、方括号或花括号的另一半',
  'texts/dangling.md:4:11 没有叫“nothing”的专题活动 — 改成 campaigns/ 里有的文件名或名称，或先建 campaigns/nothing.yaml',
  'texts/dangling.md:6:5 没有叫“没有的单位”的单位 — 改成 units/ 里有的文件名、名称、简称或曾用名，或先建 units/….yaml',
  'texts/dangling.md:9:2 资料库里没有 texts/nowhere — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
  'texts/dangling.md:9:22 texts/good 没有第 9 段 — 改段落号；texts/good 共 2 段',
  'texts/expression.mdx:6:6 不能用表达式 {…} — 删去花括号，直接写内容；要显示花括号写成 \\{ 和 \\}',
  `texts/import.mdx:6:1 不能用 import 语句 — 删去这一行；组件不用导入，${COMPONENTS}`,
  'texts/no-title.md:1:1 缺少必填字段 title — 加上 title: …（题名，必填）',
  'texts/twice.md:1:1 与 texts/2026/twice.mdx 重名，地址相同 — 改其中一个的文件名',
  `texts/unknown-component.mdx:6:1 没有组件 <Video> — ${COMPONENTS}；要显示尖括号写成 &lt; 和 &gt;`,
  'texts/unknown-field.md:4:1 未知字段 titel — 是不是 title？',
];

describe('a build of faulty content', async () => {
  const outDir = join(await temporaryFolder(), 'site');
  await buildFolder(await writeContent(GOOD), outDir);
  const before = await snapshot(outDir);
  const settings = readSettings({ CONTENT_DIR: await writeContent(FAULTY), OUT_DIR: outDir }, ROOT);
  const { problems, pages } = await buildSite(settings);

  it('reports every fault in one run: path, line, column, reason, remedy', () => {
    assert.deepEqual(problems, EXPECTED);
    assert.equal(pages, 0);
  });
  it('leaves the last output byte for byte as it was, and nothing beside it', async () => {
    assert.deepEqual(await snapshot(outDir), before);
    const beside = [...(await snapshot(dirname(outDir))).keys()].filter((file) => !file.startsWith('site/'));
    assert.deepEqual(beside, []);
  });
  it('whose links lead nowhere leaves the last output as it was, too', async () => {
    const content = { ...GOOD, 'texts/link.md': entryFile('第一段。\n\n见[别处](/nowhere/)。') };
    const linked = readSettings({ CONTENT_DIR: await writeContent(content), OUT_DIR: outDir }, ROOT);
    assert.deepEqual((await buildSite(linked)).problems, [
      'texts/link.md:8:7 链接 /nowhere/：没有这个页面或文件 — 改正这个链接',
    ]);
    assert.deepEqual(await snapshot(outDir), before);
  });
  it('says the same at a second run', async () => {
    assert.deepEqual((await buildSite(settings)).problems, EXPECTED);
  });
});

describe('a file that cannot be read', () => {
  it('is a fault like any other', { skip: process.getuid?.() === 0 && 'root reads everything' }, async () => {
    const contentDir = await writeContent(GOOD);
    await chmod(join(contentDir, 'texts/good.md'), 0);
    const { problems } = await buildSite(readSettings({ CONTENT_DIR: contentDir, OUT_DIR: '/nowhere' }, ROOT));
    assert.deepEqual(problems, ['texts/good.md:1:1 没有读取权限 — 给文件加上读取权限后重试']);
  });
  it('is no fault when a folder only looks like one', async () => {
    const contentDir = await writeContent(GOOD);
    await mkdir(join(contentDir, 'texts/folder.md'));
    assert.deepEqual((await checkContent(contentDir)).faults, []);
  });
});
