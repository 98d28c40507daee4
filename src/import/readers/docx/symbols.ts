/** What characters of Wingdings and its kin look like, as far as forms use them. */
const SYMBOLS: Record<string, Record<string, string>> = {
  wingdings: {
    ...{
      '6C': '●',
      '6E': '■',
      '6F': '□',
      '71': '□',
      '72': '□',
      '74': '◆',
      '75': '◆',
      '76': '❖',
      '77': '◆',
    },
    ...{ A1: '○', A8: '□', D8: '➢', FB: '✗', FC: '✓', FD: '☒', FE: '☑' },
  },
  'wingdings 2': {
    '2A': '□',
    '50': '✓',
    '4F': '✗',
    '51': '☒',
    '52': '☑',
    A3: '□',
  },
  symbol: { B7: '•', D7: '×', B1: '±', A3: '≤', B3: '≥', B0: '°' },
};

/** The character that a font's private code shows, `undefined` where that is not known. */
export function symbolOf(font: string, code: string): string | undefined {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value)) return undefined;
  if (value < 0xf000 || value > 0xf0ff) return value < 0x20 ? undefined : String.fromCodePoint(value);
  return SYMBOLS[font.toLowerCase()]?.[(value - 0xf000).toString(16).toUpperCase().padStart(2, '0')];
}
