import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packPage, pathTo, type PackSurroundings } from '../../../../src/publish/pack/pack-page.ts';

const HELD = new Set([
  '/',
  '/texts/a/',
  '/search/',
  '/_astro/page.js',
  '/_astro/base.css',
  '/media/图.png',
  '/x.pf_meta',
]);
const around: PackSurroundings = {
  basePath: '/study/',
  holds: (address) => HELD.has(decodeURIComponent(address)),
  siteUrl: 'https://study.example.gov.cn',
  navigation: [['/', '首页']],
  entries: 3,
};
const packed = (html: string, at = '/texts/b/', surroundings = around) => packPage(html, at, surroundings);

describe('a page of a pack', () => {
  it('names the files of other pages, by a path from its own place, with query and anchor', () => {
    assert.equal(
      packed('<a href="/study/texts/a/?mark=x&amp;y#p2">'),
      '<a href="../../texts/a/index.html?mark=x&amp;y#p2">',
    );
    assert.equal(packed('<a href="/study/">', '/'), '<a href="index.html">');
    assert.equal(packed('<form action="/study/search/">', '/'), '<form action="search/index.html">');
    assert.equal(packed('<img src="/study/media/%E5%9B%BE.png">', '/'), '<img src="media/%E5%9B%BE.png">');
    assert.equal(pathTo('/texts/a/', '/units/u/plan/'), '../../../texts/a/index.html');
  });

  it('leads out of the pack to the published site, or nowhere if it is unpublished', () => {
    const link = '<a class="x" href="/study/library/">资料库</a>';
    assert.equal(
      packed(link),
      '<a class="x" href="https://study.example.gov.cn/study/library/" data-online="">资料库</a>',
    );
    assert.equal(packed(link, '/', { ...around, siteUrl: undefined }), '<a class="x">资料库</a>');
  });

  it('leaves other hosts, anchors, words that look like addresses, and what scripts hold alone', () => {
    const html =
      '<a href="https://a.example/">/</a><a href="#p1" title="/study/"></a><script>"<a href=\\"/study/\\">"</script>';
    assert.equal(packed(html), html);
  });

  it('has classic scripts after the page is read, and folders where scripts put addresses together', () => {
    assert.equal(
      packed('<script type="module" src="/study/_astro/page.js"></script>'),
      '<script src="../../_astro/page.js" defer=""></script>',
    );
    assert.equal(
      packed('<div data-base="/study/" data-manifest="/study/x.pf_meta">', '/search/'),
      '<div data-base="../" data-manifest="../x.pf_meta">',
    );
    assert.equal(packed('<div data-base="/study/">', '/'), '<div data-base="./">');
  });

  it('drops links that only work on a server', () => {
    assert.equal(
      packed(
        '<link rel="alternate" href="/study/feed.xml"><link href="/study/_astro/page.js" rel="modulepreload">',
      ),
      '',
    );
    const canonical = '<link rel="canonical" href="https://study.example.gov.cn/study/texts/b/">';
    assert.equal(packed(canonical), canonical);
    assert.equal(packed(canonical, '/texts/b/', { ...around, siteUrl: undefined }), '');
  });

  it('has the navigation of the pack and, on the search page, how much is searched', () => {
    const html = '<nav aria-label="主导航"><a href="/study/library/">资料库</a></nav><h1>检索</h1>';
    assert.equal(
      packed(html, '/search/'),
      '<nav aria-label="主导航"><a href="../index.html">首页</a></nav><h1>检索</h1><p class="soft">只检索这个离线包里的 3 篇材料和使用手册；全部资料请到网站上检索。</p>',
    );
  });
});
