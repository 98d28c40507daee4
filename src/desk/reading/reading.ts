import { Worker } from 'node:worker_threads';
import type { Settings } from '../../source/settings.ts';
import type { Checked, Listing } from './snapshot.ts';

interface Told {
  round: number;
  listing?: Listing;
  checked?: Checked;
  failure?: string;
}

/** What the desk knows of the content: always the newest that has been read, and whether that is all there is. */
export class Reading {
  readonly #worker: Worker;
  #asked = 0;
  #isBusy = false;
  #isStale = false;
  #listing: Listing | undefined;
  #checked: Checked = { faults: [], doubts: [] };
  #checkedRound = 0;
  #listedRound = 0;
  #waiting: { round: number; settle: () => void; fail: (error: Error) => void }[] = [];

  constructor(settings: Settings) {
    this.#worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: settings });
    this.#worker.on('message', (told: Told) => this.#hear(told));
    this.#worker.unref();
    this.refresh();
  }

  /** Has the content read once more; changes while it is read are read in another round. */
  refresh(): void {
    this.#asked += 1;
    if (this.#isBusy) this.#isStale = true;
    else this.#ask();
  }

  /** What the content holds, everything that was asked for before this call included. */
  async listing(): Promise<Listing> {
    const round = this.#asked;
    if (this.#listedRound < round)
      await new Promise<void>((settle, fail) => this.#waiting.push({ round, settle, fail }));
    return this.#listing!;
  }

  /** What is known of faults and doubts. */
  checked(): Checked & { isWhole: boolean } {
    return { ...this.#checked, isWhole: this.#checkedRound === this.#asked };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(): void {
    this.#isBusy = true;
    this.#isStale = false;
    this.#worker.postMessage(this.#asked);
  }

  #hear({ round, listing, checked, failure }: Told): void {
    if (listing) {
      this.#listing = listing;
      this.#listedRound = round;
      const ready = this.#waiting.filter((each) => each.round <= round);
      this.#waiting = this.#waiting.filter((each) => each.round > round);
      for (const { settle } of ready) settle();
    }
    if (checked) {
      this.#checked = checked;
      this.#checkedRound = round;
    }
    if (failure !== undefined) for (const { fail } of this.#waiting.splice(0)) fail(new Error(failure));
    if (!checked && failure === undefined) return;
    this.#isBusy = false;
    if (this.#isStale) this.#ask();
  }
}
