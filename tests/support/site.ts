import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** The project's own folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Files of a content folder by their path; a value of bytes is written as it is. */
export type ContentFiles = Record<string, string | Uint8Array>;

/** A built site, read by address. */
export interface BuiltSite {
  /** Folder of the built files. */
  folder: string;
  /** Base path, a slash at both ends. */
  base: string;
  /** Number of html pages. */
  pages: number;
  /** Seconds that the build took. */
  seconds: number;
  /** Every file below the folder, `/` between parts, sorted. */
  files(): Promise<string[]>;
  /** The text of a page or file by its address without the base path: `/texts/outline/`, `/feed.xml`. */
  read(address: string): Promise<string>;
}

/** The smallest `site.yaml`. */
export const SITE_YAML = 'name: 小站\norganisation: 学习办\n';

/** A `site.yaml` without Pagefind's bundle: a test that is not about it need not wait for it. */
export const WITHOUT_BUNDLE = `${SITE_YAML}pagefind: false\n`;

/** An entry's file: front matter of at least a title and a date, then the body. */
export function entryFile(body: string, fields: Record<string, unknown> = {}): string {
  const lines = Object.entries({ title: '题名', date: '2026-03-02', ...fields });
  return `---\n${lines.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n${body}\n`;
}

const temporary: string[] = [];
process.once('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A new temporary folder, removed when the process ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-'));
  temporary.push(folder);
  return folder;
}

/** Writes a content folder into a temporary place and returns its path. Where `site.yaml` is not given it is the smallest, without Pagefind's bundle. */
export async function writeContent(files: ContentFiles): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries({ 'site.yaml': WITHOUT_BUNDLE, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Writes the files as a content folder and builds them with the real build. Fails with the build's problems, if any. */
export async function buildSample(files: ContentFiles, env: Record<string, string> = {}): Promise<BuiltSite> {
  return buildFolder(await writeContent(files), join(await temporaryFolder(), 'site'), env);
}

/** Builds a content folder into `outDir` with the real build. Fails with the build's problems, if any. */
export async function buildFolder(
  contentDir: string,
  outDir: string,
  env: Record<string, string> = {},
): Promise<BuiltSite> {
  // Most tests only write files; loading what builds takes a second.
  const { buildSite } = await import('../../src/publish/build/build-site.ts');
  const { readSettings } = await import('../../src/source/settings.ts');
  const settings = readSettings({ ...env, CONTENT_DIR: contentDir, OUT_DIR: outDir }, ROOT);
  const { problems, pages, seconds } = await buildSite(settings);
  assert.deepEqual(problems, []);
  return { pages, seconds, ...siteIn(outDir, settings.basePath) };
}

/** Marks a folder of files as the build marks its output, and returns it. */
export async function marked(folder: string, env: Record<string, string> = {}): Promise<string> {
  const { markSite, purposeOf } = await import('../../src/publish/build/mark.ts');
  const { readSettings } = await import('../../src/source/settings.ts');
  await markSite(folder, purposeOf(readSettings(env, ROOT)), await filesBelow(folder));
  return folder;
}

/** Reads a folder of built files as a site. */
export function siteIn(folder: string, base = '/'): Pick<BuiltSite, 'folder' | 'base' | 'files' | 'read'> {
  return {
    folder,
    base,
    files: () => filesBelow(folder),
    read: (address) => readFile(join(folder, address.replace(/\/$/, '/index.html')), 'utf8'),
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The bytes of every file below a folder by its path, to compare two folders. */
export async function snapshot(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const file of await filesBelow(folder)) files.set(file, await readFile(join(folder, file), 'base64'));
  return files;
}

/** The page's words as one would copy them, roughly: tags gone, entities read. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[a-z/!](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
