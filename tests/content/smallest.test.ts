import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSample, entryFile, SITE_YAML, wordsOf } from '../support/site.ts';
import { asksFrom } from '../support/site-search.ts';

const TITLES = ['第一篇', '第二篇', '第三篇', '第四篇', '第五篇', '第六篇', '第七篇', '第八篇', '第九篇', '第十篇'];
const files = Object.fromEntries(
  TITLES.map((title, index) => [
    `texts/t${index + 1}.md`,
    `---\ntitle: ${title}\ndate: 2026-01-${String(index + 1).padStart(2, '0')}\n---\n\n本文讲第${index + 1}件事，都是为民服务。\n`,
  ]),
);

describe('a folder of site.yaml and ten .md files with title and date', async () => {
  const site = await buildSample(files);

  it('builds into a whole site', async () => {
    for (const address of ['/', '/library/', '/texts/', '/search/', '/about/', '/404.html', '/feed.xml', '/texts/t1/']) {
      assert.match(await site.read(address), /小站/, address);
    }
    const library = await site.read('/library/');
    for (const title of TITLES) assert.ok(library.includes(title), title);
  });

  it('has pages for the collections that are empty, which say so', async () => {
    for (const address of ['/speeches/', '/articles/', '/units/', '/campaigns/', '/topics/', '/speakers/']) {
      assert.match(wordsOf(await site.read(address)), /这里还没有条目。/, address);
    }
  });

  it('is searchable', async () => {
    const ask = await asksFrom(site);
    assert.deepEqual(await ask('为民服务'), TITLES.map((_, index) => `texts/t${index + 1}`).sort());
    assert.deepEqual(await ask('第三篇'), ['texts/t3']);
    assert.deepEqual(await ask('没有的话'), []);
  });
});

describe('a folder with site.yaml alone', async () => {
  const site = await buildSample({ 'site.yaml': SITE_YAML });

  it('builds, and says where to put content', async () => {
    assert.match(await site.read('/'), /还没有条目。把 \.md 文件放进 content\/texts\/ 等文件夹/);
    assert.match(await site.read('/library/'), /还没有条目/);
  });
});

describe('awkward entries', async () => {
  const long = '很长的题名'.repeat(60);
  const sentences = Array.from({ length: 2000 }, (_, index) => `第${index + 1}段讲的是另外一件事，写到这里一共用了将近五十个字，为的是让这一篇足够长，直到十万字还不停。`);
  const site = await buildSample({
    'texts/long-title.md': entryFile('正文。', { title: long, subtitle: '副题'.repeat(100) }),
    'texts/huge.md': entryFile(sentences.join('\n\n')),
    'texts/empty-body.md': entryFile('', { title: '没有正文' }),
    'texts/crlf.md': `\ufeff${entryFile('第一行\n第二行\n\n第二段', { title: '回车换行' }).replaceAll('\n', '\r\n')}`,
    'texts/undated.md': entryFile('正文。', { title: '没有日期', date: 'unknown' }),
    'texts/2026/folder.md': entryFile('正文。', { title: '在文件夹里' }),
    'texts/marks.md': entryFile('正文里有 ` href="/nowhere"` 和 <a href="/nowhere">标签</a> &amp; “引号”。', {
      title: '题名有 <b>标签</b> & "引号"',
      summary: '</script><script>alert(1)</script>',
    }),
    'speeches/rare.md': entryFile('𠮷\n野家', { title: '𠮷', speaker: { role: '主任' }, topics: ['—', '😀'] }),
  });

  it('may have a title of 300 characters', async () => {
    assert.ok((await site.read('/texts/long-title/')).includes(`>${long}</h1>`));
  });
  it('may have 100,000 characters, every paragraph with its anchor', async () => {
    assert.ok(sentences.join('').length >= 90_000);
    assert.match(await site.read('/texts/huge/'), /<p id="p2000">第2000段/);
  });
  it('may have no body', async () => {
    assert.match(await site.read('/texts/empty-body/'), /<h1>没有正文<\/h1>/);
  });
  it('may be written on Windows, with a byte-order mark and CRLF', async () => {
    const html = await site.read('/texts/crlf/');
    assert.match(html, /<p id="p1">第一行第二行<\/p>\s*<p id="p2">第二段<\/p>/);
    assert.doesNotMatch(html, /[\r\ufeff]/);
  });
  it('without a date stand last, under a year of their own', async () => {
    const library = await site.read('/library/');
    assert.ok(library.indexOf('/texts/undated/') > library.indexOf('/texts/long-title/'));
    assert.match(await site.read('/library/unknown/'), /没有日期/);
    assert.match(await site.read('/texts/undated/'), /原文未注明/);
  });
  it('in a sub-folder have the address of their file name', async () => {
    assert.match(await site.read('/texts/folder/'), /在文件夹里/);
  });
  it('that hold markup show it as text and never run it', async () => {
    const html = await site.read('/texts/marks/');
    assert.match(wordsOf(html), /正文里有 +href="\/nowhere"/);
    assert.match(wordsOf(html), /题名有 <b>标签<\/b> & "引号"/);
    assert.doesNotMatch(html.replaceAll(/="[^"]*"/g, ''), /<script>alert|<b>标签|<a>标签/);
  });
  it('with rare characters keep them, without a space at a line break', async () => {
    assert.match(await site.read('/speeches/rare/'), /<p id="p1">𠮷野家<\/p>/);
  });
});
