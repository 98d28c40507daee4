import { chineseNumber, LEGAL, type Figures } from './chinese-number.ts';

const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const ROMAN = {
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90 },
  ...{ l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 },
};

/** a to z, aa to zz and so on, as word processors count with letters. */
export function letterNumber(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

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

/** A number as a word processor's format shows it (names of WordprocessingML, ST_NumberFormat). */
export function formatNumber(value: number, format: string): string {
  if (value < 1) return String(value);
  switch (format) {
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return inWords(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return Array.from(String(value), (digit) => DIGITS[Number(digit)] ?? '').join('');
    case 'chineseLegalSimplified':
      return inWords(value, LEGAL);
    case 'ideographTraditional':
      return STEMS[(value - 1) % STEMS.length] ?? '';
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case 'decimalEnclosedParen':
      return `（${value}）`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letterNumber(value).toUpperCase();
    case 'lowerLetter':
      return letterNumber(value);
    case 'upperRoman':
      return romanNumber(value).toUpperCase();
    case 'lowerRoman':
      return romanNumber(value);
    default:
      return String(value);
  }
}
