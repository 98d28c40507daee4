/** What can be taken out of a picture, in the order in which it is told. */
export const REMOVABLE = [
  'GPS 位置',
  '作者',
  '拍摄信息',
  '缩略图',
  'XMP 信息',
  'IPTC 信息',
  '注释',
  '修改时间',
  '另一幅图',
  '图片结尾之后的数据',
  '脚本',
  '事件处理',
  '脚本地址',
  '嵌入的网页',
  '外部引用',
  '元数据',
  '绘图软件的数据',
  '文档类型声明',
  '处理指令',
  '不认识的内容',
] as const;

export type Removable = (typeof REMOVABLE)[number];

/** A picture as it goes out, and what was taken out of it. */
export interface Stripped {
  bytes: Uint8Array;
  removed: ReadonlySet<Removable>;
}

/** Thrown for a file that is not whole or not what it is called; in Chinese what is wrong, and what to do instead. */
export class MediaTrouble extends Error {
  override name = 'MediaTrouble';
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}

/** A picture whose parts do not add up. */
export function damaged(what: string): MediaTrouble {
  return new MediaTrouble(`${what} 图片不完整，或已损坏`, '用看图软件打开后另存一份，再放进来');
}

/** Joins pieces of a file; returns the file itself where nothing was left out. */
export function joined(pieces: readonly Uint8Array[], whole: Uint8Array): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return length === whole.length && Buffer.compare(bytes, whole) === 0 ? whole : bytes;
}

/** Text of one byte a character, as names inside pictures are written. */
export function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** Reads numbers at offsets that come from the file itself; an offset outside of it means damage. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
