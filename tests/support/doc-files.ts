import { compound } from './hostile-files/documents.ts';

/** A stretch of characters or a paragraph with its properties: codes of [MS-DOC] 2.6 with the bytes of their operands. */
export interface DocRun {
  text: string;
  /** Character properties. */
  look?: readonly (readonly [code: number, ...operand: number[]])[];
}
export interface DocParagraph {
  runs: readonly DocRun[];
  /** What ends it: a paragraph mark unless something else is said. */
  end?: string;
  properties?: readonly (readonly [code: number, ...operand: number[]])[];
}

/** What a .doc is made of; lengths of parts besides the body in the order of the header. */
export interface DocParts {
  paragraphs: readonly DocParagraph[];
  footnotes?: { paragraphs: readonly DocParagraph[]; calls: readonly number[]; ends: readonly number[] };
  fonts?: readonly string[];
  /** PlfLst with its levels, and PlfLfo. */
  lists?: { definitions: Buffer; size: number; names: Buffer };
  data?: Buffer;
}

const [TEXT_AT, PAGE] = [1024, 512];
const PAIRS = 0x9a;
const TABLES = {
  footnoteCalls: 2,
  footnoteTexts: 3,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  lists: 73,
  names: 74,
};

/** A Word 97 file ([MS-DOC]) of one piece of UTF-16, with one page of properties for each kind. */
export function docOf({ paragraphs, footnotes, fonts = [], lists, data }: DocParts): Uint8Array {
  const all = [...paragraphs, ...(footnotes?.paragraphs ?? [])];
  const text = all.map(textOf).join('');
  const end = TEXT_AT + Math.ceil((text.length * 2) / PAGE) * PAGE;
  const main = Buffer.alloc(end + 2 * PAGE);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(paragraphs.map(textOf).join('').length, 0x4c);
  main.writeUInt32LE(footnotes?.paragraphs.map(textOf).join('').length ?? 0, 0x50);
  main.write(text, TEXT_AT, 'utf16le');
  const runs = all.flatMap(({ runs: own, end: mark = '\r' }) => [...own, { text: mark }] as DocRun[]);
  pageOf(
    runs.map((run) => ({ length: run.text.length, bytes: characterBytes(run) })),
    1,
  ).copy(main, end);
  pageOf(
    all.map((paragraph) => ({ length: textOf(paragraph).length, bytes: paragraphBytes(paragraph) })),
    13,
  ).copy(main, end + PAGE);
  const table: Buffer[] = [];
  const put = (index: number, bytes: Buffer, size = bytes.length) => {
    main.writeUInt32LE(Buffer.concat(table).length, PAIRS + index * 8);
    main.writeUInt32LE(size, PAIRS + index * 8 + 4);
    table.push(bytes);
  };
  put(TABLES.pieces, piecesOf(text.length));
  put(TABLES.characters, numbers(TEXT_AT, TEXT_AT + text.length * 2, end / PAGE));
  put(TABLES.paragraphs, numbers(TEXT_AT, TEXT_AT + text.length * 2, end / PAGE + 1));
  put(TABLES.fonts, fontsOf(fonts));
  if (footnotes) {
    put(
      TABLES.footnoteCalls,
      Buffer.concat([numbers(...footnotes.calls, 0), Buffer.alloc(footnotes.calls.length * 2, 1)]),
    );
    put(TABLES.footnoteTexts, numbers(0, ...footnotes.ends));
  }
  if (lists) {
    put(TABLES.names, lists.names);
    put(TABLES.lists, lists.definitions, lists.size);
  }
  return compound({ WordDocument: main, '1Table': Buffer.concat(table), ...(data && { Data: data }) });
}

/** One list with levels of some formats and patterns; `change` may alter the 28 bytes of a level. */
export function docLists(
  levels: readonly { format: number; pattern: string; change?: (level: Buffer) => void }[],
  starts: readonly (number | undefined)[] = [undefined],
): NonNullable<DocParts['lists']> {
  const list = Buffer.alloc(30, 0xff);
  list.writeUInt16LE(1, 0);
  list.writeInt32LE(7, 2);
  list.writeUInt8(0, 28);
  const described = Array.from({ length: 9 }, (_, index) => {
    const { format, pattern, change } = levels[index] ?? { format: 255, pattern: '' };
    const level = Buffer.alloc(28);
    level.writeInt32LE(1, 0);
    level.writeUInt8(format, 4);
    change?.(level);
    const text = Buffer.alloc(2 + pattern.length * 2);
    text.writeUInt16LE(pattern.length, 0);
    text.write(pattern, 2, 'utf16le');
    return Buffer.concat([level, text]);
  });
  const names = starts.map((start) => {
    const name = Buffer.alloc(16);
    name.writeInt32LE(7, 0);
    name.writeUInt8(start === undefined ? 0 : 1, 12);
    return name;
  });
  const changes = starts.map((start) =>
    start === undefined ? numbers(0xffffffff) : numbers(0xffffffff, start, 0x10),
  );
  return {
    definitions: Buffer.concat([list, ...described]),
    size: list.length,
    names: Buffer.concat([numbers(names.length), ...names, ...changes]),
  };
}

function textOf({ runs, end = '\r' }: DocParagraph): string {
  return runs.map(({ text }) => text).join('') + end;
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, index * 4));
  return bytes;
}

function piecesOf(length: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeUInt32LE(TEXT_AT, 2);
  return Buffer.concat([Buffer.from([2]), numbers(16, 0, length), place]);
}

function propertyBytes(properties: readonly (readonly [number, ...number[]])[] = []): Buffer {
  return Buffer.concat(
    properties.map(([code, ...operand]) => Buffer.from([code & 0xff, code >> 8, ...operand])),
  );
}

function characterBytes({ look }: DocRun): Buffer {
  const bytes = propertyBytes(look);
  return bytes.length === 0 ? bytes : Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function paragraphBytes({ properties }: DocParagraph): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(2), propertyBytes(properties)]);
  const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
  return Buffer.concat([Buffer.from([0, even.length / 2]), even]);
}

/** A page of properties: where each run begins, where its properties stand, and these from the end of the page. */
function pageOf(runs: readonly { length: number; bytes: Buffer }[], entrySize: number): Buffer {
  const page = Buffer.alloc(PAGE);
  let [at, free] = [TEXT_AT, PAGE - 1];
  runs.forEach(({ length, bytes }, index) => {
    page.writeUInt32LE(at, index * 4);
    at += length * 2;
    if (bytes.length === 0) return;
    free = (free - bytes.length) & ~1;
    bytes.copy(page, free);
    page.writeUInt8(free / 2, (runs.length + 1) * 4 + index * entrySize);
  });
  page.writeUInt32LE(at, runs.length * 4);
  page.writeUInt8(runs.length, PAGE - 1);
  return page;
}

function fontsOf(names: readonly string[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(names.length, 0);
  const fonts = names.map((name) => {
    const font = Buffer.alloc(40 + name.length * 2 + 2);
    font.writeUInt8(font.length - 1, 0);
    font.write(name, 40, 'utf16le');
    return font;
  });
  return Buffer.concat([head, ...fonts]);
}
