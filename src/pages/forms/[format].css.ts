import type { APIRoute, GetStaticPaths } from 'astro';
import { pageFormats } from '../../catalog/page-formats.ts';
import { pageCss } from '../../print/page-css.ts';
import type { PageFormat } from '../../print/page-format.ts';

export const getStaticPaths = (async () =>
  (await pageFormats()).map((format) => ({
    params: { format: format.id },
    props: { format },
  }))) satisfies GetStaticPaths;

/** One page format, for pages that print as papers themselves. */
export const GET: APIRoute<{ format: PageFormat }> = ({ props: { format } }) =>
  new Response(`${pageCss([format])}\n`, { headers: { 'content-type': 'text/css; charset=utf-8' } });
