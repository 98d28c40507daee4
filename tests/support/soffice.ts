import { execFile, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, strFromU8 } from 'fflate';
import { fontEnvironment } from '../../scripts/browser/fonts.ts';
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
  return (await allConverted([file], format))[0]!;
}

/** The word count that LibreOffice itself writes into each of these files. Throws what the command throws. */
export async function wordCounts(files: readonly string[]): Promise<number[]> {
  return (await allConverted(files, 'odt:writer8')).map((odt) => {
    const meta = strFromU8(unzipSync(odt)['meta.xml'] ?? new Uint8Array());
    return Number(/meta:word-count="(\d+)"/.exec(meta)?.[1]);
  });
}

/** Files converted in one start of LibreOffice. `format` is a file name ending, with the name of a filter behind a colon where one is needed; `readAs` is the filter that reads them. */
export async function allConverted(
  files: readonly string[],
  format: string,
  readAs?: string,
): Promise<Uint8Array[]> {
  const out = await temporaryFolder();
  const profile = `-env:UserInstallation=file://${await temporaryFolder()}`;
  const filter = readAs === undefined ? [] : [`--infilter=${readAs}`];
  const options = [profile, '--headless', ...filter, '--convert-to', format, '--outdir', out];
  const env = { ...process.env, ...(await fontEnvironment()) };
  await promisify(execFile)('soffice', [...options, ...files], { env });
  const ending = format.replace(/:.*/, '');
  return Promise.all(files.map((file) => readFile(join(out, `${basename(file, extname(file))}.${ending}`))));
}
