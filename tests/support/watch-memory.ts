import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process and all that it started hold at a moment; 0 where `/proc` does not tell. */
export function memoryOf(pid: number): number {
  let sum = residentOf(pid);
  for (const child of childrenOf(pid)) sum += memoryOf(child);
  return sum;
}

/** Watches a process until the function it returns is called, which gives the most that it held. */
export function watchMemory(pid: number): () => number {
  let most = 0;
  const look = () => (most = Math.max(most, memoryOf(pid)));
  const timer = setInterval(look, 25);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function residentOf(pid: number): number {
  const status = textOf(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

function childrenOf(pid: number): number[] {
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread) =>
    textOf(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
