import { Inflate } from 'fflate';
import { PACKAGE_BUDGET } from '../budgets.ts';
import { UnreadableFile } from '../decode.ts';
import { entriesOf, type ZipEntry } from './zip-directory.ts';

/** The files of an Office package that were asked for, and the names of all. */
export interface Package {
  names: readonly string[];
  files: ReadonlyMap<string, Uint8Array>;
}

/** Limits for all parts of a package that are read, taken together. */
export interface PackageBudget {
  bytes: number;
  /** Tags and attributes. */
  marks: number;
}

/** Thrown for a package that is sound but holds too much, or is made to deceive. */
export class PackageRefused extends UnreadableFile {
  override name = 'PackageRefused';
}

const STORED = 0;
const DEFLATED = 8;
/** Packed bytes to unpack at once: a bomb yields sixteen megabytes from them before it is noticed. */
const CHUNK = 16 * 1024;
const SAVE_ANEW = '请用 Word 或 WPS 打开后另存一份';
const SPLIT = '请删去不用的内容，或拆成几份';

/**
 * Unpacks the wanted files of a package in memory; nothing is ever written. Refuses packages that hold too many files, unpack to too much in all,
 * say less of their size than they unpack to, use the same bytes twice, or name files outside of themselves. Throws PackageRefused, and UnreadableFile for what is no package.
 */
export function openPackage(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  budget: PackageBudget = PACKAGE_BUDGET,
): Package {
  const entries = listed(bytes);
  const wanted = entries.filter(({ name }) => isWanted(name));
  const refused = refusal(entries, wanted, budget);
  if (refused !== undefined) throw new PackageRefused(refused);
  const files = new Map<string, Uint8Array>();
  let marks = 0;
  for (const entry of wanted) {
    const file = unpacked(bytes, entry);
    marks += marksIn(file);
    if (marks > budget.marks)
      throw new PackageRefused(`内容太多：标签和属性超过 ${budget.marks / 10_000} 万个；${SPLIT}`);
    files.set(entry.name, file);
  }
  return { names: entries.map(({ name }) => name), files };
}

function listed(bytes: Uint8Array): ZipEntry[] {
  const entries: ZipEntry[] = [];
  try {
    for (const entry of entriesOf(bytes)) {
      entries.push(entry);
      if (entries.length > PACKAGE_BUDGET.entries) break;
    }
  } catch (error) {
    throw damaged(error);
  }
  return entries;
}

function refusal(
  entries: readonly ZipEntry[],
  wanted: readonly ZipEntry[],
  budget: PackageBudget,
): string | undefined {
  if (entries.length > PACKAGE_BUDGET.entries)
    return `压缩包里文件超过 ${PACKAGE_BUDGET.entries} 个，疑为压缩炸弹，已拒绝；${SPLIT}`;
  const outside = entries.find(({ name }) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(name));
  if (outside) return `压缩包里有指向外部的文件名“${outside.name.slice(0, 60)}”，已拒绝；${SAVE_ANEW}`;
  if (overlap(entries)) return `压缩包里的文件互相重叠，疑为压缩炸弹，已拒绝；${SAVE_ANEW}`;
  const isBomb = wanted.some(
    ({ unpacked, packed }) =>
      unpacked > PACKAGE_BUDGET.harmlessBytes && unpacked / Math.max(packed, 1) > PACKAGE_BUDGET.ratio,
  );
  const size = wanted.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (isBomb || size > budget.bytes)
    return `解压后过大（${Math.ceil(size / 1024 / 1024)} MB），疑为压缩炸弹，已拒绝；确是正常文件的，${SPLIT}`;
  return undefined;
}

/** Whether entries overlap, as only in bombs. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ranges = entries.filter(({ packed }) => packed > 0).sort((a, b) => a.start - b.start);
  return ranges.some(({ start }, index) => {
    const before = ranges[index - 1];
    return before !== undefined && before.start + before.packed > start;
  });
}

/** One part, never more of it than the directory states. */
function unpacked(bytes: Uint8Array, { method, packed, unpacked: stated, start }: ZipEntry): Uint8Array {
  const source = bytes.subarray(start, start + packed);
  if (source.length < packed) throw damaged();
  if (method === STORED) return source;
  if (method !== DEFLATED) throw damaged();
  const target = new Uint8Array(stated);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > stated)
      throw new PackageRefused(`压缩包里有文件比标明的大，疑为压缩炸弹，已拒绝；${SAVE_ANEW}`);
    target.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < source.length; at += CHUNK)
      inflate.push(source.subarray(at, at + CHUNK), at + CHUNK >= source.length);
  } catch (error) {
    throw error instanceof PackageRefused ? error : damaged(error);
  }
  return target.subarray(0, length);
}

function damaged(cause?: unknown): UnreadableFile {
  return new UnreadableFile(`压缩结构损坏，打不开；${SAVE_ANEW}`, { cause });
}

const [TAG, EQUALS] = ['<'.charCodeAt(0), '='.charCodeAt(0)];

/** Tags and attributes of an XML file, in whatever encoding; what a reader of it makes objects of. */
function marksIn(file: Uint8Array): number {
  let marks = 0;
  for (const byte of file) if (byte === TAG || byte === EQUALS) marks += 1;
  return marks;
}
