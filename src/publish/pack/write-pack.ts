import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { setAddress, type PublishedSet } from '../../domain/offline/offline-set.ts';
import { tagsOf } from '../../domain/site-references.ts';
import { indexPack } from '../../search/index-pack.ts';
import { resolveSite } from '../../site/resolve-site.ts';
import { formatFault } from '../../source/fault.ts';
import type { Content } from '../../source/read-content.ts';
import type { Settings } from '../../source/settings.ts';
import { zh } from '../../strings/zh.ts';
import { bundleScript } from '../finish/bundle-script.ts';
import { filePath, filesOf } from '../finish/site-files.ts';
import { PACK_SCRIPT, PACK_STYLES, packPage } from './pack-page.ts';

/** What to pack. */
export interface PackOrder {
  /** A unit's id. */
  unit: string;
  /** The zip file to write. */
  out: string;
  /** Whether the whole library is packed, not only what the unit needs. */
  library: boolean;
}

/** A pack that was written. */
export interface PackFile {
  pages: number;
  entries: number;
  bytes: number;
}

/** Thrown when there is nothing to pack as ordered; the message says in Chinese what can be written instead. */
export class PackError extends Error {
  override name = 'PackError';
}

const ENTRY = /^\/(texts|speeches|articles)\/[^/]+\/$/;
const FROM_DISK = fileURLToPath(new URL('../../client/pack/from-disk.ts', import.meta.url));
const STYLES = fileURLToPath(new URL('pack.css', import.meta.url));
/** The first day that a zip archive knows; in local time, which is what archives hold. */
const NO_MOMENT = new Date(1980, 0, 1);

/**
 * Packs a unit's materials of a built site into one zip that opens from the disk: `index.html` is the unit's page, every page links to the
 * others by relative paths, and the search finds what the packed pages hold. Equal sites give equal bytes. The file is put in place
 * whole or not at all. Throws PackError.
 */
export async function writePack(
  settings: Settings,
  content: Content,
  { unit, out, library }: PackOrder,
  root: string,
): Promise<PackFile> {
  const { outDir, basePath } = settings;
  requireUnit(content, unit);
  const pages = await pagesOf(outDir, unit, library);
  const files = await filesOf(outDir, pages, basePath);
  for (const pdf of linkedPdfs(files, unit)) files.set(pdf, await readFile(join(outDir, filePath(pdf))));
  files.set('/', files.get(`/units/${unit}/`) ?? Buffer.alloc(0));
  const index = await indexOf(content, settings, files, root);
  const entries = [...files.keys()].filter((address) => ENTRY.test(address)).length;
  const surroundings = {
    basePath,
    holds: (address: string) => files.has(address) || index.has(handedOver(address)),
    siteUrl: isPublished(settings.siteUrl) ? settings.siteUrl : undefined,
    navigation: [
      ['/', zh['nav.home']],
      [`/offline/${unit}/`, zh['pack.materials']],
      ['/forms/', zh['forms.title']],
    ] as const,
    entries,
  };
  const packed = new Map<string, Uint8Array>();
  for (const [address, bytes] of files) {
    if (address.endsWith('/'))
      packed.set(address, strToU8(packPage(bytes.toString('utf8'), address, surroundings)));
    else if (!address.endsWith('.js')) packed.set(address, bytes);
  }
  for (const script of pageScripts(files, basePath))
    packed.set(script, strToU8(await bundleScript(join(outDir, filePath(script)))));
  for (const [address, bytes] of index) packed.set(address, bytes);
  packed.set(PACK_SCRIPT, strToU8(await bundleScript(FROM_DISK)));
  packed.set(PACK_STYLES, await readFile(STYLES));
  const bytes = zipOf(packed);
  await putInPlace(out, bytes);
  return {
    pages: [...packed.keys()].filter((address) => address.endsWith('/')).length,
    entries,
    bytes: bytes.length,
  };
}

