// @ts-check
// Starts a command of the project with the right Node. Written for any Node, the one that npm found among them: nothing newer may stand here. It is no
// module and imports none of the project, since some names of folders keep Node from resolving modules. Its sentences hold no words from elsewhere.
'use strict';

const { spawn, spawnSync } = require('node:child_process');
const { existsSync, realpathSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { delimiter, dirname, join, sep } = require('node:path');
const { pathToFileURL } = require('node:url');

const ROOT = dirname(__dirname);
const MODULES = join(ROOT, 'node_modules');
/** Astro runs on no older one. */
const LEAST = { major: 22, minor: 12 };
const NODE = process.platform === 'win32' ? 'node.exe' : 'node';

/** Where Node keeps the code of commands compiled, so that they start in two thirds of the time. Where it may not write it does without. */
const COMPILED = join(MODULES, '.cache', 'zhixing', 'commands');

/** Characters in a path that a tool takes for something else, and which; `\` parts folders on Windows. */
const MISTAKEN = /[#?%*"]/;

/**
 * Why the project cannot work in a folder of that path, in Chinese, or `undefined`. Vite takes `#` and `?` for the end of a file's name, Astro `%` for
 * a code, Node `*` and `\` for a pattern and a separator; quotation marks and line ends break the code that Astro writes.
 * @param {string} root
 * @param {string} separator
 * @returns {string | undefined}
 */
function folderTrouble(root, separator = sep) {
  const found = MISTAKEN.exec(root) || (separator === '/' ? /\\/.exec(root) : null);
  const what = found
    ? `“${found[0]}”`
    : /[\p{Cc}\u2028\u2029]/u.test(root)
      ? '换行之类看不见的控制字符'
      : undefined;
  return what && `项目所在的路径里有${what}，生成网站的程序会认错 — 给文件夹改名，去掉它，或把项目移到别处`;
}

/**
 * Whether a version of Node is new enough.
 * @param {string} version
 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor);
}

/** The Node that comes with the packages, where there is one for this machine. */
function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const path = join(MODULES, `node-${system}-${process.arch}`, 'bin', NODE);
  return existsSync(path) ? realpathSync(path) : undefined;
}

/** The Node that is installed on this machine: the one that runs npm, or else the first on the way. */
function installedNode() {
  const { npm_node_execpath: ofNpm = '', PATH = '' } = process.env;
  const candidates = [ofNpm, process.execPath, ...PATH.split(delimiter).map((folder) => join(folder, NODE))];
  return candidates
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => realpathSync(path))
    .find((path) => !path.startsWith(MODULES + sep) && !path.startsWith(realpathSync(MODULES) + sep));
}

/**
 * The version of a Node, or `undefined` where it does not run here.
 * @param {string} node
 */
function versionOf(node) {
  if (node === realpathSync(process.execPath)) return process.versions.node;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return /^v(\d+\.\d+\.\d+)/.exec(stdout || '')?.[1];
}

/**
 * The Node to run with, or a sentence that says why there is none.
 * @returns {{ node: string } | string}
 */
function chooseNode() {
  const wanted = process.env.ZHIXING_NODE || '';
  if (wanted !== '' && wanted !== 'system')
    return 'ZHIXING_NODE 只能写 system（用本机安装的 Node），不写就用随项目安装的 Node';
  const own = wanted === '' ? packagedNode() : undefined;
  if (own !== undefined && versionOf(own) !== undefined) return { node: own };
  const node = installedNode();
  const version = node && versionOf(node);
  if (!node || !version)
    return `没有找到本机安装的 Node — 安装 Node ${LEAST.major}.${LEAST.minor} 或更新的版本后重试`;
  if (!isNewEnough(version))
    return `本机安装的 Node 是 ${version}，太旧 — 升级到 ${LEAST.major}.${LEAST.minor} 或更新的版本后重试`;
  return { node };
}

/**
 * Runs a script here where this is the right Node, else in a process of its own, whose end is passed on.
 * @param {string} node
 * @param {string} script
 * @param {string[]} words
 */
async function run(node, script, words) {
  process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || COMPILED;
  if (node === realpathSync(process.execPath) && process.features.typescript) {
    process.argv.splice(1, 2, script);
    enableCompileCache(process.env.NODE_COMPILE_CACHE);
    await import(pathToFileURL(script).href);
    return;
  }
  const options = ['--experimental-strip-types', '--no-warnings'];
  const child = spawn(node, [...options, script, ...words], { stdio: 'inherit' });
  // A terminal tells the child of Ctrl-C by itself; what is sent to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.removeAllListeners(signal || 'SIGINT');
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

async function main() {
  const [, , command = '', ...words] = process.argv;
  const chosen = chooseNode();
  const trouble = folderTrouble(ROOT) || (typeof chosen === 'string' ? chosen : undefined);
  if (trouble !== undefined || typeof chosen === 'string') {
    console.error(trouble);
    process.exitCode = 1;
    return;
  }
  await run(chosen.node, join(__dirname, `${command}.ts`), words);
}

module.exports = { COMPILED, folderTrouble, isNewEnough };

if (require.main === module) void main();
