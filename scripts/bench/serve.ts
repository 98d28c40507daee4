import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { SEARCHED_ALONE } from '../../src/publish/hosting/searched-with.ts';
import { nginxConfig } from '../../src/publish/hosting/nginx.ts';
import { readSettings } from '../../src/source/settings.ts';
import { ROOT } from '../command.ts';
import { coreForServer } from './cores.ts';
import { load, type LoadFigures } from './load.ts';
import { freePort, hasNginx, startNginx } from './nginx.ts';
import { startTrivialServer } from './trivial-server.ts';
import { say } from '../print.ts';

const RATES = [2000, 4000];
const SECONDS = 10;
const ROUNDS = 3;
/** The asker is tried at this many times the highest rate. */
const SPARE = 5;

/** The addresses of what visits ask for: pages, styles, scripts, and the files of the search index. */
export function askedAddresses(origin: string, files: readonly string[]): string[] {
  return files
    .filter((path) => /\.(?:html|js|css|pf_meta|pf_index|pf_fragment)$/.test(path) && path !== '404.html')
    .map((path) => origin + encodeURI(path.replace(/(^|\/)index\.html$/, '$1')));
}

/**
 * Prints what one worker of nginx, with the generated configuration and on a core of its own, makes of so many requests a second for all
 * pages and files of the demo site, several times over; before that, what the asker itself can do.
 */
export async function benchServe(): Promise<void> {
  if (!hasNginx()) throw new Error('nginx is not installed');
  const place = await mkdtemp(join(tmpdir(), 'zhixing-bench-serve-'));
  const [outDir, folder, port] = [join(place, 'dist'), join(place, 'served'), await freePort()];
  try {
    say('Building the demo site …');
    const { problems } = await buildSite(readSettings({ OUT_DIR: outDir }, ROOT));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    await deploySite(outDir, folder, ['gz']);
    const core = coreForServer();
    await tryAsker();
    const nginx = await startNginx(configFor(folder, port), port, core);
    try {
      const addresses = askedAddresses(`http://127.0.0.1:${port}/`, await filesBelow(outDir));
      say(
        '',
        `One worker of nginx${core === undefined ? '' : `, kept to core ${core}`}, asked from the same machine (${cpus().length} cores) for ${addresses.length} pages and files in turn, ${SECONDS} s each:`,
      );
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const rate of RATES) {
          const before = nginx.processorSeconds();
          const figures = await load(addresses, { perSecond: rate, seconds: SECONDS });
          const busy = ((nginx.processorSeconds() - before) / SECONDS) * 100;
          say(`${lineOf(rate, figures)}, nginx at work ${busy.toFixed(0)} % of the time${machine()}`);
        }
      }
    } finally {
      await nginx.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Prints how fast and how soon the asker has answers that cost a server nothing: nothing measured with it can be better. */
async function tryAsker(): Promise<void> {
  const server = await startTrivialServer();
  try {
    say('The asker itself, of answers that cost nothing:');
    for (const rate of [...RATES, SPARE * Math.max(...RATES)]) {
      say(`${lineOf(rate, await load([server.url], { perSecond: rate, seconds: 3 }))}${machine()}`);
    }
  } finally {
    await server.close();
  }
}

function configFor(folder: string, port: number): string {
  return nginxConfig({
    host: 'localhost',
    port,
    basePath: '/',
    folder,
    moves: [],
    ...SEARCHED_ALONE,
    brotli: false,
  });
}

function lineOf(rate: number, { perSecond, errors, median, p99 }: LoadFigures): string {
  const failed = Object.entries(errors).map(([what, count]) => `${count} × ${what}`);
  return `asked ${rate}/s: answered ${perSecond.toFixed(0)}/s, errors ${failed.join(', ') || 0}, median ${median.toFixed(1)} ms, 99 % ${p99.toFixed(1)} ms`;
}

/** How busy the machine is, this bench included: other work on it makes every figure worse. */
function machine(): string {
  return ` (load average ${loadavg()[0]!.toFixed(2)})`;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
