import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLinks, mediaOf, readPages } from '../../../../src/publish/finish/check-links.ts';
import { writeContent } from '../../../support/site.ts';

async function deadIn(files: Record<string, string>, basePath = '/'): Promise<string[]> {
  const { dead } = checkLinks(await writeContent(files), basePath);
  return dead.map(({ page, target, reason }) => `${page} ${target} ${reason}`);
}

describe('the link check', () => {
  it('follows pages, files and anchors, absolute or relative, with or without a query', async () => {
    const html =
      '<a href="/b/">1</a><a href="../b/#x">2</a><a href="/b/?q=1">3</a><img src="/m/图.png"><a href="#own" id="own">4</a><a href="">5</a>';
    assert.deepEqual(
      await deadIn({ 'a/index.html': html, 'b/index.html': '<p id="x">', 'm/图.png': '' }),
      [],
    );
  });
  it('names page, target and reason of what leads nowhere', async () => {
    const html = '<a href="/none/">1</a><a href="/b/#none">2</a><img src="none.png"><a href="/b">3</a>';
    assert.deepEqual(await deadIn({ 'a/index.html': html, 'b/index.html': '' }), [
      '/a/ /b 没有这个页面或文件',
      '/a/ /b/#none 页面里没有这个位置',
      '/a/ /none/ 没有这个页面或文件',
      '/a/ none.png 没有这个页面或文件',
    ]);
  });
  it('finds an anchor as it is written or decoded, as browsers do', async () => {
    const html =
      '<a href="#n-%E6%B3%A8">1</a><a href="#%E6%B3%A8">2</a><p id="n-%E6%B3%A8"></p><p id="注"></p>';
    assert.deepEqual(await deadIn({ 'index.html': html }), []);
  });
  it('is not led astray by angle brackets and scripts inside of attributes', async () => {
    const html =
      '<p title="<script>"><b id="x"></b></p><script data-x="</p>" src="/none.js">"<a href=/none/>"</script><a href="#x">1</a>';
    assert.deepEqual(await deadIn({ 'index.html': html }), ['/ /none.js 没有这个页面或文件']);
  });
  it('says when a link leaves the base path', async () => {
    const files = {
      'index.html': '<a href="/study/b/">1</a><a href="/b/">2</a>',
      'b/index.html': '<a href="../">1</a>',
    };
    assert.deepEqual(await deadIn(files, '/study/'), ['/ /b/ 不在网站的路径之内']);
  });
  it('leaves other hosts and other schemes alone', async () => {
    const html =
      '<a href="https://example.org/x">1</a><a href="mailto:a@example.org">2</a><a href="//example.org/">3</a><a href="tel:1">4</a>';
    assert.deepEqual(await deadIn({ 'index.html': html }), []);
  });
  it('does not take text and scripts for links', async () => {
    const html = `<p> href="/none/" &lt;a href="/none/"></p><script>a = '<a href="/none/">';</script>`;
    assert.deepEqual(await deadIn({ 'index.html': html }), []);
  });
  it('is not thrown off by addresses that cannot be decoded', async () => {
    assert.deepEqual(await deadIn({ 'index.html': '<a href="/%zz/">1</a><a href="#%zz">2</a>' }), [
      '/ #%zz 页面里没有这个位置',
      '/ /%zz/ 没有这个页面或文件',
    ]);
  });
});

describe('the files of media/ to which pages lead', () => {
  const wanted = async (files: Record<string, string>, basePath = '/') =>
    [
      ...mediaOf(readPages(await writeContent(files)), { basePath, siteUrl: 'https://office.example' }),
    ].sort();

  it('are found in links, pictures, sizes, styles and metadata, by relative or absolute address', async () => {
    const html =
      '<a href="/study/media/a.pdf?x=1#2">1</a><img src="../../media/%E5%9B%BE%201.png" srcset="/study/media/b.png 2x, ../../media/c.png 3x">' +
      '<p style="background:url(/study/media/d.png)"><a href="https://office.example/study/media/e.zip">2</a><a href="//office.example/study/media/f.zip">3</a>' +
      '<meta property="og:image" content="https://office.example/study/media/g.png"><img src="/study/media/a&amp;b.png"><object data="/study/media/h.svg">';
    assert.deepEqual(
      await wanted({ 'texts/a/index.html': html, '404.html': '<img src="/study/media/i.png">' }, '/study/'),
      [
        'a&b.png',
        'a.pdf',
        'b.png',
        'c.png',
        'd.png',
        'e.zip',
        'f.zip',
        'g.png',
        'h.svg',
        'i.png',
        '图 1.png',
      ].map((name) => `/media/${name}`),
    );
  });
  it('are not what words, scripts, other sites and other folders name', async () => {
    const html =
      '<p>/media/a.png</p><code>&lt;img src="/media/b.png"></code><script>x = "/media/c.png"</script><a href="https://other.example/media/d.png">1</a>' +
      '<img src="media/e.png"><a href="/texts/media/f.png">2</a><a href="/media/../g.png">3</a><meta name="description" content="/media/h.png">';
    assert.deepEqual(await wanted({ 'a/index.html': html }), []);
  });
});
