import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AstroIntegration } from 'astro';

const SCRIPT = /<script type="module" src="([^"]+)"/g;
const IMPORT = /\bfrom\s*"\.\/([^"]+)"/g;
const HEAD_END = '</head>';

/**
 * Names in the head of one page the scripts that its own scripts import, so that the browser asks for all of them at once:
 * otherwise it learns of them only when the first have come, a journey to the server later. `page` is the page's file.
 */
export function preloadImports(page: string): AstroIntegration {
  return {
    name: 'zhixing-preload-imports',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const file = new URL(page, dir);
        const html = await readFile(file, 'utf8');
        const addresses = Array.from(html.matchAll(SCRIPT), ([, address = '']) => address);
        const names = addresses.map((address) => basename(address));
        const imported = [...(await importsOf(names, new URL('_astro/', dir)))].sort();
        const folder = (addresses[0] ?? '').replace(/[^/]*$/, '');
        const links = imported.map((name) => `<link rel="modulepreload" href="${folder}${name}">`).join('');
        await writeFile(file, html.replace(HEAD_END, links + HEAD_END));
      },
    },
  };
}

/** Names of all files that the named ones import, directly or not, themselves left out. */
async function importsOf(names: readonly string[], folder: URL): Promise<Set<string>> {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const code = await readFile(new URL(name, folder), 'utf8');
    for (const [, imported = ''] of code.matchAll(IMPORT)) {
      if (found.has(imported)) continue;
      found.add(imported);
      queue.push(imported);
    }
  }
  return found;
}
