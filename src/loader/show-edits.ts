import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import type { Edits } from '../site/edits.ts';
import { LEFT_ALONE } from '../source/content-files.ts';
import { LOADER, type Asked, type ReadEdits } from './edited.ts';

/** The module in which pages find what has changed since `dev` began. */
const EDITS = fileURLToPath(new URL('../views/dev-edits.ts', import.meta.url)).replaceAll('\\', '/');
/** Editors save a file in several steps, which come within so many milliseconds. */
const TOGETHER = 20;

/**
 * Shows edits of the content in `dev`: pages are given what has changed since it was stored, and open ones load again. Storing ten thousand
 * entries anew for each edit would take longer than reading them.
 */
export function showEdits(contentDir: string): AstroIntegration {
  let edits: Edits | undefined;
  let read: ReadEdits | undefined;
  let learn: () => Promise<void> = () => Promise.resolve();
  const plugin: Plugin = {
    name: 'zhixing-edits',
    apply: 'serve',
    enforce: 'pre',
    load: (id) => (edits && id === EDITS ? codeOf(edits) : undefined),
  };
  return {
    name: 'zhixing-show-edits',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const files = new Set<string>();
        let soon: NodeJS.Timeout | undefined;
        let showing = Promise.resolve();
        learn = async () => {
          const asked: Asked = { tell: (known) => (read = known) };
          await refreshContent?.({ loaders: [LOADER], context: { ...asked } });
        };
        const show = async (): Promise<void> => {
          // Astro passes it over while it looks whether its own configuration has changed, as it does after any edit.
          if (!read) await learn();
          if (!read) return showSoon();
          const some = [...files];
          files.clear();
          edits = await read(some);
          reloadPages(server);
        };
        const showSoon = () => {
          clearTimeout(soon);
          soon = setTimeout(() => {
            showing = showing.then(show).catch((error: unknown) => logger.error(String(error)));
          }, TOGETHER);
        };
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, path) => {
          const file = relative(contentDir, path).replaceAll('\\', '/');
          // What the desk keeps for itself is no content.
          if (file.split('/').some((part) => LEFT_ALONE.test(part))) return;
          files.add(file);
          showSoon();
        });
      },
      // The first edit has not to wait for it.
      'astro:server:start': ({ logger }) => {
        learn().catch((error: unknown) => logger.error(String(error)));
      },
    },
  };
}

/** A module that holds edits: words of the content stay a text in it, of which nothing is run. */
function codeOf(edits: Edits): string {
  return `export const edits = JSON.parse(${JSON.stringify(JSON.stringify(edits))});`;
}

/** Has all pages made anew of what is known now. */
function reloadPages({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments)) {
    const module = moduleGraph.getModuleById(EDITS);
    if (module) moduleGraph.invalidateModule(module, new Set(), Date.now(), true);
  }
  environments.client.hot.send({ type: 'full-reload', path: '*' });
}
