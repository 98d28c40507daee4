import type { Plugin } from 'vite';

/** The oldest browser in which everything works. */
const OLDEST_BROWSER = 'chrome86';
/** The language of every script that is published; what is newer is written out. */
export const LANGUAGE = 'es2020';

/**
 * How scripts and styles for the browser are built. Astro ignores the configured target for scripts (`target: 'esnext'` in its
 * vite-build-config), so it is set again here, for the browser only. Scripts contain each other's names, so names are short: a hash.
 */
export function clientBuild(): Plugin[] {
  const names = '_astro/[hash].js';
  return [
    {
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
                rolldownOptions: { output: { entryFileNames: names, chunkFileNames: names } },
              },
            }
          : null,
    },
    lightImports(),
  ];
}

/** Vite's own name of its plugin that puts a helper around every `import()`. */
const PRELOADING = 'builtin:vite-build-import-analysis';

/**
 * Leaves `import()` in scripts as it is written. Vite has each wait for a helper that preloads styles and dependencies, and no setting leaves
 * it out (https://github.com/vitejs/vite/issues/18551); no script here has styles of its own, and without the helper every page is 0.8 kB and
 * one request lighter. Should Vite give its plugin another name, the helper comes back and nothing breaks.
 */
function lightImports(): Plugin {
  return {
    name: 'zhixing-light-imports',
    applyToEnvironment: ({ name }) => name === 'client',
    options: ({ plugins, ...options }) => ({
      ...options,
      plugins: [plugins]
        .flat()
        .filter((plugin) => !(plugin && 'name' in plugin && plugin.name === PRELOADING)),
    }),
  };
}
