import { join } from 'node:path';
import { memoryCache, openCache, type BuildCache } from '../../build-cache/build-cache.ts';
import { cacheFile, codeDigest, makeCacheFolder } from '../../publish/build/cache-folder.ts';
import type { Settings } from '../../source/settings.ts';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Fields that are parsed already: in the memory of the last build or desk, whose file both share, and since. Of 5,000 files parsing takes longer than
 * all else that is to be known before the desk shows them.
 */
export async function openKnownFields(settings: Settings): Promise<BuildCache<object>> {
  const now = memoryCache<object>();
  const folder = await makeCacheFolder(ROOT, settings);
  if (folder === undefined) return now;
  const earlier = await openCache<object>(cacheFile(folder, 'fields'), await codeDigest(ROOT, settings));
  return {
    get: (key) => now.get(key) ?? earlier.get(key),
    add(key, value) {
      now.add(key, value);
      earlier.add(key, value);
    },
    save: () => earlier.save(),
  };
}
