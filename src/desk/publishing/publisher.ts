import { fork, type ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PublishedState, PublishedTo } from '../../domain/desk/publishing.ts';
import type { ShownFiles } from '../../domain/desk/unpublished.ts';
import { goBackHere, whyNoWayBackHere } from '../../publish/deploy/deploy-here.ts';
import { DeployError } from '../../publish/deploy/deploy-error.ts';
import { readRecord } from '../../publish/deploy/record.ts';
import { fileTrouble } from '../../publish/file-trouble.ts';
import { serveSite } from '../../publish/serving/serve-site.ts';
import { formatFault } from '../../source/fault.ts';
import { writtenServedFolder } from '../../source/served-folder.ts';
import { DEFAULT_SITE_URL, LOOPBACK, SettingsError, type Settings } from '../../source/settings.ts';
import { desk } from '../../strings/desk.ts';
import { FileChanged, NotOurs, type ContentFolder } from '../files/content-folder.ts';
import type { Publication } from '../reading/snapshot.ts';
import { PublishedStates } from './published-states.ts';
import type { PublishOrder, PublishResult, Told } from './publish-process.ts';

const PROGRAM = join(import.meta.dirname, 'publish-process.ts');
const NOTHING: PublishedTo = { state: 'none', lines: [] };

/** Where the site of the desk goes: a served folder that `site.yaml` names, or none, or one that cannot be used. */
export interface Destination {
  folder?: string;
  trouble?: string;
}

/** Publishes the content: records its calendars, builds the site, brings it into the served folder, and remembers what of the content stands in it. */
export class Publisher {
  readonly #settings: Settings;
  readonly #content: ContentFolder;
  readonly #states: PublishedStates;
  #now: PublishedTo = NOTHING;
  #child: ChildProcess | undefined;
  #served: { folder: string; server: Promise<Server> } | undefined;

  constructor(settings: Settings, content: ContentFolder) {
    this.#settings = settings;
    this.#content = content;
    this.#states = new PublishedStates(settings.contentDir);
  }

  now(): PublishedTo {
    return this.#now;
  }

  /** What the site that readers see was made of; `undefined` where the desk does not know. */
  state(): Promise<PublishedState | undefined> {
    return this.#states.now();
  }

  /** The same, its files only. */
  async published(): Promise<ShownFiles | undefined> {
    return (await this.state())?.files;
  }

