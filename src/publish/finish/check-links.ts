import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromPercent } from '../../domain/percent.ts';
import { MEDIA, shownBy, tagsOf } from '../../domain/site-references.ts';
import { noCache, type BuildCache } from '../../build-cache/build-cache.ts';
import { leadsElsewhere } from '../../markdown/addresses.ts';
import { fileDigest } from '../../build-cache/take-file.ts';
import { filesInside, type Inside } from '../build/mark.ts';

/** A link of the built site that leads nowhere. */
export interface DeadLink {
  /** Address of the page that holds it. */
  page: string;
  target: string;
  reason: string;
}

/** The anchors and links of a page, each list joined by NUL. */
export interface PageLinks {
  ids: string;
  /** Links within the site, except to its own anchors. */
  targets: string;
  /** Absolute links that may lead to this site's `media/`. */
  whole: string;
}

/** The pages of a site by their addresses. */
export type SitePages = ReadonlyMap<string, PageLinks>;

/** The links of a built site that lead nowhere, and how many pages it has. */
export interface CheckedLinks {
  dead: DeadLink[];
  pages: number;
}

/** Results of earlier builds. */
export interface KnownPages {
  /** Links by the digest of a page's bytes. */
  links: BuildCache<PageLinks>;
  /** Digests of some pages, by their files within the site. */
  digests: Readonly<Record<string, string>>;
}

const NOTHING_KNOWN: KnownPages = { links: noCache, digests: {} };

/** Reads the anchors and links of all pages of a built site. Known pages are not parsed again. */
export function readPages(siteDir: string, known = NOTHING_KNOWN): SitePages {
  const pages = [...filesOf(filesInside(siteDir))].filter((path) => path.endsWith('.html'));
  return new Map(pages.map((path) => [addressOf(path), pageLinks(siteDir, path, known)]));
}

/** A site that was read: its pages, and everything in its folder. */
export interface LookedThrough {
  pages: SitePages;
  inside: readonly Inside[];
}

/** Follows every link, picture and anchor inside a built site; `basePath` begins and ends with a slash. */
export function checkLinks(
  siteDir: string,
  basePath: string,
  { pages, inside }: LookedThrough = { pages: readPages(siteDir), inside: filesInside(siteDir) },
): CheckedLinks {
  const follow = followerOf({ files: filesOf(inside), pages, basePath });
  const dead = [...pages]
    .flatMap(([page, { targets }]) =>
      partsOf(targets).flatMap((target) => {
        const reason = follow(target, page);
        return reason ? [{ page, target, reason }] : [];
      }),
    )
    .sort((a, b) => (a.page + a.target < b.page + b.target ? -1 : 1));
  return { dead, pages: pages.size };
}

/** Paths of the files in `media/` that pages link to, by relative or absolute address, whether or not they exist. */
export function mediaOf(
  pages: SitePages,
  { basePath, siteUrl }: { basePath: string; siteUrl: string },
): Set<string> {
  const found = new Set<string>();
  const home = siteUrl + basePath;
  for (const [page, { targets, whole }] of pages) {
    for (const target of partsOf(`${targets}\0${whole}`)) {
      if (!target.includes(MEDIA.slice(1))) continue;
      const url = URL.parse(target, home + page.slice(1));
      if (!url?.href.startsWith(home)) continue;
      const path = fromPercent(url.pathname.slice(basePath.length - 1));
      if (path.startsWith(MEDIA)) found.add(path);
    }
  }
  return found;
}

/** The files of a site by their paths within it, which begin with a slash. */
function filesOf(inside: readonly Inside[]): Set<string> {
  return new Set(inside.filter(({ isFile }) => isFile).map(({ path }) => `/${path}`));
}

function pageLinks(siteDir: string, path: string, { links, digests }: KnownPages): PageLinks {
  const read = () => readFileSync(join(siteDir, path));
  const digest = digests[path.slice(1)] ?? fileDigest(read());
  const known = links.get(digest);
  if (known) return known;
  const found = readPage(read().toString('utf8'));
  links.add(digest, found);
  return found;
}

function readPage(html: string): PageLinks {
  const ids = new Set<string>();
  const targets = new Set<string>();
  for (const tag of tagsOf(html)) {
    const [id, href, content] = ['id', 'href', 'content'].map((name) => tag.attributes.get(name));
    if (id !== undefined) ids.add(id);
    if (href !== undefined) targets.add(href);
    if (content !== undefined && leadsElsewhere(content)) targets.add(content);
    for (const target of shownBy(tag)) targets.add(target);
  }
  const isElsewhere = (target: string) => target === '' || leadsElsewhere(target);
  const isOwn = (target: string) => target.startsWith('#') && hasAnchor(ids, target.slice(1));
  const followed = [...targets].filter((target) => !isElsewhere(target) && !isOwn(target));
  const whole = [...targets].filter((target) => leadsElsewhere(target) && target.includes(MEDIA));
  return { ids: [...ids].join('\0'), targets: followed.join('\0'), whole: whole.join('\0') };
}

interface Site {
  files: ReadonlySet<string>;
  pages: ReadonlyMap<string, PageLinks>;
  basePath: string;
}

/** Returns a function that says why a target is dead on a page, if it is. Targets that are the same on all pages are looked up once. */
function followerOf(site: Site): (target: string, page: string) => string | undefined {
  const idsOf = new Map<string, ReadonlySet<string>>();
  const hasPlace = (page: string, links: PageLinks, anchor: string): boolean => {
    const ids = idsOf.get(page) ?? new Set(partsOf(links.ids));
    idsOf.set(page, ids);
    return hasAnchor(ids, anchor);
  };
  const fromAnywhere = new Map<string, string | undefined>();
  return (target, page) => {
    if (!target.startsWith('/')) return problemOf(target, page, site, hasPlace);
    if (!fromAnywhere.has(target)) fromAnywhere.set(target, problemOf(target, page, site, hasPlace));
    return fromAnywhere.get(target);
  };
}

function problemOf(
  target: string,
  page: string,
  { files, pages, basePath }: Site,
  hasPlace: (page: string, links: PageLinks, anchor: string) => boolean,
): string | undefined {
  const url = new URL(target, `http://site${basePath}${page.slice(1)}`);
  if (!url.pathname.startsWith(basePath)) return '不在网站的路径之内';
  const path = fromPercent(`/${url.pathname.slice(basePath.length)}`);
  const found = pages.get(path);
  if (!found && !files.has(path)) return '没有这个页面或文件';
  return !found || hasPlace(path, found, url.hash.slice(1)) ? undefined : '页面里没有这个位置';
}

/** As browsers look for it: as it is written first, then decoded (https://html.spec.whatwg.org/#find-a-potential-indicated-element). */
function hasAnchor(ids: ReadonlySet<string>, anchor: string): boolean {
  return anchor === '' || ids.has(anchor) || ids.has(fromPercent(anchor));
}

function partsOf(text: string): string[] {
  return text === '' ? [] : text.split('\0');
}

function addressOf(path: string): string {
  return path.replace(/index\.html$/, '');
}
