import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './site.ts';

/** How a command came to its end. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it printed, complaints included, but not that it waited for another build: any test may build at the same time. */
  said: string;
  hasWaited: boolean;
  milliseconds: number;
}

/** A command of the project as a process of its own, in a group of its own. */
export interface Command {
  pid: number;
  ended: Promise<Ended>;
}

/** The words that run a script of the project with this Node. */
export function nodeWords(script: string): string[] {
  return [
    process.execPath,
    '--experimental-strip-types',
    '--no-warnings',
    join(ROOT, 'scripts', `${script}.ts`),
  ];
}

/** Starts `scripts/<script>.ts` as people do; `launcher` comes before it on the command line, `words` behind it. */
export function startCommand(
  script: string,
  env: Record<string, string>,
  launcher: string[] = [],
  words: string[] = [],
): Command {
  return start([...launcher, ...nodeWords(script), ...words], env);
}

/** npm is a script of the shell on Windows. */
const NPM = process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];

/** Starts a script of `package.json`. */
export function npmScript(name: string): Command {
  return start([...NPM, 'run', '--silent', name], {});
}

/** What a build says that waits for another. */
const WAITS = /^这个项目里另一次生成（进程 \d+）还没有结束，等它结束后再开始……\n/gm;

/** What a build said, but for its having waited for another. */
export function withoutWaiting(said: string): string {
  return said.replace(WAITS, '');
}

/** Starts a program. */
export function start([program = '', ...words]: string[], env: Record<string, string>): Command {
  const started = performance.now();
  const child = spawn(program, words, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code, signal]: (number | NodeJS.Signals | null)[]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    said: withoutWaiting(said),
    hasWaited: said.search(WAITS) >= 0,
    milliseconds: performance.now() - started,
  }));
  return { pid: child.pid!, ended };
}

/** Whether `/proc` tells which processes run. */
export const knowsProcesses = existsSync('/proc/self/cmdline');

/** Running processes on whose command line some words stand. */
export async function processesWith(words: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    const line = /^\d+$/.test(name) ? await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '') : '';
    if (line.includes(words)) found.push(Number(name));
  }
  return found;
}

/** What comes before a command so that permissions bind it: they do not bind root. Nothing where that cannot be had. */
export function boundByPermissions(): string[] | undefined {
  if (process.getuid?.() !== 0) return process.getuid ? [] : undefined;
  const launcher = ['setpriv', '--bounding-set=-dac_override,-dac_read_search'];
  return spawnSync('setpriv', [...launcher.slice(1), 'true']).status === 0 ? launcher : undefined;
}

/** What comes before a shell's words so that it may mount disks that nobody else sees. Nothing where that cannot be had. */
export function withDisksOfItsOwn(): string[] | undefined {
  const launcher = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
  const works =
    spawnSync('unshare', [...launcher.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
  return works ? launcher : undefined;
}
