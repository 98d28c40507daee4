import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../src/publish/build-site.ts';
import { readSettings } from '../../src/source/settings.ts';
import { serveFolder, type ServedFolder } from './serve.ts';

/** The project's own site, built below a base path into a folder of its own, and served. */
export interface BuiltSite extends ServedFolder {
  folder: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Builds and serves the site of the project's own content. Throws with the problems when it cannot be built. */
export async function serveBuiltSite(base: string): Promise<BuiltSite> {
  const parent = await mkdtemp(path.join(tmpdir(), 'built-site-'));
  const folder = path.join(parent, 'dist');
  const { problems } = await buildSite(readSettings({ OUT_DIR: folder, BASE_PATH: base }, root));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const served = await serveFolder(folder, { base });
  return {
    folder,
    url: served.url,
    async close() {
      await served.close();
      await rm(parent, { recursive: true });
    },
  };
}
