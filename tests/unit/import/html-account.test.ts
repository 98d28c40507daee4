import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countPage } from '../../../src/import/account/html.ts';
import { squeeze } from '../../../src/import/readers/collector.ts';
import { readHtml } from '../../../src/import/readers/html/html.ts';

function counted(html: string): string {
  const found = countPage(html, '网页');
  assert.ok('words' in found);
  return squeeze(found.words.map(({ text }) => text).join(''));
}

describe('the words of a page, counted from its source', () => {
  it('are its texts, not its tags, comments, scripts and style sheets', () => {
    assert.equal(
      counted('甲<b title="a>b">乙</b><!-- 丙 --><script>x<"丁"</script><style>戊{}</style><br/>己'),
      '甲乙己',
    );
  });
  it('are those of elements, too, that are never shown, so that the reader has to name them', () => {
    assert.equal(
      counted(
        '<title>甲</title><noscript>乙</noscript><template>丙</template><button>丁</button><svg><text>戊</text></svg>',
      ),
      '甲乙丙丁戊',
    );
  });
  it('stand in the fields of forms', () => {
    assert.equal(
      counted(
        '<input value="甲"><input type=hidden value="乙"><input type=SUBMIT value=丙><textarea>丁</textarea>',
      ),
      '甲丙丁',
    );
  });
  it('may be written as character references, with a semicolon or without', () => {
    assert.equal(
      counted('&#x7532;&#20057;&lt&copy2024&notin;&unknown;&#150;&ampx'),
      '甲乙<©2024∉&unknown;–&x',
    );
  });
  it('follow comments of every shape', () => {
    assert.equal(
      counted(
        '<!-->甲<!--->乙<!-- x --!>丙<![if !vml]>丁<![endif]><?xml x?>戊<!x>己<!--[if mso]>庚<![endif]-->',
      ),
      '甲乙丙丁戊己',
    );
  });
  it('end where a tag is cut off', () => {
    assert.equal(counted('甲<p class="乙'), '甲');
    assert.equal(counted('甲<!-- 乙'), '甲');
    assert.equal(counted(''), '');
  });
});

describe('a reading of a page', () => {
  const inner = [
    '散<table>甲<tr>乙<td>丙</table>丁',
    '<p>甲<b>乙<i>丙</b>丁</i>戊',
    '<select><option>甲<option>乙</select>丙',
    '<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>',
    '<details><summary>甲</summary>乙</details>',
    '<object>甲</object><video>乙</video><iframe>丙<b></iframe>',
    '3 < 5 &amp;& 6 > 2 </ x> <3',
    '<svg><desc>甲</desc><text>乙</text><style>丙</style></svg>',
  ];
  for (const html of inner)
    it(`comes out even for ${html}`, () => {
      const page = `<div id="zoom"><p>修路的事，村里议了三回，每一回都有人记下来。</p>${html}</div>`;
      assert.deepEqual(readHtml(Buffer.from(page), undefined).unexplained, []);
    });
});
