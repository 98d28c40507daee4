import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { noCache, openCache, type BuildCache } from '../../build-cache/build-cache.ts';
import { fileDigest, takeFile, takeFolder } from '../../build-cache/take-file.ts';

/** Where pages are taken from, and where it is noted which were rendered. */
export interface PageCacheFiles {
  /** Folder of the last published output. */
  lastOutput: string;
  /** The output before it, which is of no other use: folders of pages are taken out of it. */
  spare?: string | undefined;
  /** File that notes the digest of every page by its path and key, and what pages depend on besides; no file, no notes. */
  notes?: { file: string; maker: string } | undefined;
  /** File to be written with the digests of this build's pages, as `PageDigests`. */
  digests: string;
}

/** The digest of every page that has a key, by its file within the site. */
export type PageDigests = Record<string, string>;

/** Where pages are served and written. */
export interface PagePaths {
  /** Begins and ends with a slash. */
  basePath: string;
  outDir: string;
}

/**
 * Renders only what has changed: a page or file whose route gives a `cacheKey` in `getStaticPaths` is taken from the last
 * published output if the key is the same and the file still has the bytes that were rendered. The key must cover everything
 * that the page shows of the content; after a change of code or settings the build starts with an empty cache.
 */
export function pageCache(files: PageCacheFiles, places: PagePaths): AstroIntegration {
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
  { basePath, outDir }: PagePaths,
): AstroPrerenderer {
  const keys = new Map<string, string>();
  let notes: BuildCache<string> = noCache;
  const digests: PageDigests = {};
  const noteOf = (path: string, key: string) => `${path} ${key}`;
  const isFolderTaken = (folder: string, digest: string): boolean => {
    if (!files.spare) return false;
    mkdirSync(join(outDir, dirname(folder)), { recursive: true });
    return takeFolder(join(files.spare, folder), join(outDir, folder), { file: PAGE_FILE, digest });
  };
  const isTaken = (path: string, key: string): boolean => {
    const digest = notes.get(noteOf(path, key));
    if (digest === undefined) return false;
    const file = fileOf(path);
    const folder = dirname(file);
    const isWhole = basename(file) === PAGE_FILE && isFolderTaken(folder, digest);
    if (!isWhole) {
      mkdirSync(join(outDir, folder), { recursive: true });
      if (!takeFile(join(files.lastOutput, file), join(outDir, file), digest)) return false;
    }
    digests[file] = digest;
    return true;
  };
  return {
    name: 'zhixing:page-cache',
    async setup() {
      await standard.setup?.();
      if (files.notes) notes = await openCache(files.notes.file, files.notes.maker);
    },
    /** Astro is told only of the pages that are to be rendered: each page that it knows costs time. */
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
      const digest = fileDigest(bytes);
      notes.add(noteOf(path, key), digest);
      digests[fileOf(path)] = digest;
      return new Response(bytes, response);
    },
    async teardown() {
      await standard.teardown?.();
      await writeFile(files.digests, JSON.stringify(digests));
      await notes.save();
    },
  };
}

const PAGE_FILE = 'index.html';

/** A page stands in a folder of its own; any other file has an ending. */
function fileOf(path: string): string {
  return /\.[a-z]+$/.test(path) ? path : `${path}/${PAGE_FILE}`;
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
