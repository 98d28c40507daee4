import { fork, type ChildProcess } from 'node:child_process';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Publishing } from '../../domain/desk/api.ts';
import type { ShownFiles } from '../../domain/desk/unpublished.ts';
import type { BuildResult } from '../../publish/build/build-site.ts';
import { serveSite } from '../../publish/serving/serve-site.ts';
import { LOOPBACK, type Settings } from '../../source/settings.ts';
import { desk } from '../../strings/desk.ts';
import { DESK_FOLDER } from '../files/content-folder.ts';
import { ownName } from '../../build-cache/own-name.ts';
import type { Told } from './publish-process.ts';

const PROGRAM = join(import.meta.dirname, 'publish-process.ts');
const RECORD = 'published.json';

/** Publishes the content: builds the site, remembers what of the content stands in it, and shows it on this machine. */
export class Publisher {
  readonly #settings: Settings;
  readonly #record: string;
  #now: Publishing = { state: 'none', lines: [] };
  #child: ChildProcess | undefined;
  #server: Promise<Server> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#record = join(settings.contentDir, DESK_FOLDER, RECORD);
  }

  now(): Publishing {
    return this.#now;
  }

  /** What the site that was published last was made of; `undefined` where the desk has published none. */
  async published(): Promise<ShownFiles | undefined> {
    const text = await readFile(this.#record, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as ShownFiles);
  }

  /** Begins to publish what the content shows, unless that is being done already. */
  begin(shown: ShownFiles): Publishing {
    if (this.#now.state !== 'running') {
      this.#now = { state: 'running', lines: [desk.building] };
      void this.#publish(shown);
    }
    return this.#now;
  }

  /** Ends the build, which leaves the last site as it was, and the server of the site. */
  async end(): Promise<void> {
    // It stops by itself in good order once nobody listens.
    if (this.#child?.connected) this.#child.disconnect();
    const server = await this.#server?.catch(() => undefined);
    server?.closeAllConnections();
    server?.close();
  }

  async #publish(shown: ShownFiles): Promise<void> {
    try {
      const { problems, notes, pages, seconds } = await this.#build();
      const lines = [...this.#now.lines, ...notes];
      if (problems.length > 0) {
        this.#now = { state: 'failed', lines: [...lines, ...problems, desk.notPublished(problems.length)] };
        return;
      }
      await this.#remember(shown);
      this.#now = {
        state: 'done',
        lines: [...lines, desk.built(pages, seconds.toFixed(1))],
        pages,
        seconds,
        address: await this.#address(),
      };
    } catch (error) {
      this.#now = { state: 'failed', lines: [...this.#now.lines, (error as Error).message] };
    }
  }

  #build(): Promise<BuildResult> {
    const child = fork(PROGRAM, [], {
      execArgv: ['--experimental-strip-types', '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    return new Promise((settle, fail) => {
      child.on('message', (told: Told) => {
        if ('result' in told) settle(told.result);
        else this.#now.lines.push(told.line);
      });
      child.once('error', fail);
      child.once('exit', () => fail(new Error(desk.stoppedItself)));
      child.send(this.#settings);
    });
  }

  async #remember(shown: ShownFiles): Promise<void> {
    const beside = `${this.#record}.${ownName('new')}`;
    await writeFile(beside, JSON.stringify(shown));
    await rename(beside, this.#record);
  }

  /** Where the site can be looked at on this machine. */
  async #address(): Promise<string | undefined> {
    const { outDir, basePath } = this.#settings;
    if (!(await stat(join(outDir, 'index.html')).catch(() => undefined))) return undefined;
    this.#server ??= serveSite(outDir, basePath, 0);
    const { port } = (await this.#server).address() as AddressInfo;
    return `http://${LOOPBACK}:${port}${basePath}`;
  }
}
