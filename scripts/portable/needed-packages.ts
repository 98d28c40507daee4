import type { Platform } from './platform.ts';

/** A package as `package-lock.json` (version 3) has it. */
export interface LockedPackage {
  /** Where it is installed: `node_modules/a/node_modules/b`. */
  path: string;
  name: string;
  version: string;
  /** Checksum in the form of https://www.w3.org/TR/SRI/. */
  integrity: string;
}

interface LockEntry {
  name?: string;
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/**
 * Packages that the portable edition does without: Astro makes pictures smaller with sharp where it is told to, pdf.js draws pages on a canvas, of which
 * only words are read here, and Pagefind's program is 53 MB that cannot be packed; a site without its bundle is searched by its own index.
 */
const DONE_WITHOUT = [/^sharp$/, /^@napi-rs\/canvas/, /^pagefind$/];

/**
 * The packages that the project needs to run on a platform, sorted by path: those that it asks for, and those that these ask for, but for what is made for
 * other machines and what it does without. Throws SyntaxError for what is no JSON, RangeError where a package that must be there is not locked.
 */
export function neededPackages(lockFile: string, platform: Platform): LockedPackage[] {
  const { packages } = JSON.parse(lockFile) as { packages: Record<string, LockEntry> };
  const needed = new Map<string, LockedPackage>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entry = packages[path]!;
    for (const [name, isOptional] of namesAskedFor(entry)) {
      if (DONE_WITHOUT.some((pattern) => pattern.test(name))) continue;
      const found = placeOf(name, path, packages);
      if (found === undefined && !isOptional) throw new RangeError(`${name} is not in the lock file`);
      if (found === undefined || needed.has(found) || !suits(packages[found]!, platform)) continue;
      const { version = '', integrity = '' } = packages[found]!;
      needed.set(found, { path: found, name: packages[found]!.name ?? name, version, integrity });
      waiting.push(found);
    }
  }
  return [...needed.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The names that a package asks for, and whether it does without. */
function namesAskedFor(entry: LockEntry): [name: string, isOptional: boolean][] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = entry;
  const isOptionalPeer = (name: string) => entry.peerDependenciesMeta?.[name]?.optional === true;
  return [
    ...Object.keys(dependencies).map((name): [string, boolean] => [name, name in optionalDependencies]),
    ...Object.keys(optionalDependencies).map((name): [string, boolean] => [name, true]),
    ...Object.keys(peerDependencies)
      .filter((name) => !isOptionalPeer(name))
      .map((name): [string, boolean] => [name, true]),
  ];
}

/** Where Node finds a package that another asks for: the nearest on the way up (https://nodejs.org/api/modules.html#loading-from-node_modules-folders). */
function placeOf(name: string, from: string, packages: Record<string, LockEntry>): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return undefined;
  }
}

function suits({ os, cpu, libc }: LockEntry, platform: Platform): boolean {
  return has(os, platform.os) && has(cpu, platform.cpu) && (platform.os !== 'linux' || has(libc, 'glibc'));
}

function has(allowed: string | string[] | undefined, one: string): boolean {
  return allowed === undefined || [allowed].flat().includes(one);
}
