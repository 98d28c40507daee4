import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { LOOPBACK, type Settings } from '../../source/settings.ts';
import { desk } from '../../strings/desk.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PATIENCE = 180_000;
const BETWEEN_TRIES = 150;

/** The real pages of the content as it is now, drafts and internal entries too: `npm run dev`, begun when it is first asked for. */
export class Preview {
  readonly #settings: Settings;
  #child: ChildProcess | undefined;
  #address: Promise<string> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** The address of its first page. Throws where it does not come up. */
  address(): Promise<string> {
    this.#address ??= this.#start().catch((error: unknown) => {
      this.#address = undefined;
      throw error;
    });
    return this.#address;
  }

  end(): void {
    this.#child?.kill();
  }

  async #start(): Promise<string> {
    const port = await freePort();
    const words = [
      join(ROOT, 'scripts/run.cjs'),
      'dev',
      '--host',
      LOOPBACK,
      '--port',
      String(port),
      '--ignore-lock',
    ];
    const { contentDir, outDir, basePath, siteUrl } = this.#settings;
    const child = spawn(process.execPath, ['--no-warnings', ...words], {
      cwd: ROOT,
      env: {
        ...process.env,
        CONTENT_DIR: contentDir,
        OUT_DIR: outDir,
        BASE_PATH: basePath,
        SITE_URL: siteUrl,
        ASTRO_CACHE_DIR: join(ROOT, 'node_modules/.cache/zhixing/desk'),
        AUDIENCE: 'internal',
        DRAFTS: '1',
      },
      stdio: 'ignore',
    });
    this.#child = child;
    const address = `http://${LOOPBACK}:${port}${basePath}`;
    const until = Date.now() + PATIENCE;
    while (Date.now() < until && child.exitCode === null) {
      const isUp = await fetch(address, { method: 'HEAD' }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return address;
      await setTimeout(BETWEEN_TRIES);
    }
    child.kill();
    throw new Error(desk.previewFailed);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
