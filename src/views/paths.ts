import { frameOf, type Framed } from './frame.ts';
import { getSite, pagesOf } from './get-site.ts';
import { keyOf } from './page-key.ts';
import type { PageKind } from './page.ts';
import { paramsFrom } from './route-params.ts';

/** A page of a route for Astro: its parameters, its props, and a digest of them. */
export interface StaticPath<Props> {
  params: Record<string, string | undefined>;
  props: Framed<Props>;
  cacheKey: string;
}

/** The paths of a route's pages, for its `getStaticPaths`. */
export async function pathsOf<Props extends object>(kind: PageKind<Props>): Promise<StaticPath<Props>[]> {
  const frame = frameOf(await getSite());
  const frameKey = keyOf(frame);
  const paramsOf = paramsFrom(kind.route);
  return (await pagesOf(kind)).map(({ address, props }) => {
    return { params: paramsOf(address), props: { ...props, frame }, cacheKey: keyOf({ props, frameKey }) };
  });
}

/** The props of a route's only page. */
export async function propsOf<Props extends object>(kind: PageKind<Props>): Promise<Framed<Props>> {
  const [page] = await pagesOf(kind);
  if (!page) throw new Error(`no page ${kind.route}`);
  return { ...page.props, frame: frameOf(await getSite()) };
}
