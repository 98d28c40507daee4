import { exifFacts, xmpHolds } from './exif.ts';
import { damaged, latin, viewOf, type Removable, type Stripped } from './stripped.ts';

/**
 * An AVIF is a tree of boxes (ISO/IEC 14496-12) that name ranges in the file. What goes is overwritten with nothing where it stands, so that
 * every place stays where it is and no pixel is touched.
 */
interface Box {
  type: string;
  start: number;
  body: number;
  end: number;
}

interface Item {
  type: string;
  /** Where its entry gives the type. */
  typeAt: number;
  entryEnd: number;
  isThumbnail: boolean;
  ranges: ByteRange[];
}

interface ByteRange {
  start: number;
  end: number;
}

const SHOWN = ['av01', 'grid', 'iovl', 'iden', 'tmap'];
const IN_META = ['hdlr', 'pitm', 'iloc', 'iinf', 'iref', 'iprp', 'idat', 'grpl', 'dinf'];
const AT_TOP = ['ftyp', 'meta', 'mdat', 'moov'];
const HOLD_TRACKS = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf'];
const IN_TRACKS_GONE = ['udta', 'meta', 'uuid', 'free', 'skip'];
const DATED = ['mvhd', 'tkhd', 'mdhd'];
const TELLING = ['udes', 'uuid', 'free', 'skip'];
const MOST_BOXES = 20_000;
const MOST_PLACES = 2000;

/** An AVIF without metadata, thumbnails and anything that no shown picture needs. Throws MediaTrouble for one that is not whole. */
export function stripAvif(whole: Uint8Array): Stripped {
  const removed = new Set<Removable>();
  const bytes = Uint8Array.from(whole);
  const top: Box[] = [];
  let end = 0;
  while (end < bytes.length) {
    const box = boxAt(bytes, end, bytes.length);
    if (!box || top.length > MOST_BOXES) break;
    top.push(box);
    end = box.end;
  }
  const [first] = top;
  const meta = top.find(({ type }) => type === 'meta');
  const moov = top.find(({ type }) => type === 'moov');
  if (first?.type !== 'ftyp' || (!meta && !moov)) throw damaged('AVIF');
  for (const box of top) if (!AT_TOP.includes(box.type)) blankBox(bytes, box, removed);
  if (moov) clearTracks(bytes, moov, removed);
  if (meta) clearItems(bytes, top, { meta, end, hasTracks: moov !== undefined }, removed);
  const needed = top.findLast(({ type }) => AT_TOP.includes(type))?.end ?? 0;
  if (end < bytes.length) removed.add('图片结尾之后的数据');
  const kept = bytes.subarray(0, needed);
  return { bytes: Buffer.compare(kept, whole) === 0 ? whole : kept, removed };
}

/** The box at a place; nothing where none fits there. */
function boxAt(bytes: Uint8Array, start: number, limit: number): Box | undefined {
  if (start + 8 > limit) return undefined;
  const view = viewOf(bytes);
  const type = latin(bytes, start + 4, start + 8);
  let size = view.getUint32(start);
  let body = start + 8;
  if (size === 1 && start + 16 <= limit) {
    size = Number(view.getBigUint64(body));
    body += 8;
  }
  const end = size === 0 ? limit : start + size;
  return end < body || end > limit ? undefined : { type, start, body, end };
}

/** The boxes of a stretch of the file, which they fill. */
function boxesIn(bytes: Uint8Array, from: number, limit: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < limit; at = boxes.at(-1)!.end) {
    const box = boxAt(bytes, at, limit);
    if (!box || boxes.length > MOST_BOXES) throw damaged('AVIF');
    boxes.push(box);
  }
  return boxes;
}

function blank(bytes: Uint8Array, { start, end }: ByteRange): boolean {
  const isBlank = bytes.subarray(start, end).every((byte) => byte === 0);
  bytes.fill(0, start, end);
  return isBlank;
}

