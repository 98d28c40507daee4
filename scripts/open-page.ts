import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The program that opens an address in the browser of whoever sits at the machine, by where it always lies: `PATH` may be empty. */
function opener(address: string): [program: string, ...words: string[]] {
  if (process.platform === 'win32') {
    const system = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32');
    return [join(system, 'rundll32.exe'), 'url.dll,FileProtocolHandler', address];
  }
  return [process.platform === 'darwin' ? '/usr/bin/open' : '/usr/bin/xdg-open', address];
}

/** Opens an address in the browser. Where there is none nothing happens: the address has been said. */
export function openPage(address: string): void {
  const [program, ...words] = opener(address);
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
