import { viewOf, type WordFile } from './word-file.ts';

const [CONTAINER_VERSION, SHAPE, PROPERTIES] = [0x0f, 0xf00a, 0xf00b];
const TEXT_OF_WORD_ART = 0x00c0;
const DEEPEST = 30;
const SPA_SIZE = 26;
const BOX_SIZE = 22;

/** What hangs on the anchors of a .doc: the ids of shapes by the place of the character that anchors them. */
export function readAnchors(file: WordFile): Map<number, number> {
  const view = file.table('plcSpaMom');
  const count = Math.floor((view.byteLength - 4) / (4 + SPA_SIZE));
  return new Map(
    Array.from({ length: Math.max(count, 0) }, (_, index): [number, number] => [
      view.getUint32(index * 4, true),
      view.getInt32((count + 1) * 4 + index * SPA_SIZE, true),
    ]),
  );
}

/** Where the words of each text box stand in their part, with the id of its shape. */
export function readBoxes(file: WordFile): { from: number; until: number; shape: number }[] {
  const view = file.table('plcftxbxTxt');
  const count = Math.floor((view.byteLength - 4) / (4 + BOX_SIZE));
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({
    from: view.getUint32(index * 4, true),
    until: view.getUint32(index * 4 + 4, true),
    shape: view.getInt32((count + 1) * 4 + index * BOX_SIZE + 14, true),
  }));
}

/** The words of WordArt by the ids of their shapes ([MS-ODRAW] 2.3.22.1, gtextUNICODE), from the drawings beside the text. */
export function readWordArt(file: WordFile): Map<number, string> {
  const found = new Map<number, string>();
  const view = file.table('dggInfo');
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let at = sizeAt(bytes, 0);
  while (at > 0 && at + 9 <= bytes.length) {
    walk(bytes.subarray(at + 1, at + 1 + sizeAt(bytes, at + 1)), 0, found);
    at += 1 + sizeAt(bytes, at + 1);
  }
  return found;
}

/** The words of WordArt that stands in the line, in the stream of data. */
export function wordArtAt(data: Uint8Array, at: number): string[] {
  if (at + 6 > data.length) return [];
  const view = viewOf(data);
  const [size, head] = [view.getUint32(at, true), view.getUint16(at + 4, true)];
  const found = new Map<number, string>();
  walk(data.subarray(at + head, Math.min(at + size, data.length)), 0, found);
  return [...found.values()];
}

function sizeAt(bytes: Uint8Array, at: number): number {
  return at + 8 <= bytes.length ? 8 + viewOf(bytes).getUint32(at + 4, true) : bytes.length;
}

/** Goes through records one after the other, and into those that hold others. */
function walk(bytes: Uint8Array, depth: number, found: Map<number, string>): void {
  const view = viewOf(bytes);
  let shape = -1 - found.size;
  for (let at = 0; at + 8 <= bytes.length && depth < DEEPEST;) {
    const [head, kind, size] = [
      view.getUint16(at, true),
      view.getUint16(at + 2, true),
      view.getUint32(at + 4, true),
    ];
    const inside = bytes.subarray(at + 8, at + 8 + size);
    if ((head & 0x0f) === CONTAINER_VERSION) walk(inside, depth + 1, found);
    else if (kind === SHAPE && inside.length >= 4) shape = viewOf(inside).getInt32(0, true);
    else if (kind === PROPERTIES) {
      const words = textProperty(inside, head >> 4);
      if (words !== undefined) found.set(shape, words);
    }
    at += 8 + size;
  }
}

/** Long properties have their bytes behind the list, one after the other. */
function textProperty(bytes: Uint8Array, count: number): string | undefined {
  const view = viewOf(bytes);
  let at = count * 6;
  for (let index = 0; index < count && index * 6 + 6 <= bytes.length; index += 1) {
    const [id, value] = [view.getUint16(index * 6, true), view.getUint32(index * 6 + 2, true)];
    if ((id & 0x8000) === 0) continue;
    if ((id & 0x3fff) === TEXT_OF_WORD_ART)
      return new TextDecoder('utf-16le').decode(bytes.subarray(at, at + value)).replace(/\0.*$/s, '');
    at += value;
  }
  return undefined;
}
