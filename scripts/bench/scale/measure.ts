import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { memoryBelow } from '../memory.ts';

/** What a command cost. */
export interface Cost {
  /** Seconds on the clock. */
  wall: number;
  /** Seconds of processor time of the command and all that it started; 0 where there is no /proc. */
  processor: number;
  /** The most bytes of memory that its processes held together; 0 where there is no /proc. */
  memory: number;
}

/** A command to run: program, arguments, folder and surroundings. */
export interface Command {
  program: string;
  args: readonly string[];
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

const CLOCK_TICKS = 100;
/** Milliseconds between two looks at the memory. */
const PAUSE = 250;

/** Runs commands one after the other and adds up what they cost. Throws with their output when one fails. */
export async function costOf(commands: readonly Command[]): Promise<Cost> {
  const before = childrenSeconds();
  const start = performance.now();
  let memory = 0;
  for (const command of commands) memory = Math.max(memory, await memoryOf(command));
  return { wall: (performance.now() - start) / 1000, processor: childrenSeconds() - before, memory };
}

/** Runs a command to its end and returns the most memory it held, in bytes. */
function memoryOf({ program, args, cwd, env }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => output.push(part));
    let most = 0;
    const looking = setInterval(() => (most = Math.max(most, memoryBelow(child.pid ?? 0))), PAUSE);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(looking);
      if (code === 0) resolve(most);
      else
        reject(
          new Error(
            `${program} ${args.join(' ')}: ${code}\n${Buffer.concat(output).toString().slice(-2000)}`,
          ),
        );
    });
  });
}

/** Seconds of processor time of all children that have ended. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[13]) + Number(fields[14])) / CLOCK_TICKS;
  } catch {
    return 0;
  }
}
