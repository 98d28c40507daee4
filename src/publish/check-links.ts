import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { tagsOf } from '../domain/site-references.ts';

/** A link of the built site that leads nowhere. */
export interface DeadLink {
  /** Address of the page that holds it. */
  page: string;
  target: string;
  reason: string;
}

interface Page {
  ids: Set<string>;
  targets: string[];
}

/** The links of a built site that lead nowhere, and how many pages it has. */
export interface CheckedLinks {
  dead: DeadLink[];
  pages: number;
}

/** Follows every link, picture and anchor inside a built site; `basePath` begins and ends with a slash. */
export async function checkLinks(siteDir: string, basePath: string): Promise<CheckedLinks> {
  const files = new Set<string>();
  const pages = new Map<string, Page>();
  for (const file of await readdir(siteDir, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = posix.join('/', posix.relative(toPosix(siteDir), toPosix(join(file.parentPath, file.name))));
    files.add(path);
    if (path.endsWith('.html'))
      pages.set(addressOf(path), readPage(await readFile(join(siteDir, path), 'utf8')));
  }
  const dead = [...pages]
    .flatMap(([page, { targets }]) =>
      [...new Set(targets)].flatMap((target) => {
        const reason = problemOf(target, page, { files, pages, basePath });
        return reason ? [{ page, target, reason }] : [];
      }),
    )
    .sort((a, b) => (a.page + a.target < b.page + b.target ? -1 : 1));
  return { dead, pages: pages.size };
}

function readPage(html: string): Page {
  const page: Page = { ids: new Set(), targets: [] };
  for (const { attributes } of tagsOf(html)) {
    const [id, href, src] = ['id', 'href', 'src'].map((name) => attributes.get(name));
    if (id !== undefined) page.ids.add(id);
    if (href !== undefined) page.targets.push(href);
    if (src !== undefined) page.targets.push(src);
  }
  return page;
}

function problemOf(
  target: string,
  page: string,
  { files, pages, basePath }: { files: Set<string>; pages: Map<string, Page>; basePath: string },
): string | undefined {
  if (target === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return undefined;
  const url = new URL(target, `http://site${basePath}${page.slice(1)}`);
  if (!url.pathname.startsWith(basePath)) return '不在网站的路径之内';
  const path = decoded(`/${url.pathname.slice(basePath.length)}`);
  const found = pages.get(path);
  if (!found && !files.has(path)) return '没有这个页面或文件';
  const anchor = url.hash.slice(1);
  // As browsers look for it: as it is written first, then decoded (https://html.spec.whatwg.org/#find-a-potential-indicated-element).
  const isThere = !found || anchor === '' || found.ids.has(anchor) || found.ids.has(decoded(anchor));
  return isThere ? undefined : '页面里没有这个位置';
}

function addressOf(path: string): string {
  return path.replace(/index\.html$/, '');
}

/** The text that a percent-encoded one stands for; one that stands for none is left as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
