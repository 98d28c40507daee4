/** A document number within a line, and where it stands there. */
export interface NumberInLine {
  /** As written, without the spaces that only spread it. */
  value: string;
  at: number;
  length: number;
  /** The other words of the line: a body, 签发人：…; empty where there are none. */
  rest: string;
}

const GAP = '[ \\t\\u00A0\\u3000]*';
/** 〔2024〕, and in older papers 〔二〇二四〕. */
const OF_YEAR = `(?:19|20)\\d${GAP}\\d|(?:一九|二[〇○零0ＯO])[〇○零0ＯO一二三四五六七八九]{2}`;
const YEAR = `[〔\\[［【(（﹝]${GAP}(?:${OF_YEAR})${GAP}[〕\\]］】)）﹞]`;
const CODE = `(?:[（(]\\p{Script=Han}{1,4}[）)]${GAP})?(?:[\\p{Script=Han}×Ｘ]${GAP}){0,16}`;
const NUMBERED = new RegExp(
  `(?<number>${CODE}${YEAR}${GAP}(?:第${GAP})?(?:[\\p{Script=Han}]${GAP}){0,4}[-—]?[\\d×ＸX]{1,5}(?:${GAP}[-—]${GAP}\\d{1,3})?${GAP}号)`,
  'u',
);
const OF_A_YEAR = /^[（(]?(?<number>(?:19|20)\d{2}\s*年\s*第\s*\d{1,4}\s*号)[）)]?$/u;
const OF_A_SERIES = /^[（(]?(?<number>(?:[令]\s*)?第\s*[\d〇零一二三四五六七八九十百]{1,6}\s*号)[）)]?$/u;
const SIGNED_BY = /^(?:签\s*发\s*人|会\s*签\s*人|签\s*批\s*人|签发)\s*[:：]?/u;
const LONGEST_LINE = 80;

/** Words of their own before the code of the body (a body's name, a signer) are no part of it; single characters are the code, spread. */
function withoutOthers(number: string): string {
  const bracket = number.search(new RegExp(YEAR, 'u'));
  const words = number.slice(0, Math.max(bracket, 0)).trimEnd();
  const code = /\S+$/u.exec(words)?.[0] ?? '';
  return Array.from(code).length > 1 ? number.slice(words.length - code.length) : number;
}

/**
 * The document number (发文字号) that a line of a paper's head gives: 云卫发〔2026〕3号, with any brackets and spaces, alone in brackets or beside
 * the body and 签发人 (GB/T 9704, 7.2.5 and 7.2.6); 2024年第3号 and 第12号 of announcements and decrees. `undefined` where the line says more.
 */
export function numberIn(line: string): NumberInLine | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const words = line.trim();
  const series = (OF_A_YEAR.exec(words) ?? OF_A_SERIES.exec(words))?.groups?.number;
  const found = series ?? NUMBERED.exec(line)?.groups?.number;
  if (found === undefined) return undefined;
  const number = withoutOthers(found.trimStart());
  const at = line.indexOf(number);
  const rest = `${line.slice(0, at)} ${line.slice(at + number.length)}`.replace(/[（()）]/gu, ' ').trim();
  const isAlone =
    rest === '' || SIGNED_BY.test(rest) || /^[A-C]\s*类$/u.test(rest) || /^\p{Script=Han}{2,20}$/u.test(rest);
  if (!isAlone || /[《》。，；]/u.test(line)) return undefined;
  return { value: number.replace(/\s+/gu, ''), at, length: number.length, rest };
}