/** Turns a box into free space. */
function blankBox(bytes: Uint8Array, { type, start, body, end }: Box, removed: Set<Removable>): void {
  const isXmp = latin(bytes, body, Math.min(end, body + 4)) === '\xbe\x7a\xcf\xcb';
  bytes.set(Buffer.from('free'), start + 4);
  const wasBlank = blank(bytes, { start: body, end });
  if (!wasBlank || !['free', 'skip'].includes(type)) removed.add(isXmp ? 'XMP 信息' : '不认识的内容');
}

/** Takes dates, names and other remarks out of the tracks of an animation. */
function clearTracks(bytes: Uint8Array, holder: Box, removed: Set<Removable>, depth = 0): void {
  if (depth > HOLD_TRACKS.length) throw damaged('AVIF');
  for (const box of boxesIn(bytes, holder.body, holder.end)) {
    if (IN_TRACKS_GONE.includes(box.type)) blankBox(bytes, box, removed);
    else if (HOLD_TRACKS.includes(box.type)) clearTracks(bytes, box, removed, depth + 1);
    else if (DATED.includes(box.type)) {
      const size = bytes[box.body] === 1 ? 16 : 8;
      if (box.body + 4 + size > box.end) throw damaged('AVIF');
      if (!blank(bytes, { start: box.body + 4, end: box.body + 4 + size })) removed.add('修改时间');
    }
  }
}

function clearItems(
  bytes: Uint8Array,
  top: readonly Box[],
  { meta, end, hasTracks }: { meta: Box; end: number; hasTracks: boolean },
  removed: Set<Removable>,
): void {
  const boxes = boxesIn(bytes, meta.body + 4, meta.end);
  const find = (type: string) => boxes.find((box) => box.type === type);
  for (const box of boxes) if (!IN_META.includes(box.type)) blankBox(bytes, box, removed);
  const [iinf, iloc, iref, idat, iprp] = ['iinf', 'iloc', 'iref', 'idat', 'iprp'].map(find);
  if (!iinf || !iloc) throw damaged('AVIF');
  const items = guarded(() => itemsOf(bytes, { iinf, iloc, iref, idat, end }));
  if (iprp) clearProperties(bytes, iprp, removed);
  const isShown = ({ type, isThumbnail }: Item) => SHOWN.includes(type) && !isThumbnail;
  const kept = [...items.values()].filter(isShown).flatMap(({ ranges }) => ranges);
  for (const item of [...items.values()].filter((each) => !isShown(each))) {
    for (const kind of holdsOf(bytes, item)) removed.add(kind);
    if (!item.isThumbnail) blank(bytes, { start: item.typeAt, end: item.entryEnd });
    for (const range of item.ranges) for (const rest of without(range, kept)) blank(bytes, rest);
  }
  // The samples of an animation stand in the same room, and are not told apart here.
  const room = hasTracks ? [] : top.filter(({ type }) => type === 'mdat');
  for (const { body, end: to } of [...room, ...(idat ? [idat] : [])])
    for (const rest of without({ start: body, end: to }, kept))
      if (!blank(bytes, rest)) removed.add('不认识的内容');
}

/** What remains of a stretch when others are taken out of it. */
function without(range: ByteRange, others: readonly ByteRange[]): ByteRange[] {
  let rest = [range];
  for (const { start, end } of others) {
    rest = rest.flatMap((each) =>
      end <= each.start || start >= each.end
        ? [each]
        : [
            { start: each.start, end: start },
            { start: end, end: each.end },
          ].filter((part) => part.start < part.end),
    );
  }
  return rest;
}

function holdsOf(bytes: Uint8Array, { type, isThumbnail, ranges }: Item): Removable[] {
  if (isThumbnail) return ['缩略图'];
  const data = Buffer.concat(ranges.map(({ start, end }) => bytes.subarray(start, end)));
  if (type === 'Exif') {
    // Before the block stands how far it begins behind that number.
    const { orientation, holds } = exifFacts(data.subarray(4 + (data.length < 4 ? 0 : data.readUInt32BE(0))));
    return orientation === undefined ? holds : [...new Set<Removable>([...holds, '拍摄信息'])];
  }
  return type === 'mime' ? xmpHolds(data) : ['不认识的内容'];
}

