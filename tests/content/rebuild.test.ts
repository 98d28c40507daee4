import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isCode, isIndexPart } from '../../src/publish/hosting/caching.ts';
import {
  buildFolder,
  entryFile,
  SITE_YAML,
  snapshot,
  temporaryFolder,
  writeContent,
  type ContentFiles,
} from '../support/site.ts';

const FILES: ContentFiles = {
  'site.yaml': SITE_YAML,
  'units/office.yaml': 'name: 云川市疾控中心\nplans: [{ plan: study }]\n',
  'campaigns/study.yaml': 'name: 学习月\norganiser: 云川市卫生健康委\nfrom: 2026-09-01\nuntil: 2026-09-30\n',
  'plans/study.yaml':
    'campaign: study\ntitle: 学习计划\nsessions: [{ id: s1, title: 第一讲, form: 个人自学, readings: [texts/first], when: unknown }]\n',
  'texts/first.md': entryFile('第一篇的正文。', { title: '第一篇', topics: ['作风'], issuer: '云川市疾控中心' }),
  'texts/second.mdx': entryFile('请看<Ref to="texts/first" />。\n\n<Quote from="texts/first#p1">第一篇的正文。</Quote>', {
    title: '第二篇',
    topics: ['作风'],
    date: '2026-03-03',
  }),
  'texts/third.md': entryFile('见[第一篇](texts/first#p1)。', { title: '第三篇', date: '2026-03-04' }),
  'texts/fourth.md': entryFile('第四篇的正文。', { title: '第四篇', date: '2026-03-05', topics: ['作风'] }),
};

/** Builds after an edit on top of the last output, and without anything to build upon. */
async function bothWays(contentDir: string, outDir: string) {
  await buildFolder(contentDir, outDir);
  const cold = join(await temporaryFolder(), 'site');
  await buildFolder(contentDir, cold);
  return { warm: await snapshot(outDir), cold: await snapshot(cold) };
}

describe('a rebuild', async () => {
  const contentDir = await writeContent(FILES);
  const outDir = join(await temporaryFolder(), 'site');
  await buildFolder(contentDir, outDir);
  const everNamed = new Map<string, string>();
  const edit = (path: string, text: string) => writeFile(join(contentDir, path), text);

  const EDITS: [what: string, () => Promise<void>][] = [
    [
      'of an entry, whose title stands in lists, in references and beside other entries',
      () => edit('texts/first.md', entryFile('第一篇改过的正文。', { title: '第一篇（修订）', topics: ['作风', '新主题'], issuer: '云川市疾控中心' })),
    ],
    [
      'of the site, of a unit and of a plan, with one entry that is not shown any more, whose links become words, and one that is gone',
      async () => {
        await edit('site.yaml', SITE_YAML.replace('小站', '大站'));
        await edit('texts/first.md', entryFile('第一篇。', { title: '第一篇', access: 'internal', topics: ['作风'] }));
        await edit('units/office.yaml', String(FILES['units/office.yaml']).replace('疾控中心', '疾病预防控制中心'));
        await edit('plans/study.yaml', String(FILES['plans/study.yaml']).replace('第一讲', '专题一'));
        await rm(join(contentDir, 'texts/fourth.md'));
      },
    ],
  ];
  for (const [what, change] of EDITS) {
    it(`after a change ${what} gives the bytes of a cold build`, async () => {
      await change();
      const { warm, cold } = await bothWays(contentDir, outDir);
      assert.deepEqual([...warm.keys()], [...cold.keys()]);
      assert.deepEqual([...cold.keys()].filter((file) => warm.get(file) !== cold.get(file)), []);
      for (const [file, bytes] of [...cold].filter(([path]) => isCode(path) || isIndexPart(path))) {
        assert.equal(everNamed.get(file) ?? bytes, bytes, `${file}, which browsers do not ask after, has changed`);
        everNamed.set(file, bytes);
      }
    });
  }

  it('takes an unchanged page from the last output unless somebody has changed it there, and its folder from the output before the last, and nothing else of it', async () => {
    const page = join(outDir, 'texts/third/index.html');
    const folderOf = async (id: string) => (await stat(join(outDir, 'texts', id))).ino;
    const [rendered, { ino }] = [await readFile(page, 'utf8'), await stat(page)];
    await buildFolder(contentDir, outDir);
    assert.equal((await stat(page)).ino, ino, 'it is the same file');
    const before = await folderOf('third');
    await writeFile(page, `${rendered}<!-- changed -->`);
    await edit('texts/fifth.md', entryFile('第五篇。', { title: '第五篇', date: '2026-03-01' }));
    await edit('texts/second.mdx', entryFile('不引了。', { title: '第二篇', date: '2026-03-03' }));
    await buildFolder(contentDir, outDir);
    assert.equal(await readFile(page, 'utf8'), rendered, 'a changed page is rendered anew');
    assert.notEqual(await folderOf('third'), before);
    await rm(join(contentDir, 'texts/fifth.md'));
    const { warm, cold } = await bothWays(contentDir, outDir);
    assert.equal(await folderOf('third'), before, 'it is the folder of two builds ago');
    assert.deepEqual(warm, cold);
  });
});
