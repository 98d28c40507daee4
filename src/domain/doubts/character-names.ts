/** Characters with names of their own. */
const NAMES: Record<string, string> = {
  '\u00a0': '不换行空格',
  '\u00ad': '软连字符',
  '\u200b': '零宽空格',
  '\u200c': '零宽不连字',
  '\u200d': '零宽连字',
  '\u2060': '词连接符',
  '○': '空心圆',
  '◯': '大圆圈',
};

/** What kinds of character are called, the first one that fits. */
const KINDS: readonly [kind: RegExp, name: string][] = [
  [/[\u2E80-\u2FDF]/, '部首'],
  [/[\u31C0-\u31EF]/, '笔画'],
  [/[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u, '兼容汉字'],
  [/[\u2FF0-\u2FFF]/, '拆字符号'],
  [/\p{Script=Han}/u, '不常用的汉字'],
  [/\p{Co}/u, '私用区字符'],
  [/\p{VS}/u, '异体选择符'],
  [/\p{Zs}/u, '特殊空格'],
  [/\p{Cf}/u, '看不见的格式符'],
  [/[\uFE10-\uFE1F\uFE30-\uFE4F]/, '竖排标点'],
  [/[\uFE50-\uFE6F]/, '小型标点'],
  [/[\uFF61-\uFFDC]/, '半角形式'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, '日文假名'],
  [/\p{Script=Hangul}/u, '朝鲜文'],
  [/\p{Script=Cyrillic}/u, '西里尔字母'],
  [/\p{Script=Greek}/u, '希腊字母'],
  [/\p{Script=Bopomofo}/u, '注音符号'],
  [/\p{Script=Latin}/u, '少见的拉丁字母'],
  [/\p{L}/u, '其他文字'],
  [/\p{M}/u, '附加符号'],
  [/\p{Extended_Pictographic}/u, '图形符号'],
  [/\p{P}/u, '少见标点'],
];

/** What kind of character it is, in Chinese. */
export function kindOfCharacter(character: string): string {
  return NAMES[character] ?? KINDS.find(([kind]) => kind.test(character))?.[1] ?? '少见符号';
}

/** `U+2F08` */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
