import { ALL_PAGES } from './all-pages.ts';
import { pagesOf } from './get-site.ts';
import type { Page, PageKind } from './page.ts';

/** An address of the sitemap; `lastmod` is a day of the content, never of the build. */
export type SitemapPage = Pick<Page, 'address' | 'lastmod'>;

/** What a file of the sitemap holds. */
export interface SitemapView {
  pages: readonly SitemapPage[];
}

/** Most addresses that one sitemap file may hold (sitemaps.org). */
const MOST_IN_A_FILE = 50_000;

export const sitemapFiles: PageKind<SitemapView> = {
  route: '/sitemap-[number].xml',
  pages: async () => {
    const pages = await pagesToTell();
    const files = Array.from({ length: Math.ceil(pages.length / MOST_IN_A_FILE) }, (_, index) =>
      pages.slice(index * MOST_IN_A_FILE, (index + 1) * MOST_IN_A_FILE),
    );
    return files.map((some, index) => ({ address: `/sitemap-${index}.xml`, props: { pages: some } }));
  },
};

/** The pages that search engines are told of, in the order of their kinds. */
async function pagesToTell(): Promise<SitemapPage[]> {
  const kinds = await Promise.all(
    ALL_PAGES.map(async (kind) => {
      if (!kind.isInSitemap) return [];
      return (await pagesOf(kind)).filter((page) => kind.isInSitemap?.(page));
    }),
  );
  return kinds.flat().map(({ address, lastmod }) => ({ address, lastmod }));
}
