import { crc32 } from 'node:zlib';
import { exifFacts, orientationOnly, xmpHolds } from './exif.ts';
import { damaged, joined, latin, viewOf, type Removable, type Stripped } from './stripped.ts';

/** What pixels and their colours need, animation included (PNG, third edition, section 11). */
const KEPT =
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  );
const SIGNATURE = 8;
/** Length, name and checksum. */
const FRAME = 12;

/**
 * A PNG with the chunks that show its pixels and nothing else; none of those is changed. Throws MediaTrouble for one that is not whole.
 */
export function stripPng(bytes: Uint8Array): Stripped {
  const view = viewOf(bytes);
  const removed = new Set<Removable>();
  const pieces: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  const seen = new Set<string>();
  for (let at = SIGNATURE; ;) {
    const length = at + FRAME <= bytes.length ? view.getUint32(at) : bytes.length;
    const end = at + FRAME + length;
    if (end > bytes.length) throw damaged('PNG');
    const name = latin(bytes, at + 4, at + 8);
    const data = bytes.subarray(at + 8, end - 4);
    if (seen.size === 0 && (name !== 'IHDR' || length !== 13)) throw damaged('PNG');
    if (KEPT.includes(name)) pieces.push(bytes.subarray(at, end));
    else if (!/^[a-z][A-Za-z]{3}$/.test(name)) throw damaged('PNG');
    else pieces.push(...keptOf(name, data, removed, seen));
    seen.add(name);
    at = end;
    if (name !== 'IEND') continue;
    if (!seen.has('IDAT')) throw damaged('PNG');
    if (end < bytes.length) removed.add('图片结尾之后的数据');
    return { bytes: joined(pieces, bytes), removed };
  }
}

function keptOf(
  name: string,
  data: Uint8Array,
  removed: Set<Removable>,
  seen: ReadonlySet<string>,
): Uint8Array[] {
  if (name !== 'eXIf') {
    for (const kind of holdsOf(name, data)) removed.add(kind);
    return [];
  }
  const { orientation, holds } = exifFacts(data);
  for (const kind of holds) removed.add(kind);
  return orientation === undefined || seen.has(name) ? [] : [chunk(name, orientationOnly(orientation))];
}

function holdsOf(name: string, data: Uint8Array): Removable[] {
  if (name === 'tIME') return ['修改时间'];
  if (!['tEXt', 'zTXt', 'iTXt'].includes(name)) return ['不认识的内容'];
  const keyword = latin(data, 0, 80).split('\0')[0] ?? '';
  if (keyword === 'XML:com.adobe.xmp') return xmpHolds(data);
  if (/^Raw profile type (?:exif|APP1)$/i.test(keyword)) return ['拍摄信息'];
  if (/^Raw profile type iptc$/i.test(keyword)) return ['IPTC 信息'];
  return /^(?:author|copyright)$/i.test(keyword) ? ['作者'] : ['注释'];
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const written = Buffer.alloc(FRAME + data.length);
  written.writeUInt32BE(data.length, 0);
  written.write(name, 4, 'latin1');
  written.set(data, 8);
  written.writeUInt32BE(crc32(written.subarray(4, -4)), written.length - 4);
  return written;
}
