import type { Edit } from '../edits.ts';
import { linesOf } from '../edits.ts';
import { DAMAGE } from '../../domain/doubts/damage.ts';
import type { Rule } from './rule.ts';

const WIDE: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…·〇]/u;
const WORD = /[A-Za-z0-9]/;

/**
 * Half-width punctuation between Chinese becomes full-width. Between figures and Latin letters it stays, so dates, numbers,
 * times, addresses and telephone numbers keep theirs; straight quotation marks stay everywhere. Brackets change as a pair, where
 * they hold Chinese, or a figure right beside Chinese.
 */
export const fullWidthPunctuation: Rule = {
  name: 'full-width-punctuation',
  title: '汉字之间的半角标点改为全角',
  edits: (text) =>
    linesOf(text).flatMap((line) => lineEdits(line.text).map((edit) => ({ ...edit, at: edit.at + line.at }))),
};

function lineEdits(line: string): Edit[] {
  const characters = line.split('');
  const locked = lockedPlaces(line);
  widenBrackets(characters, locked);
  for (let index = 0; index < characters.length; index += 1) {
    const wide = WIDE[characters[index] ?? ''];
    if (wide && !locked.has(index) && standsInChinese(characters, index)) characters[index] = wide;
  }
  return characters.flatMap((inserted, at) => {
    const removed = line[at] ?? '';
    return removed === inserted ? [] : [{ at, removed, inserted }];
  });
}

/** Damaged places, web addresses, and the targets of Markdown links keep their own marks. */
function lockedPlaces(line: string): Set<number> {
  const patterns = [DAMAGE, /https?:\/\/[^\s\p{Script=Han}，。；）]+/gu, /\]\([^)]*\)/g, /<!--.*?-->/g];
  const locked = new Set<number>();
  for (const pattern of patterns) {
    for (const match of line.matchAll(pattern)) {
      for (let offset = 0; offset < match[0].length; offset += 1) locked.add(match.index + offset);
    }
  }
  return locked;
}

function widenBrackets(characters: string[], locked: Set<number>): void {
  const open: number[] = [];
  characters.forEach((character, index) => {
    if (locked.has(index)) return;
    if (character === '(') open.push(index);
    if (character !== ')') return;
    const start = open.pop();
    if (start === undefined || !bracketsAreChinese(characters, start, index)) return;
    characters[start] = '（';
    characters[index] = '）';
  });
}

function bracketsAreChinese(characters: string[], start: number, end: number): boolean {
  const inside = characters.slice(start + 1, end).join('');
  if (/\p{Script=Han}/u.test(inside)) return true;
  const besideHan = isChinese(characters[end + 1]) || isChinese(characters[start - 1]);
  return /^\d{1,4}$/.test(inside) && besideHan;
}

function standsInChinese(characters: string[], index: number): boolean {
  const left = neighbour(characters, index, -1);
  const right = neighbour(characters, index, 1);
  const mark = characters[index];
  if (isChinese(left)) return !isWord(right) || mark === ',' || mark === ':' || mark === ';';
  return isWord(left) && isChinese(right);
}

/** The nearest character on that side that is not itself half-width punctuation or a straight quotation mark. */
function neighbour(characters: string[], index: number, step: 1 | -1): string | undefined {
  let at = index + step;
  while (/^[,:;?!"']$/.test(characters[at] ?? '')) at += step;
  return characters[at];
}

function isChinese(character: string | undefined): boolean {
  return character !== undefined && CHINESE.test(character);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character);
}
