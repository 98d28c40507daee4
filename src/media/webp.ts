import { exifFacts, orientationOnly, xmpHolds } from './exif.ts';
import { damaged, joined, latin, viewOf, type Removable, type Stripped } from './stripped.ts';

/** https://developers.google.com/speed/webp/docs/riff_container */
const KEPT = ['VP8X', 'ICCP', 'ANIM', 'ALPH', 'VP8 ', 'VP8L'];
const KEPT_IN_FRAME = ['ALPH', 'VP8 ', 'VP8L'];
const RIFF_HEAD = 12;
const CHUNK_HEAD = 8;
const FRAME_HEAD = 16;
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** A WebP with its pixels, colour profile, animation and orientation, and nothing else. Throws MediaTrouble for one that is not whole. */
export function stripWebp(bytes: Uint8Array): Stripped {
  const removed = new Set<Removable>();
  const end = CHUNK_HEAD + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length) throw damaged('WebP');
  if (end < bytes.length) removed.add('图片结尾之后的数据');
  const chunks = chunksOf(bytes.subarray(RIFF_HEAD, end));
  if (!['VP8X', 'VP8 ', 'VP8L'].includes(chunks[0]?.name ?? '')) throw damaged('WebP');
  let orientation: number | undefined;
  let hasExif = false;
  const pieces = chunks.flatMap(({ name, data }): Uint8Array[] => {
    if (KEPT.includes(name)) return chunk(name, data);
    if (name === 'ANMF') return chunk(name, frameOf(data, removed));
    if (name === 'EXIF') {
      const facts = exifFacts(latin(data, 0, 6) === 'Exif\0\0' ? data.subarray(6) : data);
      if (!hasExif) orientation = facts.orientation;
      hasExif = true;
      for (const kind of facts.holds) removed.add(kind);
    } else {
      for (const kind of name === 'XMP ' ? xmpHolds(data) : (['不认识的内容'] as const)) removed.add(kind);
    }
    return [];
  });
  if (!chunks.some(({ name }) => ['VP8 ', 'VP8L', 'ANMF'].includes(name))) throw damaged('WebP');
  if (orientation !== undefined) pieces.push(...chunk('EXIF', orientationOnly(orientation)));
  return { bytes: riff(pieces, orientation !== undefined, bytes), removed };
}

interface Chunk {
  name: string;
  data: Uint8Array;
}

/** Chunks of an even length each; the byte that fills up the last may be missing. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + CHUNK_HEAD > bytes.length) throw damaged('WebP');
    const start = at + CHUNK_HEAD;
    const size = viewOf(bytes).getUint32(at + 4, true);
    if (start + size > bytes.length) throw damaged('WebP');
    chunks.push({ name: latin(bytes, at, at + 4), data: bytes.subarray(start, start + size) });
    at = start + size + (size % 2);
  }
  return chunks;
}

function frameOf(data: Uint8Array, removed: Set<Removable>): Uint8Array {
  if (data.length < FRAME_HEAD) throw damaged('WebP');
  const inner = chunksOf(data.subarray(FRAME_HEAD));
  const kept = inner.filter(({ name }) => KEPT_IN_FRAME.includes(name));
  if (kept.length < inner.length) removed.add('不认识的内容');
  return joined([data.subarray(0, FRAME_HEAD), ...kept.flatMap((each) => chunk(each.name, each.data))], data);
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(CHUNK_HEAD);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return [head, data, new Uint8Array(data.length % 2)];
}

function riff(pieces: readonly Uint8Array[], hasExif: boolean, whole: Uint8Array): Uint8Array {
  const head = Buffer.from(whole.subarray(0, RIFF_HEAD));
  head.writeUInt32LE(
    pieces.reduce((sum, { length }) => sum + length, RIFF_HEAD - CHUNK_HEAD),
    4,
  );
  const file = Buffer.from(joined([head, ...pieces], whole));
  if (latin(file, RIFF_HEAD, RIFF_HEAD + 4) !== 'VP8X' || file.length <= RIFF_HEAD + CHUNK_HEAD) return file;
  const flagsAt = RIFF_HEAD + CHUNK_HEAD;
  file[flagsAt] = (file[flagsAt]! & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0);
  return file;
}
