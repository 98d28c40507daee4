import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, constants, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../source/settings.ts';

/** All that decides what a build makes of its content. */
const CODE = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** A folder for what one output's builds leave for the next; it stands outside the output, which holds nothing but the site. */
export function keptFolder(root: string, { outDir }: Settings): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 16);
  return join(root, 'node_modules/.cache/zhixing', name);
}

/** A digest of the project's code and of the settings that pages depend on: where it changes, nothing printed before is of use. */
export async function codeDigest(root: string, settings: Settings): Promise<string> {
  const { basePath, siteUrl, audience, drafts } = settings;
  const hash = createHash('sha256').update(
    JSON.stringify([process.version, basePath, siteUrl, audience, drafts]),
  );
  for (const file of await filesOf(root)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of CODE) {
    const inside = await readdir(join(root, name), { recursive: true, withFileTypes: true }).catch(
      () => undefined,
    );
    if (!inside) found.push(name);
    else
      found.push(
        ...inside
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
      );
  }
  return found.sort();
}

/** Makes the folder; nothing where it cannot be written to, and then nothing is kept. */
export async function makeKeptFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}
