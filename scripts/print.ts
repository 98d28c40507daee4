import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { printable } from '../src/domain/characters.ts';

// The only place from which words of a command reach a terminal; a lint rule keeps it so.

/** Prints lines. Whatever words they quote, a terminal shows them and obeys none: a line end within a line is shown, too. */
export function say(...lines: readonly string[]): void {
  for (const line of lines) console.log(printable(line));
}

/** Prints lines about what went wrong, in the same way. */
export function complain(...lines: readonly string[]): void {
  for (const line of lines) console.error(printable(line));
}

/** A line that writes itself anew, on a terminal only. */
export function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${printable(line)}`);
}

/** The lines of a text that is meant to have several. */
export function linesOf(text: string): string[] {
  return text.split('\n');
}

/** Somebody at a terminal who answers questions. */
export interface Talk {
  ask(question: string): Promise<string>;
  close(): void;
}

/** Whoever sits at the terminal; nobody, where a command is called by a program. */
export function openTalk(): Talk | undefined {
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  const terminal = createInterface({ input: stdin, output: stdout });
  return {
    ask: async (question) => (await terminal.question(printable(question))).trim(),
    close: () => {
      terminal.close();
    },
  };
}

/** The answer to a question, from a terminal or whatever program stands in for one; nothing where the input ends without one. */
export async function askOnce(question: string): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return (await Promise.race([terminal.question(printable(question)), ended])).trim();
  } finally {
    terminal.close();
  }
}
