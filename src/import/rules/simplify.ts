import { Converter } from 'opencc-js/t2cn';
import type { Edit } from '../edits.ts';
import { linesOf } from '../edits.ts';
import { DAMAGE } from '../../domain/doubts/damage.ts';
import type { Rule } from './rule.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
const HAN = /\p{Script=Han}/gu;
/** Traditional prose changes a third of its characters, Simplified prose below one in a hundred (著, 乾). */
const LEAST_SHARE_OF_TRADITIONAL = 0.06;

/** Traditional characters become Simplified, character by character, where the text as a whole is Traditional. Damaged places stay. */
export const simplify: Rule = {
  name: 'simplify',
  title: '繁体转为简体',
  edits: (text) => (isTraditional(text) ? editsToSimplified(text) : []),
};

/** The edits that turn Traditional characters into Simplified ones, whatever the text as a whole is. */
export function editsToSimplified(text: string): Edit[] {
  return linesOf(text).flatMap((line) => lineEdits(line.text, line.at));
}

/** Whether a text is written in Traditional characters. */
export function isTraditional(text: string): boolean {
  const han = text.match(HAN)?.length ?? 0;
  if (han === 0) return false;
  const converted = Array.from(toSimplified(text));
  const changed = Array.from(text).filter((character, index) => character !== converted[index]).length;
  return changed / han >= LEAST_SHARE_OF_TRADITIONAL;
}

function lineEdits(line: string, at: number): Edit[] {
  const kept = [...line.matchAll(DAMAGE)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return convertedCharacters(line)
    .filter((edit) => !kept.some(([from, until]) => edit.at >= from && edit.at < until))
    .map((edit) => ({ ...edit, at: edit.at + at }));
}

/** Phrases decide a character's form, so whole lines are converted; they are then held against each other one by one. */
function convertedCharacters(line: string): Edit[] {
  const before = Array.from(line);
  const after = Array.from(toSimplified(line));
  if (before.length !== after.length) return [{ at: 0, removed: line, inserted: after.join('') }];
  const edits: Edit[] = [];
  let at = 0;
  before.forEach((removed, index) => {
    const inserted = after[index] ?? removed;
    if (removed !== inserted) edits.push({ at, removed, inserted });
    at += removed.length;
  });
  return edits;
}
