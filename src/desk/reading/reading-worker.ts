import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../source/settings.ts';
import { WithdrawError } from '../../withdraw/withdraw.ts';
import { SnapshotReader, type Question } from './snapshot.ts';

/** What the thread is asked, and the number by which its answer is known. */
export interface Asked {
  id: number;
  question: Question;
}

/** Its answer, or why there is none: in words for the editor, or a slip of the program. */
export type Told = { id: number } & ({ answer: unknown } | { refused: string } | { failure: string });

/** The thread that reads the content, so that the server answers meanwhile. */
const reader = new SnapshotReader(workerData as Settings);

parentPort?.on('message', ({ id, question }: Asked) => {
  reader.answer(question).then(
    (answer) => tell({ id, answer }),
    (error: Error) =>
      tell({
        id,
        ...(error instanceof WithdrawError ? { refused: error.message } : { failure: error.message }),
      }),
  );
});

function tell(told: Told): void {
  parentPort?.postMessage(told);
}
