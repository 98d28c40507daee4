import { hash } from 'node:crypto';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent, judgeContent, type JudgedContent } from '../check/check-content.ts';
import { keptInMemory } from '../kept/kept.ts';
import { faultLines } from '../check/report.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { ContentError, type Fault } from '../source/fault.ts';
import { plainContent, takeOver, type HandedContent, type PlainItem } from '../source/hand-over.ts';
import { readTextFile } from '../source/read-text-file.ts';
import { readSettings, type Settings } from '../source/settings.ts';
import { keepBodies } from './bodies.ts';

interface Reading extends HandedContent {
  faults: Fault[];
  /** What `dev` says of the content: every fault, and how many doubts there are. */
  said: string[];
}

/** One reading of the content folder serves all collections; an edit in `dev` starts the next one. */
let reading: Promise<Reading> | undefined;

/** What `dev` knows of files that have not changed since they were read. */
const fields = keptInMemory<object>();
const texts = new Map<string, ReturnType<typeof readTextFile>>();
const readText: typeof readTextFile = (contentDir, file) => {
  const text = texts.get(file) ?? readTextFile(contentDir, file);
  texts.set(file, text);
  return text;
};

/**
 * A loader for one folder of the content, or for `site.yaml`. A build stops with a ContentError that lists every fault;
 * `dev` prints what `npm run check` says, after an edit its faults, and goes on with what is sound.
 */
export function contentFolder(name: CollectionName | 'site'): Loader {
  return {
    name: `zhixing-${name}`,
    async load(context) {
      const settings = readSettings(process.env, fileURLToPath(context.config.root));
      await fill(name, context, settings, readAtFirst);
      context.watcher?.add(settings.contentDir);
      context.watcher?.on('all', (_event, path) => {
        const file = relative(settings.contentDir, path);
        if (file.startsWith('..')) return;
        reading = undefined;
        texts.delete(file.replaceAll('\\', '/'));
        setTimeout(() => void fill(name, context, settings, readAgain), 20);
      });
    },
  };
}

async function fill(
  name: CollectionName | 'site',
  { store, watcher, logger }: LoaderContext,
  settings: Settings,
  read: (settings: Settings) => Promise<Reading>,
): Promise<void> {
  const current = (reading ??= read(settings));
  const { site, items, faults, said } = await current;
  if (current !== reading) return; // Another edit has come meanwhile.
  if (faults.length > 0 && !watcher) throw new ContentError(faults);
  if (name === 'site' && watcher) said.forEach((line) => logger.warn(line));
  const list: PlainItem[] = name === 'site' ? [{ id: name, file: '', fields: { ...site } }] : items[name];
  if (name !== 'site') keepBodies(name, list);
  const ids = new Set(list.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const item of list)
    store.set({ id: item.id, data: { ...item.fields }, ...(watcher && { digest: digestOf(item) }) });
}

const digests = new WeakMap<object, { body: string | undefined; digest: string }>();

/** By the digest Astro tells an edit, of which it tells browsers; a body, which it does not have, is part of it. */
function digestOf({ fields, body }: PlainItem): string {
  const known = digests.get(fields);
  if (known && known.body === body) return known.digest;
  const digest = hash('sha256', JSON.stringify([fields, body]));
  digests.set(fields, { body, digest });
  return digest;
}

/** `npm run build` hands over what it has checked; a bare `astro` command reads and checks for itself. */
async function readAtFirst({ contentDir }: Settings): Promise<Reading> {
  const handed = process.env.CHECKED_CONTENT;
  if (handed) return { ...(await takeOver(handed)), faults: [], said: [] };
  const checked = await checkContent(contentDir, { fields, readText });
  const count = checked.doubts.length;
  const counted = count > 0 ? [`待核 ${count} 处，运行 npm run check 查看。`] : [];
  return readingOf(checked, [...faultLines(checked), ...counted]);
}

/** Looking for doubts takes as long as an editor would not wait for a page. */
async function readAgain({ contentDir }: Settings): Promise<Reading> {
  const judged = await judgeContent(contentDir, { fields, readText });
  return readingOf(judged, faultLines(judged));
}

function readingOf({ content, faults }: JudgedContent, said: readonly string[]): Reading {
  return { ...plainContent(content), faults, said: said.filter(Boolean) };
}
