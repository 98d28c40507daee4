import type { APIContext } from 'astro';
import { essayPapers } from '../../../catalog/essay-papers.ts';
import { getEssays, type Essay } from '../../../catalog/essays.ts';
import { DOCX } from '../../../office/media-types.ts';

interface Props {
  essay: Essay;
  asked: Essay['asked'][number];
}

export async function getStaticPaths() {
  const essays = await getEssays();
  return essays.flatMap((essay) =>
    essay.asked.map((asked) => ({ params: { id: essay.id, unit: asked.unit.id }, props: { essay, asked } })),
  );
}

/** The template of a call with its cover sheet, filled for one unit. */
export function GET({ props: { essay, asked } }: APIContext<Props>) {
  const file = essayPapers(essay, asked.unit, asked.result);
  return new Response(new Uint8Array(file), { headers: { 'content-type': DOCX } });
}
