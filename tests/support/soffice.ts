import { execFile, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
