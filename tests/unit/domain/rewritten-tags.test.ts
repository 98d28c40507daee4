import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neededBy, rewriteTags, shownBy, tagsOf, type Tag } from '../../../src/domain/site-references.ts';

const same = (tag: Tag) => tag;

/** A tag with some attributes set, or taken away where there is no value. */
const withAttributes =
  (changes: Record<string, string | undefined>) =>
  ({ name, attributes }: Tag): Tag => {
    const after = new Map(attributes);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) after.delete(key);
      else after.set(key, value);
    }
    return { name, attributes: after };
  };

describe('a page whose tags are rewritten', () => {
  const page =
    '<!doctype html><html LANG=zh>\n<script src="a.js">if (a < b) "<img src=x>"</script><br/><p class=\'x  y\'>1 &lt; 2 &amp; 3</p><!-- <b> --><input disabled >';

  it('is the same to the last character where nothing is changed', () => {
    assert.equal(rewriteTags(page, same), page);
    assert.equal(rewriteTags('', same), '');
    assert.equal(rewriteTags('1 < 2', same), '1 < 2');
  });

  it('has attributes changed in their place, added at the end and taken away', () => {
    const change = (html: string, changes: Record<string, string | undefined>) =>
      rewriteTags(html, withAttributes(changes));
    assert.equal(change('<a href="/x/" id="i">', { href: '/y/' }), '<a href="/y/" id="i">');
    assert.equal(change('<A HREF="/x/" ID=i>', { href: '/y/' }), '<A HREF="/y/" ID=i>');
    assert.equal(change('<a href="/x/" id="i">', { href: undefined }), '<a id="i">');
    assert.equal(change('<a id="i">', { href: '/y/' }), '<a id="i" href="/y/">');
    assert.equal(change('<img src="a" />', { alt: 'b' }), '<img src="a" alt="b" />');
    assert.equal(change('<img src="a"/>', { alt: 'b', id: 'c' }), '<img src="a" alt="b" id="c"/>');
    assert.equal(change('<a title="a > b">', { id: 'c' }), '<a title="a > b" id="c">');
  });

  it('has values written so that they are read back as they are meant', () => {
    const value = '"a" & <b> 学';
    const html = rewriteTags('<a id="i">', withAttributes({ title: value, id: value }));
    assert.equal(html, '<a id="&quot;a&quot; &amp; &lt;b&gt; 学" title="&quot;a&quot; &amp; &lt;b&gt; 学">');
    const [tag] = tagsOf(html);
    assert.deepEqual([tag?.attributes.get('title'), tag?.attributes.get('id')], [value, value]);
  });

  it('lacks the tags of which nothing is made, a script with all that it holds', () => {
    const without = (name: string) => rewriteTags(page, (tag) => (tag.name === name ? undefined : tag));
    assert.equal(without('br'), page.replace('<br/>', ''));
    assert.equal(without('script'), page.replace(/<script.*<\/script>/, ''));
  });

  it('keeps what a script holds while its tag is changed', () => {
    assert.equal(
      rewriteTags('<script src="a.js">if (a < b) "<img src=x>"</script>', withAttributes({ src: 'b.js' })),
      '<script src="b.js">if (a < b) "<img src=x>"</script>',
    );
  });
});

describe('the attributes of a tag', () => {
  it('are read where they are quoted, with the characters that references stand for', () => {
    const [tag] = tagsOf('<a title="&#65;&#x4E00;&quot;&lt;&gt;&amp;lt;" DISABLED DATA-X="1">');
    assert.equal(tag?.attributes.get('title'), 'A一"<>&lt;');
    assert.equal(tag?.attributes.get('data-x'), '1');
    assert.equal(tag?.attributes.size, 2);
  });
});

describe('what a page shows', () => {
  const shown = (html: string) => tagsOf(html).flatMap(shownBy);

  it('are pictures, posters, objects, sizes and pictures of styles, not empty addresses', () => {
    assert.deepEqual(shown('<img src="a.png" srcset="b.png 1x, c.png 2x">'), ['a.png', 'b.png', 'c.png']);
    assert.deepEqual(shown('<video src="a.mp4" poster="b.png">'), ['a.mp4', 'b.png']);
    assert.deepEqual(shown('<object data="a.svg"><div data="b.svg">'), ['a.svg']);
    assert.deepEqual(shown('<link imagesrcset="a.png 1x">'), ['a.png']);
    assert.deepEqual(shown('<p style="background: url(a.png)"><img src="">'), ['a.png']);
    assert.deepEqual(shown('<p>'), []);
  });

  it('are no links of the head but styles and icon', () => {
    const needed = (html: string) => neededBy(html, '/', '/', 'shown');
    assert.deepEqual(needed('<link rel="stylesheet" href="a.css"><link rel="icon" href="b.svg">'), [
      '/a.css',
      '/b.svg',
    ]);
    assert.deepEqual(needed('<link rel="next" href="a/"><link href="b/"><a rel="icon" href="c/">'), []);
  });

  it('are for a style sheet the files it names, not the data it holds itself', () => {
    const styles = 'a { background: url(data:image/png;base64,AA) } b { background: url("x.png") }';
    assert.deepEqual(neededBy(styles, '/a.css', '/', 'shown'), ['/x.png']);
  });

  it('are for a script only what it names by a relative address', () => {
    const script = 'import{a}from"./a.js";import"b";';
    assert.deepEqual(neededBy(script, '/_astro/c.js', '/', 'all'), ['/_astro/a.js']);
  });

  it('has the attachments of links on pages only', () => {
    const links = '<a href="/media/a.pdf">x</a><a>y</a><area href="/media/b.pdf">';
    assert.deepEqual(neededBy(links, '/index.html', '/', 'all'), ['/media/a.pdf']);
    assert.deepEqual(neededBy(links, '/a.svg', '/', 'all'), []);
    assert.deepEqual(neededBy(links, '/', '/', 'shown'), []);
  });
});
