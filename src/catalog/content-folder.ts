import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent } from '../check/check-content.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { ContentError, formatFault } from '../source/fault.ts';
import type { Content, Item, BodyItem } from '../source/read-content.ts';
import { readSettings, type Settings } from '../source/settings.ts';

type Checked = Awaited<ReturnType<typeof checkContent>>;

/** One reading of the content folder serves all collections; an edit in `dev` starts the next one. */
let reading: Promise<Checked> | undefined;

/**
 * A loader for one folder of the content, or for `site.yaml`. A build stops with a ContentError that lists every fault;
 * `dev` prints them and goes on with what is sound.
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
  reading ??= checkContent(settings.contentDir);
  const { content, faults } = await reading;
  if (faults.length > 0) {
    if (!context.watcher) throw new ContentError(faults);
    if (name === 'site') faults.forEach((fault) => context.logger.error(formatFault(fault)));
  }
  context.store.clear();
  if (name === 'site') {
    context.store.set({ id: 'site', data: { ...content.site } });
    return;
  }
  for (const item of itemsOf(content, name)) {
    context.store.set({
      id: item.id,
      data: { ...item.fields },
      filePath: item.file,
      ...('body' in item ? { body: item.body } : {}),
    });
  }
}

function itemsOf(content: Content, name: CollectionName): (Item | BodyItem)[] {
  return content.items[name];
}
