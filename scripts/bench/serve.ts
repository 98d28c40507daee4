import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../src/publish/build-site.ts';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { nginxConfig } from '../../src/publish/hosting/nginx.ts';
import { readSettings } from '../../src/source/settings.ts';
import { ROOT } from '../command.ts';
import { load } from './load.ts';
import { freePort, hasNginx, startNginx } from './nginx.ts';

const RATES = [2000, 4000];
const SECONDS = 10;
/** What one visit asks for again and again: lists, a text, the search page. */
const PAGES = ['', 'library/', 'search/', 'units/', 'feed.xml'];

/** Prints what one worker of nginx, with the generated configuration, makes of so many requests a second for the demo site's pages. */
export async function benchServe(): Promise<void> {
  if (!hasNginx()) throw new Error('nginx is not installed');
  const place = await mkdtemp(join(tmpdir(), 'zhixing-bench-serve-'));
  const [outDir, folder, port] = [join(place, 'dist'), join(place, 'served'), await freePort()];
  try {
    const { problems } = await buildSite(readSettings({ OUT_DIR: outDir }, ROOT));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    await deploySite(outDir, folder, ['gz']);
    const order = {
      host: 'localhost',
      port,
      basePath: '/',
      folder,
      moves: [],
      asked: [],
      isSearchedFromElsewhere: false,
      brotli: false,
    };
    const nginx = await startNginx(nginxConfig(order), port);
    console.log(
      `One worker of nginx, asked from the same machine (${cpus().length} cores), ${SECONDS} s each:`,
    );
    for (const rate of RATES) {
      const addresses = PAGES.map((page) => `http://127.0.0.1:${port}/${page}`);
      const { perSecond, errors, median, p99 } = await load(addresses, { perSecond: rate, seconds: SECONDS });
      const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
      console.log(
        `asked ${rate}/s: answered ${perSecond.toFixed(0)}/s, errors ${failed}, median ${median.toFixed(1)} ms, 99 % ${p99.toFixed(1)} ms`,
      );
    }
    await nginx.close();
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