/** Descriptions of the picture in words are among its properties (`udes`); their number must stay. */
function clearProperties(bytes: Uint8Array, iprp: Box, removed: Set<Removable>): void {
  for (const ipco of boxesIn(bytes, iprp.body, iprp.end).filter(({ type }) => type === 'ipco'))
    for (const box of boxesIn(bytes, ipco.body, ipco.end))
      if (TELLING.includes(box.type)) blankBox(bytes, box, removed);
}

/** Reads what may lead outside of the file. */
function guarded<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged('AVIF');
    throw error;
  }
}

interface ItemBoxes {
  iinf: Box;
  iloc: Box;
  iref: Box | undefined;
  idat: Box | undefined;
  /** Where the boxes of the file end. */
  end: number;
}

function itemsOf(bytes: Uint8Array, { iinf, iloc, iref, idat, end }: ItemBoxes): Map<number, Item> {
  const view = viewOf(bytes);
  const items = new Map<number, Item>();
  const entries = boxesIn(bytes, iinf.body + (bytes[iinf.body] === 0 ? 6 : 8), iinf.end);
  for (const entry of entries.filter(({ type }) => type === 'infe')) {
    const version = bytes[entry.body]!;
    if (version < 2) throw damaged('AVIF');
    const id = version === 2 ? view.getUint16(entry.body + 4) : view.getUint32(entry.body + 4);
    const typeAt = entry.body + (version === 2 ? 8 : 10);
    const type = latin(bytes, typeAt, typeAt + 4);
    items.set(id, { type, typeAt, entryEnd: entry.end, isThumbnail: false, ranges: [] });
  }
  if (iref) {
    const wide = bytes[iref.body] !== 0;
    for (const { type, body } of boxesIn(bytes, iref.body + 4, iref.end)) {
      const item = items.get(wide ? view.getUint32(body) : view.getUint16(body));
      if (item && type === 'thmb') item.isThumbnail = true;
    }
  }
  for (const [id, ranges] of rangesIn(view, iloc, { idat, end })) {
    if (ranges.some((range) => range.end > end)) throw damaged('AVIF');
    items.get(id)?.ranges.push(...ranges);
  }
  return items;
}

/** Where the data of each item stand (ISO/IEC 14496-12, 8.11.3); a length of 0 is all that there is. */
function rangesIn(
  view: DataView,
  iloc: Box,
  { idat, end }: { idat: Box | undefined; end: number },
): [id: number, ByteRange[]][] {
  let at = iloc.body + 4;
  let count = 0;
  const number = (size: number): number => {
    if (at + size > iloc.end) throw new RangeError('iloc');
    at += size;
    if (size === 0) return 0;
    if (size === 2) return view.getUint16(at - 2);
    if (size === 4) return view.getUint32(at - 4);
    if (size === 8) return Number(view.getBigUint64(at - 8));
    throw new RangeError('iloc');
  };
  const version = view.getUint8(iloc.body);
  const sizes = number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const found: [number, ByteRange[]][] = [];
  for (let items = number(version < 2 ? 2 : 4); items > 0; items -= 1) {
    const id = number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : number(2) & 15;
    number(2);
    const base = number(baseSize) + (method === 1 ? (idat?.body ?? 0) : 0);
    const ranges: ByteRange[] = [];
    for (let extents = number(2); extents > 0; extents -= 1) {
      count += 1;
      if (count > MOST_PLACES) throw new RangeError('iloc');
      number(indexSize);
      const start = base + number(offsetSize);
      const length = number(lengthSize);
      const all = method === 1 && idat ? idat.end : end;
      if (method < 2) ranges.push({ start, end: length === 0 ? Math.max(all, start) : start + length });
    }
    found.push([id, ranges]);
  }
  return found;
}
