import { buildSite, type BuildResult } from '../src/publish/build/build-site.ts';
import { buildKey, noteBuild } from '../src/publish/build/freshness.ts';
import type { Settings } from '../src/source/settings.ts';
import { ROOT } from './command.ts';
import { complain, linesOf } from './print.ts';

/** Builds the site, says what there is to say of it, and notes of what it was built, so that no command builds the same again. */
export async function notedBuild(settings: Settings, stopped: AbortSignal): Promise<BuildResult> {
  const key = await buildKey(settings, ROOT);
  const result = await buildSite(settings, stopped, complain);
  complain(...[...result.notes, ...result.problems].flatMap(linesOf));
  // Where the note cannot be written, the site is built again next time.
  if (result.problems.length === 0) await noteBuild(settings, ROOT, key).catch(() => undefined);
  return result;
}
