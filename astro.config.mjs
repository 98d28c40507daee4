import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { showEdits } from './src/loader/show-edits.ts';
import { clientBuild } from './src/publish/render/client-build.ts';
import { showMedia } from './src/publish/dev/show-media.ts';
import { searchLastBuild } from './src/publish/dev/search-last-build.ts';
import { pageCache } from './src/publish/render/page-cache.ts';
import { preloadImports } from './src/publish/render/preload-imports.ts';
import { readSettings } from './src/source/settings.ts';

// `dev` shows drafts unless told otherwise.
if (process.argv.includes('dev')) process.env.DRAFTS ??= '1';

// Set by `npm run build`: which pages are rendered already.
const pages = process.env.PAGE_CACHE;
const { basePath, contentDir, outDir, siteUrl } = readSettings(process.env, import.meta.dirname);

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
    searchLastBuild(outDir),
    showMedia({ basePath, contentDir }),
    showEdits(contentDir),
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