  destination(): Destination {
    try {
      const folder = writtenServedFolder(this.#settings.contentDir);
      return folder === undefined ? {} : { folder };
    } catch (error) {
      if (error instanceof SettingsError) return { trouble: error.message };
      throw error;
    }
  }

  /** Why the last publication cannot be taken back; `undefined` where it can. */
  async whyNoWayBack(): Promise<string | undefined> {
    const { folder } = this.destination();
    if (folder === undefined) return desk.noFolderToGoBack;
    try {
      return await whyNoWayBackHere(folder);
    } catch (error) {
      return fileTrouble(error);
    }
  }

  /** Begins to publish what `ready` finds in the content, unless something is being published already. */
  begin(ready: () => Promise<Publication>): PublishedTo {
    return this.#work({ lines: [desk.checking] }, () => this.#publish(ready));
  }

  /** Begins to put the generation before back into the served folder. */
  goBack(): PublishedTo {
    return this.#work({ lines: [desk.goingBack], isBack: true }, () => this.#restore());
  }

  /** Ends the build, which leaves the last site as it was, and the server of the site. */
  async end(): Promise<void> {
    // It stops by itself in good order once nobody listens.
    if (this.#child?.connected) this.#child.disconnect();
    await this.#stopServing();
  }

  /** Does one thing at a time; what it says of its end goes with what it said before. */
  #work(begun: Partial<PublishedTo>, work: () => Promise<Partial<PublishedTo>>): PublishedTo {
    if (this.#now.state === 'running') return this.#now;
    this.#now = { ...NOTHING, ...begun, state: 'running' };
    const fail = (error: unknown): Partial<PublishedTo> => {
      this.#say(wordsFor(error));
      return { state: 'failed' };
    };
    void work()
      .catch(fail)
      .then((end) => {
        this.#now = { ...this.#now, ...end };
      });
    return this.#now;
  }

  #say(...lines: string[]): void {
    this.#now.lines.push(...lines);
  }

  async #publish(ready: () => Promise<Publication>): Promise<Partial<PublishedTo>> {
    const { folder, trouble } = this.destination();
    if (trouble !== undefined) return this.#failed([trouble]);
    const { faults, files, events, records } = await ready();
    if (faults.length > 0) return this.#failed(faults.map(formatFault));
    await this.#record(records);
    this.#say(desk.building);
    const { built, deployed, notDeployed } = await this.#build({ settings: this.#settings, folder });
    this.#say(...built.notes);
    if (built.problems.length > 0) return this.#failed(built.problems);
    if (notDeployed !== undefined) return this.#failed([notDeployed], desk.notDeployed);
    const generation = folder === undefined ? undefined : (await readRecord(folder)).generation;
    await this.#states.publish({ files, events }, generation);
    if (deployed) this.#say(desk.deployed(deployed.written, deployed.removed, deployed.isEarlierKept));
    else this.#say(desk.noFolder(this.#settings.outDir));
    const { pages, seconds } = built;
    return { state: 'done', pages, seconds, ...(await this.#whereItIs(folder)) };
  }

  #failed(problems: string[], end = desk.notPublished): Partial<PublishedTo> {
    this.#say(...problems, end(problems.length));
    return { state: 'failed' };
  }

  /** Writes what calendars are to know of this publication, as a change of the content that can be seen in its history. */
  async #record(records: Publication['records']): Promise<void> {
    if (records.length === 0) return;
    const writes = records.map(({ file, text, on }) => ({ file, bytes: Buffer.from(text), on }));
    await this.#content.write(writes, { title: desk.recorded });
    this.#say(desk.recordedUnits(records.length));
  }

  async #restore(): Promise<Partial<PublishedTo>> {
    const { folder, trouble } = this.destination();
    if (folder === undefined) throw new DeployError(trouble ?? desk.noFolderToGoBack);
    const { pages } = await goBackHere(folder);
    await this.#states.goBack((await readRecord(folder)).generation);
    this.#say(desk.wentBack(pages.length));
    return { state: 'done', ...(await this.#whereItIs(folder)) };
  }

  #build(order: PublishOrder): Promise<PublishResult> {
    const child = fork(PROGRAM, [], {
      execArgv: ['--experimental-strip-types', '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    return new Promise((settle, fail) => {
      child.on('message', (told: Told) => {
        if ('result' in told) settle(told.result);
        else this.#say(told.line);
      });
      child.once('error', fail);
      child.once('exit', () => fail(new Error(desk.stoppedItself)));
      child.send(order);
    });
  }

  /** Where the site lies, where it can be looked at on this machine, and under which address readers find it. */
  async #whereItIs(folder: string | undefined): Promise<Partial<PublishedTo>> {
    const { outDir, basePath, siteUrl } = this.#settings;
    const shown = folder ?? outDir;
    const isThere = await stat(join(shown, 'index.html')).catch(() => undefined);
    return {
      ...(folder !== undefined && { folder }),
      ...(siteUrl !== DEFAULT_SITE_URL && { site: `${siteUrl}${basePath}` }),
      ...(isThere && { address: `http://${LOOPBACK}:${await this.#portOf(shown)}${basePath}` }),
    };
  }

  async #portOf(folder: string): Promise<number> {
    if (this.#served?.folder !== folder) {
      await this.#stopServing();
      this.#served = { folder, server: serveSite(folder, this.#settings.basePath, 0) };
    }
    return ((await this.#served.server).address() as AddressInfo).port;
  }

  async #stopServing(): Promise<void> {
    const server = await this.#served?.server.catch(() => undefined);
    this.#served = undefined;
    server?.closeAllConnections();
    server?.close();
  }
}

/** What went wrong, for an editor. */
function wordsFor(error: unknown): string {
  const isOurs = error instanceof DeployError || error instanceof FileChanged || error instanceof NotOurs;
  return isOurs || !(error instanceof Error && 'code' in error)
    ? (error as Error).message
    : fileTrouble(error);
}
