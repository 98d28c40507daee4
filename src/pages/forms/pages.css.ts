import { getCatalog } from '../../catalog/library.ts';
import { askedFormat } from '../../print/asked-format.ts';
import { pageCss } from '../../print/page-css.ts';
import { formatsWith, OFFICIAL } from '../../print/page-format.ts';
import { utilityCss } from '../../print/utility-css.ts';

/** The page formats as a style sheet: named pages, their numbers and stamps, and what their classes measure. */
export async function GET(): Promise<Response> {
  const { site } = await getCatalog();
  const asked = site.print?.format;
  const official = asked ? askedFormat(OFFICIAL.id, OFFICIAL.name, asked) : OFFICIAL;
  return new Response(`${pageCss(formatsWith(official))}\n${utilityCss()}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
