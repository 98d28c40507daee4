import { askedFormat } from '../../../papers/asked-format.ts';
import { SAMPLE_FORMAT } from '../../../papers/forms/essay-call.ts';
import { pageCss } from '../../../papers/page-css.ts';
import type { Essay } from '../../../site/essays.ts';
import { essayFormats } from '../../../views/essays.ts';
import { pathsOf } from '../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(essayFormats);

/** The page format that this call asks for. */
export function GET({ props: { essay } }: { props: { essay: Essay } }): Response {
  return new Response(`${pageCss([askedFormat(SAMPLE_FORMAT, essay.title, essay.format ?? {})])}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
