import { parentPort, workerData } from 'node:worker_threads';
import { assembleBundle, type BundleParts } from './assemble-bundle.ts';

/** What the thread is told. */
export interface Assembly extends BundleParts {
  folder: string;
}

const { folder, ...parts } = workerData as Assembly;
parentPort!.postMessage(await assembleBundle(folder, parts));
