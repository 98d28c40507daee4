import { constants } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileTrouble } from '../src/publish/file-trouble.ts';
import { readSettings, SettingsError, type Settings } from '../src/source/settings.ts';
import {
  readCommandLine,
  usageOf,
  type CommandUsage,
  type CommandLine,
  type OptionUsage,
} from './command-line.ts';
import { complain, linesOf, say } from './print.ts';
import { folderTrouble } from './run.cjs';

/** The project's own folder, whatever folder a command is called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The exit code of a command that was called in a way that it does not know. */
const MISUSE = 2;

/**
 * Runs a command with what stands on its command line and the settings of the environment; its number becomes the exit code. Says how the command is
 * used where that is asked for or needed, and in one line what else keeps it from being done.
 */
export async function runCommand<const Options extends Record<string, OptionUsage>>(
  usage: CommandUsage<Options>,
  command: (settings: Settings, line: CommandLine<Options>) => Promise<number>,
): Promise<void> {
  process.on('uncaughtException', (error) => {
    complain(...wordsFor(error));
    process.exit(1);
  });
  const line = readCommandLine(usage, process.argv.slice(2));
  if (line === 'help') {
    say(...usageOf(usage));
    return;
  }
  if ('misuse' in line) {
    process.exitCode = misuse(usage, line.misuse);
    return;
  }
  try {
    const trouble = folderTrouble(ROOT);
    if (trouble) throw new SettingsError(trouble);
    process.exitCode = await command(readSettings(process.env, ROOT), line);
  } catch (error) {
    complain(...wordsFor(error));
    process.exitCode = 1;
  }
}

/** Says what is wrong with the words of a command line, and how the command is used. Returns the exit code. */
export function misuse(usage: CommandUsage, reason: string): number {
  complain(reason, '', ...usageOf(usage));
  return MISUSE;
}

/** An error in words: a setting, what the system refused, or else a slip of the program with its place, for those who carry it on. */
function wordsFor(error: unknown): string[] {
  if (error instanceof SettingsError) return linesOf(error.message);
  if (!(error instanceof Error)) return [`程序出错：${String(error)}`];
  if ('code' in error && 'syscall' in error) return linesOf(fileTrouble(error));
  const place = /\(?(?:file:\/\/)?(\/[^\s()]+|[A-Z]:[^\s()]+):(\d+):\d+\)?$/m.exec(error.stack ?? '');
  const at = place ? `（${relative(ROOT, place[1] ?? '')}:${place[2] ?? ''}）` : '';
  return [`程序出错：${error.message}${at} — 这是程序的毛病，请把这一行告诉维护人员`];
}

/** What ends a command: Ctrl-C, a service that is stopped, a terminal that is closed. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does work that is to end in good order when the command is ended: it is told so by the signal it is given, may clear up and say what
 * happened, and then the process ends with the code that shells expect. A second time ends it on the spot.
 */
export async function inGoodOrder(work: (stopped: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  let ending: (typeof ENDINGS)[number] | undefined;
  const end = (signal: (typeof ENDINGS)[number]) => {
    ending = signal;
    for (const name of ENDINGS) process.off(name, end);
    stop.abort();
  };
  for (const name of ENDINGS) process.once(name, end);
  const code = await work(stop.signal);
  for (const name of ENDINGS) process.off(name, end);
  if (ending) process.exit(128 + constants.signals[ending]);
  return code;
}

/** Says in one line what went wrong: an error of the kind that a command expects, or one of the file system. Returns the exit code; throws any other. */
export function sayTrouble(error: unknown, expected: new (message: string) => Error): number {
  const isTrouble = error instanceof Error && 'code' in error;
  if (!(error instanceof expected) && !isTrouble) throw error;
  complain(...linesOf(error instanceof expected ? error.message : fileTrouble(error)));
  return 1;
}
