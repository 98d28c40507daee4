import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mediaLines } from '../../check/media-lines.ts';
import { HEADERS_FILE } from '../../security/headers.ts';
import { noCache, openCache, type BuildCache } from '../../build-cache/build-cache.ts';
import { ownName } from '../../build-cache/own-name.ts';
import type { Bundle, SavedBundle } from '../../search/bundle.ts';
import { GZIP_MAKER } from '../../search/packer.ts';
import { handOverHandbook } from '../../handbook/handed-handbook.ts';
import type { HandbookPage } from '../../handbook/read-handbook.ts';
import { handOver } from '../../site/hand-over.ts';
import { shownContent } from '../../site/shown-content.ts';
import { plainContent } from '../../site/site-content.ts';
import { formatFault } from '../../source/fault.ts';
import { makeFolder } from '../../source/make-folder.ts';
import type { Content } from '../../source/read-content.ts';
import type { Settings } from '../../source/settings.ts';
import { takeBuildLock, type BuildLock } from './build-lock.ts';
import { SEARCHED_KIND_NAMES } from '../../strings/zh.ts';
import { checkLinks, mediaOf, readPages, type PageLinks, type SitePages } from '../finish/check-links.ts';
import { openCompiledCode } from '../render/compiled-code.ts';
import { deadLinkProblem } from '../finish/dead-links.ts';
import { fileTrouble } from '../file-trouble.ts';
import {
  cacheFile,
  cacheFolder,
  codeDigest,
  forgetGoneOutputs,
  makeCacheFolder,
  sharedCacheFile,
} from './cache-folder.ts';
import { movesOf, type Move } from '../hosting/moves.ts';
import { headersFile, redirectsFile } from '../hosting/pages-host.ts';
import { searchedWith, type SearchedWith } from '../hosting/searched-with.ts';
import { clearLeftovers } from './leftovers.ts';
import type { PageDigests } from '../render/page-cache.ts';
import { filesInside, markSite, purposeOf } from './mark.ts';
import type { AddedMedia } from '../finish/add-media.ts';
import { renderPages, STOPPED } from '../render/render-pages.ts';
import { writeOffline } from '../finish/write-offline.ts';
import { troubleWithOutput } from './output-folder.ts';
import { realOutput, publishFolder, requireWritableParent } from './swap.ts';
import { wakeThreads } from './wake-threads.ts';

