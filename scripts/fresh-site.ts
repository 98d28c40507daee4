import { buildSite } from '../src/publish/build-site.ts';
import { buildKey, isFresh, noteBuild } from '../src/publish/freshness.ts';
import type { Settings } from '../src/source/settings.ts';
import { ROOT } from './command.ts';

/** Builds the site where content, code or settings have changed since; says what is wrong where that fails. Resolves to whether the output is fresh. */
export async function freshSite(settings: Settings): Promise<boolean> {
  if (await isFresh(settings, ROOT)) return true;
  console.log('正在生成网站……');
  const key = await buildKey(settings, ROOT);
  const { problems } = await buildSite(settings);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return false;
  await noteBuild(settings, ROOT, key);
  return true;
}
