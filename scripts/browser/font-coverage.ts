import { open, readdir, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Coverage } from '../../src/publish/pdf/chromium.ts';
import { fontFolders } from './fonts.ts';

/** Where systems keep their fonts; folders that are not there are passed over. */
const SYSTEM_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
];

/**
 * The two long dashes: fonts of the Source Han family (思源, Noto CJK) draw U+2014 in Chinese text with the glyph of U+2015, by a substitution that no
 * cmap shows (OpenType `locl`).
 */
const DASHES = [0x2014, 0x2015] as const;

/** What the system's fonts and the packaged ones can draw. */
export async function fontCoverage(): Promise<Coverage> {
  const coverage: Coverage = { covered: new Set(), twins: new Map() };
  for (const folder of [...SYSTEM_FOLDERS, ...(await fontFolders())]) {
    for (const file of await fontFiles(folder)) await addFont(file, coverage);
  }
  pair(...DASHES, coverage.twins);
  return coverage;
}

async function fontFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.filter((file) => /\.(ttf|otf|ttc|otc)$/i.test(file)).map((file) => join(folder, file));
}

async function addFont(file: string, coverage: Coverage): Promise<void> {
  const handle = await open(file);
  try {
    const head = await read(handle, 0, 12);
    const starts =
      head.toString('latin1', 0, 4) === 'ttcf'
        ? numbers(await read(handle, 12, head.readUInt32BE(8) * 4))
        : [0];
    for (const start of starts) addCodes(glyphsOf(await cmapOf(handle, start)), coverage);
  } finally {
    await handle.close();
  }
}

async function cmapOf(handle: FileHandle, start: number): Promise<Buffer> {
  const count = (await read(handle, start + 4, 2)).readUInt16BE(0);
  const entries = await read(handle, start + 12, count * 16);
  for (let entry = 0; entry < entries.length; entry += 16) {
    if (entries.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    return read(handle, entries.readUInt32BE(entry + 8), entries.readUInt32BE(entry + 12));
  }
  return Buffer.alloc(4);
}

function addCodes(glyphs: ReadonlyMap<number, number>, { covered, twins }: Coverage): void {
  const firstOf = new Map<number, number>();
  for (const [code, glyph] of glyphs) {
    covered.add(code);
    const first = firstOf.get(glyph);
    if (first === undefined) firstOf.set(glyph, code);
    else pair(first, code, twins);
  }
}

function pair(a: number, b: number, twins: Map<number, Set<number>>): void {
  const both = new Set([a, b, ...(twins.get(a) ?? []), ...(twins.get(b) ?? [])]);
  for (const code of both) twins.set(code, both);
}

/** The glyph of each code point. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const offset = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(offset);
    if (format === 4) addSegments(cmap.subarray(offset), glyphs);
    else if (format === 12) addGroups(cmap.subarray(offset), glyphs);
  }
  return glyphs;
}

/** Format 4: segments of the Basic Multilingual Plane (OpenType 1.9, cmap). */
function addSegments(table: Buffer, glyphs: Map<number, number>): void {
  const bytes = table.readUInt16BE(6);
  for (let at = 0; at < bytes; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + bytes + at);
    const delta = table.readUInt16BE(16 + 2 * bytes + at);
    const rangeAt = 16 + 3 * bytes + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const found = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

/** Format 12: groups of any plane. */
function addGroups(table: Buffer, glyphs: Map<number, number>): void {
  const count = table.readUInt32BE(12);
  for (let index = 0; index < count; index += 1) {
    const at = 16 + index * 12;
    const first = table.readUInt32BE(at);
    const glyph = table.readUInt32BE(at + 8);
    for (let code = first; code <= table.readUInt32BE(at + 4); code += 1)
      glyphs.set(code, glyph + code - first);
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await handle.read(buffer, 0, length, position);
  return buffer;
}

function numbers(buffer: Buffer): number[] {
  return Array.from({ length: buffer.length / 4 }, (_, index) => buffer.readUInt32BE(index * 4));
}
