import { pageCss } from '../../print/page-css.ts';
import { FORMATS } from '../../print/page-format.ts';
import { utilityCss } from '../../print/utility-css.ts';

/** The page formats as a style sheet: named pages, their numbers and stamps, and what their classes measure. */
export function GET(): Response {
  return new Response(`${pageCss(FORMATS)}\n${utilityCss()}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
