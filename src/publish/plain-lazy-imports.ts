import type { Plugin } from 'vite';

/** Vite's own name of its helper (`preloadHelperId` in vite:build-import-analysis). */
const HELPER = '\0vite/preload-helper.js';
const PLAIN = '(load) => load();';
/** A lazy import as Vite wraps it; what stands for its dependencies is filled in later. */
const WRAPPED = /\b__vitePreload\(\(\) => ((?:(?!__VITE_PRELOAD__)[^])*), __VITE_PRELOAD__\)/g;
/** The helper as a chunk takes it from another chunk, where several scripts share it. */
const SHARED = /import \{ \w+ as (\w+) \} from "[^"]*\/preload-helper\.[^"]*";/;

/**
 * Leaves `import()` in the browser's scripts as it is. Vite wraps it in a helper that preloads styles and dependencies; no script
 * here has styles of its own, and without the helper every page is 0.8 kB and one request lighter.
 */
export function plainLazyImports(): Plugin {
  return {
    name: 'zhixing-plain-lazy-imports',
    enforce: 'pre',
    config: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
    load: (id) => (id === HELPER ? `export const __vitePreload = ${PLAIN}` : undefined),
    renderChunk: (code) => {
      const plain = code.replace(SHARED, `const $1 = ${PLAIN}`).replace(WRAPPED, '$1');
      return plain === code ? null : { code: plain, map: null };
    },
  };
}
