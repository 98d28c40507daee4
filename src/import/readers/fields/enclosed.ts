const HAN = pairs(
  '一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜',
  0x3280,
);
const ROWS: readonly [first: number, last: number, code: number][] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
  [0, 0, 0x24ea],
];

/** What is drawn round a character, by the sign that a field or a mark names it with. */
export type Enclosure = 'circle' | 'square' | 'other';

/** The enclosure that a sign draws round another character; `undefined` for signs that draw none. */
export function enclosureOf(sign: string): Enclosure | undefined {
  if (/^[○◯〇Ｏ⚪]$/u.test(sign)) return 'circle';
  if (/^[□▢◻⬜☐]$/u.test(sign)) return 'square';
  return /^[△▲▽◇◆]$/u.test(sign) ? 'other' : undefined;
}

/** Words with a line round them: by the character that Unicode has for it (㊀ ① Ⓐ), else in brackets. */
export function enclosed(words: string, enclosure: Enclosure): string {
  const inside = words.trim();
  if (enclosure === 'square') return `［${inside}］`;
  return (enclosure === 'circle' ? circled(inside) : undefined) ?? `（${inside}）`;
}

function circled(inside: string): string | undefined {
  if (/^\d{1,2}$/.test(inside)) {
    const value = Number(inside);
    const row = ROWS.find(([first, last]) => value >= first && value <= last);
    return row && String.fromCodePoint(row[2] + value - row[0]);
  }
  if (/^[A-Z]$/.test(inside)) return String.fromCodePoint(0x24b6 + inside.charCodeAt(0) - 65);
  if (/^[a-z]$/.test(inside)) return String.fromCodePoint(0x24d0 + inside.charCodeAt(0) - 97);
  return HAN.get(inside);
}

function pairs(characters: string, first: number): ReadonlyMap<string, string> {
  return new Map(
    Array.from(characters, (character, index) => [character, String.fromCodePoint(first + index)]),
  );
}
