import { DOCX } from '../../../ooxml/media-types.ts';
import { essayPapers } from '../../../views/essay-papers.ts';
import { essayTemplates, type TemplateView } from '../../../views/essays.ts';
import { pathsOf } from '../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(essayTemplates);

/** The template of a call with its cover sheet, filled for one unit. */
export function GET({ props: { essay, asked } }: { props: TemplateView }): Response {
  const file = essayPapers(essay, asked.unit, asked.result);
  return new Response(new Uint8Array(file), { headers: { 'content-type': DOCX } });
}
