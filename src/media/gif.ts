import { damaged, joined, latin, viewOf, type Removable, type Stripped } from './stripped.ts';

/** Blocks of GIF89a: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** The length of the name, the name, then its data: how often an animation is repeated. */
const LOOPING = /^\x0b(?:NETSCAPE2\.0|ANIMEXTS1\.0)\x03\x01/;
const LOOPING_SIZE = 17;

/**
 * A GIF with its pictures, how long each is shown and how often all are repeated, and nothing else. Throws MediaTrouble for one that is not
 * whole.
 */
export function stripGif(bytes: Uint8Array): Stripped {
  const removed = new Set<Removable>();
  let at = 13 + tableSize(bytes, 10);
  const pieces: Uint8Array[] = [bytes.subarray(0, at)];
  let hasImage = false;
  for (;;) {
    const start = at;
    const kind = at < bytes.length ? bytes[at] : undefined;
    if (kind === TRAILER && hasImage) {
      pieces.push(bytes.subarray(at, at + 1));
      if (at + 1 < bytes.length) removed.add('图片结尾之后的数据');
      return { bytes: joined(pieces, bytes), removed };
    }
    if (kind === IMAGE) {
      hasImage = true;
      at = endOfBlocks(bytes, at + 11 + tableSize(bytes, at + 9));
      pieces.push(bytes.subarray(start, at));
    } else if (kind === EXTENSION) {
      at = endOfBlocks(bytes, at + 2);
      pieces.push(...keptOf(bytes[start + 1]!, bytes.subarray(start, at), removed));
    } else {
      throw damaged('GIF');
    }
  }
}

/** Bytes of the colour table that a byte of flags tells of. */
function tableSize(bytes: Uint8Array, flagsAt: number): number {
  if (flagsAt >= bytes.length) throw damaged('GIF');
  const flags = bytes[flagsAt]!;
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a row of blocks ends that each begin with their length. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
  if (at >= bytes.length) throw damaged('GIF');
  return at + 1;
}

function keptOf(label: number, block: Uint8Array, removed: Set<Removable>): Uint8Array[] {
  if (label === CONTROL && block.length === 8 && viewOf(block).getUint8(2) === 4) return [block];
  const begin = latin(block, 2, 2 + LOOPING_SIZE);
  if (label === APPLICATION && LOOPING.test(begin) && block.length >= 2 + LOOPING_SIZE) {
    if (block.length > 2 + LOOPING_SIZE) removed.add('不认识的内容');
    return [block.subarray(0, LOOPING_SIZE + 1), Uint8Array.of(0)];
  }
  if (label === 0xfe) removed.add('注释');
  else removed.add(label === APPLICATION && begin.startsWith('\x0bXMP Data') ? 'XMP 信息' : '不认识的内容');
  return [];
}
