import { inEach } from './doubt.ts';

/** What tells a person's numbers and addresses; each pattern is global. */
export const PERSONAL_DATA: readonly { name: string; pattern: RegExp }[] = [
  {
    name: '身份证号',
    pattern: /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  },
  { name: '手机号', pattern: /(?<![\d.])1[3-9]\d{9}(?![\d.])/g },
  { name: '电话号码', pattern: /(?<![\d-])0\d{2,3}[-—－ ]{1,2}\d{7,8}(?!\d)/g },
  { name: '电话号码', pattern: /(?<=(?:电话|传真|热线|手机)[:：\s]{0,3})\d{7,8}(?!\d)/gu },
  { name: '电话号码', pattern: /(?<!\d)[48]00-?\d{3,4}-?\d{3,4}(?!\d)/g },
  { name: '电子邮箱', pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { name: 'QQ 号', pattern: /QQ(?:号|群)?[:：]?\s*\d{5,11}/gi },
];

/** Telephone and identity numbers, e-mail and QQ inside the text, which only an editor may let stand. */
export const findPersonalData = inEach((text) =>
  (/\d{4}|@/.test(text) ? PERSONAL_DATA : []).flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: '个人信息' as const,
      at: match.index,
      words: match[0],
      reason: `正文含${name} ${match[0]}`,
      remedy: '删去；是单位公开电话的，写进 settled',
    })),
  ),
);
