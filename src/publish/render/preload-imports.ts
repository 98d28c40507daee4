import { readFile, rm, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Manifest, Plugin } from 'vite';

/** Where Vite puts its list of what it built (`build.manifest`), until it has been read. Astro removes one in Vite's usual place. */
const LIST = 'scripts.json';
const HEAD_END = '</head>';

/**
 * Names in the head of one page the scripts that its own scripts import, so that the browser asks for all of them at once:
 * otherwise it learns of them only when the first have come, a journey to the server later. `page` is the page's file, `basePath`
 * begins and ends with a slash.
 */
export function preloadImports(page: string, basePath: string): AstroIntegration {
  return {
    name: 'zhixing-preload-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [listScripts()] } });
      },
      'astro:build:done': async ({ dir }) => {
        const list = new URL(LIST, dir);
        const manifest = JSON.parse(await readFile(list, 'utf8')) as Manifest;
        await rm(list);
        const file = new URL(page, dir);
        const html = await readFile(file, 'utf8');
        const links = importedFiles(html, basePath, manifest).map(
          (imported) => `<link rel="modulepreload" href="${basePath}${imported}">`,
        );
        await writeFile(file, html.replace(HEAD_END, links.join('') + HEAD_END));
      },
    },
  };
}

/** Has Vite list the scripts for the browser: Astro asks for no list. */
function listScripts(): Plugin {
  return {
    name: 'zhixing-list-scripts',
    configEnvironment: (environment) => (environment === 'client' ? { build: { manifest: LIST } } : null),
  };
}

/** Files of the scripts that the scripts of a page import, directly or not, sorted; those that the page names itself are left out. */
export function importedFiles(html: string, basePath: string, manifest: Manifest): string[] {
  const isNamed = (file: string) => html.includes(`src="${basePath}${file}"`);
  const reached = new Set(Object.keys(manifest).filter((key) => isNamed(manifest[key]?.file ?? '')));
  for (const key of reached) manifest[key]?.imports?.forEach((imported) => reached.add(imported));
  return [...reached]
    .flatMap((key) => manifest[key]?.file ?? [])
    .filter((file) => !isNamed(file))
    .sort();
}
