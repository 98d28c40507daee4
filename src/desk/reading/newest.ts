interface Waiting<Value> {
  round: number;
  settle: (value: Value) => void;
  fail: (reason: unknown) => void;
}

/** The result of a job that is done once more whenever something has changed, never twice at once. */
export class Newest<Value> {
  readonly #job: () => Promise<Value>;
  #asked = 0;
  #done = 0;
  #isBusy = false;
  #value: Value | undefined;
  #waiting: Waiting<Value>[] = [];

  constructor(job: () => Promise<Value>) {
    this.#job = job;
  }

  /** Has the job done once more; changes while it is being done are met by another round. */
  refresh(): void {
    this.#asked += 1;
    if (!this.#isBusy) void this.#work();
  }

  /** A result that knows of everything before this call. Throws what the job throws; the next call tries again. */
  async current(): Promise<Value> {
    if (this.isNewest) return this.#value as Value;
    const result = new Promise<Value>((settle, fail) =>
      this.#waiting.push({ round: this.#asked, settle, fail }),
    );
    if (!this.#isBusy) void this.#work();
    return result;
  }

  /** The last result, however old. */
  get known(): Value | undefined {
    return this.#value;
  }

  /** Whether nothing has changed since the last result. */
  get isNewest(): boolean {
    return this.#asked > 0 && this.#done === this.#asked;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    this.#asked = Math.max(this.#asked, 1);
    try {
      while (!this.isNewest) await this.#round();
    } catch (error) {
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    } finally {
      this.#isBusy = false;
    }
  }

  async #round(): Promise<void> {
    const round = this.#asked;
    const value = await this.#job();
    this.#value = value;
    this.#done = round;
    const ready = this.#waiting.filter((each) => each.round <= round);
    this.#waiting = this.#waiting.filter((each) => each.round > round);
    for (const { settle } of ready) settle(value);
  }
}
