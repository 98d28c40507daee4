import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { cached, cacheRoots } from './cache.ts';
import { readTar } from './tar.ts';

const require = createRequire(import.meta.url);

/** Where the packaged browser was unpacked, and the libraries it needs on a system that lacks them. */
export interface PackagedChromium {
  executablePath: string;
  libraries: string;
}

/** The folder of @sparticuz/chromium, or undefined where it is not installed. */
export function packageFolder(): string | undefined {
  try {
    return join(require.resolve('@sparticuz/chromium'), '..', '..');
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the browser inside @sparticuz/chromium, once per version, into the first of `roots` that takes it.
 * The package's own `executablePath()` is not used: it shares one temporary file between versions and users, lets a second
 * process run a half-written file, and leaves out the libraries outside AWS.
 * Throws when the archive cannot be read or written.
 */
export async function unpackChromium(
  folder: string,
  roots: readonly string[] = cacheRoots(),
): Promise<PackagedChromium> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const unpacked = await cached(
    `sparticuz-${version}`,
    (target) => unpack(join(folder, 'bin'), target),
    roots,
  );
  return { executablePath: join(unpacked, 'chromium'), libraries: join(unpacked, 'lib') };
}

async function unpack(archives: string, target: string): Promise<void> {
  await makeFolder(target);
  await unpackLibraries(join(archives, 'al2023.tar.br'), join(target, 'lib'));
  const executable = join(target, 'chromium');
  await pipeline(
    createReadStream(join(archives, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(executable),
  );
  await chmod(executable, 0o755);
}

async function unpackLibraries(archive: string, target: string): Promise<void> {
  await makeFolder(target);
  const tar = await promisify(brotliDecompress)(await readFile(archive));
  for (const { name, data } of readTar(tar)) {
    const library = join(target, basename(name));
    await writeFile(library, data);
    await chmod(library, 0o755);
  }
}

/** Readable by every user, whatever the umask: the tree may be installed by one user and run by another. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder);
  await chmod(folder, 0o755);
}
