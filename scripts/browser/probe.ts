import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { reasons } from './messages.ts';

const PATIENCE_MS = 30_000;
const browserVersion = /\d+\.\d+\.\d+\.\d+/;

/**
 * Why the browser at `executablePath` cannot be used, in Chinese, or undefined when it answers `--version`.
 * `env` is added to the environment of this process.
 * On Windows only the file is looked for: there `--version` opens a window and prints nothing
 * (https://crbug.com/158372).
 */
export async function probe(
  executablePath: string,
  env: Record<string, string>,
): Promise<string | undefined> {
  const found = await access(executablePath, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (!found) return reasons.absent;
  return process.platform === 'win32' ? undefined : askVersion(executablePath, env);
}

function askVersion(executablePath: string, env: Record<string, string>): Promise<string | undefined> {
  const options = { env: { ...process.env, ...env }, timeout: PATIENCE_MS };
  return new Promise((resolve) => {
    execFile(executablePath, ['--version'], options, (error, stdout, stderr) => {
      if (error?.killed) resolve(reasons.timedOut);
      else if (error) resolve(lastLine(stderr) || error.message);
      else resolve(browserVersion.test(stdout) ? undefined : reasons.notABrowser);
    });
  });
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
