import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { showEdits } from './src/loader/show-edits.ts';
import { clientBuild } from './src/publish/client-build.ts';
import { showMedia } from './src/publish/dev-media.ts';
import { searchLastBuild } from './src/publish/dev-search.ts';
import { pageCache } from './src/publish/page-cache.ts';
import { preloadImports } from './src/publish/preload-imports.ts';
import { readSettings } from './src/source/settings.ts';

// `dev` shows drafts unless told otherwise.
if (process.argv.includes('dev')) process.env.DRAFTS ??= '1';

// Told by `npm run build`: which pages are printed already.
const pages = process.env.PAGE_CACHE;
const { basePath, contentDir, outDir, siteUrl } = readSettings(process.env, import.meta.dirname);

export default defineConfig({
  site: siteUrl,
  base: basePath,
  outDir,
  // Content is kept in the cache between loading and rendering: two builds at once need two of them.
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
  // Pages wait for the disk most of their time: several at once halve that.
  build: { inlineStylesheets: 'never', concurrency: 8 },
  server: { port: 4321 },
  vite: {
    plugins: [clientBuild()],
    build: { assetsInlineLimit: 0 },
  },
});
