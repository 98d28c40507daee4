import { forbiddenIn, withoutForbidden } from '../../domain/characters.ts';
import { parseInFull } from '../../markdown/parse.ts';
import { codedStraysIn, mayHoldCodes } from '../../markdown/strays.ts';
import type { Edit } from '../edits.ts';
import { isMark } from '../marks.ts';
import type { Rule } from './rule.ts';

/**
 * Characters that no text may hold go, in Markdown their codes (`&#27;`), too; those that end a line somewhere become line ends. It cannot be switched
 * off: a draft with one of them would not pass the check.
 */
export const forbiddenCharacters: Rule = {
  name: 'forbidden-characters',
  title: '去掉控制字符等不能入库的字符',
  edits: (text, form) =>
    [...editsForCharacters(text, form === 'rich'), ...(form === 'markdown' ? editsForCodes(text) : [])].sort(
      (one, other) => one.at - other.at,
    ),
};

function editsForCharacters(text: string, hasMarks: boolean): Edit[] {
  return forbiddenIn(text)
    .map(({ at, code }) => ({ at, removed: String.fromCodePoint(code) }))
    .filter(({ removed }) => !hasMarks || !isMark(removed))
    .map(({ at, removed }) => ({ at, removed, inserted: withoutForbidden(removed) }));
}

function editsForCodes(text: string): Edit[] {
  if (!mayHoldCodes(text)) return [];
  return codedStraysIn(parseInFull(text, false), text)
    .filter(({ at, written }) => text.startsWith(written, at))
    .map(({ at, written }) => ({ at, removed: written, inserted: '' }));
}
