import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { say } from '../../print.ts';
import { costOf } from '../scale/measure.ts';
import { writeSamples, type Sample } from './samples.ts';
import { hasOffice, toolsHere, type Tool } from './tools.ts';
import { judge, total, type Score, type Share } from './truth.ts';

/**
 * Reads papers that it writes in every format, and the files of a folder where one is named, with this project and every peer that is there, in
 * one run: `npm run bench -- import [FOLDER]`. Prints how many characters, numbers and rows of tables each kept, its time and its memory. What a
 * file of the folder says is counted by the import's own account, so of those only characters are told.
 */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhixing-import-'));
  try {
    const samples = await writeSamples(join(folder, 'samples'), hasOffice());
    const tools = toolsHere();
    say('Papers written here:', '', ...(await table(tools, samples, folder)));
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
      const out = join(folder, 'out');
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      const paths = files.map(({ file }) => file);
      const { wall, memory } = await costOf(tool.commands(paths, out));
      const score = total(files.map(({ file, truth }, index) => judge(truth, tool.made(file, index, out))));
      lines.push(row(`${tool.name}, ${ending}`, files.length, score, wall, memory));
    }
  }
  return lines;
}

function row(
  name: string,
  files: number,
  { characters, numbers, rows }: Score,
  wall: number,
  memory: number,
): string {
  const cells = [
    name,
    files,
    shareWords(characters),
    shareWords(numbers),
    shareWords(rows),
    wall.toFixed(1),
    `${(memory / 1e6).toFixed(0)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function shareWords({ right, of }: Share): string {
  return of === 0 ? '–' : `${((100 * right) / of).toFixed(2)} %`;
}
