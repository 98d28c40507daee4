import type { CheckedParagraph } from './checked-text.ts';
import { surroundings, type Finding } from './finding.ts';

const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '"': '“ 或 ”',
  "'": '‘ 或 ’',
};
const CHINESE = /[\p{Script=Han}，。；：？！、）》”’】〕]/u;
const OPENS_CHINESE = /[\p{Script=Han}《“‘（【〔]/u;

/** Half-width marks that stand in Chinese text: behind a Chinese character, for an opening bracket or a quotation mark also before one. */
export function checkHalfWidth(paragraphs: readonly CheckedParagraph[]): Finding[] {
  return paragraphs.flatMap(({ number, text }) =>
    Array.from(text.matchAll(/[,.;:?!()"']/gu)).flatMap((match): Finding[] => {
      const { index } = match;
      const mark = match[0];
      const before = characterBefore(text, index);
      const after = characterAt(text, index + 1);
      if (!isInChinese(mark, before, after)) return [];
      return [
        {
          kind: 'half-width',
          number,
          words: surroundings(text, index, 1),
          mark,
          instead: FULL_WIDTH[mark] ?? mark,
        },
      ];
    }),
  );
}

function isInChinese(mark: string, before: string, after: string): boolean {
  const follows = CHINESE.test(before);
  const precedes = OPENS_CHINESE.test(after);
  if (mark === '(') return precedes || (follows && after !== '');
  if (mark === ')') return follows;
  if (mark === '"' || mark === "'") return follows || precedes;
  if (mark === '.') return follows && (after === '' || /\s/u.test(after) || CHINESE.test(after) || precedes);
  return follows;
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).pop() ?? '';
}

function characterAt(text: string, at: number): string {
  return Array.from(text.slice(at, at + 2))[0] ?? '';
}

const PAIRS: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '(': ')',
  '[': ']',
  '［': '］',
  '{': '}',
};
const OPENER_OF = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));

/**
 * Quotation marks, brackets and title marks without their other half, paragraph by paragraph. A quotation that goes on in the next paragraph
 * is not closed before it ends, and opens anew (GB/T 15834-2011, 4.8.3.5); an apostrophe is no quotation mark.
 */
export function checkPairs(paragraphs: readonly CheckedParagraph[]): Finding[] {
  return paragraphs.flatMap(({ number, text }, index) => {
    const goesOn = paragraphs[index + 1]?.text.startsWith('“') ?? false;
    return unmatched(text)
      .filter(({ mark, at }) => !(mark === '“' && goesOn && !text.slice(at).includes('”')))
      .map(({ mark, at }): Finding => ({
        kind: 'unmatched',
        number,
        words: surroundings(text, at, 1),
        mark,
      }));
  });
}

interface Mark {
  mark: string;
  at: number;
}

function unmatched(text: string): Mark[] {
  const open: Mark[] = [];
  const lone: Mark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[“”‘’（）《》〈〉【】〔〕「」『』()[\]［］{}]/gu)) {
    if (mark === '’' && /[A-Za-z]/u.test(text[at - 1] ?? '') && /[A-Za-z]/u.test(text[at + 1] ?? ''))
      continue;
    if (mark === ')' && /^\s*[\dA-Za-z]{1,2}$/u.test(text.slice(0, at))) continue;
    const opener = OPENER_OF.get(mark);
    if (opener === undefined) {
      open.push({ mark, at });
      continue;
    }
    const depth = open.map((one) => one.mark).lastIndexOf(opener);
    if (depth < 0) lone.push({ mark, at });
    else lone.push(...open.splice(depth).slice(1));
  }
  return [...lone, ...open].sort((a, b) => a.at - b.at);
}
