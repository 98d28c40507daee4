import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { PACKAGE_BUDGET } from '../../../domain/budgets.ts';
import { bytesOfHex } from './parse.ts';
import { isDictionary, nameOf, numberOf, type Dictionary, type Value } from './values.ts';

/** Thrown for what this reader cannot read; the message is Chinese and says why no account can be made. */
export class Uncountable extends Error {
  override name = 'Uncountable';
}

/** Filters of pictures, which hold no words. */
const PICTURES = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF']);

/** Undoes the filters of a stream (ISO 32000-1, 7.4). Throws Uncountable. */
export function unfilter(raw: string, filters: readonly Value[], parameters: readonly Value[]): string {
  return filters.reduce<string>((bytes, filter, index) => {
    const name = nameOf(filter) ?? '';
    const given = parameters[index];
    return decodeFilter(name, bytes, isDictionary(given) ? given : new Map());
  }, raw);
}

function decodeFilter(name: string, bytes: string, parameters: Dictionary): string {
  if (name === 'FlateDecode' || name === 'Fl') return unpredict(inflate(bytes), parameters);
  if (name === 'LZWDecode' || name === 'LZW')
    return unpredict(unlzw(bytes, numberOf(parameters.get('EarlyChange')) ?? 1), parameters);
  if (name === 'ASCIIHexDecode' || name === 'AHx')
    return bytesOfHex((bytes.split('>')[0] ?? '').replace(/[^0-9a-f]/gi, ''));
  if (name === 'ASCII85Decode' || name === 'A85') return unascii85(bytes);
  if (name === 'RunLengthDecode' || name === 'RL') return unrunLength(bytes);
  if (PICTURES.has(name)) return '';
  if (name === 'Crypt') return bytes;
  throw new Uncountable(`有一段内容的编码方式（${name}）不认识`);
}

function inflate(bytes: string): string {
  const packed = Buffer.from(bytes, 'latin1');
  // What is cut off or has no end mark is read as far as it goes, as other programs do.
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: PACKAGE_BUDGET.bytes };
  try {
    return inflateSync(packed, options).toString('latin1');
  } catch (error) {
    if (error instanceof RangeError) throw new Uncountable('有一段内容解压后太大');
  }
  try {
    return inflateRawSync(packed.subarray(2), options).toString('latin1');
  } catch {
    throw new Uncountable('有一段压缩的内容坏了');
  }
}

/** Undoes the predictors of PNG, of which streams of cross-references make use; that of TIFF is for pictures. */
function unpredict(bytes: string, parameters: Dictionary): string {
  if ((numberOf(parameters.get('Predictor')) ?? 1) < 10) return bytes;
  const bits =
    (numberOf(parameters.get('Colors')) ?? 1) * (numberOf(parameters.get('BitsPerComponent')) ?? 8);
  const width = Math.ceil((bits * (numberOf(parameters.get('Columns')) ?? 1)) / 8);
  const step = Math.max(1, bits >> 3);
  const source = Buffer.from(bytes, 'latin1');
  const rows = Math.ceil(source.length / (width + 1));
  const result = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= step ? (result[at - step] ?? 0) : 0;
      const up = row > 0 ? (result[at - width] ?? 0) : 0;
      const corner = row > 0 && column >= step ? (result[at - width - step] ?? 0) : 0;
      const kind = source[row * (width + 1)] ?? 0;
      result[at] = (source[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, left, up, corner);
    }
  return result.toString('latin1');
}

/** What PNG's filter types expect from the neighbours of a byte (PNG, 9.2). */
function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function unlzw(bytes: string, early: number): string {
  const pieces: string[] = [];
  let table = freshTable();
  let [bits, held, width] = [0, 0, 9];
  let before = '';
  for (let at = 0; at < bytes.length; at += 1) {
    held = ((held << 8) | bytes.charCodeAt(at)) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      [table, width, before] = [freshTable(), 9, ''];
      continue;
    }
    const entry = table[code] ?? before + before.slice(0, 1);
    pieces.push(entry);
    if (before !== '') table.push(before + entry.slice(0, 1));
    before = entry;
    width = Math.min(12, Math.max(9, Math.floor(Math.log2(table.length + early)) + 1));
  }
  return pieces.join('');
}

function freshTable(): string[] {
  return Array.from({ length: 258 }, (_, code) => (code < 256 ? String.fromCharCode(code) : ''));
}

function unascii85(bytes: string): string {
  const digits = (bytes.replace(/^\s*<~/, '').split('~>')[0] ?? '')
    .replace(/\s/g, '')
    .replaceAll('z', '!!!!!');
  let result = '';
  for (let at = 0; at < digits.length; at += 5) {
    const group = digits.slice(at, at + 5);
    const value = Array.from(group.padEnd(5, 'u')).reduce(
      (sum, digit) => sum * 85 + digit.charCodeAt(0) - 33,
      0,
    );
    for (let byte = 0; byte < group.length - 1; byte += 1)
      result += String.fromCharCode(Math.floor(value / 256 ** (3 - byte)) & 0xff);
  }
  return result;
}

function unrunLength(bytes: string): string {
  let result = '';
  for (let at = 0; at < bytes.length;) {
    const length = bytes.charCodeAt(at);
    if (length === 128) break;
    if (length < 128) {
      result += bytes.slice(at + 1, at + 2 + length);
      at += length + 2;
    } else {
      result += bytes.slice(at + 1, at + 2).repeat(257 - length);
      at += 2;
    }
  }
  return result;
}
