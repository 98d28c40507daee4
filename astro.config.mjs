import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { clientBuild } from './src/publish/render/client-build.ts';
import { pageCache } from './src/publish/render/page-cache.ts';
import { preloadImports } from './src/publish/render/preload-imports.ts';
import { readSettings } from './src/source/settings.ts';

const isDev = process.argv.includes('dev');
// `dev` shows drafts unless told otherwise.
if (isDev) process.env.DRAFTS ??= '1';

// Set by `npm run build`: which pages are rendered already.
const pages = process.env.PAGE_CACHE;
const { basePath, contentDir, outDir, siteUrl } = readSettings(process.env, import.meta.dirname);

/** What only `dev` does, which reads more code than a build needs. */
async function forDev() {
  const { showEdits } = await import('./src/loader/show-edits.ts');
  const { showMedia } = await import('./src/publish/dev/show-media.ts');
  const { searchLastBuild } = await import('./src/publish/dev/search-last-build.ts');
  return [searchLastBuild(outDir), showMedia({ basePath, contentDir }), showEdits(contentDir)];
}

export default defineConfig({
  site: siteUrl,
  base: basePath,
  outDir,
  // Astro passes content from loading to rendering through its cache folder: each build needs its own.
  cacheDir: process.env.ASTRO_CACHE_DIR || 'node_modules/.astro',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  integrations: [
    mdx(),
    ...(isDev ? await forDev() : []),
    preloadImports('search/index.html', basePath),
    ...(pages ? [pageCache(JSON.parse(pages), { basePath, outDir })] : []),
  ],
  devToolbar: { enabled: false },
  // Rendering mostly waits for the disk: several pages at once halve that.
  build: { inlineStylesheets: 'never', concurrency: 8 },
  server: { port: 4321 },
  vite: {
    plugins: [clientBuild()],
    build: { assetsInlineLimit: 0 },
  },
});
