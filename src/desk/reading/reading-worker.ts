import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../source/settings.ts';
import { SnapshotReader } from './snapshot.ts';

/**
 * The thread that reads and checks the content, so that the server answers meanwhile. Each word from the other side has it read once more; it
 * tells what there is as soon as it knows, and later what is the matter with it.
 */
const reader = new SnapshotReader(workerData as Settings);

parentPort?.on('message', (round: number) => {
  void look(round);
});

async function look(round: number): Promise<void> {
  try {
    parentPort?.postMessage({ round, listing: await reader.list() });
    parentPort?.postMessage({ round, checked: await reader.check() });
  } catch (error) {
    parentPort?.postMessage({ round, failure: (error as Error).message });
  }
}
