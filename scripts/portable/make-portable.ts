import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { constants, copyFile, link, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownName } from '../../src/build-cache/own-name.ts';
import { lockedPackages } from '../../src/licences/packages.ts';
import { OWN_PARTS } from '../../src/licences/policy.ts';
import { billOfMaterials } from '../../src/licences/sbom.ts';
import { troublesWithNames } from './names.ts';
import { neededPackages } from './needed-packages.ts';
import { isLeftOut, isOfTheProgram } from './left-out.ts';
import { filesOfPackages, PackageError, type CarriedFile } from './package-files.ts';
import type { Platform } from './platform.ts';
import { FOLDERS, readMe, startFiles } from './start-files.ts';
import { START_SITE } from './start-site.ts';
import { writeZip } from './write-zip.ts';

/** What a portable edition is made of. */
export interface PortableParts {
  /** The project's folder. */
  root: string;
  platform: Platform;
  /** The content that comes along; without one an empty start. */
  contentDir: string | undefined;
}

/** What was made. */
export interface MadePortable {
  files: number;
  /** Bytes of all files unpacked. */
  bytes: number;
}

/**
 * Writes the portable edition for a platform as a zip archive, which must not be there yet. The same project and content give the same bytes. Throws
 * PackageError and file system errors; then nothing is left.
 */
export async function makePortable(parts: PortableParts, out: string): Promise<MadePortable> {
  if (existsSync(out)) throw new PackageError(`已有 ${out}，没有覆盖 — 换一个文件名，或先移走它`);
  const { files, bytes } = await portableFiles(parts);
  const part = ownName(`${out}.part`);
  try {
    await writeZip(files, part);
    // Unlike a renaming neither overwrites anything; a stick has no links.
    await link(part, out).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      return copyFile(part, out, constants.COPYFILE_EXCL);
    });
  } finally {
    await rm(part, { force: true });
  }
  return { files: files.length, bytes };
}

/** The files of a portable edition in their order, and the bytes of its program: Node, the packages needed there, the code. Throws as `makePortable` does. */
export async function portableFiles({
  root,
  platform,
  contentDir,
}: PortableParts): Promise<{ files: CarriedFile[]; bytes: number }> {
  const all = lockedPackages(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const needed = neededPackages(all, platform);
  const version = all[0]?.version ?? '';
  const paths = new Set(['', ...needed.map(({ path }) => path)]);
  const bill = billOfMaterials(
    all.filter(({ path }) => paths.has(path)),
    OWN_PARTS,
  );
  const program = [
    ...(await filesBelow(root, isOfTheProgram)),
    ...(await filesOfPackages(needed, root, (name, file) => !isLeftOut(name, file))),
    written('bill-of-materials.json', bill),
  ].sort(byPath);
  const sums = await checksumsOf(program);
  const own = contentDir ? await filesBelow(contentDir, () => true) : [written('site.yaml', START_SITE)];
  const files = [
    ...Object.entries(startFiles(platform)).map(([name, text]) => written(name, text, true)),
    written('说明.txt', readMe(platform, version)),
    ...own.map((file) => within(FOLDERS.content, file)),
    ...program.map((file) => within(FOLDERS.program, file)),
    written(`${FOLDERS.program}/SHA256SUMS`, sums.text),
  ]
    .map((file) => within(`zhixing-${version}-${platform.name}`, file))
    .sort(byPath);
  const troubles = troublesWithNames(files.map(({ path }) => path));
  if (troubles.length > 0) throw new PackageError(troubles.join('\n'));
  return { files, bytes: sums.bytes };
}

function byPath(one: CarriedFile, other: CarriedFile): number {
  return one.path < other.path ? -1 : 1;
}

function within(folder: string, file: CarriedFile): CarriedFile {
  return { ...file, path: `${folder}/${file.path}` };
}

function written(path: string, text: string, isProgram = false): CarriedFile {
  return { path, isProgram, read: () => Promise.resolve(Buffer.from(text)) };
}

/** The wanted files below a folder, but for what a package manager or a build put there. */
async function filesBelow(folder: string, isWanted: (path: string) => boolean): Promise<CarriedFile[]> {
  const found: CarriedFile[] = [];
  const look = async (inside: string): Promise<void> => {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      const isOwn = entry.name !== 'node_modules' && !entry.name.startsWith('.');
      if (entry.isDirectory() && isOwn) await look(path);
      if (entry.isFile() && isWanted(path))
        found.push({ path, isProgram: false, read: () => readFile(join(folder, path)) });
    }
  };
  await look('');
  return found;
}

/** Checksums of files as `sha256sum -c` reads them. */
async function checksumsOf(files: readonly CarriedFile[]): Promise<{ text: string; bytes: number }> {
  let text = '';
  let bytes = 0;
  for (const { path, read } of files) {
    const data = await read();
    bytes += data.byteLength;
    text += `${createHash('sha256').update(data).digest('hex')}  ${path}\n`;
  }
  return { text, bytes };
}
