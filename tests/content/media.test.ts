import assert from 'node:assert/strict';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { writePack } from '../../src/publish/pack/write-pack.ts';
import type { PublishedSet } from '../../src/domain/offline/offline-set.ts';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { readContent } from '../../src/source/read-content.ts';
import { readSettings } from '../../src/source/settings.ts';
import * as made from '../support/pictures.ts';
import { buildFolder, entryFile, ROOT, snapshot, temporaryFolder, WITHOUT_BUNDLE, writeContent, type ContentFiles } from '../support/site.ts';

const PHOTO = made.jpeg(made.tellingSegments(6));
const PLAIN = made.png();
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

/** Pictures that are shown somewhere, one way each, and pictures that are not. */
const FILES: ContentFiles = {
  'site.yaml': WITHOUT_BUNDLE,
  'units/office.yaml': 'name: 云川市疾控中心\nplans: [{ plan: study }]\n',
  'campaigns/study.yaml': 'name: 学习月\norganiser: 云川市卫生健康委\nfrom: 2026-09-01\nuntil: 2026-09-30\n',
  'plans/study.yaml':
    'campaign: study\ntitle: 学习计划\nsessions: [{ id: s1, title: 第一讲, form: 个人自学, readings: [texts/shown], when: unknown }]\n',
  'texts/shown.md': entryFile(
    [
      '![照片](photo.jpg)，![同一张的另一份](media/twin.jpg)，![照片][defined]，[![小图](../media/small.png)](/media/large.png)。',
      '见[附件](../media/附件/报名 表.docx#top)、[附件二](media/%E8%A1%A8.xlsx)、[附件三](/media/third.pdf?page=2#3)和[附件四][four]。',
      '自己的网址：[五](https://study.example.org/study/media/fifth.zip)，别处的：[六](https://other.example.org/study/media/other.png)。',
      '注释[^1]；代码 `![图](in-code.png)`；页面上的字 media/in-words.png。',
      '<img src="media/in-html.png">',
      '[^1]: 见![脚注](footnote.png)。\n\n[defined]: defined.png\n[four]: ../media/fourth.docx\n[nobody]: ../media/nobody.png',
    ]
      .join('\n\n')
      .replace('报名 表', '报名%20表'),
    { title: '公开', corrections: [{ paragraph: 'p3', original: '别处', corrected: '别的地方', reason: '校订' }] },
  ),
  'texts/figure.mdx': entryFile(
    '<Figure src="流程图-一.svg" alt="流程" />\n\n<Figure src="../media/a%26b.svg?v=2" alt="图" />\n\n<Note>\n\n![说明](in-note.png)\n\n</Note>\n\n![大图](drawing.svg#view)',
    { title: '图' },
  ),
  'texts/secret.md': entryFile('![内](internal.png)、![公](small.png)、[附](/media/internal.pdf)', { title: '内部', access: 'internal' }),
  'texts/unready.md': entryFile('![稿](draft.png)、![公](small.png)', { title: '草稿', draft: true }),
  'bulletins/study-1.mdx': entryFile('![通报](bulletin.png)', { title: '通报', number: 1, campaign: 'study' }),
  'essays/study.mdx': entryFile('见![征文](essay.png)', { title: '征文', campaign: 'study' }).replace(/date:.*\n/, 'kind: 心得体会\n'),
  'media/photo.jpg': PHOTO,
  'media/twin.jpg': PHOTO,
  'media/附件/报名 表.docx': made.docx(),
  'media/表.xlsx': made.xlsx(),
  'media/third.pdf': made.pdf('Zhang San'),
  'media/fourth.docx': made.docx(false),
  'media/fifth.zip': made.docx(false),
  'media/流程图-一.svg': DRAWING,
  'media/a&b.svg': DRAWING.replace('<rect', '<script>x</script><rect'),
  'media/drawing.svg': DRAWING,
  'media/internal.pdf': made.pdf(),
  'media/.hidden.png': PLAIN,
  ...Object.fromEntries(
    'small large defined footnote in-note bulletin essay internal draft nobody in-code in-words in-html other unused 图/unused'
      .split(' ')
      .map((name, shade) => [`media/${name}.png`, made.png(undefined, undefined, shade)]),
  ),
};

const SHOWN = [
  'a&b.svg',
  'bulletin.png',
  'defined.png',
  'drawing.svg',
  'essay.png',
  'fifth.zip',
  'footnote.png',
  'fourth.docx',
  'in-note.png',
  'large.png',
  'photo.jpg',
  'small.png',
  'third.pdf',
  'twin.jpg',
  '流程图-一.svg',
  '表.xlsx',
  '附件/报名 表.docx',
].sort();

const BELOW = { BASE_PATH: '/study', SITE_URL: 'https://study.example.org' };

async function mediaIn(folder: string): Promise<string[]> {
  return [...(await snapshot(folder)).keys()].flatMap((file) => /^media\/(.+)/.exec(file)?.[1] ?? []).sort();
}