/** The outcome of a build. With problems, nothing was published. */
export interface BuildResult {
  problems: string[];
  /** What else there is to say: about an earlier build that was killed, and about published pictures and attachments. */
  notes: string[];
  pages: number;
  seconds: number;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Milliseconds that a stopped build waits for in-flight work before it cleans up: work that goes on would write into what was removed. */
const PATIENCE = 5000;
/** Lines said about pictures and attachments at most. */
const MOST_MEDIA_LINES = 20;
/** Workshops stand inside the project, where Astro keeps its own files beside the output. */
const WORKSHOPS = join(ROOT, '.astro');
const LOCK = join(WORKSHOPS, 'build.lock');

/**
 * Checks the content, renders the pages in one process while this one indexes, adds the files of `media/` that pages lead to, follows every link,
 * lists the files to store offline, and only then swaps the finished folder in. Pages that the last output already holds are taken from there. On
 * failure, or when stopped before the swap, the last output stays as it was; a folder that is no output is never replaced. Only one build runs
 * in a project folder at a time: another waits, and `tell` says so at once.
 */
export async function buildSite(
  settings: Settings,
  stopped: AbortSignal = new AbortController().signal,
  tell: (line: string) => void = () => undefined,
): Promise<BuildResult> {
  let started = performance.now();
  const letSleep = wakeThreads();
  const workshop = join(WORKSHOPS, ownName('build'));
  const place = await realOutput(settings.outDir);
  const leftovers = { workshops: WORKSHOPS, outDir: place, cacheDir: cacheFolder(ROOT, settings) };
  const result = { pages: 0, problems: [] as string[], notes: [] as string[] };
  const left = await clearLeftovers(leftovers);
  await forgetGoneOutputs(ROOT);
  let lock: BuildLock | undefined;
  let work: Promise<MadeSite> | undefined;
  try {
    await makeFolder(workshop);
    const onWait = (other: string) =>
      tell(`这个项目里另一次生成（进程 ${other}）还没有结束，等它结束后再开始……`);
    lock = await takeBuildLock(LOCK, workshop, { onWait, stopped });
    // The other build may have been killed.
    if (lock.hasWaited) left.push(...(await clearLeftovers(leftovers)));
    started = performance.now();
    await requireOutput(settings.outDir, 'top');
    work = makeSite(workshop, place, settings, stopped);
    const { finished, ...made } = await unlessStopped(work, stopped);
    // As late as possible: files may have been put there in the meantime.
    if (finished) await requireOutput(settings.outDir, 'all');
    if (finished) await publishFolder(finished.folder, place, finished.spare);
    await finished?.saveCaches();
    Object.assign(result, made);
  } catch (error) {
    result.problems = [stopped.aborted ? STOPPED : fileTrouble(error, workshop)];
  } finally {
    // Work still running would make its folder again after it was removed.
    if (stopped.aborted) await Promise.race([work?.catch(() => undefined), setTimeout(PATIENCE)]);
    await rm(workshop, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    lock?.release();
    letSleep();
  }
  return { ...result, notes: [...left, ...result.notes], seconds: (performance.now() - started) / 1000 };
}

async function requireOutput(outDir: string, depth: 'top' | 'all'): Promise<void> {
  const trouble = await troubleWithOutput(outDir, depth);
  if (trouble) throw new Error(trouble);
}

/** A site that is ready to be published. */
interface FinishedSite {
  folder: string;
  /** Where the replaced site goes. */
  spare: string | undefined;
  /** Saves the caches that only a published site may leave for the next build. */
  saveCaches(): Promise<void>;
}

interface MadeSite {
  problems: string[];
  notes?: string[];
  pages: number;
  finished?: FinishedSite;
}

/** Waits for the work, or throws as soon as it is stopped; what the work still does then has no effect. */
function unlessStopped<T>(work: Promise<T>, stopped: AbortSignal): Promise<T> {
  const stop = new Promise<never>((_, reject) => {
    const refuse = () => reject(new Error(STOPPED));
    if (stopped.aborted) refuse();
    stopped.addEventListener('abort', refuse, { once: true });
  });
  return Promise.race([work, stop]);
}

async function makeSite(
  workshop: string,
  place: string,
  settings: Settings,
  stopped: AbortSignal,
): Promise<MadeSite> {
  const pagesDir = join(workshop, 'pages');
  const indexDir = join(workshop, 'index');
  const cacheDir = await makeCacheFolder(ROOT, settings);
  const code = await codeDigest(ROOT, settings);
  const openMemory = async <Value>(name: string): Promise<BuildCache<Value>> =>
    cacheDir ? await openCache<Value>(cacheFile(cacheDir, name), code) : noCache;
  const rendered = cacheDir ? { file: cacheFile(cacheDir, 'pages'), maker: code } : undefined;
  const spare = cacheDir && join(cacheDir, 'spare');
  const digests = join(workshop, 'digests.json');
  const files = { lastOutput: settings.outDir, spare, notes: rendered, digests };
  const content = join(workshop, 'content');
  stopped.throwIfAborted();
  let items: Content['items'];
  let searched: SearchedWith;
  let moves: Move[];
  const toSay: string[] = [];
  let known: PageDigests = {};
  let pages: SitePages = new Map();
  let media: AddedMedia = { faults: [], traces: [] };
  let bundle: Bundle | undefined;
  const knownLinks = await openMemory<PageLinks>('links');
  const attachments = await openMemory<string[]>('attachments');
  const saved = cacheDir ? await openCache<SavedBundle>(cacheFile(cacheDir, 'bundle'), GZIP_MAKER) : noCache;
  const compiled = await openCompiledCode(ROOT);
  const rendering = renderPages(settings, {
    root: ROOT,
    workshop,
    outDir: pagesDir,
    lock: LOCK,
    content,
    files,
    compiled: compiled?.folder,
  });
  stopped.addEventListener('abort', () => void rendering.stop(), { once: true });
  try {
    // Loaded while the rendering process starts, which takes longer.
    const { readSteadily } = await import('./steady-content.ts');
    const { addMedia } = await import('../finish/add-media.ts');
    const fields = await openMemory<object>('fields');
    const checked = await readSteadily(settings.contentDir, { fields, address: settings });
    stopped.throwIfAborted();
    if (checked.faults.length > 0) return { problems: checked.faults.map(formatFault), pages: 0 };
    await requireWritableParent(place);
    items = checked.content.items;
    searched = searchedWith(checked.content.site, settings);
    const shown = shownContent(checked.content, settings);
    const { hiddenReferences } = await import('../../check/hidden-references.ts');
    toSay.push(...hiddenReferencesNote(hiddenReferences(checked.content, settings, checked.bodies).length));
    moves = movesOf(shown, settings.basePath);
    const handbook = await knownHandbook(settings, code);
    await handOverHandbook(handbook, content);
    await handOver(plainContent(shown), content);
    const { resolveShown } = await import('../../site/resolve-site.ts');
    const { indexSite } = await import('../../search/index-site.ts');
    stopped.throwIfAborted();
    const records = await indexSite(resolveShown(shown, checked.bodies), handbook, {
      outDir: indexDir,
      lastOutput: settings.outDir,
      cacheDir,
      codeDigest: code,
    });
    await fields.save();
    if (searched.hasBundle) {
      const { startBundle } = await import('../../search/bundle.ts');
      stopped.throwIfAborted();
      const earlier = { saved, site: settings.outDir };
      bundle = startBundle(records, indexDir, { kinds: SEARCHED_KIND_NAMES, earlier });
      stopped.addEventListener('abort', () => void bundle?.stop(), { once: true });
    }
    const failure = await rendering.done;
    if (!failure) {
      known = JSON.parse(await readFile(digests, 'utf8')) as PageDigests;
      pages = readPages(pagesDir, { links: knownLinks, digests: known });
      media = await addMedia(pagesDir, settings.contentDir, mediaOf(pages, settings), attachments);
    }
    const faults = checked.unsteady();
    if (faults.length === 0) faults.push(...media.faults);
    if (faults.length > 0) return { problems: faults.map(formatFault), pages: 0 };
    if (failure) return { problems: [failure], pages: 0 };
    // Not before the rendering process has ended: both together need more memory than many machines have.
    await bundle?.finish();
  } finally {
    await Promise.all([rendering.stop(), bundle?.stop()]);
  }
  await compiled?.tidy();
  await moveInto(indexDir, pagesDir);
  await writeFile(join(pagesDir, HEADERS_FILE), headersFile(settings.basePath, searched));
  await writeFile(join(pagesDir, '_redirects'), redirectsFile(moves));
  const inside = filesInside(pagesDir);
  const { dead } = checkLinks(pagesDir, settings.basePath, { pages, inside });
  if (dead.length > 0) {
    const problems = dead.map((link) => deadLinkProblem(link, items, settings.basePath));
    return { problems, pages: 0 };
  }
  const written = await writeOffline(pagesDir, settings.basePath, known, inside);
  await markSite(pagesDir, purposeOf(settings), written);
  const saveCaches = async () => {
    await knownLinks.save();
    await attachments.save();
    await saved.save();
  };
  const notes = [...toSay, ...mediaLines(media.traces, MOST_MEDIA_LINES)];
  return { problems: [], notes, pages: pages.size, finished: { folder: pagesDir, spare, saveCaches } };
}

/** The handbook, which is the same for every output: it is read anew when the code has changed. */
async function knownHandbook({ basePath }: Settings, code: string): Promise<readonly HandbookPage[]> {
  const known = await openCache<HandbookPage[]>(sharedCacheFile(ROOT, 'handbook'), code);
  const pages = known.get(basePath);
  if (pages) return pages;
  const { readHandbook } = await import('../../handbook/read-handbook.ts');
  const read = await readHandbook(ROOT, basePath);
  known.add(basePath, read);
  await known.save();
  return read;
}

function hiddenReferencesNote(count: number): string[] {
  if (count === 0) return [];
  return [`有 ${count} 处用到了未公开或已撤下的篇目，读者在那里看不到 — 逐处查看请运行 npm run check`];
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name));
}
