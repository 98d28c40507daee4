import { viewOf, type Removable } from './stripped.ts';

/** What an Exif block says that matters here. */
export interface ExifFacts {
  /** 2 to 8 where the picture is to be turned or mirrored when it is shown. */
  orientation: number | undefined;
  /** What removing the block takes away. */
  holds: Removable[];
}

/** Tags of Exif 2.32 (CIPA DC-008), sections 4.6.4 and 4.6.5; those of Windows begin with XP. */
const ORIENTATION = 0x0112;
const GPS = 0x8825;
const AUTHORS = [0x013b, 0x8298, 0x9c9d];
const SHORT = 3;
const ENTRY_SIZE = 12;

/** Reads an Exif block, which is a TIFF file. Damaged parts are ignored. */
export function exifFacts(tiff: Uint8Array): ExifFacts {
  const view = viewOf(tiff);
  const order = tiff.length < 8 ? undefined : view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return { orientation: undefined, holds: ['拍摄信息'] };
  const little = order === 0x4949;
  const start = view.getUint32(4, little);
  const count = start + 2 <= tiff.length ? view.getUint16(start, little) : 0;
  const tags = new Map<number, number>();
  for (let at = start + 2; at + ENTRY_SIZE <= tiff.length && tags.size < count; at += ENTRY_SIZE) {
    const isShort = view.getUint16(at + 2, little) === SHORT;
    tags.set(view.getUint16(at, little), isShort ? view.getUint16(at + 8, little) : 0);
  }
  const next = start + 2 + count * ENTRY_SIZE;
  const hasThumbnail = next + 4 <= tiff.length && view.getUint32(next, little) !== 0;
  const turned = tags.get(ORIENTATION) ?? 1;
  const isOnlyOrientation = !hasThumbnail && [...tags.keys()].every((tag) => tag === ORIENTATION);
  const holds: Removable[] = isOnlyOrientation ? [] : ['拍摄信息'];
  if (tags.has(GPS)) holds.push('GPS 位置');
  if (AUTHORS.some((tag) => tags.has(tag))) holds.push('作者');
  if (hasThumbnail) holds.push('缩略图');
  return { orientation: turned >= 2 && turned <= 8 ? turned : undefined, holds };
}

/** An Exif block that says how a picture is to be turned, and nothing else. */
export function orientationOnly(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = viewOf(tiff);
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

/** The kinds of information in an XMP packet. */
export function xmpHolds(packet: Uint8Array): Removable[] {
  const text = Buffer.from(packet).toString('latin1');
  return [
    'XMP 信息',
    ...(/GPSL(?:at|ong)itude/.test(text) ? (['GPS 位置'] as const) : []),
    ...(/dc:creator|dc:rights|photoshop:Credit|AuthorsPosition/.test(text) ? (['作者'] as const) : []),
  ];
}
