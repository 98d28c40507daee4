import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDoubts } from '../../../src/domain/doubts/all-doubts.ts';
import { findRareCharacters } from '../../../src/domain/doubts/rare-characters.ts';

const reasons = (...paragraphs: string[]) => findRareCharacters(paragraphs).map(({ reason }) => reason);

describe('rare characters', () => {
  it('are none of those that official writing is made of', () => {
    const usual =
      '一、总体要求（一）“两个”《办法》〔2026〕5号——①㈠Ⅲ…… 25℃±5‰，100㎡，H₂O，10⁻³，→□√☑★※〇·α—β′；nǚ café Ａ１，。！瞭望 啰嗦\t○';
    assert.deepEqual(reasons(usual, ''), []);
  });
  it('are told once a text, with their number, their places and what was likely meant', () => {
    assert.deepEqual(
      findRareCharacters(['各单位：', '⼈民群众和⼈民', '⼈才']).map(({ paragraph, at, words, reason }) => ({
        paragraph,
        at,
        words,
        reason,
      })),
      [
        {
          paragraph: 2,
          at: 0,
          words: '⼈民群众和',
          reason: '“⼈”（部首 U+2F08）3 处，在第 2、3 段，多半是“人”',
        },
      ],
    );
  });
  it('are radicals of both blocks, of which compatibility knows but one', () => {
    assert.deepEqual(reasons('⻓⺠'), [
      '“⻓”（部首 U+2ED3）1 处，多半是“长”',
      '“⺠”（部首 U+2EA0）1 处，多半是“民”',
    ]);
  });
  it('are stand-ins for 〇 within numbers, and no circle or letter elsewhere', () => {
    assert.deepEqual(reasons('二○○八年、二Ｏ二六年、一九二0年'), [
      '“○”（数目里代替〇的字符 U+25CB）2 处，多半是“〇”',
      '“Ｏ”（数目里代替〇的字符 U+FF2F）1 处，多半是“〇”',
      '“0”（数目里代替〇的字符 U+0030）1 处，多半是“〇”',
    ]);
    assert.deepEqual(reasons('○一是学习。选一○选二○；ＶＯ二号、第10条、二〇二六年'), []);
  });
  it('are letters of other scripts that pass for Latin ones, and dots that pass for the middle dot', () => {
    assert.deepEqual(reasons('А类', '卡尔・马克思'), [
      '“А”（西里尔字母 U+0410）1 处，多半是“A”',
      '“・”（少见标点 U+30FB）1 处，多半是“·”',
    ]);
  });
  it('are told by their codes where nobody sees them', () => {
    assert.deepEqual(reasons('甲\u00a0乙\u200b丙\u{e0100}丁'), [
      '（不换行空格 U+00A0）1 处，多半是普通空格',
      '（零宽空格 U+200B）1 处，多半该去掉',
      '（异体选择符 U+E0100）1 处，多半该去掉',
    ]);
  });
  it('are characters of private use, once and not at every place', () => {
    assert.deepEqual(
      findDoubts(['\ue010甲\ue010乙', '丙\ue010']).map(({ kind, reason }) => `${kind}：${reason}`),
      ['少见字符：（私用区字符 U+E010）3 处，在第 1、2 段'],
    );
  });
  it('are Han that few know, with the common one that they are taken for', () => {
    assert.deepEqual(reasons('釆取措施，朱堉先生'), [
      '“釆”（不常用的汉字 U+91C6）1 处，多半是“采”',
      '“堉”（不常用的汉字 U+5809）1 处',
    ]);
  });
  it('are told together where there are many of a kind', () => {
    assert.deepEqual(reasons('가나다라마바사아자차'), [
      '朝鲜文 10 种 10 处：가、나、다、라、마、바、사、아 等',
    ]);
  });
  it('are not those of damage, which is told as such', () => {
    assert.deepEqual(reasons('中\ufffd国勇?lián)敗_B日'), []);
  });
  it('are shown with whole characters around them', () => {
    assert.deepEqual(
      findRareCharacters(['𠮷甲乙丙⼈丁戊己𠮷'])
        .map(({ words }) => words)
        .slice(-1),
      ['𠮷甲乙丙⼈丁戊己𠮷'],
    );
  });
  it('are looked for beyond the first 65,536 characters of Unicode', () => {
    assert.deepEqual(reasons('𠮷😀'), ['“𠮷”（不常用的汉字 U+20BB7）1 处', '“😀”（图形符号 U+1F600）1 处']);
  });
});
