import { resolvedFrom, type LockedPackage } from './packages.ts';
import type { OwnPart } from './policy.ts';

const HASHES: Record<string, string> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/**
 * A bill of materials in the form of CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the project, every package with licence and
 * checksum, what lies in the project under another licence, and who asks for whom. It names no time and no number of its own, so that
 * the same packages give the same bytes.
 */
export function billOfMaterials(packages: readonly LockedPackage[], parts: readonly OwnPart[]): string {
  const [project, ...others] = packages;
  if (project === undefined) throw new TypeError('a lock file lists at least the project');
  const byPath = new Map(packages.map((entry) => [entry.path, entry]));
  const distinct = new Map(others.map((entry) => [purl(entry), entry]));
  const asked = new Map<string, Set<string>>();
  for (const entry of packages) {
    const found = entry.asksFor.flatMap((name) => resolvedFrom(entry.path, name, byPath) ?? []);
    const known = asked.get(purl(entry)) ?? new Set();
    asked.set(purl(entry), new Set([...known, ...found.map(purl)]));
  }
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...component(project), type: 'application' } },
    components: [...[...distinct.values()].map(component), ...parts.map(ownComponent)],
    dependencies: [...asked]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component(entry: LockedPackage): object {
  const { name, version, licence, integrity, isForDevelopment, isOptional } = entry;
  const [, algorithm = '', digest = ''] = /^(\w+)-(\S+)/.exec(integrity ?? '') ?? [];
  const hash = HASHES[algorithm];
  return {
    type: 'library',
    'bom-ref': purl(entry),
    name,
    version,
    scope: isForDevelopment ? 'excluded' : isOptional ? 'optional' : 'required',
    ...(hash ? { hashes: [{ alg: hash, content: Buffer.from(digest, 'base64').toString('hex') }] } : {}),
    ...(licence === undefined ? {} : { licenses: [{ expression: licence }] }),
    purl: purl(entry),
  };
}

function ownComponent({ name, version, file, licence }: OwnPart): object {
  return {
    type: 'file',
    'bom-ref': file,
    name,
    version,
    scope: 'required',
    licenses: [{ expression: licence }],
    properties: [{ name: 'zhixing:file', value: file }],
  };
}

/** The name of a package among all packages (https://github.com/package-url/purl-spec); an `@` in front of a scope is encoded. */
function purl({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
