import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** Windows and old Mac line ends become Unix line ends. */
export const lineEnds: Rule = {
  name: 'line-ends',
  title: '统一换行',
  edits: (text) => editsForMatches(text, /\r\n?/g, () => '\n'),
};
