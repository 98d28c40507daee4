import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAY_IMPORT, pathOf } from '../eslint.config.mjs';

const [BEGIN, END] = ['<!-- imports: begin -->', '<!-- imports: end -->'];

/** The text of CONTRIBUTING.md with its table of imports as the lint rule has them. */
export function withImportTable(text) {
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`CONTRIBUTING.md lacks ${BEGIN} or ${END}`);
  return `${text.slice(0, before + BEGIN.length)}\n\n${importTable()}\n\n${text.slice(after)}`;
}

function importTable() {
  const rows = Object.entries(MAY_IMPORT).map(([room, allowed]) => [
    `\`${pathOf(room)}\``,
    allowed.join(', ') || 'nothing else',
  ]);
  const lines = [['in', 'may import, besides itself, of `src/`'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...lines.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(lines[0]), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, '..', 'CONTRIBUTING.md');
  await writeFile(file, withImportTable(await readFile(file, 'utf8')));
}
