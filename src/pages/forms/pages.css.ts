import { pageCss } from '../../papers/page-css.ts';
import { utilityCss } from '../../papers/utility-css.ts';
import { allFormatStyles } from '../../views/page-formats.ts';
import { propsOf } from '../../views/paths.ts';

/** All page formats as a style sheet, for pages of sheets: named pages, their numbers and stamps, and what their classes measure. */
export async function GET(): Promise<Response> {
  const { formats } = await propsOf(allFormatStyles);
  return new Response(`${pageCss(formats)}\n${utilityCss()}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
