import { inEach } from './doubt.ts';

const KINDS: readonly [name: string, pattern: RegExp][] = [
  [
    '身份证号',
    /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  ],
  ['手机号', /(?<![\d.])1[3-9]\d{9}(?![\d.])/g],
  ['电话号码', /(?<![\d-])0\d{2,3}[-—－ ]{1,2}\d{7,8}(?!\d)/g],
  ['电子邮箱', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['QQ 号', /QQ(?:号|群)?[:：]?\s*\d{5,11}/gi],
];

/** Telephone and identity numbers, e-mail and QQ inside the text, which only an editor may let stand. */
export const findPersonalData = inEach((text) =>
  (/\d{5}|@/.test(text) ? KINDS : []).flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: '个人信息' as const,
      at: match.index,
      words: match[0],
      reason: `正文含${name} ${match[0]}`,
      remedy: '删去；是单位公开电话的，写进 settled',
    })),
  ),
);
