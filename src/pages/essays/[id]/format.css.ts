import type { APIRoute, GetStaticPaths } from 'astro';
import { getEssays, type Essay } from '../../../catalog/essays.ts';
import { askedFormat } from '../../../print/asked-format.ts';
import { SAMPLE_FORMAT } from '../../../print/forms/essay-call.ts';
import { pageCss } from '../../../print/page-css.ts';

export const getStaticPaths = (async () =>
  (await getEssays())
    .filter(({ format }) => format !== undefined)
    .map((essay) => ({ params: { id: essay.id }, props: { essay } }))) satisfies GetStaticPaths;

/** The page format that this call asks for. */
export const GET: APIRoute<{ essay: Essay }> = ({ props: { essay } }) =>
  new Response(`${pageCss([askedFormat(SAMPLE_FORMAT, essay.title, essay.format ?? {})])}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
