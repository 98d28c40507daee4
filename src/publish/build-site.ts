import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeContent } from '../check/check-content.ts';
import { indexSite } from '../search/index-site.ts';
import { hostsOf, listedOffices } from '../domain/search/federation.ts';
import { HEADERS_FILE } from '../security/headers.ts';
import { nothingKept, openKept, type Kept } from '../kept/kept.ts';
import { formatFault } from '../source/fault.ts';
import { handOver, plainContent } from '../source/hand-over.ts';
import type { Settings } from '../source/settings.ts';
import { checkLinks, type PageLinks } from './check-links.ts';
import { fileTrouble } from './file-trouble.ts';
import { codeDigest, keptFolder, makeKeptFolder } from './kept-folder.ts';
import { movesOf, type Move } from './hosting/moves.ts';
import { headersFile, redirectsFile } from './hosting/pages-host.ts';
import { clearLeftovers } from './leftovers.ts';
import { printPages } from './print-pages.ts';
import { writeOffline } from './offline.ts';
import { troubleWithOutput } from './output-place.ts';
import { publishFolder } from './swap.ts';

/** What a build came to. With problems, nothing was published. */
export interface BuildResult {
  problems: string[];
  pages: number;
  seconds: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Workshops stand inside the project, where Astro keeps its own files beside the output. */
const WORKSHOPS = join(ROOT, '.astro');

/**
 * Checks the content, prints the pages in one process while another indexes, lists what is kept offline, follows every link, and only then swaps the
 * finished folder in. Pages that the last output already holds are taken from there. Whatever fails, the last output stays
 * as it was; what is no output is not replaced. Each build works in a folder of its own, so that several may run at once.
 */
export async function buildSite(settings: Settings): Promise<BuildResult> {
  const started = performance.now();
  const workshop = join(WORKSHOPS, `build-${process.pid}-${randomUUID()}`);
  const result = { pages: 0, problems: [] as string[] };
  const trouble = await troubleWithOutput(settings.outDir);
  if (trouble) return { pages: 0, problems: [trouble], seconds: 0 };
  try {
    await clearLeftovers(WORKSHOPS, settings.outDir);
    await mkdir(workshop, { recursive: true });
    Object.assign(result, await buildIn(workshop, settings));
  } catch (error) {
    result.problems = [fileTrouble(error)];
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 3 });
  }
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

async function buildIn(workshop: string, settings: Settings): Promise<Omit<BuildResult, 'seconds'>> {
  const pagesDir = join(workshop, 'pages');
  const indexDir = join(workshop, 'index');
  const kept = await makeKeptFolder(keptFolder(ROOT, settings));
  const code = await codeDigest(ROOT, settings);
  const openMemory = async <Value>(name: string): Promise<Kept<Value>> =>
    kept ? await openKept<Value>(join(kept, `${name}.kept`), code) : nothingKept;
  const notes = kept ? { file: join(kept, 'pages.kept'), maker: code } : undefined;
  const files = { lastOutput: settings.outDir, notes };
  const content = join(workshop, 'content');
  let asked: string[];
  let moves: Move[];
  const printing = printPages(settings, { root: ROOT, workshop, outDir: pagesDir, content, files });
  try {
    const fields = await openMemory<object>('fields');
    const checked = await judgeContent(settings.contentDir, { fields });
    if (checked.faults.length > 0) return { problems: checked.faults.map(formatFault), pages: 0 };
    asked = hostsOf(listedOffices(checked.content.site.federation));
    moves = movesOf(checked.content, settings);
    await handOver(plainContent(checked.content), content);
    await indexSite(checked.content, settings, { root: ROOT, outDir: indexDir, kept, codeDigest: code });
    await fields.save();
    const failure = await printing.done;
    if (failure) return { problems: [failure], pages: 0 };
  } finally {
    await printing.stop();
  }
  await moveInto(indexDir, pagesDir);
  await writeOffline(pagesDir, settings.basePath);
  const knownLinks = await openMemory<PageLinks>('links');
  const { dead, pages } = await checkLinks(pagesDir, settings.basePath, knownLinks);
  if (dead.length > 0) {
    const problems = dead.map(
      ({ page, target, reason }) => `${page} 的链接 ${target}：${reason} — 改正这个链接`,
    );
    return { problems, pages: 0 };
  }
  await writeFile(join(pagesDir, HEADERS_FILE), headersFile(settings.basePath, asked));
  await writeFile(join(pagesDir, '_redirects'), redirectsFile(moves));
  await publishFolder(pagesDir, settings.outDir);
  await knownLinks.save();
  return { problems: [], pages };
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name));
}
