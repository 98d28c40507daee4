import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countAttributes } from '../../../src/import/readers/html/count-attributes.ts';
import { readHtml } from '../../../src/import/readers/html/html.ts';

describe('attributes of a page', () => {
  it('are counted in all and in the tag that has most', () => {
    assert.deepEqual(countAttributes(''), { all: 0, most: 0 });
    assert.deepEqual(countAttributes('<p>甲</p>'), { all: 0, most: 0 });
    assert.deepEqual(countAttributes('<p a b=1><P class="x y" c>乙</P>'), { all: 4, most: 2 });
  });

  it('are counted however their values are written', () => {
    for (const tag of [
      '<p a=1 b=2>',
      '<p a="1 x=3" b>',
      "<p a='>' b>",
      '<p a = 1 b = "2">',
      '<p/a/b/>',
      '<p a="1"b="2">',
      '<p\na\tb\f>',
      '<p a=/x/y b>',
    ])
      assert.deepEqual(countAttributes(`${tag}甲`), { all: 2, most: 2 }, tag);
  });

  it('are no attributes in comments, in scripts and styles, and in running text', () => {
    for (const text of [
      '<!-- <p a b> -->',
      '<script>if (a <b && c d e f) g</script>',
      '<style>a <b c d {}</style>',
      '<title><p a b></title>',
      '甲 < 乙 丙 丁',
      '</p a b>',
    ])
      assert.deepEqual(countAttributes(`${text}<i x>`), { all: 1, most: 1 }, text);
  });

  it('are still counted where the page ends within a tag, a comment, a script', () => {
    assert.equal(countAttributes('<p a b').all, 2);
    assert.equal(countAttributes('<p a="').all, 1);
    assert.equal(countAttributes('<p a><!-- <p b>').all, 1);
    assert.equal(countAttributes('<p a><script><p b>').all, 1);
  });

  it('may be a thousand in one tag and not one more', () => {
    const page = (attributes: number) =>
      Buffer.from(
        `<p ${Array.from({ length: attributes }, (_, index) => `a${index}`).join(' ')}>群众的事情要办好。</p>`,
      );
    assert.match(readHtml(page(1000), undefined).text, /群众的事情要办好/);
    assert.throws(() => readHtml(page(1001), undefined), /一个标签的属性超过 1000 个/);
  });
});
