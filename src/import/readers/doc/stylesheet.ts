import { propertiesIn, viewOf, type Properties } from './word-file.ts';

/** A style of a .doc with the properties of those that it is based on. */
export interface DocStyle {
  /** 1 to 9 for the headings that every Word file has; absent for others. */
  heading: number | undefined;
  paragraph: Properties;
  character: Properties;
}

interface Raw {
  heading: number | undefined;
  base: number;
  paragraph: Uint8Array;
  character: Uint8Array;
}

const NO_STYLE = 0x0fff;
const DEEPEST_PARENT = 20;
const [PARAGRAPH, CHARACTER, TABLE, LIST] = [1, 2, 3, 4];
const LAST_HEADING = 9;

/** Reads the styles of a .doc by their numbers ([MS-DOC] 2.9.271); what is damaged is left out. */
export function readStylesheet(view: DataView): Map<number, DocStyle> {
  const raw = rawStyles(view);
  const resolved = new Map<number, DocStyle>();
  for (const [index, style] of raw) {
    const chain: Raw[] = [];
    let next: Raw | undefined = style;
    while (next && chain.length <= DEEPEST_PARENT) {
      chain.unshift(next);
      next = next.base === NO_STYLE ? undefined : raw.get(next.base);
    }
    resolved.set(index, {
      heading: style.heading,
      paragraph: together(chain.map(({ paragraph }) => propertiesIn(paragraph))),
      character: together(chain.map(({ character }) => propertiesIn(character))),
    });
  }
  return resolved;
}

/** Several sets of properties in one, the later ones counting before the earlier. */
export function together(sets: readonly Properties[]): Properties {
  return {
    numbers: new Map(sets.flatMap(({ numbers }) => [...numbers])),
    bytes: new Map(sets.flatMap(({ bytes }) => [...bytes])),
  };
}

function rawStyles(view: DataView): Map<number, Raw> {
  const styles = new Map<number, Raw>();
  if (view.byteLength < 6) return styles;
  const start = 2 + view.getUint16(0, true);
  const [count, baseSize] = [view.getUint16(2, true), view.getUint16(4, true)];
  for (let index = 0, at = start; index < count && at + 2 <= view.byteLength; index += 1) {
    const size = view.getUint16(at, true);
    const bytes = new Uint8Array(
      view.buffer,
      view.byteOffset + at + 2,
      Math.min(size, view.byteLength - at - 2),
    );
    const style = size > 0 ? rawStyle(bytes, baseSize) : undefined;
    if (style) styles.set(index, style);
    at += 2 + size + (size % 2);
  }
  return styles;
}

function rawStyle(bytes: Uint8Array, baseSize: number): Raw | undefined {
  const view = viewOf(bytes);
  if (bytes.length < baseSize + 2 || baseSize < 10) return undefined;
  const [id, kindAndBase, count] = [0, 2, 4].map((at) => view.getUint16(at, true)) as [
    number,
    number,
    number,
  ];
  const kind = kindAndBase & 0x0f;
  const lists: Uint8Array[] = [];
  let at = baseSize + 2 + view.getUint16(baseSize, true) * 2 + 2;
  for (let index = 0; index < (count & 0x0f) && at + 2 <= bytes.length; index += 1) {
    const size = view.getUint16(at, true);
    lists.push(bytes.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size % 2);
  }
  if (kind === TABLE) lists.shift();
  const paragraph =
    kind === PARAGRAPH || kind === TABLE || kind === LIST ? lists.shift()?.subarray(2) : undefined;
  const character = kind === CHARACTER || kind === PARAGRAPH || kind === TABLE ? lists.shift() : undefined;
  const heading = id & 0x0fff;
  return {
    heading: heading >= 1 && heading <= LAST_HEADING ? heading : undefined,
    base: kindAndBase >> 4,
    paragraph: paragraph ?? new Uint8Array(),
    character: character ?? new Uint8Array(),
  };
}

/** The names of the fonts of a .doc by their numbers ([MS-DOC] 2.9.286). */
export function readFontNames(view: DataView): string[] {
  if (view.byteLength < 4) return [];
  const names: string[] = [];
  for (let at = 4; at < view.byteLength && names.length < view.getUint16(0, true);) {
    const size = view.getUint8(at);
    let name = '';
    for (let place = at + NAME_OF_FONT; place + 1 < Math.min(at + 1 + size, view.byteLength); place += 2) {
      const code = view.getUint16(place, true);
      if (code === 0) break;
      name += String.fromCharCode(code);
    }
    names.push(name);
    at += 1 + size;
  }
  return names;
}

const NAME_OF_FONT = 40;
