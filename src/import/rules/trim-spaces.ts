import { editsForMatches } from '../edits.ts';
import { CELL, NOTE, NOTE_WORDS, TABLE } from '../marks.ts';
import type { Rule } from './rule.ts';

const MARKDOWN = /^\u3000+|[ \u3000]+$/gm;
const PLAIN = new RegExp(
  `(?<=^|[${CELL}${NOTE}${NOTE_WORDS}${TABLE}])[ \u00A0\u3000\t]+|[ \u00A0\u3000\t]+(?=$|${CELL})`,
  'gmu',
);

/** Spaces (full-width ones too) at the beginning and end of lines and table cells go: the page sets the indent of two characters itself. */
export const trimSpaces: Rule = {
  name: 'trim-spaces',
  title: '去掉行首行尾空格',
  edits: (text, form) => editsForMatches(text, form === 'markdown' ? MARKDOWN : PLAIN, () => ''),
};
