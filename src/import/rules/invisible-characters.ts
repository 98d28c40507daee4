import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060]+/g;

/** Characters that nobody sees, though texts may hold them (zero-width spaces, soft hyphens), go. */
export const invisibleCharacters: Rule = {
  name: 'invisible-characters',
  title: '去掉看不见的字符',
  edits: (text) => editsForMatches(text, INVISIBLE, () => ''),
};
