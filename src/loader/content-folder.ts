import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { printable } from '../domain/characters.ts';
import { ContentError } from '../source/fault.ts';
import { takeOver } from '../site/hand-over.ts';
import { readSettings } from '../source/settings.ts';
import { setContent } from './current-content.ts';
import type { Reading } from './read-folder.ts';

/** Editors save a file in several steps, which come within so many milliseconds. */
const TOGETHER = 20;

/**
 * Gives the content folder to the pages. `npm run build` hands over what it has checked, so that the code that checks, which takes Astro
 * a second to load, is left out; any other command reads and checks for itself: without a watcher it stops with a ContentError that lists
 * every fault; `dev` prints what `npm run check` says, after an edit its faults, and goes on with what is sound.
 */
export function contentFolder(): Loader {
  return {
    name: 'zhixing-content',
    async load({ config, watcher, logger }) {
      const handed = process.env.CHECKED_CONTENT;
      if (handed) {
        setContent(await takeOver(handed));
        return;
      }
      const { forget, readAgain, readAtFirst } = await import('./read-folder.ts');
      const settings = readSettings(process.env, fileURLToPath(config.root));
      const { contentDir } = settings;
      let reading: Promise<Reading>;
      const read = async (start: typeof readAgain): Promise<void> => {
        const own = (reading = start(settings));
        const { content, faults, said } = await own;
        if (own !== reading) return; // Another edit has come meanwhile.
        if (faults.length > 0 && !watcher) throw new ContentError(faults);
        if (watcher) said.forEach((line) => logger.warn(printable(line)));
        setContent(content);
      };
      await read(readAtFirst);
      let soon: NodeJS.Timeout | undefined;
      watcher?.add(contentDir);
      watcher?.on('all', (_event, path) => {
        const file = relative(contentDir, path);
        if (file.startsWith('..')) return;
        forget(file.replaceAll('\\', '/'));
        clearTimeout(soon);
        soon = setTimeout(() => void read(readAgain), TOGETHER);
      });
    },
  };
}
