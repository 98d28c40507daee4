import * as fs from 'node:fs';
import { promisify } from 'node:util';

/** Why a path gives no bytes: it is no file, a folder, larger than allowed, or was written to while it was read. */
export type PlainTrouble = 'no file' | 'folder' | 'too large' | 'changing';

/** These cost a third of what `node:fs/promises` costs, which makes an object of every open file. */
const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const close = promisify(fs.close);
const read = (descriptor: number, buffer: Buffer, offset: number): Promise<number> =>
  new Promise((resolve, reject) => {
    fs.read(descriptor, buffer, offset, buffer.length - offset, null, (error, count) => {
      if (error) reject(error);
      else resolve(count);
    });
  });

/** Opening a pipe must not wait for whoever writes into it. */
const HOW = fs.constants.O_RDONLY | ((fs.constants as Partial<typeof fs.constants>).O_NONBLOCK ?? 0);

/**
 * The bytes of a regular file of at most so many bytes. What it is is asked of the open file, not of its name, which may mean something else a
 * moment later; never more is read than it said it holds. Throws what the file system says.
 */
export async function readPlainFile(
  path: string,
  mostBytes: number,
): Promise<{ bytes: Buffer; trouble?: undefined } | { bytes?: undefined; trouble: PlainTrouble }> {
  const descriptor = await open(path, HOW);
  try {
    const about = await fstat(descriptor);
    if (about.isDirectory()) return { trouble: 'folder' };
    if (!about.isFile()) return { trouble: 'no file' };
    if (about.size > mostBytes) return { trouble: 'too large' };
    return await readStated(descriptor, about.size);
  } finally {
    await close(descriptor);
  }
}

/** Reads as many bytes as were stated. What states none and has some is no file on a disk but made up by the system when asked. */
async function readStated(descriptor: number, size: number): ReturnType<typeof readPlainFile> {
  const buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  try {
    while (length <= size) {
      const count = await read(descriptor, buffer, length);
      if (count === 0) break;
      length += count;
    }
  } catch (error) {
    if (size === 0) return { trouble: 'no file' };
    throw error;
  }
  if (length === size) return { bytes: buffer.subarray(0, size) };
  return { trouble: size === 0 ? 'no file' : 'changing' };
}

/** The first bytes of a regular file, at most so many; none of what is no file. Throws what the file system says. */
export async function readHead(path: string, mostBytes: number): Promise<Buffer> {
  const descriptor = await open(path, HOW);
  try {
    const buffer = Buffer.alloc(mostBytes);
    const isFile = (await fstat(descriptor)).isFile();
    return buffer.subarray(0, isFile ? await read(descriptor, buffer, 0) : 0);
  } finally {
    await close(descriptor);
  }
}
