import { getCollection } from 'astro:content';
import { COLLECTION_NAMES, type CollectionName } from '../schemas/collections.ts';
import { withEdits } from '../site/edits.ts';
import { readBodies } from '../site/read-bodies.ts';
import { resolveShown } from '../site/resolve-site.ts';
import type { ResolvedSite } from '../site/site.ts';
import { fromStore, type StoredContent, type StoredItem } from '../site/stored-content.ts';
import { entryPaths } from '../source/entry-paths.ts';
import { edits } from './dev-edits.ts';
import type { Page, PageKind } from './page.ts';
import { settings } from './settings.ts';

/** A site, and the pages of it that have been asked for. */
interface WorkedSite {
  site: ResolvedSite;
  pages: Map<PageKind, Promise<readonly Page[]>>;
}

const { fileOf } = entryPaths(settings.contentDir, process.cwd());

let known: { of: StoredContent['site']; worked: Promise<WorkedSite> } | undefined;

/** The site that this build renders, from the collections of `content.config.ts`; after an edit in `dev`, the site as it is then. */
export async function getSite(): Promise<ResolvedSite> {
  return (await workedSite()).site;
}

/** The pages of a kind, worked out once. */
export async function pagesOf<Props extends object>(kind: PageKind<Props>): Promise<readonly Page<Props>[]> {
  const { site, pages } = await workedSite();
  const earlier = pages.get(kind as unknown as PageKind) as Promise<readonly Page<Props>[]> | undefined;
  if (earlier) return earlier;
  const worked = Promise.resolve(kind.pages(site));
  pages.set(kind as unknown as PageKind, worked);
  return worked;
}

async function workedSite(): Promise<WorkedSite> {
  const [entry] = await getCollection('site');
  if (!entry) throw new Error('no content has been loaded');
  if (known?.of !== entry.data) known = { of: entry.data, worked: workOut(entry.data) };
  return known.worked;
}

async function workOut(site: StoredContent['site']): Promise<WorkedSite> {
  const isFilled = new Set(site.filled);
  // Astro warns of an empty collection that is asked for.
  const lists = COLLECTION_NAMES.map(async (name) => [name, isFilled.has(name) ? await itemsOf(name) : []]);
  const items = Object.fromEntries(await Promise.all(lists)) as StoredContent['items'];
  const stored = edits ? withEdits({ site, items }, edits) : { site, items };
  const bodies = await readBodies(Object.values(stored.items).flat(), settings.contentDir, edits?.bodies);
  return { site: resolveShown(fromStore(stored, bodies)), pages: new Map() };
}

async function itemsOf(name: CollectionName): Promise<StoredItem[]> {
  const entries = await getCollection(name);
  return entries.map(({ id, data, filePath = '', digest = '' }) => {
    return { id, file: fileOf(filePath), fields: data, digest: String(digest) };
  });
}
