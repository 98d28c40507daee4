import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Correction } from '../../../src/domain/entry.ts';
import { readBody, surveyBody } from '../../../src/markdown/body.ts';

const correction = (paragraph: string, original: string, corrected: string): Correction => ({
  paragraph,
  original,
  corrected,
  reason: '核对原件',
});
const MARK = '<a href="#correction-1" id="corrected-1" class="corrected">编者注1</a>';

function read(body: string, ...corrections: Correction[]) {
  const isMdx = body.includes('<');
  const { html } = readBody(body, { isMdx, corrections });
  return { html, texts: surveyBody(body, { isMdx, corrections }).blocks.map(({ text }) => text) };
}

describe('a correction', () => {
  it('changes the text shown and searched, and marks the place', () => {
    assert.deepEqual(read('前。\n\n总经经验，再前进。', correction('p2', '总经经验', '总结经验')), {
      html: `<p id="p1">前。</p><p id="p2">总结经验${MARK}，再前进。</p>`,
      texts: ['前。', '总结经验，再前进。'],
    });
  });
  it('reaches across marked words', () => {
    assert.deepEqual(read('见**总经**经验。', correction('p1', '总经经', '总结经')), {
      html: `<p id="p1">见<strong>总结经${MARK}</strong>验。</p>`,
      texts: ['见总结经验。'],
    });
  });
  it('finds its place in headings, list items and table rows', () => {
    const body = '## 总经\n\n- 甲\n  - 总经\n\n| 一 | 总经 |\n|---|---|\n| 二 | 总经 |';
    for (const paragraph of ['p1', 'p3', 'p4', 'p5']) {
      const { html = '', texts } = read(body, correction(paragraph, '总经', '总结'));
      assert.equal(texts.join('').split('总结').length, 2, paragraph);
      assert.equal(html.split(`总结${MARK}`).length, 2, paragraph);
    }
  });
  it('together with others in one paragraph keeps their places', () => {
    const { texts, html = '' } = read(
      '甲乙丙丁。',
      correction('p1', '丙', '三'),
      correction('p1', '乙', '第二'),
    );
    assert.deepEqual(texts, ['甲第二三丁。']);
    assert.match(html, /第二<a href="#correction-2".*三<a href="#correction-1"/u);
  });
  it('that cannot be made changes nothing', () => {
    for (const each of [correction('p9', '甲', '乙'), correction('p1', '无', '乙')])
      assert.deepEqual(read('甲。', each), { html: '<p id="p1">甲。</p>', texts: ['甲。'] });
  });
  it('shows what it says as words, never as markup', () => {
    const { html } = read('甲。', correction('p1', '甲', '<b>乙</b> [a](b)'));
    assert.match(html ?? '', /&lt;b>乙&lt;\/b> \[a\]\(b\)/u);
  });
  it('stays where the text links within itself', () => {
    assert.match(
      read('见[上](#p1)总经。', correction('p1', '总经', '总结')).html ?? '',
      /总结<a href="#correction-1"/u,
    );
  });
});
