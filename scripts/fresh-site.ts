import { buildSite } from '../src/publish/build-site.ts';
import { buildKey, isFresh, noteBuild } from '../src/publish/freshness.ts';
import type { Settings } from '../src/source/settings.ts';
import { inGoodOrder, ROOT } from './command.ts';

/** Builds the site where content, code or settings have changed since; says what is wrong where that fails. Resolves to whether the output is fresh. */
export async function freshSite(settings: Settings): Promise<boolean> {
  if (await isFresh(settings, ROOT)) return true;
  console.log('正在生成网站……');
  const key = await buildKey(settings, ROOT);
  const code = await inGoodOrder(async (stopped) => {
    const { problems, notes } = await buildSite(settings, stopped);
    for (const line of [...notes, ...problems]) console.error(line);
    return problems.length > 0 ? 1 : 0;
  });
  if (code !== 0) return false;
  // Where the note cannot be written, the site is built again next time.
  await noteBuild(settings, ROOT, key).catch(() => undefined);
  return true;
}
