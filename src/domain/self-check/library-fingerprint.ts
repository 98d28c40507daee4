import type { Citable } from '../citation.ts';
import { createNormalForm, type Normalise } from '../search/normal-form.ts';

/** One entry of the library, as far as a citation needs it. */
export interface LibrarySource extends Citable {
  /** Site-relative address of its page. */
  address: string;
  /** Number of codes, breaks included. */
  size: number;
  /** Anchors of its paragraphs, where they are not p1, p2 and so on. */
  anchors?: string[];
}

/**
 * The library's texts as one byte a unit, made so that a text can be held against all of them without asking the server anything about
 * that text. Thirteen bytes in a row agree by chance less than once in 10^31.
 */
export interface LibraryFingerprint {
  sources: LibrarySource[];
  /** Traditional characters, each followed by its Simplified one: what the search's normal form folds. */
  traditional: string;
  /** Codes of all sources, one after another; 0 stands after every paragraph. */
  codes: Uint8Array;
}

/** Stands after every paragraph. */
export const BREAK_CODE = 0;
/** Stands for any run of punctuation. */
export const SEPARATOR_CODE = 1;
/** The file beside the pages that holds the fingerprint, packed by gzip. */
export const FINGERPRINT_FILE = 'self-check/library.bin';

const FORMAT = 1;
const HEAD = 8;

/** The code of a unit of the search's normal form (FNV-1a, folded to 2..255). Separators have their own. */
export function codeOf(unit: string, separator: string): number {
  if (unit === separator) return SEPARATOR_CODE;
  let hash = 0x811c9dc5;
  for (let at = 0; at < unit.length; at += 1) {
    const code = unit.charCodeAt(at);
    hash = Math.imul(hash ^ (code & 255), 0x01000193);
    hash = Math.imul(hash ^ (code >> 8), 0x01000193);
  }
  return 2 + (((hash ^ (hash >>> 15)) >>> 0) % 254);
}

/** The fingerprint as a file: format, length of the JSON, the rest as JSON, the codes. */
export function writeFingerprint({ codes, ...rest }: LibraryFingerprint): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(rest));
  const file = new Uint8Array(HEAD + json.length + codes.length);
  const head = new DataView(file.buffer);
  head.setUint32(0, FORMAT);
  head.setUint32(4, json.length);
  file.set(json, HEAD);
  file.set(codes, HEAD + json.length);
  return file;
}

/** Reads what `writeFingerprint` wrote. Throws an Error for anything else. */
export function readFingerprint(file: Uint8Array): LibraryFingerprint {
  const head = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEAD || head.getUint32(0) !== FORMAT) throw new Error('not a fingerprint of the library');
  const end = HEAD + head.getUint32(4);
  const rest = JSON.parse(new TextDecoder().decode(file.subarray(HEAD, end))) as Omit<
    LibraryFingerprint,
    'codes'
  >;
  return { ...rest, codes: file.subarray(end) };
}

/** The function that brings a text to the normal form in which the library was fingerprinted. */
export function normalFormOf({ traditional }: LibraryFingerprint): Normalise {
  const characters = Array.from(traditional);
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2)
    table.set(characters[at] ?? '', characters[at + 1] ?? '');
  return createNormalForm(table);
}
