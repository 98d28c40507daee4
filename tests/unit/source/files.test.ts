import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { idOfFile, listFiles, listItemFiles } from '../../../src/source/content-files.ts';
import { splitFrontMatter } from '../../../src/source/front-matter.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { readTextFile } from '../../../src/source/read-text-file.ts';
import { entryFile, temporaryFolder, writeContent } from '../../support/site.ts';

describe('the files of a collection', () => {
  it('are found in sub-folders, sorted, without hidden files and editors’ lock files', async () => {
    const dir = await writeContent({
      'texts/b.md': '',
      'texts/a.mdx': '',
      'texts/2026/c.md': '',
      'texts/.hidden.md': '',
      'texts/~$b.md': '',
      'texts/.git/d.md': '',
      'texts/notes.txt': '',
    });
    assert.deepEqual(await listItemFiles(dir, 'texts', 'markdown'), [
      'texts/2026/c.md',
      'texts/a.mdx',
      'texts/b.md',
    ]);
  });
  it('of a folder that is missing or empty are none', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'speeches'));
    assert.deepEqual(await listFiles(dir, 'texts'), []);
    assert.deepEqual(await listFiles(dir, 'speeches'), []);
  });
  it('have their name without folder and extension for an id', () => {
    assert.equal(idOfFile('texts/2026/a-b.mdx'), 'a-b');
    assert.equal(idOfFile('texts/a.b.md'), 'a.b');
  });
});

describe('a text file', () => {
  const read = async (bytes: string | Uint8Array) => {
    const dir = await writeContent({ 'texts/a.md': bytes });
    const { text, strays = [], fault } = await readTextFile(dir, 'texts/a.md');
    return fault || strays.length > 0
      ? [...strays, ...(fault ? [fault] : [])].map(formatFault).join('\n')
      : text;
  };
  it('is read without byte-order mark and with Unix line ends', async () => {
    assert.equal(await read('\ufeff甲\r\n乙\r丙\n'), '甲\n乙\n丙\n');
  });
  it('that is empty is empty', async () => {
    assert.equal(await read(''), '');
  });
  it('in another encoding is a fault', async () => {
    const said = 'texts/a.md:1:1 不是 UTF-8 编码 — 用 npm run import 转成草稿，或另存为 UTF-8';
    assert.equal(await read(Uint8Array.of(0xb9, 0xab, 0xce, 0xc4)), said);
    assert.equal(await read(Buffer.from('\ufeff公文', 'utf16le')), said);
  });
  it('with a null character is a fault at its line and column', async () => {
    assert.equal(
      await read('甲\n乙\0'),
      'texts/a.md:2:2 含有空字符，不是文本文件 — 删去空字符，或换成文本文件',
    );
  });
  it('with more than fifty forbidden characters is refused, and reported once', async () => {
    const said =
      '含有 51 个控制字符之类，不像文本文件 — 换成文本文件，或移出内容文件夹，用 npm run import 转成草稿';
    assert.equal(await read(`甲\n乙${'\u0001'.repeat(51)}`), `texts/a.md:2:2 ${said}`);
    assert.equal((await read(`甲${'\u0001'.repeat(50)}`)).split('\n').length, 50);
  });
  it('that is not there, or leads nowhere, is a fault', async () => {
    const dir = await temporaryFolder();
    await symlink(join(dir, 'nowhere'), join(dir, 'link.md'));
    for (const file of ['none.md', 'link.md']) {
      const { fault } = await readTextFile(dir, file);
      assert.equal(fault?.reason, '文件读不到', file);
    }
  });
});

describe('front matter', () => {
  it('stands between two fences at the very beginning', () => {
    assert.deepEqual(splitFrontMatter('---\ntitle: 甲\n---\n正文\n'), {
      matter: 'title: 甲\n',
      body: '正文\n',
      bodyLine: 4,
    });
  });
  it('may be empty, and may have nothing after it', () => {
    assert.deepEqual(splitFrontMatter('---\n---\n正文'), { matter: '', body: '正文', bodyLine: 3 });
    assert.deepEqual(splitFrontMatter('---\na: 1\n---'), { matter: 'a: 1\n', body: '', bodyLine: 3 });
  });
  it('ends at the first fence, later ones are the body’s', () => {
    assert.equal(splitFrontMatter('---\na: 1\n---\n甲\n\n---\n\n乙').body, '甲\n\n---\n\n乙');
  });
  it('is none where the fence is missing, not closed, or not at the beginning', () => {
    for (const text of [
      '正文',
      '',
      '---\na: 1\n',
      ' ---\na: 1\n---\n',
      '\n---\na: 1\n---\n',
      '---- \na\n---\n',
    ]) {
      assert.equal(splitFrontMatter(text).matter, undefined, JSON.stringify(text));
    }
  });
});

describe('a content folder', () => {
  const faultsOf = async (files: Record<string, string>) =>
    (await readContent(await writeContent(files))).faults.map(formatFault);

  it('without site.yaml says how to begin', async () => {
    const { faults } = await readContent(await temporaryFolder());
    assert.deepEqual(faults.map(formatFault), [
      'site.yaml:1:1 文件读不到 — 在内容文件夹里建 site.yaml，写 name: 网站名称 和 organisation: 主办单位',
    ]);
  });
  it('with site.yaml alone has no fault and no items', async () => {
    const { items, faults } = await readContent(await writeContent({}));
    assert.deepEqual(faults, []);
    assert.ok(Object.values(items).every((list) => list.length === 0));
  });
  it('that is written on Windows is read as any other, at the same lines', async () => {
    const dir = await writeContent({ 'texts/a.md': `\ufeff${entryFile('正文。').replaceAll('\n', '\r\n')}` });
    const { items, faults } = await readContent(dir);
    assert.deepEqual(faults, []);
    assert.equal(items.texts[0]?.body, '\n正文。\n');
    assert.equal(items.texts[0].bodyLine, 5);
  });
  it('with one id twice, across .md, .mdx and sub-folders, names the other file', async () => {
    assert.deepEqual(
      await faultsOf({
        'texts/a.md': entryFile(''),
        'texts/a.mdx': entryFile(''),
        'texts/x/a.md': entryFile(''),
        'articles/a.md': entryFile(''),
      }),
      [
        'texts/a.mdx:1:1 与 texts/a.md 重名，地址相同 — 改其中一个的文件名',
        'texts/x/a.md:1:1 与 texts/a.md 重名，地址相同 — 改其中一个的文件名',
      ],
    );
  });
  it('with file names that cannot be addresses proposes others', async () => {
    assert.deepEqual(await faultsOf({ 'texts/学习提纲.md': entryFile(''), 'texts/A_b.md': entryFile('') }), [
      'texts/A_b.md:1:1 文件名“A_b”不能作地址 — 只用小写英文、数字和连字符，如 a-b',
      'texts/学习提纲.md:1:1 文件名“学习提纲”不能作地址 — 只用小写英文、数字和连字符，如 xue-xi-ti-gang',
    ]);
  });
  it('with entries without front matter says what to write', async () => {
    assert.deepEqual(await faultsOf({ 'texts/a.md': '正文', 'texts/b.md': '---\ntitle: 甲\n正文' }), [
      'texts/a.md:1:1 开头没有字段 — 文件开头写一行 ---，再写 title: 题名 和 date: 2026-09-18（没有日期写 unknown），再写一行 ---，然后是正文',
      'texts/b.md:1:1 开头的 --- 没有配对 — 在字段之后另起一行写 ---',
    ]);
  });
});
