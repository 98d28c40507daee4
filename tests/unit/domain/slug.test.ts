import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slugFromChinese } from '../../../src/domain/slug.ts';

describe('the address part of a Chinese name', () => {
  it('is its pinyin without tones, joined by hyphens', () => {
    assert.equal(slugFromChinese('作风建设'), 'zuo-feng-jian-she');
    assert.equal(slugFromChinese('绿色通道'), 'lv-se-tong-dao');
  });
  it('keeps figures and Latin words, full-width ones as plain ones', () => {
    assert.equal(slugFromChinese('2026年3号'), '2026-nian-3-hao');
    assert.equal(slugFromChinese('１１４条意见'), '114-tiao-yi-jian');
    assert.equal(slugFromChinese('AI 辅助'), 'ai-fu-zhu');
  });
  it('leaves out marks, and is never empty', () => {
    assert.equal(slugFromChinese('“转作风、优服务”'), 'zhuan-zuo-feng-you-fu-wu');
    for (const nothing of ['', '——', '。', ' ', '😀']) assert.equal(slugFromChinese(nothing), 'item');
  });
  it('is at most 60 characters and is cut between syllables', () => {
    const slug = slugFromChinese('关于认真开展全市卫生健康系统解放思想大讨论学习活动的实施方案（试行）');
    assert.ok(slug.length <= 60);
    assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(slug.startsWith('guan-yu-ren-zhen-kai-zhan-quan-shi-wei-sheng'));
  });
});
