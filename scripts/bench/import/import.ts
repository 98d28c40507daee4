import { mkdtempSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { say } from '../../print.ts';
import { costOf } from '../scale/measure.ts';
import { writeSamples, type Sample } from './samples.ts';
import { hasOffice, toolsHere, type Tool } from './tools.ts';
import { judge, total, type Score, type Share } from './truth.ts';

/**
 * Reads papers that it writes in every format, and the files of a folder where one is named, with this project and every peer that is there, in
 * one run: `npm run bench -- import [FOLDER]`. Prints how many characters, numbers and rows of tables each kept, its time and its memory. Nobody
 * knows what the files of a folder say, so of those it counts ideographs, against all that any of the readers found.
 */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhixing-import-'));
  const [, , , named] = process.argv;
  try {
    const samples = await writeSamples(join(folder, 'samples'), hasOffice());
    const tools = toolsHere();
    say('Papers written here:', '', ...(await table(tools, samples, folder)));
    if (named !== undefined)
      say('', `Files in ${named}:`, '', ...(await compared(tools, filesIn(named), folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function table(tools: readonly Tool[], samples: readonly Sample[], folder: string): Promise<string[]> {
  const lines = [
    '| read by | files | characters | numbers | rows of tables | seconds | memory |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const endings = [...new Set(samples.map(({ file }) => extname(file)))].sort();
  for (const ending of endings) {
    const files = samples.filter(({ file }) => extname(file) === ending);
    for (const tool of tools.filter((each) => each.endings.includes(ending))) {
      const out = emptyFolder(folder);
      const paths = files.map(({ file }) => file);
      const cost = await costOf(tool.commands(paths, out));
      const score = total(files.map(({ file, truth }, index) => judge(truth, tool.made(file, index, out))));
      lines.push(row(`${tool.name}, ${ending}`, files.length, score, cost));
    }
  }
  return lines;
}

function emptyFolder(folder: string): string {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  return out;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** How many of the ideographs that any tool found in a file each of them found. A tool that fails at a file has found none. */
async function compared(tools: readonly Tool[], files: readonly string[], folder: string): Promise<string[]> {
  const lines = [
    '| read by | files | files with words | ideographs | seconds | memory |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  for (const ending of [...new Set(files.map((file) => extname(file).toLowerCase()))].sort()) {
    const own = files.filter((file) => extname(file).toLowerCase() === ending);
    const results: { tool: Tool; found: Counts[]; cost: { wall: number; memory: number } }[] = [];
    for (const tool of tools.filter((each) => each.endings.includes(ending))) {
      const out = emptyFolder(folder);
      const cost = { wall: 0, memory: 0 };
      for (const command of tool.commands(own, out)) {
        const { wall, memory } = await costOf([command]).catch(() => ({ wall: 0, memory: 0 }));
        cost.wall += wall;
        cost.memory = Math.max(cost.memory, memory);
      }
      const found = own.map((file, index) => ideographsOf(tool.made(file, index, out).lines.join('')));
      results.push({ tool, found, cost });
    }
    const all = own.map((_, index) => mostOf(results.map(({ found }) => found[index]!)));
    for (const { tool, found, cost } of results) {
      const share = { right: sum(found.map(sizeOf)), of: sum(all.map(sizeOf)) };
      const withWords = found.filter((counts) => counts.size > 0).length;
      const cells = [`${tool.name}, ${ending}`, own.length, withWords, shareWords(share), ...costCells(cost)];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines;
}

type Counts = ReadonlyMap<string, number>;

function ideographsOf(text: string): Counts {
  const counts = new Map<string, number>();
  for (const [character] of text.normalize('NFKC').matchAll(/\p{Script=Han}/gu))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function mostOf(counts: readonly Counts[]): Counts {
  const most = new Map<string, number>();
  for (const [character, count] of counts.flatMap((each) => [...each]))
    most.set(character, Math.max(most.get(character) ?? 0, count));
  return most;
}

function sizeOf(counts: Counts): number {
  return sum([...counts.values()]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function costCells({ wall, memory }: { wall: number; memory: number }): string[] {
  return [wall.toFixed(1), `${(memory / 1e6).toFixed(0)} MB`];
}

function row(
  name: string,
  files: number,
  { characters, numbers, rows }: Score,
  cost: { wall: number; memory: number },
): string {
  const cells = [
    name,
    files,
    shareWords(characters),
    shareWords(numbers),
    shareWords(rows),
    ...costCells(cost),
  ];
  return `| ${cells.join(' | ')} |`;
}

function shareWords({ right, of }: Share): string {
  return of === 0 ? '–' : `${((100 * right) / of).toFixed(2)} %`;
}
