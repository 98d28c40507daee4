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

/** Says in one line what went wrong: an error of the kind that a command expects, or one of the file system. Returns the exit code; throws any other. */
export function sayTrouble(error: unknown, expected: new (message: string) => Error): number {
  const isTrouble = error instanceof Error && 'code' in error;
  if (!(error instanceof expected) && !isTrouble) throw error;
  console.error(error instanceof expected ? error.message : fileTrouble(error));
  return 1;
}
