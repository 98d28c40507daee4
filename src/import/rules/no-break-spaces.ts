import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** No-break spaces and typographic spaces become plain spaces; tabs too, since they stand for nothing in running text. */
export const noBreakSpaces: Rule = {
  name: 'no-break-spaces',
  title: '不换行空格改为普通空格',
  edits: (text) => editsForMatches(text, /[\u00A0\u2000-\u200A\u202F\u205F\t]/g, () => ' '),
};
