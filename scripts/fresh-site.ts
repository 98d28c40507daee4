import { buildSite } from '../src/publish/build/build-site.ts';
import { buildKey, isFresh, noteBuild } from '../src/publish/build/freshness.ts';
import { contentFolderFault } from '../src/source/content-files.ts';
import { formatFault } from '../src/source/fault.ts';
import type { Settings } from '../src/source/settings.ts';
import { inGoodOrder, ROOT } from './command.ts';
import { complain, linesOf, say } from './print.ts';

/** Builds the site where content, code or settings have changed since; says what is wrong where that fails. Resolves to whether the output is fresh. */
export async function freshSite(settings: Settings): Promise<boolean> {
  const fault = await contentFolderFault(settings.contentDir);
  if (fault) {
    complain(formatFault(fault));
    return false;
  }
  if (await isFresh(settings, ROOT)) return true;
  say('正在生成网站……');
  const key = await buildKey(settings, ROOT);
  const code = await inGoodOrder(async (stopped) => {
    const { problems, notes } = await buildSite(settings, stopped, complain);
    complain(...[...notes, ...problems].flatMap(linesOf));
    return problems.length > 0 ? 1 : 0;
  });
  if (code !== 0) return false;
  // Where the note cannot be written, the site is built again next time.
  await noteBuild(settings, ROOT, key).catch(() => undefined);
  return true;
}
