import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readTar } from '../browser/tar.ts';
import type { LockedPackage } from '../../src/licences/packages.ts';

/** A file on its way into the archive. */
export interface CarriedFile {
  /** Its path in the archive, `/` between parts. */
  path: string;
  isProgram: boolean;
  read(): Promise<Uint8Array>;
}

/** Files of packages could not be had; says why and what to do. */
export class PackageError extends Error {}

/** The files of packages below `node_modules`, those of other machines from the registry that npm knows. Throws PackageError. */
export async function filesOfPackages(
  packages: readonly LockedPackage[],
  root: string,
  isWanted: (name: string, file: string) => boolean,
): Promise<CarriedFile[]> {
  const files: CarriedFile[] = [];
  const absent: LockedPackage[] = [];
  for (const locked of packages) {
    const folder = join(root, locked.path);
    if ((await versionIn(folder)) !== locked.version) absent.push(locked);
    else files.push(...(await filesOnDisk(folder, locked, isWanted)));
  }
  for await (const { locked, archive } of fetched(absent)) {
    for (const { name, data, isProgram } of readTar(gunzipSync(archive))) {
      const file = name.replace(/^[^/]+\//, '');
      if (!isWanted(locked.name, file)) continue;
      files.push({ path: `${locked.path}/${file}`, isProgram, read: () => Promise.resolve(data) });
    }
  }
  return files;
}

async function versionIn(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { version?: string }).version;
}

async function filesOnDisk(
  folder: string,
  locked: LockedPackage,
  isWanted: (name: string, file: string) => boolean,
): Promise<CarriedFile[]> {
  const found: CarriedFile[] = [];
  const look = async (inside: string): Promise<void> => {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const file = inside === '' ? entry.name : `${inside}/${entry.name}`;
      // Packages inside a package are packages of their own.
      if (entry.isDirectory() && entry.name !== 'node_modules') await look(file);
      if (!entry.isFile() || !isWanted(locked.name, file)) continue;
      const place = join(folder, file);
      const isProgram = ((await stat(place)).mode & 0o100) !== 0;
      found.push({ path: `${locked.path}/${file}`, isProgram, read: () => readFile(place) });
    }
  };
  await look('');
  return found;
}

/** Has npm fetch packages, and holds each against the checksum in the lock file. */
async function* fetched(
  packages: readonly LockedPackage[],
): AsyncGenerator<{ locked: LockedPackage; archive: Buffer }> {
  if (packages.length === 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-packages-'));
  try {
    const names = packages.map(({ name, version }) => `${name}@${version}`);
    const told = await npm(['pack', ...names, '--json', '--silent', '--pack-destination', folder]);
    const packed = JSON.parse(told) as { name: string; version: string; filename: string }[];
    for (const locked of packages) {
      const found = packed.find(({ name, version }) => name === locked.name && version === locked.version);
      if (!found) throw new PackageError(`npm 没有取到 ${locked.name}@${locked.version} — 连上网络后重试`);
      const archive = await readFile(join(folder, found.filename.replace(/^@/, '').replace('/', '-')));
      if (!suits(archive, locked.integrity))
        throw new PackageError(
          `${locked.name}@${locked.version} 的校验值和 package-lock.json 不符 — 换一个可信的软件源后重试`,
        );
      yield { locked, archive };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function suits(archive: Buffer, integrity = ''): boolean {
  const [, algorithm = '', digest = ''] = /^(sha\d+)-(\S+)$/.exec(integrity) ?? [];
  return digest !== '' && createHash(algorithm).update(archive).digest('base64') === digest;
}

/** What npm prints. It is the npm that runs this command, where one does. Throws PackageError. */
async function npm(words: readonly string[]): Promise<string> {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const program = script === undefined ? 'npm' : (node ?? process.execPath);
  const child = spawn(program, script === undefined ? words : [script, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: script === undefined && process.platform === 'win32',
  });
  let told = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'close').catch(() => [undefined])) as [number | null | undefined];
  if (code !== 0)
    throw new PackageError(`npm 没有取到别的平台的软件包 — 连上网络后重试\n${complaint.trim()}`);
  return told;
}
