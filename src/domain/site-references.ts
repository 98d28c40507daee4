/** A tag, whose attributes may hold angle brackets; a script together with all that it holds. */
const TAG =
  /<(?:(script)(?![a-z0-9-])((?:"[^"]*"|'[^']*'|[^"'>])*)>[^]*?<\/script>|([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>)/gi;
const OPENING = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>/;
const ATTRIBUTE = /\s([a-z][a-z0-9-]*)="([^"]*)"/gi;
const IN_SCRIPT = /\b(?:from|import)\s*["']([^"'\n]+)["']/g;
const LATER_IN_SCRIPT = /\bimport\s*\(\s*["'`]([^"'`\n]+)["'`]/g;
const IN_STYLES = /(?:\burl\(\s*|@import\s+)["']?([^"')\s]+)/g;
const SITE = 'http://site';

/** An element of a page as its opening tag gives it. */
export interface Tag {
  name: string;
  /** Quoted attributes as they are meant: `&amp;` is `&`. */
  attributes: Map<string, string>;
}

/** The opening tags of a page in their order. What stands in a script is not looked at. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(TAG)].map(([, script, inScript, name, inTag]) => ({
    name: (script ?? name ?? '').toLowerCase(),
    attributes: new Map(
      [...(inScript ?? inTag ?? '').matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        decodeEntities(value),
      ]),
    ),
  }));
}

/** A page with each of its tags as `change` makes it, without those that it makes nothing of. What stands in a script stays as it is. */
export function rewriteTags(html: string, change: (tag: Tag) => Tag | undefined): string {
  return html.replace(TAG, (source) => {
    const [opening = ''] = OPENING.exec(source) ?? [];
    const [tag] = tagsOf(opening);
    const changed = tag && change(tag);
    return tag && changed ? written(opening, tag, changed) + source.slice(opening.length) : '';
  });
}

function written(opening: string, before: Tag, after: Tag): string {
  const kept = opening.replace(ATTRIBUTE, (source: string, name: string) => {
    const value = after.attributes.get(name.toLowerCase());
    if (value === undefined) return '';
    return value === before.attributes.get(name.toLowerCase())
      ? source
      : ` ${name}="${encodeEntities(value)}"`;
  });
  const added = [...after.attributes]
    .filter(([name]) => !before.attributes.has(name))
    .map(([name, value]) => ` ${name}="${encodeEntities(value)}"`);
  return kept.replace(/\s*\/?>$/, (end) => added.join('') + end);
}

/** Which files to return: those that a page needs to be shown, or also those that it loads on demand. */
export type Need = 'shown' | 'all';

/**
 * Site-relative addresses of the files that a page, script or stylesheet asks for itself: styles, scripts, pictures; for all, also the
 * files of the office that it links to. What those ask for
 * in turn is found by asking again with them. `at` is its own address; `base` begins and ends with a slash. Other sites are left out.
 */
export function neededBy(text: string, at: string, base: string, need: Need): string[] {
  const needed = referencesIn(text, at, need).flatMap((target) => siteAddress(target, at, base) ?? []);
  return [...new Set(need === 'all' ? [...needed, ...attachmentsOf(text, at, base)] : needed)];
}

/** Addresses of the files that an office publishes beside its pages. */
export const MEDIA = '/media/';

/** The files of the office to which a page has links. */
function attachmentsOf(page: string, at: string, base: string): string[] {
  if (!isPage(at)) return [];
  return tagsOf(page)
    .flatMap(({ name, attributes }) => (name === 'a' ? (attributes.get('href') ?? []) : []))
    .flatMap((target) => siteAddress(target, at, base) ?? [])
    .filter((address) => address.startsWith(MEDIA));
}

function isPage(at: string): boolean {
  return /(\/|\.html)$/.test(at);
}

/** The address within the site that a reference stands for, without query and anchor; `undefined` outside of the site. */
export function siteAddress(target: string, at: string, base: string): string | undefined {
  const url = parsed(target, SITE + base + at.slice(1));
  if (url?.origin !== SITE || !url.pathname.startsWith(base)) return undefined;
  return `/${url.pathname.slice(base.length)}`;
}

// `URL.canParse` is younger than the oldest browser that runs this.
function parsed(target: string, from: string): URL | undefined {
  try {
    return new URL(target, from);
  } catch {
    return undefined;
  }
}

/** Addresses of a list of sizes (`a.png 1x, b.png 2x`). */
function sizesIn(list: string | undefined): string[] {
  return [...(list ?? '').matchAll(/(\S*[^\s,])(?:\s[^,]*)?(?:,|$)/g)].map(([, address = '']) => address);
}

/** Addresses in a tag from which something is shown in the page: pictures in any size, films, what styles of its own name. */
export function shownBy({ name, attributes }: Tag): string[] {
  return [
    attributes.get('src'),
    attributes.get('poster'),
    name === 'object' ? attributes.get('data') : undefined,
    ...sizesIn(attributes.get('srcset')),
    ...sizesIn(attributes.get('imagesrcset')),
    ...matchesOf(IN_STYLES, attributes.get('style') ?? ''),
  ].filter((address) => address !== undefined && address !== '') as string[];
}

function referencesIn(text: string, at: string, need: Need): string[] {
  if (at.endsWith('.css')) return matchesOf(IN_STYLES, text).filter((target) => !target.startsWith('data:'));
  if (at.endsWith('.js')) {
    const later = need === 'all' ? matchesOf(LATER_IN_SCRIPT, text) : [];
    return [...matchesOf(IN_SCRIPT, text), ...later].filter((target) => target.startsWith('.'));
  }
  return isPage(at) ? tagsOf(text).flatMap((tag) => askedBy(tag, need)) : [];
}

/** What a tag makes the browser fetch. Links of the head other than styles and icon name pages, they show nothing. */
function askedBy(tag: Tag, need: Need): string[] {
  const { name, attributes } = tag;
  const isShownLink = name === 'link' && ['stylesheet', 'icon'].includes(attributes.get('rel') ?? '');
  return [
    ...shownBy(tag),
    isShownLink ? attributes.get('href') : undefined,
    need === 'all' ? attributes.get('data-styles') : undefined,
  ].filter((target) => target !== undefined && target !== '') as string[];
}

function matchesOf(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, target = '']) => target);
}

/** The text that the character references in a piece of markup stand for. */
function decodeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function encodeEntities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
