import { cssString } from '../../../../../domain/forms/stamp.ts';
import { packStamps } from '../../../../../views/packs.ts';
import { pathsOf } from '../../../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(packStamps);

/** What the foot of every page of this pack says; a script adds the day of printing. */
export function GET({ props: { lines } }: { props: { lines: readonly string[] } }): Response {
  return new Response(`:root { --stamp: ${cssString(lines)}; }\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
