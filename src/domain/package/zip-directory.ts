/** A file of a zip package as the package's directory lists it. */
export interface ZipEntry {
  name: string;
  /** 0 for stored as it is, 8 for deflated. */
  method: number;
  /** Bytes as the directory states them. */
  packed: number;
  unpacked: number;
  /** Where the packed bytes begin. */
  start: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_PLACE = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const ELSEWHERE = 0xffffffff;
const UTF8_NAME = 0x800;

/**
 * The directory of a zip package (APPNOTE 6.3.10, 4.3), entry by entry; unpacks nothing. Throws a RangeError where it is not a zip package or
 * its directory points outside of it.
 */
export function* entriesOf(bytes: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, at: first } = directoryOf(view);
  for (let index = 0, at = first; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry where one should be');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      view.getUint16(at + place, true),
    ) as [number, number, number];
    const isUtf8 = (view.getUint16(at + 8, true) & UTF8_NAME) !== 0;
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = sizesOf(view, at, at + 46 + nameLength, extraLength);
    yield {
      name: new TextDecoder(isUtf8 ? 'utf-8' : 'latin1').decode(nameBytes),
      method: view.getUint16(at + 10, true),
      packed: sizes.packed,
      unpacked: sizes.unpacked,
      start: startOf(view, sizes.local),
    };
    at += 46 + nameLength + extraLength + commentLength;
  }
}

function directoryOf(view: DataView): { count: number; at: number } {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const [count, place] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (place !== ELSEWHERE && count !== 0xffff) return { count, at: place };
    if (at < 20 || view.getUint32(at - 20, true) !== END_64_PLACE) return { count, at: place };
    const end = numberAt(view, at - 12);
    if (view.getUint32(end, true) !== END_64) throw new RangeError('no directory');
    return { count: numberAt(view, end + 32), at: numberAt(view, end + 48) };
  }
  throw new RangeError('no directory');
}

/** Sizes and place of an entry; where they take more than four bytes they stand in an extra field. */
function sizesOf(view: DataView, at: number, extra: number, length: number) {
  let [packed, unpacked, local] = [20, 24, 42].map((place) => view.getUint32(at + place, true)) as [
    number,
    number,
    number,
  ];
  if (packed !== ELSEWHERE && unpacked !== ELSEWHERE && local !== ELSEWHERE)
    return { packed, unpacked, local };
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    const taken = () => numberAt(view, (next += 8) - 8);
    if (unpacked === ELSEWHERE) unpacked = taken();
    if (packed === ELSEWHERE) packed = taken();
    if (local === ELSEWHERE) local = taken();
    break;
  }
  return { packed, unpacked, local };
}

function startOf(view: DataView, local: number): number {
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no file where one should be');
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

function numberAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
