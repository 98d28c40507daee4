import { unzipSync } from 'fflate';
import { UnreadableFile } from '../domain/decode.ts';

/** The files of an Office package that were asked for, and the names of all. */
export interface Package {
  names: readonly string[];
  files: ReadonlyMap<string, Uint8Array>;
}

const MOST_ENTRIES = 5000;
const LARGEST_ENTRY = 64 * 1024 * 1024;
/** Bytes of all files that are asked for. */
const LARGEST_SUM = 256 * 1024 * 1024;
const LARGEST_RATIO = 400;
/** Small files of blanks shrink a great deal without harm. */
const HARMLESS_SIZE = 1024 * 1024;

/**
 * Unpacks the wanted files of a package in memory; nothing is ever written. Refuses packages that unpack to too much, hold too many files, or
 * name files outside of themselves. Throws UnreadableFile.
 */
export function openPackage(bytes: Uint8Array, isWanted: (name: string) => boolean): Package {
  const names: string[] = [];
  let refused: string | undefined;
  let sum = 0;
  let files: Record<string, Uint8Array> = {};
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.push(name);
        refused ??= refusal(name, size, originalSize, names.length);
        if (refused !== undefined || !isWanted(name)) return false;
        sum += originalSize;
        if (sum > LARGEST_SUM) refused = tooLarge(sum);
        return refused === undefined;
      },
    });
  } catch (error) {
    throw new UnreadableFile('压缩结构损坏，打不开；请用 Word 或 WPS 打开后另存一份', { cause: error });
  }
  if (refused !== undefined) throw new UnreadableFile(refused);
  return { names, files: new Map(Object.entries(files)) };
}

function refusal(name: string, size: number, originalSize: number, count: number): string | undefined {
  if (count > MOST_ENTRIES) return `压缩包里文件超过 ${MOST_ENTRIES} 个，疑为压缩炸弹，已拒绝`;
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(name))
    return `压缩包里有指向外部的文件名“${name.slice(0, 60)}”，已拒绝`;
  const isBomb = originalSize > HARMLESS_SIZE && originalSize / Math.max(size, 1) > LARGEST_RATIO;
  return originalSize > LARGEST_ENTRY || isBomb ? tooLarge(originalSize) : undefined;
}

function tooLarge(size: number): string {
  return `解压后过大（${Math.ceil(size / 1024 / 1024)} MB），疑为压缩炸弹，已拒绝`;
}
