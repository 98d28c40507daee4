import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { IMPORT_BUDGET } from '../domain/budgets.ts';
import type { JobContext, JobResult } from './import-job.ts';
import type { Answer } from './import-process.ts';
import type { Spent } from './import-watch.ts';

const PROGRAM = join(import.meta.dirname, 'import-process.ts');
const SMALLER = '请用 Word 或 WPS 打开后另存为 .docx，或拆成几份再导入';
const REFUSALS: Record<Spent, string> = {
  seconds: `读它要的时间太长，已放弃：内容太多或结构不正常；${SMALLER}`,
  memory: `读它要的内存太多，已放弃：内容太多或结构不正常；${SMALLER}`,
};

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
    const child = await this.#child;
    const { result, isSpent } = await answerOf(child, path);
    if (isSpent) await this.end();
    return result;
  }

  /** Ends the process. */
  async end(): Promise<void> {
    const child = await this.#child?.catch(() => undefined);
    this.#child = undefined;
    if (!child || hasEnded(child)) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
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
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.once('message', () => resolve(child));
    child.once('exit', () => resolve(child));
    child.send(context);
  });
}

/** What a process answers; a sentence where it ends instead. */
function answerOf(child: ChildProcess, path: string): Promise<Answer> {
  const refused = (spent: Spent): Answer => ({ result: { refusal: REFUSALS[spent] }, isSpent: true });
  if (hasEnded(child)) return Promise.resolve(refused('memory'));
  return new Promise((resolve) => {
    let said = '';
    const hear = (words: Buffer) => (said += words.toString());
    const settle = (answer: Answer) => {
      child.off('message', settle).off('close', gone);
      child.stdout?.off('data', hear);
      resolve(answer);
    };
    // Where nothing is said the process was ended by V8 or the system, for want of memory.
    const gone = () => settle(refused(said.endsWith('seconds') ? 'seconds' : 'memory'));
    child.stdout?.on('data', hear);
    child.once('message', settle).once('close', gone);
    child.send(path);
  });
}
