import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findDoubts } from '../../../src/domain/doubts/all-doubts.ts';

const reasons = (...paragraphs: string[]) =>
  findDoubts(paragraphs).map(({ paragraph, reason }) => `${paragraph} ${reason}`);

it('damage is reported once, at its paragraph', () => {
  assert.deepEqual(reasons('好。', '就是勇?lián)敗_B日来，'), [
    '2 文字损坏，无法自动还原；查到原文后用校订记录更正',
  ]);
  assert.equal(reasons('中\ufffd国').length, 1);
});

it('blanks, crossed-out names and stray words are reported', () => {
  assert.deepEqual(reasons('20〔原文空缺〕年〔原文空缺〕月'), ['1 本段有 2 处空缺，查到原文后补上']);
  assert.equal(reasons('某市××局').length, 1);
  assert.deepEqual(reasons('文明单位 and 系统创建'), ['1 汉字之间夹有“and”']);
});

it('unbalanced quotation marks are reported, continued quotations are not', () => {
  assert.deepEqual(reasons('开展“两排查一促进活动。'), ['1 “ 有 1 个，” 有 0 个']);
  assert.deepEqual(reasons('修改为：“第一款。', '“第二款。', '“第三款。”'), []);
});

it('telephone, identity numbers and mail addresses inside the text are reported', () => {
  const found = reasons(
    '电话0516-00000000，手机13800000000，邮箱a@example.cn，QQ：123456，证号110101199001011234。',
  );
  assert.equal(found.length, 5);
});

it('an ordinary paragraph raises no doubt', () => {
  assert.deepEqual(reasons('收到意见建议26336条，APP办理“马上就办”（五个工作日内）。'), []);
});
