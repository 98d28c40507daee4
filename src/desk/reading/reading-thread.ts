import { Worker } from 'node:worker_threads';
import type { Settings } from '../../source/settings.ts';
import { WithdrawError } from '../../withdraw/withdraw.ts';
import type { Asked, Told } from './reading-worker.ts';
import type { Answers, Question } from './snapshot.ts';

interface Waiting {
  settle: (answer: never) => void;
  fail: (reason: Error) => void;
}

/** A thread with a reader of its own, which remembers what it has read. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(settings: Settings) {
    this.#worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: settings });
    this.#worker.on('message', (told: Told) => this.#hear(told));
    this.#worker.on('error', (error: Error) => this.#giveUp(error));
    this.#worker.on('exit', () => this.#giveUp(new Error('the thread has ended')));
    this.#worker.unref();
  }

  /** Throws WithdrawError, and Error where the thread cannot answer. */
  ask<Asking extends Question>(question: Asking): Promise<Answers[Asking['what']]> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
      this.#worker.postMessage({ id, question } satisfies Asked);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if ('answer' in told) waiting?.settle(told.answer as never);
    else waiting?.fail('refused' in told ? new WithdrawError(told.refused) : new Error(told.failure));
  }

  #giveUp(error: Error): void {
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}
