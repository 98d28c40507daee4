import { pageCss } from '../../papers/page-css.ts';
import type { PageFormat } from '../../papers/page-format.ts';
import { formatStyles } from '../../views/page-formats.ts';
import { pathsOf } from '../../views/paths.ts';

export const getStaticPaths = () => pathsOf(formatStyles);

/** One page format, for pages that print as papers themselves. */
export function GET({ props: { format } }: { props: { format: PageFormat } }): Response {
  return new Response(`${pageCss([format])}\n`, { headers: { 'content-type': 'text/css; charset=utf-8' } });
}
