import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';

/** What is remembered of a page that was printed: what it was printed from, and a digest of its bytes. */
interface PrintedPage {
  key: string;
  digest: string;
}

/** Printed pages by their path within the site, such as `texts/outline`. */
type PrintedPages = Record<string, PrintedPage>;

/** Where pages are taken from, and where it is noted which were printed. */
export interface PageCacheFiles {
  /** Folder of the last published output. */
  lastOutput: string;
  /** What was noted of that output's pages; none is there after a change of code or settings. */
  lastPages: string;
  /** File to be written with this build's pages. */
  pages: string;
}

const HTML = { headers: { 'content-type': 'text/html; charset=utf-8' } };

/**
 * Prints only what is not already printed: a page whose route gives a `cacheKey` in `getStaticPaths` is taken from the last
 * published output where the key is the same and the file still has the bytes that were printed. The key must cover all
 * that the page prints of the content; a change of code or settings is known to the build, which then keeps nothing.
 * `basePath` begins and ends with a slash.
 */
export function pageCache(files: PageCacheFiles, basePath: string): AstroIntegration {
  return {
    name: 'zhixing-page-cache',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => remembering(standard, files, basePath));
      },
    },
  };
}

function remembering(standard: AstroPrerenderer, files: PageCacheFiles, basePath: string): AstroPrerenderer {
  const keys = new Map<string, string>();
  const printed: PrintedPages = {};
  let last: PrintedPages = {};
  return {
    name: 'zhixing:page-cache',
    async setup() {
      await standard.setup?.();
      last = await readPages(files.lastPages);
    },
    async getStaticPaths() {
      const paths = await standard.getStaticPaths();
      for (const { pathname, cacheKey } of paths) {
        if (cacheKey !== undefined) keys.set(trimmed(pathname), cacheKey);
      }
      return paths;
    },
    async render(request, options) {
      const path = trimmed(decodeURI(new URL(request.url).pathname).slice(basePath.length));
      const key = keys.get(path);
      if (key === undefined) return standard.render(request, options);
      const known = last[path];
      const kept = known?.key === key ? await keptPage(files.lastOutput, path, known) : undefined;
      if (known && kept) {
        printed[path] = known;
        return new Response(kept, HTML);
      }
      const rendered = await standard.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      printed[path] = { key, digest: digestOf(bytes) };
      return new Response(bytes, response);
    },
    async teardown() {
      await standard.teardown?.();
      await writeFile(files.pages, JSON.stringify(printed));
    },
  };
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

async function readPages(file: string): Promise<PrintedPages> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as PrintedPages;
  } catch {
    return {};
  }
}

/** A page of the last output, unless somebody has changed or removed it since. */
async function keptPage(
  lastOutput: string,
  path: string,
  { digest }: PrintedPage,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await readFile(join(lastOutput, path, 'index.html')).catch(() => undefined);
  return bytes && digestOf(bytes) === digest ? new Uint8Array(bytes) : undefined;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
