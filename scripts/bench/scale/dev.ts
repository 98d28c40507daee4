import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../nginx.ts';
import { fileName } from './library.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const EDITS = 5;
/** Milliseconds between two looks at the page, and between two edits. */
const LOOK_EVERY = 50;
const REST = 3000;

/** How long `npm run dev` takes, in milliseconds. */
export interface DevTimes {
  /** Until a page of an entry is first shown, from the start of the command. */
  first: number;
  /** From saving an edit of an entry until its page shows it: half and all of the edits. */
  median: number;
  longest: number;
}

/** Starts `dev` on a content folder as `layOutContent` made it, and edits one of its texts a few times. */
export async function timeDev(content: string): Promise<DevTimes> {
  const port = await freePort();
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
    cwd: ROOT,
    env: { ...process.env, CONTENT_DIR: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const shows = async (text: string): Promise<boolean> =>
    fetch(`http://localhost:${port}/texts/${fileName(0)}/`)
      .then(async (answer) => answer.ok && (await answer.text()).includes(text))
      .catch(() => false);
  const until = async (text: string): Promise<number> => {
    const started = performance.now();
    while (!(await shows(text))) {
      if (child.exitCode !== null) throw new Error('dev has ended');
      await sleep(LOOK_EVERY);
    }
    return performance.now() - started;
  };
  try {
    const first = await until('<article');
    const times: number[] = [];
    for (let edit = 1; edit <= EDITS; edit += 1) {
      await sleep(REST);
      const words = `第${edit}次改动。`;
      await appendFile(path.join(content, `texts/${fileName(0)}.md`), `\n${words}\n`);
      times.push(await until(words));
    }
    times.sort((one, other) => one - other);
    return { first, median: times[Math.floor(EDITS / 2)]!, longest: times.at(-1)! };
  } finally {
    child.kill();
    await ended;
  }
}
