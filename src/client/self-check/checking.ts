import { SELF_CHECK_BUDGET } from '../../domain/budgets.ts';
import type { Outcome, Task } from './check-worker.ts';

/** Checks in a worker, one text at a time; a check that begins ends the one before. */
export interface Checking {
  /** Makes the worker ready before there is a text. */
  prepare(): void;
  /** `'too slow'` where the check was given up. Rejects where the worker cannot be loaded. */
  check(task: Task): Promise<Outcome | 'too slow'>;
}

/** A text that takes longer is hostile or beyond the purpose of the check: the worker is ended, and the next text gets a new one. */
export function makeChecking(): Checking {
  let worker: Worker | undefined;
  let isBusy = false;
  const end = () => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  const ready = () =>
    (worker ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }));
  return {
    prepare: () => void ready(),
    check(task) {
      if (isBusy) end();
      isBusy = true;
      const current = ready();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          end();
          resolve('too slow');
        }, SELF_CHECK_BUDGET.seconds * 1000);
        const settle = () => {
          clearTimeout(timer);
          isBusy = false;
        };
        current.onmessage = ({ data }: MessageEvent<Outcome>) => {
          settle();
          resolve(data);
        };
        current.onerror = () => {
          settle();
          end();
          reject(new Error('no worker'));
        };
        current.postMessage(task);
      });
    },
  };
}
