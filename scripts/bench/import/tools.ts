import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CELL } from '../../../src/import/marks.ts';
import { TOOLS } from '../peers.ts';
import type { Command } from '../scale/measure.ts';
import { shownHtml } from './shown-html.ts';
import type { Made } from './truth.ts';

/** A reader of files: which it reads, the commands that read them, and what it made of each. */
export interface Tool {
  name: string;
  endings: readonly string[];
  commands(files: readonly string[], out: string): Command[];
  made(file: string, index: number, out: string): Made;
}

const ROOT = join(import.meta.dirname, '../../..');
const MAMMOTH = { version: '1.13.0', folder: join(TOOLS, 'import') };
const MAMMOTH_PROGRAM = `const mammoth = require('mammoth'), fs = require('fs');
const [list, out] = process.argv.slice(2);
(async () => { for (const [index, path] of fs.readFileSync(list, 'utf8').split('\\n').entries())
  await mammoth.convertToHtml({ path }).then(({ value }) => fs.writeFileSync(out + '/' + index + '.html', value), () => undefined); })();
`;
const NOTHING: Made = { lines: [], rows: [] };

const node = (args: string[], cwd: string): Command => ({ program: process.execPath, args, cwd });

/** The files as a list for a program of ours. */
function listOf(files: readonly string[], out: string): string {
  const list = join(out, 'list');
  writeFileSync(list, files.join('\n'));
  return list;
}

const OURS: Tool = {
  name: 'this project',
  endings: ['.docx', '.doc', '.rtf', '.odt', '.pdf', '.html', '.htm', '.txt', '.md'],
  commands: (files, out) => [
    node(
      [
        '--experimental-strip-types',
        '--no-warnings',
        join(import.meta.dirname, 'read-ours.ts'),
        listOf(files, out),
        out,
      ],
      ROOT,
    ),
  ],
  made(_, index, out) {
    const lines = read(join(out, `${index}.txt`)).split('\n');
    const rows = lines.filter((line) => line.includes(CELL)).map((line) => line.split(CELL));
    return { lines, rows };
  },
};

const MAMMOTH_TOOL: Tool = {
  name: `mammoth ${MAMMOTH.version}`,
  endings: ['.docx'],
  commands(files, out) {
    const program = join(MAMMOTH.folder, 'read.cjs');
    writeFileSync(program, MAMMOTH_PROGRAM);
    return [node([program, listOf(files, out), out], MAMMOTH.folder)];
  },
  made: (_, index, out) => shownFile(join(out, `${index}.html`)),
};

const PANDOC: Tool = {
  name: 'pandoc',
  endings: ['.docx', '.rtf', '.odt', '.html', '.htm'],
  commands: (files, out) =>
    files.map((file, index) => ({
      program: 'pandoc',
      args: [file, '--to', 'html', '--output', join(out, `${index}.html`)],
      cwd: out,
    })),
  made: (_, index, out) => shownFile(join(out, `${index}.html`)),
};

const LIBREOFFICE: Tool = {
  name: 'LibreOffice',
  endings: ['.docx', '.doc', '.rtf', '.odt'],
  commands: (files, out) => [
    {
      program: 'soffice',
      args: [
        `-env:UserInstallation=file://${join(out, 'profile')}`,
        '--headless',
        '--convert-to',
        'html',
        '--outdir',
        out,
        ...files,
      ],
      cwd: out,
    },
  ],
  made: (file, _, out) => shownFile(join(out, `${basename(file, extname(file))}.html`)),
};

const PDFTOTEXT: Tool = {
  name: 'pdftotext',
  endings: ['.pdf'],
  commands: (files, out) =>
    files.map((file, index) => ({
      program: 'pdftotext',
      args: ['-layout', file, join(out, `${index}.txt`)],
      cwd: out,
    })),
  made(_, index, out) {
    const lines = read(join(out, `${index}.txt`)).split('\n');
    return { lines, rows: lines.map((line) => line.trim().split(/ {2,}/)).filter((row) => row.length > 1) };
  },
};

function shownFile(file: string): Made {
  const html = read(file);
  return html === '' ? NOTHING : shownHtml(html);
}

/** What a tool wrote; nothing where it could not read the file. */
function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function answers(program: string, option: string): boolean {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Installs mammoth outside the project, once; false where that is not possible. */
function hasMammoth(): boolean {
  const { folder, version } = MAMMOTH;
  if (existsSync(join(folder, 'node_modules/mammoth'))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { mammoth: version } }),
  );
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** LibreOffice, which also writes the samples that are not .docx. */
export const hasOffice = (): boolean => answers('soffice', '--version');

/** The readers that are there: this project’s, and those of the peers that are installed. */
export function toolsHere(): Tool[] {
  return [
    OURS,
    ...(hasMammoth() ? [MAMMOTH_TOOL] : []),
    ...(answers('pandoc', '--version') ? [PANDOC] : []),
    ...(hasOffice() ? [LIBREOFFICE] : []),
    ...(answers('pdftotext', '-v') ? [PDFTOTEXT] : []),
  ];
}
