import { chineseNumber, LEGAL, type Figures } from './chinese-number.ts';
import { cardinalWords, ordinalFigures, ordinalWords } from './english-numbers.ts';

const DIGITS = '〇一二三四五六七八九';
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');
const LEGAL_TRADITIONAL: Figures = { figures: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟' };
const LEGAL_JAPANESE: Figures = { figures: '〇壱弐参四伍六七八九', units: '拾百阡' };
const CHICAGO = Array.from('*†‡§');
const RUSSIAN = Array.from('абвгдежзиклмнопрстуфхцчшщэюя');
const KOREAN = Array.from('가나다라마바사아자차카타파하');
const KOREAN_INITIALS = Array.from('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ');
const AIUEO = Array.from(
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
);
const IROHA = Array.from(
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
);
const ROMAN = {
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90 },
  ...{ l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 },
};
/** Word counts no further; beyond it letters and Roman figures would grow without end. */
const GREATEST = 32_767;
/** From here on 一百 is written by its digits, 一〇〇, in the formats that do not say Thousand. */
const LEAST_BY_DIGITS = 100;

/** Names of formats by their codes in .doc, RTF and Word 2003 XML ([MS-OSHARED] 2.2.1.3, MSONFC). */
const CODES: readonly (readonly [first: number, ...names: string[]])[] = [
  [0, 'decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal', 'cardinalText'],
  [7, 'ordinalText', 'hex', 'chicago', 'ideographDigital', 'japaneseCounting', 'aiueo', 'iroha'],
  [14, 'decimalFullWidth', 'decimalHalfWidth', 'japaneseLegal', 'japaneseDigitalTenThousand'],
  [18, 'decimalEnclosedCircle', 'decimalFullWidth2', 'aiueoFullWidth', 'irohaFullWidth', 'decimalZero'],
  [23, 'bullet', 'ganada', 'chosung', 'decimalEnclosedFullstop', 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese', 'ideographEnclosedCircle', 'ideographTraditional', 'ideographZodiac'],
  [32, 'ideographZodiacTraditional', 'taiwaneseCounting', 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand', 'taiwaneseDigital', 'chineseCounting', 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [57, 'numberInDash', 'russianLower', 'russianUpper'],
  [255, 'none'],
];
const NAMES = new Map(
  CODES.flatMap(([first, ...names]) => names.map((name, index) => [first + index, name])),
);

/** The name of the format that a code stands for; plain figures for codes that are not known. */
export function numberFormatOf(code: number): string {
  return NAMES.get(code) ?? 'decimal';
}

/** a to z, aa to zz and so on, as word processors count with letters. */
export function letterNumber(value: number): string {
  return repeatedIn(value, LETTERS);
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

export function romanNumber(value: number): string {
  let [left, words] = [value, ''];
  for (const [letters, worth] of Object.entries(ROMAN))
    while (left >= worth) {
      words += letters;
      left -= worth;
    }
  return words;
}

/** In Chinese figures, as far as those go. */
function inWords(value: number, figures?: Figures): string {
  return value > 9999 ? String(value) : chineseNumber(value, figures);
}

function inDigits(value: number): string {
  return Array.from(String(value), (digit) => DIGITS[Number(digit)] ?? '').join('');
}

/** 百一 for 101: neither 一 before 百 nor 零 for a gap. */
function inJapanese(value: number): string {
  return inWords(value).replace(/一(?=[百千])|零/g, '');
}

/** One of a row of characters, begun anew behind the last. */
function turnIn(value: number, row: readonly string[]): string {
  return row[(value - 1) % row.length] ?? '';
}

/** One of a row of characters, doubled in the second round and so on. */
function repeatedIn(value: number, row: readonly string[]): string {
  return turnIn(value, row).repeat(Math.ceil(value / row.length));
}

/** A character of Unicode's own row of numbers as far as it goes, plain figures beyond. */
function enclosed(value: number, first: number, last: number): string {
  return value <= last ? String.fromCodePoint(first + value - 1) : String(value);
}

const FORMATS: Record<string, (value: number) => string> = {
  none: () => '',
  chineseCounting: (value) => (value < LEAST_BY_DIGITS ? inWords(value) : inDigits(value)),
  taiwaneseCounting: (value) => (value < LEAST_BY_DIGITS ? inWords(value) : inDigits(value)),
  chineseCountingThousand: (value) => inWords(value),
  taiwaneseCountingThousand: (value) => inWords(value),
  japaneseCounting: inJapanese,
  ideographDigital: inDigits,
  taiwaneseDigital: inDigits,
  japaneseDigitalTenThousand: inDigits,
  chineseLegalSimplified: (value) => inWords(value, LEGAL),
  ideographLegalTraditional: (value) => inWords(value, LEGAL_TRADITIONAL),
  japaneseLegal: (value) => inWords(value, LEGAL_JAPANESE),
  ideographTraditional: (value) => turnIn(value, STEMS),
  ideographZodiac: (value) => turnIn(value, BRANCHES),
  ideographZodiacTraditional: (value) => turnIn(value, STEMS) + turnIn(value, BRANCHES),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal: ordinalFigures,
  cardinalText: cardinalWords,
  ordinalText: ordinalWords,
  chicago: (value) => repeatedIn(value, CHICAGO),
  upperLetter: (value) => letterNumber(value).toUpperCase(),
  lowerLetter: letterNumber,
  upperRoman: (value) => romanNumber(value).toUpperCase(),
  lowerRoman: romanNumber,
  russianLower: (value) => repeatedIn(value, RUSSIAN),
  russianUpper: (value) => repeatedIn(value, RUSSIAN).toUpperCase(),
  aiueo: (value) => turnIn(value, AIUEO),
  aiueoFullWidth: (value) => turnIn(value, AIUEO),
  iroha: (value) => turnIn(value, IROHA),
  irohaFullWidth: (value) => turnIn(value, IROHA),
  ganada: (value) => turnIn(value, KOREAN),
  chosung: (value) => turnIn(value, KOREAN_INITIALS),
};

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

/**
 * A number as a word processor's format shows it (names of WordprocessingML, ST_NumberFormat, ECMA-376-1 17.18.59); plain figures in a format
 * that is not known, below one, and beyond what Word counts.
 */
export function formatNumber(value: number, format: string): string {
  if (format === 'none') return '';
  if (!Number.isInteger(value) || value < 1 || value > GREATEST) return zeroOf(value, format);
  return FORMATS[format]?.(value) ?? String(value);
}

function zeroOf(value: number, format: string): string {
  if (value !== 0) return String(value);
  if (format === 'decimalZero') return '00';
  return /^(?:chinese|taiwanese|japanese|ideographDigital)/.test(format) ? '〇' : '0';
}

/** The number of a format that is written out by example, `001, 002, 003, ...` (a custom format of Word 2010). */
export function formatByExample(value: number, example: string): string {
  const width = /^0*\d+/.exec(example.trim())?.[0].length ?? 1;
  return String(value).padStart(Math.min(width, LONGEST_EXAMPLE), '0');
}

const LONGEST_EXAMPLE = 10;
