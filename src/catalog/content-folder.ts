import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent } from '../check/check-content.ts';
import { faultLines, reportOf } from '../check/report.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { ContentError, type Fault } from '../source/fault.ts';
import { plainContent, takeOver, type HandedContent } from '../source/hand-over.ts';
import { readSettings, type Settings } from '../source/settings.ts';
import { keepBodies } from './bodies.ts';

interface Reading extends HandedContent {
  faults: Fault[];
  /** What `dev` says of the content: every fault, and how many doubts there are. */
  said: string[];
}

/** One reading of the content folder serves all collections; an edit in `dev` starts the next one. */
let reading: Promise<Reading> | undefined;

/**
 * A loader for one folder of the content, or for `site.yaml`. A build stops with a ContentError that lists every fault;
 * `dev` prints what `npm run check` says, again after every edit, and goes on with what is sound.
 */
export function contentFolder(name: CollectionName | 'site'): Loader {
  return {
    name: `zhixing-${name}`,
    async load(context) {
      const settings = readSettings(process.env, fileURLToPath(context.config.root));
      await fill(name, context, settings);
      context.watcher?.add(settings.contentDir);
      context.watcher?.on('all', (_event, path) => {
        if (relative(settings.contentDir, path).startsWith('..')) return;
        reading = undefined;
        setTimeout(() => void fill(name, context, settings), 20);
      });
    },
  };
}

async function fill(
  name: CollectionName | 'site',
  context: LoaderContext,
  settings: Settings,
): Promise<void> {
  reading ??= read(settings);
  const { site, items, faults, said } = await reading;
  if (faults.length > 0 && !context.watcher) throw new ContentError(faults);
  if (name === 'site' && context.watcher) said.forEach((line) => context.logger.warn(line));
  context.store.clear();
  if (name === 'site') {
    context.store.set({ id: 'site', data: { ...site } });
    return;
  }
  keepBodies(name, items[name]);
  for (const { id, fields } of items[name]) context.store.set({ id, data: { ...fields } });
}

/** `npm run build` hands over what it has checked; a bare `astro` command reads and checks for itself. */
async function read({ contentDir }: Settings): Promise<Reading> {
  const handed = process.env.CHECKED_CONTENT;
  if (handed) return { ...(await takeOver(handed)), faults: [], said: [] };
  const checked = await checkContent(contentDir);
  const report = reportOf(checked);
  const doubts =
    report.doubts.length > 0 ? [`待核 ${report.doubts.length} 处，运行 npm run check 查看。`] : [];
  const said = [...faultLines(report).filter(Boolean), ...doubts];
  return { ...plainContent(checked.content), faults: checked.faults, said };
}
