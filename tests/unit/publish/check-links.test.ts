import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLinks } from '../../../src/publish/check-links.ts';
import { writeContent } from '../../support/site.ts';

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
  it('takes words and scripts that look like links for what they are', async () => {
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
