import { rewriteTags, siteAddress, type Tag } from '../../domain/site-references.ts';
import { zh } from '../../strings/zh.ts';
import { filePath } from '../finish/site-files.ts';

/** Addresses that scripts put others behind: they lead to a folder, not to a page. */
const FOLDERS = new Set(['data-base', 'data-site']);
/** What only a site on a server has: others that are searched with it. */
const ONLINE_ONLY = 'data-offices';
const ADDRESSES = /^(href|src|action|data-.+)$/;
/** Links of the head that mean nothing on a disk. */
const HEAD_LINKS = ['alternate', 'modulepreload', 'manifest'];

/** The script and the styles that every page of a pack has besides its own. */
export const PACK_SCRIPT = '/pack/from-disk.js';
export const PACK_STYLES = '/pack/pack.css';

/** What a page of a pack is made with. */
export interface PackSurroundings {
  basePath: string;
  /** Whether the pack holds the file of a site-relative address. */
  holds: (address: string) => boolean;
  /** Origin of the published site for links that lead out of the pack; without one they become plain words. */
  siteUrl: string | undefined;
  /** Links of the navigation, by site-relative address. */
  navigation: readonly (readonly [address: string, title: string])[];
  /** Number of entries that the pack's search knows. */
  entries: number;
}

/**
 * A page of the site as it stands in a pack at `at` (a site-relative address ending in a slash): every link inside the pack is relative and
 * names a file, scripts are classic ones, links out of the pack lead to the published site.
 */
export function packPage(html: string, at: string, surroundings: PackSurroundings): string {
  const { navigation, entries } = surroundings;
  const links = navigation.map(
    ([address, title]) => `<a href="${surroundings.basePath}${address.slice(1)}">${title}</a>`,
  );
  const own = html
    .replace(/(<p class="name">[\s\S]*?<\/a>)/, `$1<span class="notice">${zh['pack.notice']}</span>`)
    .replace(/(<nav aria-label="[^"]*">)[\s\S]*?(<\/nav>)/, `$1${links.join('')}$2`)
    .replace(/<body>/, `<body><p class="pack-unpack">${zh['pack.unpack']}</p>`);
  const scoped =
    at === '/search/'
      ? own.replace('</h1>', `</h1><p class="soft">${zh['pack.searched'](entries)}</p>`)
      : own;
  const extra = `<link rel="stylesheet" href="${pathTo(PACK_STYLES, at)}"><script src="${pathTo(PACK_SCRIPT, at)}"></script>`;
  return rewriteTags(scoped, (tag) => packTag(tag, at, surroundings)).replace(
    /<meta charset="utf-8">/i,
    `$&${extra}`,
  );
}

/** A relative path from a page to the file of an address. */
export function pathTo(address: string, at: string): string {
  const depth = at.split('/').length - 2;
  return encodeURI('../'.repeat(depth) + filePath(address));
}

/** The tag as it stands in the pack, `undefined` where it goes. */
function packTag(tag: Tag, at: string, surroundings: PackSurroundings): Tag | undefined {
  const attributes = new Map(tag.attributes);
  const rel = tag.name === 'link' ? (attributes.get('rel') ?? '') : '';
  if (HEAD_LINKS.includes(rel) || (rel === 'canonical' && !surroundings.siteUrl)) return undefined;
  if (tag.name === 'script' && attributes.get('type') === 'module') {
    attributes.delete('type');
    attributes.set('defer', '');
  }
  attributes.delete(ONLINE_ONLY);
  for (const [name, value] of tag.attributes) {
    if (!ADDRESSES.test(name) || !value.startsWith('/')) continue;
    const address = siteAddress(value, at, surroundings.basePath);
    if (address === undefined) continue;
    const rest = /[?#].*$/.exec(value)?.[0] ?? '';
    if (FOLDERS.has(name)) attributes.set(name, '../'.repeat(at.split('/').length - 2) || './');
    else if (surroundings.holds(address)) attributes.set(name, pathTo(address, at) + rest);
    else if (name === 'href' && tag.name === 'a') {
      attributes.delete('href');
      if (surroundings.siteUrl === undefined) continue;
      attributes.set('href', surroundings.siteUrl + value);
      attributes.set('data-online', '');
    }
  }
  return { name: tag.name, attributes };
}
