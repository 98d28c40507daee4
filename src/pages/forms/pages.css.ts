import { pageFormats } from '../../catalog/page-formats.ts';
import { pageCss } from '../../print/page-css.ts';
import { utilityCss } from '../../print/utility-css.ts';

/** All page formats as a style sheet, for pages of sheets: named pages, their numbers and stamps, and what their classes measure. */
export async function GET(): Promise<Response> {
  return new Response(`${pageCss(await pageFormats())}\n${utilityCss()}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
