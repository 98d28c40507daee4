import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BundleError } from './bundle-error.ts';
import { END } from './bundle-protocol.ts';

/** A page as Pagefind takes it: its address, and HTML. */
export interface PageToIndex {
  url: string;
  content: string;
}

/** Pagefind at work in a process of its own. */
export interface Indexer {
  /** Has the files written and resolves when the process has ended. Throws BundleError. */
  finish(): Promise<void>;
  /** Ends the process, if it still runs, and waits until it is gone. */
  stop(): Promise<void>;
}

const PROGRAM = join(import.meta.dirname, 'bundle-process.ts');

/** Starts Pagefind, which reads pages as they come and writes its files to a folder when that is asked for. */
export function startIndexer(pages: Iterable<PageToIndex>, folder: string): Indexer {
  const child = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', PROGRAM, folder], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // If it stops reading, `ended` says why.
  child.stdin.on('error', () => undefined);
  const ended = (once(child, 'close') as Promise<[number | null, string | null]>).then(
    ([code, signal]) => {
      if (code !== 0) throw new BundleError(said.trim() || (signal ?? `退出码 ${code}`));
    },
    (error: unknown) => {
      throw new BundleError(said.trim() || String(error));
    },
  );
  const send = async (line: string): Promise<void> => {
    if (child.stdin.write(`${line}\n`)) return;
    // Where it cannot read on, its end says why.
    await Promise.race([once(child.stdin, 'drain').catch(() => ended), ended]);
  };
  const sendAll = async (): Promise<void> => {
    for (const page of pages) await send(JSON.stringify(page));
  };
  const read = sendAll();
  for (const promise of [read, ended]) promise.catch(() => undefined); // Reported where the files are awaited.
  return {
    async finish() {
      await read;
      await send(END);
      await ended;
    },
    async stop() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}
