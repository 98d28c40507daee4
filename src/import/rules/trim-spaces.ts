import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** Spaces (full-width ones too) at the beginning and end of lines go: the page sets the indent of two characters itself. */
export const trimSpaces: Rule = {
  name: 'trim-spaces',
  title: '去掉行首行尾空格',
  edits: (text, form) =>
    editsForMatches(
      text,
      form === 'markdown' ? /^\u3000+|[ \u3000]+$/gm : /^[ \u00A0\u3000\t]+|[ \u00A0\u3000\t]+$/gm,
      () => '',
    ),
};
