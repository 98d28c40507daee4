import { execFileSync } from 'node:child_process';

/**
 * Parts the cores that this process may use: the last one is for a server, this process keeps to the others. `undefined` where there is
 * only one, or no `taskset`.
 */
export function coreForServer(): number | undefined {
  const cores = allowedCores();
  const last = cores.pop();
  if (cores.length === 0) return undefined;
  execFileSync('taskset', ['-acp', cores.join(','), String(process.pid)], { stdio: 'ignore' });
  return last;
}

function allowedCores(): number[] {
  try {
    const said = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8', stdio: 'pipe' });
    return coresOf(said.slice(said.lastIndexOf(':') + 1).trim());
  } catch {
    return [];
  }
}

/** The numbers in a list such as `0-2,4`. */
function coresOf(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
