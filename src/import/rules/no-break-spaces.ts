import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

const MARKDOWN = /[\u00A0\u2000-\u200A\u202F\u205F]/g;
const PLAIN = /[\u00A0\u2000-\u200A\u202F\u205F\t]/g;

/** No-break and typographic spaces become plain spaces; in plain text tabs too, which mean nothing in running text. */
export const noBreakSpaces: Rule = {
  name: 'no-break-spaces',
  title: '不换行空格改为普通空格',
  edits: (text, form) => editsForMatches(text, form === 'markdown' ? MARKDOWN : PLAIN, () => ' '),
};
