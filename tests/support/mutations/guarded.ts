import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import type { Doubt } from '../../../src/check/doubt.ts';
import type { Fault } from '../../../src/source/fault.ts';

/** What the other process is to do: check a content folder, or import files into one. */
export type Task = { check: string } | { files: string[]; folder: string };

/** What came of it. */
export interface Answer {
  faults?: Fault[];
  doubts?: Doubt[];
  printed?: string;
  counts?: { written: number; present: number; failed: number };
  /** The stack of what was thrown. */
  thrown?: string;
  /** Seconds of the processor, which other programs on the machine do not lengthen. */
  seconds: number;
}

const PROGRAM = join(import.meta.dirname, 'checker-process.ts');
/** Enough for any content folder here; what asks for more is out of hand. */
const MEGABYTES = 1536;

/**
 * The check and the import in a process of their own: it can be ended when it hangs, and nothing that it does ends the tests. It has the stack of
 * an ordinary process, as the commands have.
 */
export class Guarded {
  #child: ChildProcess | undefined;

  /** Does a task. What does not answer within the limit (of seconds on the clock) is ended, and said to hang; so is what ends by itself. */
  async run(task: Task, limit: number): Promise<Answer> {
    const child = (this.#child ??= start());
    const answer = await answerOf(child, task, limit);
    if (answer.seconds === limit) await this.end();
    return answer;
  }

  async end(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}

function answerOf(child: ChildProcess, task: Task, limit: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', gone);
      resolve(answer);
    };
    const gone = (code: number | null, signal: string | null) => {
      settle({ thrown: `the process ended (${signal ?? `exit code ${code}`})`, seconds: limit });
    };
    const timer = setTimeout(() => {
      settle({ thrown: `hangs: no answer within ${limit} seconds`, seconds: limit });
    }, limit * 1000);
    child.once('message', settle).once('exit', gone);
    child.send(task);
  });
}

function start(): ChildProcess {
  return fork(PROGRAM, [], {
    execArgv: ['--experimental-strip-types', '--no-warnings', `--max-old-space-size=${MEGABYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
