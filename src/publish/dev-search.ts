import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { sendIfThere } from './serving/answer.ts';
import { targetOf } from './serving/target.ts';

/** Lets `dev` search what the last build found: rendering pages anew does not make a new index. */
export function searchLastBuild(outDir: string): AstroIntegration {
  const folder = join(outDir, 'pagefind');
  return {
    name: 'zhixing-search-last-build',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/pagefind', (request, response, next) => {
          const target = targetOf(request.url ?? '', '/');
          if (target.kind !== 'file') next();
          else sendIfThere(folder, target.parts, request, response).then((isSent) => isSent || next(), next);
        });
      },
    },
  };
}
