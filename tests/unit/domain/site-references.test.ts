import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neededBy, siteAddress, tagsOf } from '../../../src/domain/site-references.ts';

const PAGE = `<!doctype html><script data-styles="/study/_astro/comfort.css">write('<img src="/study/no.png">')</script>
<link rel="stylesheet" href="/study/_astro/base.css"><link rel="alternate" href="/study/feed.xml">
<link href="/study/icon.svg" rel="icon"><script type="module" src="/study/_astro/page.js"></script>
<img alt="a > b" src="../media/a.svg?x=1&amp;y=2"><img src="https://other.example/b.png"><img src="/outside.png">
<a href="/study/texts/other/">x</a>`;

describe('the files that a page, script or stylesheet needs', () => {
  it('are styles, icon, scripts and pictures of the site and, for all on demand, the styles of choices', () => {
    const shown = ['/_astro/base.css', '/icon.svg', '/_astro/page.js', '/texts/media/a.svg'];
    assert.deepEqual(neededBy(PAGE, '/texts/outline/', '/study/', 'shown'), shown);
    assert.deepEqual(neededBy(PAGE, '/texts/outline/', '/study/', 'all'), ['/_astro/comfort.css', ...shown]);
  });

  it('are pictures in every size and, for all on demand, the attachments it links to', () => {
    const page =
      '<img srcset="/study/a.png 1x, b,c.png 2x,/study/d.png" src="data:image/png,x"><object data="e.svg"></object><p style="background: url(\'f.png\')"><video poster="g.png">' +
      '<a href="/study/media/h.pdf#2">x</a><a href="../../media/i.docx">x</a><a href="/media/outside.pdf">x</a><a href="https://other.example/media/j.pdf">x</a>';
    const shown = [
      '/a.png',
      '/texts/a/b,c.png',
      '/d.png',
      '/texts/a/e.svg',
      '/texts/a/f.png',
      '/texts/a/g.png',
    ];
    assert.deepEqual(neededBy(page, '/texts/a/', '/study/', 'shown'), shown);
    assert.deepEqual(neededBy(page, '/texts/a/', '/study/', 'all'), [
      ...shown,
      '/media/h.pdf',
      '/media/i.docx',
    ]);
  });

  it('are the scripts that a script imports; lazy ones only where all are asked for', () => {
    const script =
      'import{a}from"./a.js";import"./b.js";export{c}from"./c.js";const d=()=>import(`./d.js`);x("import")';
    assert.deepEqual(neededBy(script, '/_astro/page.js', '/', 'shown'), [
      '/_astro/a.js',
      '/_astro/b.js',
      '/_astro/c.js',
    ]);
    assert.ok(neededBy(script, '/_astro/page.js', '/', 'all').includes('/_astro/d.js'));
  });

  it('are the files that a stylesheet names, apart from data addresses', () => {
    const styles =
      '@import "more.css"; a { background: url("../media/a.png") } b { background: url(data:image/png;base64,AA) }';
    assert.deepEqual(neededBy(styles, '/_astro/base.css', '/', 'shown'), [
      '/_astro/more.css',
      '/media/a.png',
    ]);
  });

  it('are none for a picture, an empty page or an invalid address', () => {
    assert.deepEqual(neededBy('<img src="x.png">', '/a.svg', '/', 'all'), []);
    assert.deepEqual(neededBy('', '/', '/', 'all'), []);
    assert.deepEqual(neededBy('<img src="http://[">', '/', '/', 'all'), []);
  });
});

describe('an address of the site', () => {
  it('has neither query nor anchor, and is known only below the base path', () => {
    assert.equal(siteAddress('/study/texts/a/?mark=x#p1', '/', '/study/'), '/texts/a/');
    assert.equal(siteAddress('../b/', '/texts/a/', '/study/'), '/texts/b/');
    assert.equal(siteAddress('/texts/a/', '/', '/study/'), undefined);
    assert.equal(siteAddress('mailto:a@b.example', '/', '/'), undefined);
  });
});

describe('the tags of a page', () => {
  it('have their attributes as they are meant, and leave out what scripts hold', () => {
    const [script, link] = tagsOf(
      '<script data-a="x>y">"<a href="/no/">"</script><A HREF="/?a=1&amp;b=&#x4e00;">',
    );
    assert.equal(script?.attributes.get('data-a'), 'x>y');
    assert.deepEqual([link?.name, link?.attributes.get('href')], ['a', '/?a=1&b=一']);
  });
});
