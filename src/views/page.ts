import type { ResolvedSite } from '../site/site.ts';

/** A page or file of the site: its address and its props. */
export interface Page<Props extends object = object> {
  /** Site-relative, without the base path: `/speeches/mid-year/`, `/units/center.ics`. */
  address: string;
  /** Plain data: strings, numbers, lists and records. Nothing else reaches the page. */
  props: Props;
  /** The day of its newest content, for the sitemap; `undefined` where none is known. */
  lastmod?: string | undefined;
}

/** Pages of one kind: the route that renders them, and the props of each, made from the site. */
export interface PageKind<Props extends object = object> {
  /** The route as `src/pages` names it: `/speeches/[id]/`. */
  route: string;
  pages(site: ResolvedSite): readonly Page<Props>[] | Promise<readonly Page<Props>[]>;
  /** Which of its pages search engines are told of; none where left out. */
  isInSitemap?(page: Page<Props>): boolean;
  /** Whether every unit's pack holds its pages. */
  isInEveryPack?: boolean;
  /** Words of its link in the footer, where it is the only page of its kind. */
  footer?: string;
}

/** A kind with a single page. */
export function onlyPage<Props extends object>(
  address: string,
  view: (site: ResolvedSite) => Props | Promise<Props>,
  more: Omit<PageKind<Props>, 'route' | 'pages'> & {
    lastmod?: (site: ResolvedSite) => string | undefined;
  } = {},
): PageKind<Props> {
  const { lastmod, ...kind } = more;
  return {
    ...kind,
    route: address,
    pages: async (site) => [{ address, props: await view(site), lastmod: lastmod?.(site) }],
  };
}
