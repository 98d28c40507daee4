import { isFresh } from '../src/publish/build/freshness.ts';
import { contentFolderFault } from '../src/source/content-files.ts';
import { formatFault } from '../src/source/fault.ts';
import type { Settings } from '../src/source/settings.ts';
import { inGoodOrder, ROOT } from './command.ts';
import { notedBuild } from './noted-build.ts';
import { complain, say } from './print.ts';

/** Builds the site where content, code or settings have changed since; says what is wrong where that fails. Resolves to whether the output is fresh. */
export async function freshSite(settings: Settings): Promise<boolean> {
  const fault = await contentFolderFault(settings.contentDir);
  if (fault) {
    complain(formatFault(fault));
    return false;
  }
  if (await isFresh(settings, ROOT)) return true;
  say('正在生成网站……');
  const code = await inGoodOrder(async (stopped) => {
    const { problems } = await notedBuild(settings, stopped);
    return problems.length > 0 ? 1 : 0;
  });
  return code === 0;
}
