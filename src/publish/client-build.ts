import type { Plugin } from 'vite';

/** The oldest browser in which everything works. */
const OLDEST_BROWSER = 'chrome86';
/** The language of every script that is published; what is newer is written out. */
export const LANGUAGE = 'es2020';

/**
 * How scripts and styles for the browser are written. Astro builds scripts for the newest browsers whatever the configuration says
 * (`target: 'esnext'` in its vite-build-config), so it is told once more here; what runs at build time need not be old. Scripts name one
 * another, and names weigh: a hash will do.
 */
export function clientBuild(): Plugin {
  const names = '_astro/[hash].js';
  /** `plain-lazy-imports.ts` knows Vite's helper by its name. */
  const chunkFileNames = ({ name }: { name: string }) =>
    name === 'preload-helper' ? '_astro/[name].[hash].js' : names;
  return {
    name: 'zhixing-client-build',
    config: () => ({
      build: { cssTarget: OLDEST_BROWSER },
      // One file without imports, for browsers that know no modules in workers.
      worker: { format: 'iife', rolldownOptions: { output: { entryFileNames: names } } },
    }),
    configEnvironment: (environment) =>
      environment === 'client'
        ? {
            build: {
              target: LANGUAGE,
              cssTarget: OLDEST_BROWSER,
              rolldownOptions: { output: { entryFileNames: names, chunkFileNames } },
            },
          }
        : null,
  };
}
