import { deflateSync, zipSync, type Zippable } from 'fflate';

/** A file that is made to break programs. */
export interface HostileFile {
  name: string;
  bytes(): Uint8Array;
  /** Belongs to the set that is tried at length only. */
  isLong?: boolean;
}

export const times = (count: number, words: string): string => words.repeat(count);
export const textOf = (words: string): Uint8Array => Buffer.from(words);

/** A package of named texts or bytes; not packed, unless asked for, because what is the same all over is refused for shrinking too much. */
export function packageOf(files: Record<string, string | Uint8Array>, level: 0 | 6 = 0): Uint8Array {
  const parts = Object.entries(files).map(([name, part]) => [
    name,
    typeof part === 'string' ? Buffer.from(part) : part,
  ]);
  return zipSync(Object.fromEntries(parts) as Zippable, { level });
}

/** One part of a package that is written by hand. */
export interface RawPart {
  name: string;
  packed: Uint8Array;
  /** The size that the directory states. */
  stated: number;
}

/** A package whose directory may lie: each part says where it stands (parts of the same `at` share their bytes) and how large it is. */
export function rawPackage(parts: readonly RawPart[], isShared = false): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let [offset, first] = [0, 0];
  for (const [index, { name, packed, stated }] of parts.entries()) {
    const path = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(stated, 18);
    facts.writeUInt16LE(path.length, 22);
    const isCopy = isShared && index > 0;
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(isCopy ? first : offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, tail, path);
    if (isCopy) continue;
    first = offset;
    pieces.push(Buffer.from('PK\u0003\u0004'), facts, path, Buffer.from(packed));
    offset += 30 + path.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end]);
}

export const deflated = (words: string | Uint8Array): Uint8Array =>
  deflateSync(typeof words === 'string' ? Buffer.from(words) : words, { level: 6 });
