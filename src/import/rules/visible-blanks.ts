import { BLANK } from '../../domain/doubts/blanks.ts';
import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/**
 * Two or three underscores in running text, where a template site took out a year, a day or a name, are shown as 〔原文空缺〕.
 * A single underscore is no blank, and four or more are a line to write on.
 */
export const visibleBlanks: Rule = {
  name: 'visible-blanks',
  title: '空缺处标明“原文空缺”',
  edits: (text) =>
    editsForMatches(text, /(?<![_＿A-Za-z])[_＿]{2,3}(?![_＿A-Za-z])/gu, (match) =>
      touchesHan(text, match.index, match[0].length) ? BLANK : match[0],
    ),
};

function touchesHan(text: string, at: number, length: number): boolean {
  const around = `${text[at - 1] ?? ''}${text[at + length] ?? ''}`;
  return /[\p{Script=Han}，。、：；,.:;“”（）()]/u.test(around);
}
