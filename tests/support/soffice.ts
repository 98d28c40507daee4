import { execFile, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, strFromU8 } from 'fflate';
import { temporaryFolder } from './site.ts';

/** Whether LibreOffice's command is there. */
export function hasSoffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file as LibreOffice saves it in another format, such as `pdf` or `xlsx`. Throws what the command throws. */
export async function convertedBySoffice(file: string, format: string): Promise<Uint8Array> {
  const out = await temporaryFolder();
  const profile = `-env:UserInstallation=file://${await temporaryFolder()}`;
  await promisify(execFile)('soffice', [
    profile,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    out,
    file,
  ]);
  return readFile(join(out, `${basename(file, extname(file))}.${format.replace(/:.*/, '')}`));
}

/** The word count that LibreOffice itself writes into each of these files. Throws what the command throws. */
export async function wordCounts(files: readonly string[]): Promise<number[]> {
  const out = await temporaryFolder();
  const profile = `-env:UserInstallation=file://${await temporaryFolder()}`;
  await promisify(execFile)('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'odt:writer8',
    '--outdir',
    out,
    ...files,
  ]);
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace(/^.*\//, '').replace(/\.[a-z]+$/, '.odt');
      const meta = strFromU8(unzipSync(await readFile(join(out, name)))['meta.xml'] ?? new Uint8Array());
      return Number(/meta:word-count="(\d+)"/.exec(meta)?.[1]);
    }),
  );
}
