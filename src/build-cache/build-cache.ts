import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ownName } from './own-name.ts';

/** Results of one build that the next can reuse. A value must follow from its key alone. */
export interface BuildCache<Value> {
  get(key: string): Value | undefined;
  add(key: string, value: Value): void;
  /** Saves what was found or added in this run and nothing else. Values that cannot be saved are computed again next time. */
  save(): Promise<void>;
}

/** Caches nothing. */
export const noCache: BuildCache<never> = {
  get: () => undefined,
  add: () => undefined,
  save: () => Promise.resolve(),
};

/** Lasts as long as the process runs. */
export function memoryCache<Value>(): BuildCache<Value> {
  const values = new Map<string, Value>();
  return {
    get: (key) => values.get(key),
    add: (key, value) => {
      values.set(key, value);
    },
    save: () => Promise.resolve(),
  };
}

const DIGEST_LENGTH = 64;
const NEW_LINE = 0x0a;

/**
 * Opens what an earlier build left in a file. `maker` names, on one line, everything that the values depend on besides their keys; entries of
 * another maker, damaged or missing ones count as absent. The file is written elsewhere and moved into place, so a build that is stopped leaves
 * the old one, and of two builds at once the later one wins.
 */
export async function openCache<Value>(file: string, maker: string): Promise<BuildCache<Value>> {
  const madeBy = `${maker} v8 ${process.versions.v8}`;
  const earlier = await read<Value>(file, madeBy);
  const used = new Map<string, Value>();
  let isAddedTo = false;
  return {
    get(key) {
      const value = earlier.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    add(key, value) {
      used.set(key, value);
      isAddedTo = true;
    },
    async save() {
      if (!isAddedTo && used.size === earlier.size) return;
      const sorted = [...used].sort(([one], [other]) => (one < other ? -1 : 1));
      await write(file, [Buffer.from(`${madeBy}\n`), serialize(new Map(sorted))]);
    },
  };
}

async function read<Value>(file: string, madeBy: string): Promise<Map<string, Value>> {
  const all = await readFile(file).catch(() => Buffer.alloc(0));
  const body = all.subarray(DIGEST_LENGTH);
  const head = body.subarray(0, body.indexOf(NEW_LINE) + 1);
  if (head.toString() !== `${madeBy}\n`) return new Map();
  if (digestOf([body]) !== all.toString('latin1', 0, DIGEST_LENGTH)) return new Map();
  return deserialize(body.subarray(head.length)) as Map<string, Value>;
}

async function write(file: string, parts: readonly Buffer[]): Promise<void> {
  const beside = ownName(`${file}.new`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, [digestOf(parts), ...parts]);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}

function digestOf(parts: readonly Buffer[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex');
}
