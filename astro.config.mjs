import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readSettings } from './src/source/settings.ts';

const { basePath, outDir, siteUrl } = readSettings(process.env, import.meta.dirname);

export default defineConfig({
  site: siteUrl,
  base: basePath,
  outDir,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  integrations: [mdx()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  server: { port: 4321 },
  vite: {
    build: { target: 'chrome86', cssTarget: 'chrome86', assetsInlineLimit: 0 },
  },
});
