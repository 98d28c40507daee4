import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fileDigest, takeFile } from '../build-cache/take-file.ts';

/** Measured on chunks and texts of 13 million characters: level 9 takes nearly three times as long and saves less than a thousandth. */
const GZIP_LEVEL = 6;

/** Names all that the packed bytes depend on besides what is packed: zlib takes other ways on other processors. */
export const GZIP_MAKER = `zlib ${process.versions.zlib} ${process.arch} level ${GZIP_LEVEL}`;

/** Files that may be on their way to the disk at once. */
const AT_ONCE = 64;

const compress = promisify(gzip);

/** Packed files by a digest of what was packed: the name of each, and a digest of its bytes. */
export type PackedFiles = Map<string, { name: string; digest: string }>;

/** What was packed before, and where it lies. */
export interface EarlierFiles {
  folder: string;
  files: PackedFiles;
}

/** Packs files into a folder while others are being made. */
export interface Packer {
  /** Resolves, as soon as there is room for the next file, to a digest of what this one holds. Rejects when an earlier one could not be written. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Writes a file that was packed before, by a digest of what it holds; false where it was not, or is not there any more. */
  writeAgain(name: string, digest: string): boolean;
  /** Resolves, when everything is on the disk, to the files and a digest of all of them in the order in which they came. */
  finish(): Promise<{ files: PackedFiles; digest: string }>;
}

/** What was packed `earlier` is taken from there. */
export function createPacker(folder: string, earlier?: EarlierFiles): Packer {
  const files: PackedFiles = new Map();
  const digests: string[] = [];
  const pending = new Set<Promise<void>>();
  const writeAgain = (name: string, digest: string): boolean => {
    const known = earlier?.files.get(digest);
    if (!known || !takeFile(join(earlier!.folder, known.name), join(folder, name), known.digest))
      return false;
    files.set(digest, { name, digest: known.digest });
    digests.push(`${name} ${digest}`);
    return true;
  };
  const pack = async (name: string, content: string | Uint8Array, digest: string): Promise<void> => {
    const packed = await compress(content, { level: GZIP_LEVEL });
    files.set(digest, { name, digest: fileDigest(packed) });
    // A small file is on the disk before a promise of it would have been made.
    writeFileSync(join(folder, name), packed);
  };
  return {
    writeAgain,
    async write(name, content) {
      const digest = hash('sha256', content);
      if (writeAgain(name, digest)) return digest;
      digests.push(`${name} ${digest}`);
      const writing = pack(name, content, digest).then(() => {
        pending.delete(writing);
      });
      writing.catch(() => undefined); // It stays among the pending, where it is met.
      pending.add(writing);
      if (pending.size >= AT_ONCE) await Promise.race(pending);
      return digest;
    },
    async finish() {
      await Promise.all(pending);
      return { files, digest: hash('sha256', digests.join('\n')) };
    },
  };
}
