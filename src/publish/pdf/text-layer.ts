/** Mappings that one block of a CMap may hold (Adobe Technical Note 5411). */
const A_BLOCK = 100;

/**
 * Gives a ToUnicode CMap the characters that the page really has: a font often draws 人 and the radical U+2F08 with one glyph, and Chromium's PDF
 * writer picks either. `meant` says which character of the page a code point stands for. Text that is no such CMap comes back as `undefined`.
 */
export function withMeantCharacters(cmap: string, meant: (code: number) => number): string | undefined {
  if (!cmap.includes('begincmap')) return undefined;
  const pairs = readPairs(cmap);
  if (pairs.every(([, code]) => code === undefined || meant(code) === code)) return undefined;
  const lines = pairs.map(
    ([glyph, code, words]) => `<${glyph}> <${code === undefined ? words : utf16(meant(code))}>`,
  );
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; from += A_BLOCK) {
    const block = lines.slice(from, from + A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  const parts = cmap.split(/\d+ beginbf(?:char|range)\n[\s\S]*?endbf(?:char|range)\n/);
  return parts[0]! + blocks.join('') + parts.slice(1).join('');
}

/** Glyph (hexadecimal), the one code point it stands for, or its words where it stands for several. */
type Pair = [glyph: string, code: number | undefined, words: string];

function readPairs(cmap: string): Pair[] {
  const pairs: Pair[] = [];
  for (const [, kind, block = ''] of cmap.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    for (const line of block.trim().split('\n')) {
      const [first = '', second = '', third = ''] = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map(
        ([, hex]) => hex,
      );
      if (kind === 'char') pairs.push([first, codeOf(second), second]);
      else {
        const start = codeOf(third);
        for (let glyph = parseInt(first, 16); glyph <= parseInt(second, 16); glyph += 1) {
          const code = start === undefined ? undefined : start + glyph - parseInt(first, 16);
          pairs.push([glyph.toString(16).toUpperCase().padStart(first.length, '0'), code, third]);
        }
      }
    }
  }
  return pairs;
}

/** The one code point that big-endian UTF-16 in hexadecimal spells, or `undefined` where it spells several. */
function codeOf(hex: string): number | undefined {
  const units = hex.match(/.{4}/g)?.map((unit) => parseInt(unit, 16)) ?? [];
  const text = String.fromCharCode(...units);
  return [...text].length === 1 ? text.codePointAt(0) : undefined;
}

function utf16(code: number): string {
  return [...String.fromCodePoint(code)]
    .flatMap((character) =>
      Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
    )
    .map((unit) => unit.toString(16).toUpperCase().padStart(4, '0'))
    .join('');
}
