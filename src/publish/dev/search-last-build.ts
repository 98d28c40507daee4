import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { BUNDLE_FOLDER } from '../../domain/search/bundle-page.ts';
import { INDEX_FOLDER } from '../../domain/search/manifest.ts';
import { sendIfThere } from '../serving/answer.ts';
import { targetOf } from '../serving/target.ts';

/** Lets `dev` search what the last build found: rendering pages anew does not make a new index. */
export function searchLastBuild(outDir: string): AstroIntegration {
  return {
    name: 'zhixing-search-last-build',
    hooks: {
      'astro:server:setup': ({ server }) => {
        for (const folder of [INDEX_FOLDER, BUNDLE_FOLDER]) {
          const inside = join(outDir, folder);
          server.middlewares.use(`/${folder.slice(0, -1)}`, (request, response, next) => {
            const target = targetOf(request.url ?? '', '/');
            if (target.kind !== 'file') next();
            else
              sendIfThere(inside, target.parts, request, response).then((isSent) => isSent || next(), next);
          });
        }
      },
    },
  };
}
