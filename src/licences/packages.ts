import { ACCEPTED } from './policy.ts';
import { refusedIn } from './expression.ts';

/** A package as `package-lock.json` (version 3) has it, for every system that it may be installed on. */
export interface LockedPackage {
  /** Where it is installed, such as `node_modules/a/node_modules/b`: two versions of one package are two. */
  path: string;
  name: string;
  version: string;
  /** As an SPDX expression; `undefined` where the package says none. */
  licence: string | undefined;
  /** Checksum in the form of https://www.w3.org/TR/SRI/. */
  integrity: string | undefined;
  /** Whether it is needed for tests and tools only. */
  isForDevelopment: boolean;
  isOptional: boolean;
  /** Names of the packages it asks for. */
  asksFor: string[];
  /** Names of those that it does not run without, and of those that it takes where they are: optional ones, and what it expects beside it. */
  needs: string[];
  takes: string[];
  /** The systems, processors and C libraries that it is made for, as Node and npm call them; absent where it runs on any. */
  runsOn: { os?: string[]; cpu?: string[]; libc?: string[] };
}

/** A package that may not be used, and the licences for which it may not. */
export interface RefusedPackage {
  name: string;
  version: string;
  /** Empty where it says none. */
  licences: string[];
}

interface LockEntry {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** Every package of a lock file, sorted by path; the project itself, whose path is empty, comes first. Throws SyntaxError for what is no JSON. */
export function lockedPackages(lockFile: string): LockedPackage[] {
  const { packages } = JSON.parse(lockFile) as { packages: Record<string, LockEntry> };
  return Object.entries(packages)
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: entry.license,
      integrity: entry.integrity,
      isForDevelopment: (entry.dev ?? entry.devOptional) === true,
      isOptional: entry.optional === true,
      asksFor: Object.keys({
        ...entry.dependencies,
        ...entry.optionalDependencies,
        ...entry.devDependencies,
      }).sort(),
      needs: Object.keys(entry.dependencies ?? {}),
      takes: [...Object.keys(entry.optionalDependencies ?? {}), ...expectedBeside(entry)],
      runsOn: made({ os: entry.os, cpu: entry.cpu, libc: entry.libc }),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function expectedBeside({ peerDependencies = {}, peerDependenciesMeta = {} }: LockEntry): string[] {
  return Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
}

/** What a package is made for: npm writes one name as a word, several as a list. */
function made(written: Record<keyof LockedPackage['runsOn'], string | string[] | undefined>) {
  const named = Object.entries(written).filter(([, names]) => names !== undefined);
  return Object.fromEntries(named.map(([what, names]) => [what, [names ?? []].flat()]));
}

/** The packages whose licence is unknown or not among those accepted. */
export function refusedPackages(packages: readonly LockedPackage[]): RefusedPackage[] {
  return packages.flatMap(({ name, version, licence }) => {
    if (licence === undefined) return [{ name, version, licences: [] }];
    const licences = refusedIn(licence, (id) => Object.hasOwn(ACCEPTED, id));
    return licences.length > 0 ? [{ name, version, licences }] : [];
  });
}

/**
 * The package that another gets when it asks for a name: the nearest on the way up from where it is installed
 * (https://nodejs.org/api/modules.html#loading-from-node_modules-folders); `undefined` where it is not installed.
 */
export function resolvedFrom(
  path: string,
  name: string,
  byPath: ReadonlyMap<string, LockedPackage>,
): LockedPackage | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const found = byPath.get(folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (found !== undefined || folder === '') return found;
  }
}
