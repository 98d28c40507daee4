import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { fileTrouble } from '../src/publish/file-trouble.ts';
import { readSettings, SettingsError, type Settings } from '../src/source/settings.ts';

/** The project's own folder, whatever folder a command is called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command with the settings of the environment; its number becomes the exit code, a wrong setting is said in one line. */
export async function runCommand(command: (settings: Settings) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(readSettings(process.env, ROOT));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
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
  console.error(error instanceof expected ? error.message : fileTrouble(error));
  return 1;
}
