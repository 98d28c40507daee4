import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Bytes of memory that a process and all that it started hold, what is shared counted once (PSS); 0 where there is no /proc. */
export function memoryBelow(root: number): number {
  if (!existsSync('/proc')) return 0;
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (process: number): number =>
    pssOf(process) + (children.get(process) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function pssOf(process: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
