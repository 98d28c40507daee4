import { formatNumber, letterNumber, romanNumber } from '../../../domain/list-numbers.ts';

/** Names of CSS counter styles (css-counter-styles-3, 6 and 7) by the format of numbers that they stand for, and what follows the number. */
const FORMATS: Record<string, readonly [format: string, after: string]> = {
  ...{ decimal: ['decimal', '. '], 'decimal-leading-zero': ['decimalZero', '. '] },
  ...{ 'lower-alpha': ['lowerLetter', '. '], 'lower-latin': ['lowerLetter', '. '] },
  ...{ 'upper-alpha': ['upperLetter', '. '], 'upper-latin': ['upperLetter', '. '] },
  ...{ 'lower-roman': ['lowerRoman', '. '], 'upper-roman': ['upperRoman', '. '] },
  ...{ 'cjk-ideographic': ['chineseCounting', '、'], 'simp-chinese-informal': ['chineseCounting', '、'] },
  ...{ 'trad-chinese-informal': ['chineseCounting', '、'], 'japanese-informal': ['chineseCounting', '、'] },
  ...{ 'cjk-decimal': ['ideographDigital', '、'], 'cjk-heavenly-stem': ['ideographTraditional', '、'] },
  ...{
    'simp-chinese-formal': ['chineseLegalSimplified', '、'],
    'trad-chinese-formal': ['chineseLegalSimplified', '、'],
  },
};
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const BULLETS = new Set(['disc', 'circle', 'square', 'disclosure-open', 'disclosure-closed']);
const TYPES: Record<string, string> = {
  ...{ 1: 'decimal', a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' },
  ...{ disc: 'disc', circle: 'circle', square: 'square', none: 'none' },
};
const NAMES = new Set([...Object.keys(FORMATS), ...BULLETS, 'cjk-earthly-branch', 'lower-greek', 'none']);

/** The counter style that a `type` attribute names. */
export function styleOfType(type: unknown): string | undefined {
  return typeof type === 'string' ? TYPES[type] : undefined;
}

/** The counter style, or the string that stands for one, in a value of list-style or list-style-type; `undefined` where it names none. */
export function styleInValue(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const quoted = /"[^"]*"|'[^']*'/.exec(value.replace(/url\([^)]*\)/gi, ''))?.[0];
  return (
    quoted ??
    value
      .toLowerCase()
      .split(/\s+/)
      .find((word) => NAMES.has(word))
  );
}

/** What a list shows before an item: 三、 or 3. or a bullet; empty where its style is none. */
export function markerOf(style: string, number: number): string {
  if (style === 'none') return '';
  if (/^["']/.test(style)) return style.slice(1, -1);
  if (BULLETS.has(style)) return '• ';
  if (style === 'cjk-earthly-branch' && number >= 1 && number <= BRANCHES.length)
    return `${BRANCHES[number - 1] ?? ''}、`;
  const [format, after] = FORMATS[style] ?? ['decimal', '. '];
  if (number < 1) return `${number}. `;
  if (format === 'lowerLetter') return letters(number) + after;
  if (format === 'upperLetter') return letters(number).toUpperCase() + after;
  if (format === 'lowerRoman' || format === 'upperRoman') {
    const roman = number < 4000 ? romanNumber(number) : String(number);
    return (format === 'upperRoman' ? roman.toUpperCase() : roman) + after;
  }
  return formatNumber(number, format) + after;
}

/** a to z, aa, ab and so on: other than word processors, pages count on in the second place. */
function letters(number: number): string {
  if (number <= 26) return letterNumber(number);
  return letters(Math.floor((number - 1) / 26)) + letterNumber(((number - 1) % 26) + 1);
}
