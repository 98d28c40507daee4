import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { nothingKept, openKept, type Kept } from '../kept/kept.ts';
import { fileDigest, takeFile } from '../kept/take-file.ts';

/** Where pages are taken from, and where it is noted which were printed. */
export interface PageCacheFiles {
  /** Folder of the last published output. */
  lastOutput: string;
  /** File that notes the digest of every page by its path and key, and what pages depend on besides; no file, no notes. */
  notes?: { file: string; maker: string } | undefined;
}

/** Where pages are served and printed. */
export interface PagePlaces {
  /** Begins and ends with a slash. */
  basePath: string;
  outDir: string;
}

/**
 * Prints only what is not already printed: a page or file whose route gives a `cacheKey` in `getStaticPaths` is taken from the last
 * published output where the key is the same and the file still has the bytes that were printed. The key must cover all
 * that the page prints of the content; a change of code or settings is known to the build, which then keeps nothing.
 */
export function pageCache(files: PageCacheFiles, places: PagePlaces): AstroIntegration {
  return {
    name: 'zhixing-page-cache',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => remembering(standard, files, places));
      },
    },
  };
}

function remembering(
  standard: AstroPrerenderer,
  files: PageCacheFiles,
  { basePath, outDir }: PagePlaces,
): AstroPrerenderer {
  const keys = new Map<string, string>();
  let digests: Kept<string> = nothingKept;
  const noteOf = (path: string, key: string) => `${path} ${key}`;
  const isTaken = (path: string, key: string): boolean => {
    const digest = digests.get(noteOf(path, key));
    if (digest === undefined) return false;
    const [from, to] = [fileOf(files.lastOutput, path), fileOf(outDir, path)];
    mkdirSync(dirname(to), { recursive: true });
    return takeFile(from, to, digest);
  };
  return {
    name: 'zhixing:page-cache',
    async setup() {
      await standard.setup?.();
      if (files.notes) digests = await openKept(files.notes.file, files.notes.maker);
    },
    /** Astro is told of the pages that are to be printed only: it takes its time over every page that it knows. */
    async getStaticPaths() {
      const paths = await standard.getStaticPaths();
      const isClash = new Set(paths.map(({ pathname }) => trimmed(pathname))).size < paths.length;
      if (isClash) return paths; // Astro finds and names the routes.
      return paths.filter(({ pathname, cacheKey }) => {
        if (cacheKey === undefined) return true;
        const path = trimmed(pathname);
        keys.set(path, cacheKey);
        return !isTaken(path, cacheKey);
      });
    },
    async render(request, options) {
      const path = trimmed(decodeURI(new URL(request.url).pathname).slice(basePath.length));
      const key = keys.get(path);
      if (key === undefined) return standard.render(request, options);
      const rendered = await standard.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      digests.add(noteOf(path, key), fileDigest(bytes));
      return new Response(bytes, response);
    },
    async teardown() {
      await standard.teardown?.();
      await digests.save();
    },
  };
}

/** A page stands in a folder of its own; any other file has an ending. */
function fileOf(folder: string, path: string): string {
  return /\.[a-z]+$/.test(path) ? join(folder, path) : join(folder, path, 'index.html');
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
