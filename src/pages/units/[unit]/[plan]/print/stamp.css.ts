import { stampProperties, type StampLines } from '../../../../../domain/forms/stamp.ts';
import { packStamps } from '../../../../../views/packs.ts';
import { pathsOf } from '../../../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(packStamps);

/** What the feet of the pages of this pack say; a script adds the day of printing. */
export function GET({ props: { lines } }: { props: { lines: StampLines } }): Response {
  const properties = stampProperties(lines).map(([name, value]) => `${name}: ${value};`);
  return new Response(`:root { ${properties.join(' ')} }\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
