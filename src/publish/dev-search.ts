import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** Lets `dev` search what the last build found: rendering pages anew does not make a new index. */
export function searchLastBuild(outDir: string): AstroIntegration {
  return {
    name: 'zhixing-search-last-build',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/pagefind', sirv(join(outDir, 'pagefind'), { dev: true }));
      },
    },
  };
}
