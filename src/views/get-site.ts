import { currentContent, oncePerContent } from '../loader/current-content.ts';
import { resolveShown } from '../site/resolve-site.ts';
import type { ResolvedSite } from '../site/site.ts';
import type { Page, PageKind } from './page.ts';

const resolved = oncePerContent(() => ({
  site: resolveShown(currentContent()),
  pages: new Map<PageKind, Promise<readonly Page[]>>(),
}));

/** The site that this build renders; after an edit in `dev`, the site as it is then. */
export function getSite(): Promise<ResolvedSite> {
  return Promise.resolve(resolved().site);
}

/** The pages of a kind, worked out once. */
export function pagesOf<Props extends object>(kind: PageKind<Props>): Promise<readonly Page<Props>[]> {
  const { site, pages } = resolved();
  const known = pages.get(kind as unknown as PageKind) as Promise<readonly Page<Props>[]> | undefined;
  if (known) return known;
  const worked = Promise.resolve(kind.pages(site));
  pages.set(kind as unknown as PageKind, worked);
  return worked;
}
