import { isGb2312 } from '../search/gb2312.ts';

/**
 * The characters that official writing is made of: the Han of GB 2312, its punctuation and marks, Latin letters with the accents of pinyin, the
 * Greek letters of formulas, numbers in circles and brackets, marks of forms, units.
 */
const USUAL = new RegExp(
  `[${[
    '\\t\\n\\r -~', // ASCII
    '¢£¤¥§¨©®°±²³´µ¶·¹¼½¾×÷', // Latin-1 without what nobody sees
    '⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎', // exponents and indices, which the import writes itself
    'À-ÖØ-öø-ÿĀāĒēĚěĪīŃńŇňŌōŪūǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜüḿǸǹ', // letters and pinyin
    'ΓΔΘΛΞΠΣΦΨΩα-ω', // Greek that is not drawn as Latin
    '–—―‖‘’“”•…‰′″※€™', // punctuation
    '℃℅№℡Ⅰ-Ⅻⅰ-ⅹ', // numbers and units
    '←↑→↓↔⇒⇔∈∏∑√∝∞∠∥∧∨∩∪∫∮∴∵∷∽≈≌≠≡≤≥≮≯⊙⊥⌒', // arrows and mathematics
    '①-⓪─│┌┐└┘├┤┬┴┼', // circled numbers, lines
    '■□▢▣▪▫▲△▶▷▼▽◆◇○◎●★☆☎☏☐☑☒♀♂✓✔✕✖✗✘➢➤', // marks
    '　、。〃々〇〈-】〒〓〔-〗', // Chinese punctuation
    '㈠-㈩㊀-㊉㎎㎏㎜㎝㎞㎡㎥㏄㏎㏑㏒㏕', // numbers in brackets, units
    '！-～￠￡￥￣', // full-width forms
  ].join('')}]`,
  'u',
);
/** Beyond GB 2312, but in everyone's words: 瞭望, 啰嗦; the circle of Chinese numbers stands above. */
const OTHER_HAN = new Set('瞭啰');

/** What is known of code units: 1 for usual ones, 2 for others. Filled as they are asked for, since a check asks for millions. */
const known = new Uint8Array(0x10000);

/** Whether a character of one code unit needs no second look in an official text. Characters of two are never usual. */
export function isUsualUnit(code: number): boolean {
  const before = known[code];
  if (before) return before === 1;
  const character = String.fromCharCode(code);
  const usual = USUAL.test(character) || isGb2312(character) || OTHER_HAN.has(character);
  known[code] = usual ? 1 : 2;
  return usual;
}
