import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { printable } from '../domain/characters.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { digestsOf, editsSince } from '../site/edits.ts';
import { takeOver } from '../site/hand-over.ts';
import { toStore, type StoredContent } from '../site/stored-content.ts';
import { entryPaths, type EntryPaths } from '../source/entry-paths.ts';
import { ContentError } from '../source/fault.ts';
import { readSettings, type Settings } from '../source/settings.ts';
import { SITE_FILE } from '../source/written-address.ts';
import { LOADER, type Asked, type ReadEdits } from './edited.ts';
import { oncePerRound } from './once-per-round.ts';
import type { Reading } from './read-folder.ts';

type StoreEntry = Parameters<LoaderContext['store']['set']>[0];

/** The content to be stored, and how its entries name their files. */
interface LoadedContent extends Pick<EntryPaths, 'pathOf'> {
  content: StoredContent;
}

/** The content folder is read once for all collections. */
const contentOnce = oncePerRound(loadContent);
/** How edits of it are read, once it has been read. */
let readEdits: ReadEdits | undefined;

/** Gives Astro the entries of a folder of the content, or the content as a whole as the one entry of `site`. */
export function contentLoader(collection: CollectionName | 'site'): Loader {
  return {
    name: LOADER,
    async load(context) {
      const { store, refreshContextData } = context;
      if (refreshContextData && readEdits) {
        (refreshContextData as unknown as Asked).tell(readEdits);
        return;
      }
      const entries = entriesOf(collection, await contentOnce(collection, context));
      const ids = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const entry of entries) store.set(entry);
    },
  };
}

function entriesOf(
  collection: CollectionName | 'site',
  { content: { site, items }, pathOf }: LoadedContent,
): StoreEntry[] {
  if (collection === 'site') return [{ id: 'site', data: site, filePath: pathOf(SITE_FILE) }];
  return items[collection].map(({ id, file, fields, digest }) => ({
    id,
    data: fields as Record<string, unknown>,
    filePath: pathOf(file),
    digest,
  }));
}

async function loadContent(context: LoaderContext): Promise<LoadedContent> {
  const root = fileURLToPath(context.config.root);
  const settings = readSettings(process.env, root);
  const { pathOf } = entryPaths(settings.contentDir, root);
  return { content: await contentToStore(settings, context), pathOf };
}

/**
 * The content to be stored. `npm run build` hands over what it has checked, so that the code that checks, which takes Astro a second to load,
 * is left out; any other command reads and checks for itself: without a watcher it stops with a ContentError that lists every fault; `dev`
 * prints what `npm run check` says, after an edit its faults, and goes on with what is sound.
 */
async function contentToStore(
  settings: Settings,
  { watcher, logger }: LoaderContext,
): Promise<StoredContent> {
  const handed = process.env.CHECKED_CONTENT;
  if (handed) return takeOver(handed);
  const { forget, readAgain, readAtFirst } = await import('./read-folder.ts');
  const sayOf = ({ said }: Reading) => said.forEach((line) => logger.warn(printable(line)));
  const reading = await readAtFirst(settings);
  if (reading.faults.length > 0 && !watcher) throw new ContentError(reading.faults);
  if (watcher) sayOf(reading);
  const { stored } = toStore(reading.content);
  const digests = digestsOf(stored);
  readEdits = async (files) => {
    files.forEach(forget);
    const again = await readAgain(settings);
    sayOf(again);
    return editsSince(digests, toStore(again.content));
  };
  return stored;
}
