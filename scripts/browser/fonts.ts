import { createHash } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cached } from './cache.ts';
import { chineseFontPackages } from './chinese-font-packages.ts';
import { noChineseFonts } from './messages.ts';
import { paperFontFolder } from './paper-fonts.ts';

const require = createRequire(import.meta.url);

const weights = ['400Regular', '700Bold'] as const;

/** Families the pages name; the packaged font answers to them where the system has no such font. */
const standIns = {
  'Noto Sans SC': ['PingFang SC', 'Microsoft YaHei'],
  'Noto Serif SC': ['Songti SC', 'SimSun', 'STSong'],
} as const;

const generics = {
  'sans-serif': 'Noto Sans SC',
  'system-ui': 'Noto Sans SC',
  serif: 'Noto Serif SC',
} as const;

/**
 * The environment that lets a browser on Linux find the packaged Chinese fonts beside the system's own.
 * Without any font Chromium paints no text at all, web fonts included, and reports no error.
 * Throws an Error in Chinese when the font packages are not installed.
 */
export async function fontEnvironment(): Promise<Record<string, string>> {
  const folders = await fontFolders();
  const scanCache = await cached(`fontconfig-${digest(fontConfig(folders, ''))}`, makeFolder);
  const config = fontConfig(folders, scanCache);
  const file = await cached(`fonts-${digest(config)}.conf`, (path) => writeConfig(path, config));
  return { FONTCONFIG_FILE: file };
}

/**
 * The fontconfig file naming `folders` of fonts; `scanCache` is where fontconfig keeps what it read.
 * The generic families come before the system's rules, which would otherwise put their own fonts first.
 * The system's folders come before ours, so a real SimSun beats its stand-in; our cache of scans comes before the
 * system's, because the stand-in names are part of what is cached.
 */
export function fontConfig(folders: readonly string[], scanCache: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    `<cachedir>${escapeXml(scanCache)}</cachedir>`,
    ...Object.entries(generics).map(([generic, family]) => preferRule(generic, family)),
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    '<dir>/usr/share/fonts</dir>',
    '<dir>/usr/local/share/fonts</dir>',
    '<dir prefix="xdg">fonts</dir>',
    ...folders.map((folder) => `<dir>${escapeXml(folder)}</dir>`),
    ...Object.entries(standIns).map(([family, names]) => standInRule(family, names)),
    '</fontconfig>',
    '',
  ].join('\n');
}

function preferRule(generic: string, family: string): string {
  return `<alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
}

/**
 * Gives the font its further names when it is read. An ordinary alias will not do: Chromium refuses a match whose own
 * names lack the one it asked for.
 */
function standInRule(family: string, names: readonly string[]): string {
  const edits = names.map((name) => `<edit name="family" mode="append_last"><string>${name}</string></edit>`);
  const test = `<test name="family"><string>${family}</string></test>`;
  return `<match target="scan">${test}${edits.join('')}</match>`;
}

/** The folders of the packaged fonts, those of papers included. Throws an Error in Chinese when the packages are not installed. */
export async function fontFolders(): Promise<string[]> {
  const packaged = chineseFontPackages.flatMap((name) => weights.map((weight) => fontFolder(name, weight)));
  return [...packaged, await paperFontFolder()];
}

function fontFolder(packageName: string, weight: string): string {
  try {
    return join(dirname(require.resolve(`${packageName}/package.json`)), weight);
  } catch (error) {
    throw new Error(noChineseFonts(), { cause: error });
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path);
  await chmod(path, 0o755);
}

async function writeConfig(path: string, config: string): Promise<void> {
  await writeFile(path, config);
  await chmod(path, 0o644);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
