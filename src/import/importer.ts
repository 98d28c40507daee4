import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import { IMPORT_BUDGET } from '../domain/budgets.ts';
import type { JobContext, JobResult } from './import-job.ts';

const PROGRAM = join(import.meta.dirname, 'import-process.ts');
const SMALLER = '请用 Word 或 WPS 打开后另存为 .docx，或拆成几份再导入';
const TOO_SLOW = `读了 ${IMPORT_BUDGET.seconds} 秒还没有读完，已放弃：内容太多或结构不正常；${SMALLER}`;
const TOO_MUCH = `读它要的内存太多，已放弃：内容太多或结构不正常；${SMALLER}`;

/**
 * Imports files in a process of their own, which is limited in time and memory: a file that is made to break programs ends that process, not the
 * run. A thread would not do, because V8 ends the whole process where memory runs out at once. One process serves all files until one ends it.
 */
export class Importer {
  readonly #context: JobContext;
  #child: Promise<ChildProcess> | undefined;

  constructor(context: JobContext) {
    this.#context = context;
  }

  /** Reads a file and makes of it what is to be written. What is refused, takes too long or too much memory comes back as a sentence. */
  async import(path: string): Promise<JobResult> {
    this.#child ??= start(this.#context);
    const answer = await answerOf(await this.#child, path);
    if (answer.isOver) await this.end();
    return answer.result;
  }

  /** Ends the process. */
  async end(): Promise<void> {
    const child = await this.#child?.catch(() => undefined);
    this.#child = undefined;
    if (!child || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A process that knows its context and waits for paths; loading its programs takes time that no file is to pay for. */
function start(context: JobContext): Promise<ChildProcess> {
  const child = fork(PROGRAM, [], {
    execArgv: [
      '--experimental-strip-types',
      '--no-warnings',
      `--max-old-space-size=${IMPORT_BUDGET.heapMegabytes}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.once('message', () => resolve(child));
    child.once('exit', () => resolve(child));
    child.send(context);
  });
}

function answerOf(child: ChildProcess, path: string): Promise<{ result: JobResult; isOver: boolean }> {
  if (hasEnded(child)) return Promise.resolve({ result: { refusal: TOO_MUCH }, isOver: true });
  return new Promise((resolve) => {
    const settle = (result: JobResult, isOver: boolean) => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', gone);
      resolve({ result, isOver });
    };
    const answered = (result: JobResult) => settle(result, false);
    const gone = () => settle({ refusal: TOO_MUCH }, true);
    const timer = setTimeout(() => settle({ refusal: TOO_SLOW }, true), IMPORT_BUDGET.seconds * 1000);
    child.once('message', answered).once('exit', gone);
    child.send(path);
  });
}
