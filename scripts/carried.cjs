// @ts-check
// Starts a command of the portable edition: its content and its site lie beside the program, which may lie where nobody may write. Written as
// `run.cjs` is, which it starts.
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const { basename, dirname, join, resolve } = require('node:path');

const PROGRAM = dirname(__dirname);
const HOME = dirname(PROGRAM);
/** Written last into a copy: one without it was stopped halfway. */
const WHOLE = '.whole';

/** The commands that each errand takes, one after the other while all goes well. @type {Record<string, string[][]>} */
const ERRANDS = {
  desk: [['desk', '--open']],
  import: [['import']],
  check: [['check']],
  start: [['start', '--open']],
  publish: [['build'], ['deploy', '--if-named']],
  update: [['take-over']],
};

/** Whether files can be made in a folder. @param {string} folder */
function isWritable(folder) {
  const file = join(folder, `.written-${process.pid}`);
  try {
    fs.writeFileSync(file, '');
    fs.rmSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Where a copy of the program may be kept for a user. */
function placesForCopies() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const home = os.homedir();
  return [
    LOCALAPPDATA || XDG_CACHE_HOME || (home && fs.existsSync(home) ? join(home, '.cache') : undefined),
    os.tmpdir(),
  ].filter((place) => place !== undefined);
}

/**
 * The folder from which the program can run: its own, or, where that cannot be written, a copy that is made once for each version.
 * @returns {string | undefined}
 */
function programFolder() {
  if (isWritable(PROGRAM)) return PROGRAM;
  for (const place of placesForCopies()) {
    const copy = join(place, 'zhixing', basename(HOME));
    if (fs.existsSync(join(copy, WHOLE))) return copy;
    try {
      fs.mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
      console.log(`这里不能写，先把程序复制到 ${copy}，以后不再复制……`);
      fs.rmSync(copy, { recursive: true, force: true });
      fs.cpSync(PROGRAM, copy, { recursive: true });
      fs.writeFileSync(join(copy, WHOLE), '');
      return copy;
    } catch {
      // The next place.
    }
  }
  return undefined;
}

/**
 * Runs a command of the program to its end.
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(program, words, env) {
  const child = spawn(process.execPath, ['--no-warnings', join(program, 'scripts', 'run.cjs'), ...words], {
    stdio: 'inherit',
    env,
  });
  // A terminal tells the child of Ctrl-C by itself; what is sent to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((settle) => child.on('exit', (code) => settle(code ?? 1)));
}

async function main() {
  const [, , errand = '', ...words] = process.argv;
  const commands = ERRANDS[errand];
  const program = programFolder();
  if (!commands || !program) {
    console.error(
      program
        ? `没有“${errand}”这个命令`
        : '程序所在的地方不能写，本机也没有能写的临时文件夹 — 把整个文件夹复制到能写的地方',
    );
    process.exitCode = 1;
    return;
  }
  // A folder behind it is the content; files are what is imported.
  const named = words.find((word) => fs.existsSync(word) && fs.statSync(word).isDirectory());
  const isContent = named !== undefined && errand !== 'import' && errand !== 'update';
  const content = resolve(process.env.CONTENT_DIR || (isContent ? named : join(HOME, 'content')));
  const env = {
    ...process.env,
    CONTENT_DIR: content,
    OUT_DIR: process.env.OUT_DIR || join(dirname(content), 'site'),
    ZHIXING_HOME: HOME,
  };
  const rest = isContent ? words.filter((word) => word !== named) : words;
  for (const [index, command] of commands.entries()) {
    process.exitCode = await run(program, index === 0 ? [...command, ...rest] : command, env);
    if (process.exitCode !== 0) return;
  }
}

void main();
