import { hash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Packed files by the digest of what was packed, so that a build packs only what an earlier one did not. */
export interface PackedFiles {
  get(digest: string): Uint8Array | undefined;
  add(digest: string, packed: Uint8Array): void;
  /** Keeps what was asked for and found or was added, and nothing else. What cannot be kept is packed anew next time. */
  save(): Promise<void>;
}

/** Keeps nothing. */
export const noPackedFiles: PackedFiles = {
  get: () => undefined,
  add: () => undefined,
  save: () => Promise.resolve(),
};

/** The digest and length of each file, in the order in which they are kept. */
type Contents = [string, number][];

const FILE = 'search-index.pack';
const DIGEST_LENGTH = 64;
const NEW_LINE = 0x0a;

/**
 * Reads files kept as one: the digest of all that follows, then on a line what is in it, then the files. `maker` names
 * whatever else the bytes depend on. Nothing where the file is absent, damaged or made by another maker.
 */
async function read(file: string, maker: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const all = await readFile(file).catch(() => Buffer.alloc(0));
  const kept = all.subarray(DIGEST_LENGTH);
  if (all.length === 0 || hash('sha256', kept) !== all.toString('latin1', 0, DIGEST_LENGTH)) return found;
  let at = kept.indexOf(NEW_LINE) + 1;
  const head = JSON.parse(kept.toString('utf8', 0, at)) as { maker: string; contents: Contents };
  if (head.maker !== maker) return found;
  for (const [digest, length] of head.contents) {
    found.set(digest, kept.subarray(at, at + length));
    at += length;
  }
  return found;
}

/**
 * Opens the packed files that the last build left in a folder. They are written beside their place and moved there, so a
 * build that is stopped leaves the old ones, and of two builds at once the later one is kept.
 */
export async function openPackedFiles(folder: string, maker: string): Promise<PackedFiles> {
  const file = path.join(folder, FILE);
  const earlier = await read(file, maker);
  const used = new Map<string, Uint8Array>();
  return {
    get(digest) {
      const packed = earlier.get(digest);
      if (packed) used.set(digest, packed);
      return packed;
    },
    add(digest, packed) {
      used.set(digest, packed);
    },
    async save() {
      if (used.size === earlier.size && [...used.keys()].every((digest) => earlier.has(digest))) return;
      const sorted = [...used].sort(([one], [other]) => (one < other ? -1 : 1));
      const contents: Contents = sorted.map(([digest, packed]) => [digest, packed.length]);
      const head = Buffer.from(`${JSON.stringify({ maker, contents })}\n`);
      const kept = Buffer.concat([head, ...sorted.map(([, packed]) => packed)]);
      const beside = `${file}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(beside, [hash('sha256', kept), kept]);
        await rename(beside, file);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined);
        if (!(error as NodeJS.ErrnoException).code) throw error;
      }
    },
  };
}
