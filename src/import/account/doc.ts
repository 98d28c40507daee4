import type { Counted, CountedWords } from './counted.ts';

/** The container of a .doc: its streams by name. */
interface Streams {
  stream(name: string): Uint8Array | undefined;
}

/** The parts in the order in which their lengths stand in the header ([MS-DOC] 2.5.5, FibRgLw97). */
const PLACES = ['正文', '脚注', '页眉页脚', '宏', '批注', '尾注', '文本框', '页眉页脚文本框'];
/** Characters of Windows between U+0080 and U+009F, as pieces of single bytes have them. */
const WINDOWS = new Map(
  Array.from('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ').map((character, index) => [
    [
      ...[0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e],
      ...[0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f],
    ][index],
    character,
  ]),
);

/** Counts the words of a Word 97-2003 file from its piece table (Clx, [MS-DOC] 2.9.38), read by itself, character by character. */
export function countDoc(streams: Streams): Counted {
  const main = Buffer.from(streams.stream('WordDocument') ?? []);
  const table = Buffer.from(streams.stream((main[0x0b] ?? 0) & 0x02 ? '1Table' : '0Table') ?? []);
  const [place, size] = [main.readUInt32LE(0x1a2), main.readUInt32LE(0x1a6)];
  const text = textOf(main, table.subarray(place, place + size));
  const words: CountedWords[] = [];
  let at = 0;
  PLACES.forEach((part, index) => {
    const length = main.readUInt32LE(0x4c + index * 4);
    words.push({ text: text.slice(at, at + length), place: part, what: 'text' });
    at += length;
  });
  if (at > text.length) return { cannot: `文件标明有 ${at} 个字符，只找到 ${text.length} 个，可能残缺` };
  words.push({ text: text.slice(at), place: '文件末尾', what: 'text' });
  return { words };
}

function textOf(main: Buffer, clx: Buffer): string {
  let at = 0;
  while (clx[at] === 0x01) at += 3 + clx.readUInt16LE(at + 1);
  const size = clx.readUInt32LE(at + 1);
  const pieces = clx.subarray(at + 5, at + 5 + size);
  const count = (size - 4) / 12;
  let text = '';
  for (let piece = 0; piece < Math.floor(count); piece += 1) {
    const length = pieces.readUInt32LE((piece + 1) * 4) - pieces.readUInt32LE(piece * 4);
    const where = pieces.readUInt32LE((Math.floor(count) + 1) * 4 + piece * 8 + 2);
    text +=
      where & 0x40000000 ? singles(main, (where & ~0x40000000) >>> 1, length) : doubles(main, where, length);
  }
  return text;
}

function singles(main: Buffer, from: number, length: number): string {
  return Array.from(
    main.subarray(from, from + length),
    (byte) => WINDOWS.get(byte) ?? String.fromCharCode(byte),
  ).join('');
}

function doubles(main: Buffer, from: number, length: number): string {
  return main.toString('utf16le', from, Math.min(from + length * 2, main.length));
}
