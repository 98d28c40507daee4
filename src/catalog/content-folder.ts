import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { checkContent, judgeContent, type JudgedContent } from '../check/check-content.ts';
import { keptInMemory } from '../kept/kept.ts';
import { faultLines } from '../check/report.ts';
import { ContentError, type Fault } from '../source/fault.ts';
import { plainContent, takeOver, type HandedContent } from '../source/hand-over.ts';
import { readTextFile } from '../source/read-text-file.ts';
import { readSettings, type Settings } from '../source/settings.ts';
import { keepContent } from './content.ts';

interface Reading {
  content: HandedContent;
  faults: Fault[];
  /** What `dev` says of the content: every fault, and how many doubts there are. */
  said: string[];
}

/** What `dev` knows of files that have not changed since they were read. */
const fields = keptInMemory<object>();
const texts = new Map<string, ReturnType<typeof readTextFile>>();
const readText: typeof readTextFile = (contentDir, file) => {
  const text = texts.get(file) ?? readTextFile(contentDir, file);
  texts.set(file, text);
  return text;
};

/** Editors save a file in several steps, which come within so many milliseconds. */
const TOGETHER = 20;

/**
 * Reads the content folder for the pages. A build stops with a ContentError that lists every fault; `dev` prints what `npm run check` says,
 * after an edit its faults, and goes on with what is sound.
 */
export function contentFolder(): Loader {
  return {
    name: 'zhixing-content',
    async load({ config, watcher, logger }) {
      const settings = readSettings(process.env, fileURLToPath(config.root));
      let reading: Promise<Reading>;
      const read = async (start: typeof readAtFirst): Promise<void> => {
        const own = (reading = start(settings));
        const { content, faults, said } = await own;
        if (own !== reading) return; // Another edit has come meanwhile.
        if (faults.length > 0 && !watcher) throw new ContentError(faults);
        if (watcher) said.forEach((line) => logger.warn(line));
        keepContent(content);
      };
      await read(readAtFirst);
      let soon: NodeJS.Timeout | undefined;
      watcher?.add(settings.contentDir);
      watcher?.on('all', (_event, path) => {
        const file = relative(settings.contentDir, path);
        if (file.startsWith('..')) return;
        texts.delete(file.replaceAll('\\', '/'));
        clearTimeout(soon);
        soon = setTimeout(() => void read(readAgain), TOGETHER);
      });
    },
  };
}

/** `npm run build` hands over what it has checked; a bare `astro` command reads and checks for itself. */
async function readAtFirst({ contentDir }: Settings): Promise<Reading> {
  const handed = process.env.CHECKED_CONTENT;
  if (handed) return { content: await takeOver(handed), faults: [], said: [] };
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
  return { content: plainContent(content), faults, said: said.filter(Boolean) };
}
