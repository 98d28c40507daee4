import { fileTrouble } from '../../publish/file-trouble.ts';
import { buildSite, type BuildResult } from '../../publish/build/build-site.ts';
import { DeployError } from '../../publish/deploy/deploy-error.ts';
import { deployHere } from '../../publish/deploy/deploy-here.ts';
import type { DeployResult } from '../../publish/deploy/deploy.ts';
import type { Settings } from '../../source/settings.ts';
import { desk } from '../../strings/desk.ts';

/** What the process is to do: build, and bring the site into a served folder where there is one. */
export interface PublishOrder {
  settings: Settings;
  folder: string | undefined;
}

/** What came of it. With a reason for not being deployed the site was built and the served folder is as it was. */
export interface PublishResult {
  built: BuildResult;
  deployed?: DeployResult;
  notDeployed?: string;
}

/**
 * The process that builds: rendering takes all of a thread and much memory. It is told its order, tells what it does and how it ended, and stops
 * when it is told to or when nobody listens any more.
 */
export type Told = { line: string } | { result: PublishResult };

const stop = new AbortController();

process.on('message', (word: PublishOrder | 'stop') => {
  if (word === 'stop') stop.abort();
  else void publish(word);
});
process.once('disconnect', () => stop.abort());

async function publish({ settings, folder }: PublishOrder): Promise<void> {
  const built = await buildSite(settings, stop.signal, (line) => tell({ line }));
  const isBuilt = built.problems.length === 0;
  if (isBuilt) tell({ line: desk.built(built.pages, built.seconds.toFixed(1)) });
  const placed = isBuilt && folder !== undefined ? await deploy(settings, folder) : {};
  tell({ result: { built, ...placed } });
  if (process.connected) process.disconnect();
}

async function deploy(settings: Settings, folder: string): Promise<Omit<PublishResult, 'built'>> {
  tell({ line: desk.deploying(folder) });
  try {
    return { deployed: await deployHere(settings, folder, { codings: ['gz'] }) };
  } catch (error) {
    return { notDeployed: error instanceof DeployError ? error.message : fileTrouble(error) };
  }
}

function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}
