import type { AstroIntegration } from 'astro';
import { onContent } from './current-content.ts';

/**
 * Lets `dev` show other content as soon as it is kept: Astro is told to ask for paths and their data anew, as after a change of its own
 * store (`invalidateDataStore` in its vite-plugin-content-virtual-mod), and open pages load again.
 */
export function showEdits(): AstroIntegration {
  return {
    name: 'zhixing-show-edits',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { client, ...rendering } = server.environments;
        onContent(() => {
          for (const { hot } of Object.values(rendering)) hot.send('astro:content-changed', {});
          client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}
