import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** Figures at the head of a paragraph take a full stop (GB/T 9704-2012, 7.3.3): 1、 becomes 1. */
export const numberingMarks: Rule = {
  name: 'numbering-marks',
  title: '序号“1、”改为“1.”',
  edits: (text) => editsForMatches(text, /(?<=^[ \u3000]*\d{1,2})、(?=[\p{Script=Han}“《（])/gmu, () => '.'),
};
