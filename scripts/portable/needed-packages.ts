import { resolvedFrom, type LockedPackage } from '../../src/licences/packages.ts';
import type { Platform } from './platform.ts';

/**
 * Packages that the portable edition does without: Astro makes pictures smaller with sharp where it is told to, pdf.js draws pages on a canvas, of which
 * only words are read here, and Pagefind's program is 53 MB that cannot be packed; a site without its bundle is searched by its own index.
 */
const DONE_WITHOUT = [/^sharp$/, /^@napi-rs\/canvas/, /^pagefind$/];

/**
 * Of all packages of a lock file, those that the project needs to run on a platform, sorted by path: those that it asks for, and those that these ask for,
 * but for what is made for other machines and what it does without. Throws RangeError where a package that must be there is not locked.
 */
export function neededPackages(packages: readonly LockedPackage[], platform: Platform): LockedPackage[] {
  const byPath = new Map(packages.map((entry) => [entry.path, entry]));
  const needed = new Map<string, LockedPackage>();
  const waiting = packages.filter(({ path }) => path === '');
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    for (const name of [...entry.needs, ...entry.takes]) {
      if (DONE_WITHOUT.some((pattern) => pattern.test(name))) continue;
      const found = resolvedFrom(entry.path, name, byPath);
      if (!found && !entry.takes.includes(name)) throw new RangeError(`${name} is not in the lock file`);
      if (!found || needed.has(found.path) || !suits(found, platform)) continue;
      needed.set(found.path, found);
      waiting.push(found);
    }
  }
  return [...needed.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function suits({ runsOn: { os, cpu, libc } }: LockedPackage, platform: Platform): boolean {
  const isForLibrary = platform.os !== 'linux' || (libc ?? ['glibc']).includes('glibc');
  return (
    (os ?? [platform.os]).includes(platform.os) &&
    (cpu ?? [platform.cpu]).includes(platform.cpu) &&
    isForLibrary
  );
}
