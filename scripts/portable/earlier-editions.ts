import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { START_SITE } from './start-site.ts';

/** Whether one version, such as `0.10.2`, is newer than another. */
export function isNewer(one: string, other: string): boolean {
  const [numbers, others] = [numbersOf(one), numbersOf(other)];
  const at = numbers.findIndex((number, index) => number !== (others[index] ?? 0));
  return at >= 0 && numbers[at]! > (others[at] ?? 0);
}

function numbersOf(version: string): number[] {
  return (/^[\d.]+/.exec(version)?.[0] ?? '').split('.').map(Number);
}

/** Whether a content folder is the empty start that an edition comes with: nothing of an office's own is lost with it. */
export async function isStart(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return true;
  return names.join() === 'site.yaml' && (await readFile(join(folder, 'site.yaml'), 'utf8')) === START_SITE;
}
