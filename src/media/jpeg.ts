import { exifFacts, orientationOnly, xmpHolds } from './exif.ts';
import { damaged, joined, latin, viewOf, type Removable, type Stripped } from './stripped.ts';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const PROFILE = 'ICC_PROFILE\0';

/** What a picture is decoded by (ITU-T T.81, table B.1): frames, tables, intervals, scans. */
function isDecodedBy(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdd);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function standsAlone(marker: number): boolean {
  return marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/**
 * A JPEG with what its pixels and their colours need (colour profile, orientation) and nothing else; nothing of that is coded anew. Throws
 * MediaTrouble for one that is not whole.
 */
export function stripJpeg(bytes: Uint8Array): Stripped {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const removed = new Set<Removable>();
  const pieces: Uint8Array[] = [file.subarray(0, 2)];
  const state: Seen = { removed, orientation: false, jfif: false };
  let hasFrame = false;
  let hasScan = false;
  for (let at = 2; ;) {
    at = nextMarker(file, at);
    const marker = file[at + 1]!;
    if (marker === 0xd9) {
      if (!hasScan) throw damaged('JPEG');
      pieces.push(file.subarray(at, at + 2));
      if (at + 2 < file.length) removed.add('图片结尾之后的数据');
      return { bytes: joined(pieces, bytes), removed };
    }
    if (standsAlone(marker)) {
      at += 2;
      continue;
    }
    const length = at + 4 <= file.length ? viewOf(file).getUint16(at + 2) : 0;
    let end = at + 2 + length;
    if (marker === 0xd8 || length < 2 || end > file.length) throw damaged('JPEG');
    if (isDecodedBy(marker)) {
      hasFrame ||= isFrame(marker);
      if (marker === 0xda) {
        if (!hasFrame) throw damaged('JPEG');
        hasScan = true;
        end = endOfScan(file, end);
      }
      pieces.push(file.subarray(at, end));
    } else {
      pieces.push(...keptOf(marker, file.subarray(at, end), state));
    }
    at = end;
  }
}

interface Seen {
  removed: Set<Removable>;
  orientation: boolean;
  jfif: boolean;
}

/** Where the next marker begins. Stray bytes before it are skipped, as decoders do. */
function nextMarker(file: Buffer, from: number): number {
  let at = file.indexOf(0xff, from);
  while (at >= 0 && file[at + 1] === 0xff) at += 1;
  if (at < 0 || at + 1 >= file.length) throw damaged('JPEG');
  return at;
}

/** Where a scan's coded data end: at the first marker that does not belong to them. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at)) {
    const next = file[at + 1];
    if (next === undefined) break;
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
  throw damaged('JPEG');
}

/** What is kept of a segment that the pixels do not need. */
function keptOf(marker: number, segment: Buffer, seen: Seen): Uint8Array[] {
  const begins = (name: string) => latin(segment, 4, 4 + name.length) === name;
  const lose = (...kinds: Removable[]): Uint8Array[] => {
    for (const kind of kinds) seen.removed.add(kind);
    return [];
  };
  if (marker === 0xe0 && begins('JFIF\0') && segment.length >= 18) return keptJfif(segment, seen);
  if (marker === 0xe0 && begins('JFXX\0')) return lose('缩略图');
  if (marker === 0xee && begins('Adobe') && segment.length >= 16) {
    if (segment.length > 16) lose('不认识的内容');
    return [cut(segment, 16)];
  }
  if (marker === 0xe2 && begins(PROFILE)) return [segment];
  if (marker === 0xe2 && begins('MPF\0')) return lose('另一幅图');
  if (marker === 0xe1 && begins(EXIF)) return keptExif(segment.subarray(4 + EXIF.length), seen);
  if (marker === 0xe1 && begins(XMP)) return lose(...xmpHolds(segment));
  if (marker === 0xe1 && begins(EXTENDED_XMP)) return lose('XMP 信息');
  if (marker === 0xed) return lose('IPTC 信息');
  if (marker === 0xfe) return lose('注释');
  return lose('不认识的内容');
}

/** The density of a picture stays, a small copy of it does not. */
function keptJfif(segment: Buffer, seen: Seen): Uint8Array[] {
  if (segment.length > 18) seen.removed.add('缩略图');
  if (seen.jfif) return [];
  seen.jfif = true;
  const kept = cut(segment, 18);
  kept.fill(0, 16);
  return [kept];
}

/** Viewers heed the first Exif block only. */
function keptExif(tiff: Uint8Array, seen: Seen): Uint8Array[] {
  const { orientation, holds } = exifFacts(tiff);
  for (const kind of holds) seen.removed.add(kind);
  const isFirst = !seen.orientation;
  seen.orientation = true;
  if (orientation === undefined || !isFirst) return [];
  const block = orientationOnly(orientation);
  const head = Buffer.from(`\xff\xe1\0\0${EXIF}`, 'latin1');
  head.writeUInt16BE(2 + EXIF.length + block.length, 2);
  return [head, block];
}

/** The beginning of a segment, its length set right. */
function cut(segment: Buffer, length: number): Buffer {
  const kept = Buffer.from(segment.subarray(0, length));
  kept.writeUInt16BE(length - 2, 2);
  return kept;
}