describe('the files of media/ in an output', async () => {
  const contentDir = await writeContent(FILES);
  const outDir = join(await temporaryFolder(), 'site');
  const settings = (env: Record<string, string> = BELOW) =>
    readSettings({ ...env, CONTENT_DIR: contentDir, OUT_DIR: outDir }, ROOT);
  const { problems, notes } = await buildSite(settings());
  assert.deepEqual(problems, []);

  it('are those to which shown pages lead, however they are named, and no other', async () => {
    assert.deepEqual(await mediaIn(outDir), SHOWN);
  });

  it('are without what pictures tell, and attachments as they are', async () => {
    const read = (name: string) => readFile(join(outDir, 'media', name));
    assert.ok(PHOTO.includes(made.SECRET) && !(await read('photo.jpg')).includes(made.SECRET));
    assert.deepEqual(await read('twin.jpg'), await read('photo.jpg'));
    assert.equal(await readFile(join(outDir, 'media/a&b.svg'), 'utf8'), DRAWING);
    for (const name of ['附件/报名 表.docx', '表.xlsx', 'third.pdf', 'fifth.zip', 'small.png', '流程图-一.svg'])
      assert.deepEqual(await read(name), Buffer.from(FILES[`media/${name}`]!), name);
  });

  it('are reported in a line each where something was removed, or where they tell of their makers', () => {
    const gone = '发布的图片里去掉了 GPS 位置、作者、拍摄信息、缩略图、XMP 信息、IPTC 信息、注释、另一幅图、不认识的内容';
    const kept = '附件照原样发布，里面有';
    const remedy = ' — 不想公开的，先在原文件里去掉';
    assert.deepEqual([...notes].sort(), [
      'media/a&b.svg：发布的图片里去掉了脚本',
      `media/fifth.zip：${kept}没有查看的压缩内容${remedy}`,
      `media/photo.jpg：${gone}`,
      `media/third.pdf：${kept}作者姓名${remedy}`,
      `media/twin.jpg：${gone}`,
      `media/表.xlsx：${kept}隐藏的工作表${remedy}`,
      `media/附件/报名 表.docx：${kept}作者姓名、最后修改人姓名、单位名称、修订痕迹、隐藏文字、批注、图片里的 GPS 位置、图片里的作者${remedy}`,
    ]);
  });

  it('are the ones that a device keeps and a pack holds for what it shows, attachments too', async () => {
    const { files } = JSON.parse(await readFile(join(outDir, 'offline/office.json'), 'utf8')) as PublishedSet;
    const kept = files.flatMap(([address]) => /^\/media\/(.+)/.exec(decodeURI(address))?.[1] ?? []);
    const ofShown = 'photo.jpg twin.jpg essay.png defined.png small.png large.png footnote.png third.pdf fourth.docx 表.xlsx'.split(' ');
    assert.deepEqual(kept.sort(), [...ofShown, '附件/报名 表.docx'].sort());
    const out = join(await temporaryFolder(), 'pack.zip');
    await writePack(settings(), await readContent(contentDir), { unit: 'office', out, library: true }, ROOT);
    const packed = unzipSync(await readFile(out));
    const names = Object.keys(packed).flatMap((name) => /^media\/(.+)/.exec(name)?.[1] ?? []);
    // The one that only a whole address names is reached on the site.
    assert.deepEqual(names.sort(), SHOWN.filter((name) => name !== 'fifth.zip'));
    assert.deepEqual(Buffer.from(packed['media/photo.jpg']!), await readFile(join(outDir, 'media/photo.jpg')));
    const page = Buffer.from(packed['texts/shown/index.html']!).toString();
    assert.match(page, /href="\.\.\/\.\.\/media\/%E9%99%84%E4%BB%B6\/%E6%8A%A5%E5%90%8D%20%E8%A1%A8\.docx#top"/);
  });

  it('come with internal entries and drafts where these are shown, and are the same at the root', async () => {
    const other = join(await temporaryFolder(), 'site');
    await buildFolder(contentDir, other, { AUDIENCE: 'internal', DRAFTS: '1' });
    const whole = [...SHOWN.filter((name) => name !== 'fifth.zip'), 'internal.png', 'internal.pdf', 'draft.png'];
    assert.deepEqual(await mediaIn(other), whole.sort());
  });

  it('are removed, added and changed with the pages that show them, as in a build from scratch', async () => {
    const inFirst = 'photo twin defined large footnote third fourth fifth 表 附件'.split(' ');
    const withoutFirst = SHOWN.filter((name) => !inFirst.some((part) => name.startsWith(part)));
    const shown = String(FILES['texts/shown.md']);
    await writeFile(join(contentDir, 'texts/shown.md'), shown.replace('---\n', '---\ndraft: true\n'));
    await buildFolder(contentDir, outDir, BELOW);
    assert.deepEqual(await mediaIn(outDir), withoutFirst.filter((name) => name !== 'small.png').sort());
    await writeFile(join(contentDir, 'texts/shown.md'), shown);
    await writeFile(join(contentDir, 'media/photo.jpg'), made.jpeg());
    await buildFolder(contentDir, outDir, BELOW);
    const cold = join(await temporaryFolder(), 'site');
    await buildFolder(contentDir, cold, BELOW);
    assert.deepEqual(await mediaIn(outDir), SHOWN);
    assert.deepEqual(await snapshot(outDir), await snapshot(cold));
    assert.deepEqual(await readFile(join(outDir, 'media/photo.jpg')), made.jpeg());
  });

  it('are missed by a build that says where they are named, and links that lead out of the folder are not followed', async () => {
    const said = async () => (await buildSite(settings())).problems;
    await rm(join(contentDir, 'media/third.pdf'));
    assert.deepEqual(await said(), [
      'texts/shown.md:9:70 链接 /study/media/third.pdf?page=2#3：没有这个页面或文件 — 改正这个链接',
    ]);
    const outside = join(await temporaryFolder(), 'outside.pdf');
    await writeFile(outside, made.pdf());
    await symlink(outside, join(contentDir, 'media/third.pdf'));
    assert.deepEqual(await said(), ['media/third.pdf:1:1 是指到 media/ 以外的链接 — 把文件本身放进来']);
    await rm(join(contentDir, 'media/third.pdf'));
    await symlink('internal.pdf', join(contentDir, 'media/third.pdf'));
    assert.deepEqual(await said(), []);
    assert.deepEqual(await readFile(join(outDir, 'media/third.pdf')), made.pdf());
  });
});
