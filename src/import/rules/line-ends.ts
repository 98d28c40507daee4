import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** Windows, old Mac and Unicode line ends become Unix line ends; form feeds end a line. */
export const lineEnds: Rule = {
  name: 'line-ends',
  title: '统一换行',
  edits: (text) => editsForMatches(text, /\r\n?|[\u2028\u2029\u0085\f\v]/g, () => '\n'),
};
