import { open, readdir, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
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

/** Every code point for which some font at hand has a glyph: the system's fonts and the packaged ones. */
export async function coveredCharacters(): Promise<Set<number>> {
  const covered = new Set<number>();
  for (const folder of [...SYSTEM_FOLDERS, ...(await fontFolders())]) {
    for (const file of await fontFiles(folder)) await addCharacters(file, covered);
  }
  return covered;
}

/** The characters of a text that no font has; blanks and control characters need no glyph. */
export function withoutGlyph(text: string, covered: ReadonlySet<number>): string[] {
  return [...new Set(text)].filter((character) => !/[\s\p{C}\p{M}]/u.test(character) && !covered.has(character.codePointAt(0)!));
}

async function fontFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.filter((file) => /\.(ttf|otf|ttc|otc)$/i.test(file)).map((file) => join(folder, file));
}

async function addCharacters(file: string, covered: Set<number>): Promise<void> {
  const handle = await open(file);
  try {
    const head = await read(handle, 0, 12);
    const starts =
      head.toString('latin1', 0, 4) === 'ttcf'
        ? numbers(await read(handle, 12, head.readUInt32BE(8) * 4))
        : [0];
    for (const start of starts) addCmap(await cmapOf(handle, start), covered);
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

function addCmap(cmap: Buffer, covered: Set<number>): void {
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const offset = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(offset);
    if (format === 4) addSegments(cmap.subarray(offset), covered);
    else if (format === 12) addGroups(cmap.subarray(offset), covered);
  }
}

/** Format 4: segments of the Basic Multilingual Plane (OpenType 1.9, cmap). */
function addSegments(table: Buffer, covered: Set<number>): void {
  const bytes = table.readUInt16BE(6);
  for (let at = 0; at < bytes; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + bytes + at);
    const delta = table.readUInt16BE(16 + 2 * bytes + at);
    const rangeAt = 16 + 3 * bytes + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(rangeAt + range + 2 * (code - first));
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups of any plane. */
function addGroups(table: Buffer, covered: Set<number>): void {
  const count = table.readUInt32BE(12);
  for (let index = 0; index < count; index += 1) {
    const at = 16 + index * 12;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1) covered.add(code);
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