/** Throws PackError if the content cannot be read, or, naming the units, if there is no such unit. */
export function requireUnit({ items, faults, isUnread }: Content, unit: string): void {
  const [unread] = isUnread ? faults : [];
  if (unread) throw new PackError(formatFault(unread));
  if (items.units.some(({ id }) => id === unit)) return;
  const known = items.units.map(({ id, fields }) => `${id}（${fields.name}）`).join('、');
  if (known === '') throw new PackError('内容里还没有单位：先在 content/units/ 里写一个');
  throw new PackError(`${unit ? `没有单位 ${unit}` : '没有写单位'}：用 --unit 写其中一个：${known}`);
}

async function pagesOf(outDir: string, unit: string, library: boolean): Promise<string[]> {
  const list = await readFile(join(outDir, filePath(setAddress(unit))), 'utf8');
  const { files, packed } = JSON.parse(list) as PublishedSet;
  const kept = files.map(([address]) => address).filter((address) => /(\/|\.ics|\.docx)$/.test(address));
  const others = library ? (await allPages(outDir)).filter((address) => !isOfOtherUnit(address, unit)) : [];
  return [...new Set([...kept, ...packed, ...others])].filter((address) => address !== '/offline/');
}

async function allPages(outDir: string): Promise<string[]> {
  return (await readdir(outDir, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .sort();
}

function isOfOtherUnit(address: string, unit: string): boolean {
  const of = /^\/(?:units|offline)\/([^/]+)\//.exec(address)?.[1];
  return of !== undefined && of !== unit;
}

/** Printed packs that the unit's pages link to. */
function linkedPdfs(files: ReadonlyMap<string, Buffer>, unit: string): string[] {
  return [...files]
    .filter(([address]) => address.startsWith(`/units/${unit}/`) && address.endsWith('/'))
    .flatMap(([address, bytes]) =>
      /\shref="[^"]*\.pdf"/.test(bytes.toString('utf8')) ? [`${address.slice(0, -1)}.pdf`] : [],
    );
}

/** Scripts that pages begin with; what these import is put into them. */
function pageScripts(files: ReadonlyMap<string, Buffer>, basePath: string): string[] {
  const found = new Set<string>();
  for (const [address, bytes] of files) {
    if (!address.endsWith('/')) continue;
    for (const { name, attributes } of tagsOf(bytes.toString('utf8'))) {
      const source = attributes.get('src');
      if (name === 'script' && source?.startsWith(basePath)) found.add(`/${source.slice(basePath.length)}`);
    }
  }
  return [...found];
}

/** The index and the fingerprint of the packed entries and handbook pages, each file as a script that hands it over. */
async function indexOf(
  content: Content,
  settings: Settings,
  files: ReadonlyMap<string, Buffer>,
  root: string,
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-pack-'));
  try {
    await indexPack(resolveSite(content, settings), settings, new Set(files.keys()), {
      root,
      outDir: folder,
    });
    const found = new Map<string, Uint8Array>();
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const path = join(file.parentPath, file.name);
      const bytes = await readFile(path);
      const address = path.slice(folder.length).replaceAll('\\', '/');
      found.set(handedOver(address), strToU8(`packedFile("${bytes.toString('base64')}")`));
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The script that hands a file over which other scripts fetch. */
function handedOver(address: string): string {
  return `${address}.js`;
}

/** Whether links to the published site lead anywhere: not while it is only the address of one's own machine. */
function isPublished(siteUrl: string): boolean {
  return !/^(localhost|127\.|\[)/.test(new URL(siteUrl).hostname);
}

function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted: Zippable = {};
  for (const address of [...files.keys()].sort())
    sorted[filePath(address)] = files.get(address) ?? new Uint8Array();
  return zipSync(sorted, { level: 9, mtime: NO_MOMENT });
}

async function putInPlace(out: string, bytes: Uint8Array): Promise<void> {
  const writing = `${out}.writing-${process.pid}`;
  try {
    await writeFile(writing, bytes);
    await rename(writing, out);
  } finally {
    await rm(writing, { force: true });
  }
}
