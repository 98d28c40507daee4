import type { Platform } from './platform.ts';

/** The folders of the edition: what is the office's own, and the program, which an update replaces. */
export const FOLDERS = { content: 'content', program: 'program' } as const;

/** What can be started, by the name of its file; what it does is said in `说明.txt`. */
export const STARTERS = [
  { name: '开始', errand: 'desk', does: '打开编辑台：导入旧文件、改文稿、排计划、发布，都在浏览器里' },
  {
    name: '导入',
    errand: 'import',
    does: '把要导入的文件拖到它上面（Linux 在终端里写在它后面），整理好的稿子放进 content，仍是草稿',
  },
  { name: '检查', errand: 'check', does: '检查 content 里的全部内容，逐条说哪里不对、怎么改' },
  { name: '预览', errand: 'start', does: '生成网站，在本机打开看' },
  {
    name: '发布',
    errand: 'publish',
    does: '检查并生成网站，放进 site.yaml 里 deploy 写的文件夹；没有写就在 site 文件夹里',
  },
  { name: '更新', errand: 'update', does: '新版解压在旧版旁边后运行：接过旧版的内容，旧版原样留着' },
] as const;

/** A name of what can be started. */
export type Errand = (typeof STARTERS)[number]['errand'];

/** The files that are double-clicked, by name. Nothing but ASCII stands in those for Windows, whose shell reads them in the code page of the machine. */
export function startFiles(platform: Platform): Record<string, string> {
  const made = STARTERS.map(({ name, errand }): [string, string] =>
    platform.os === 'win32'
      ? [`${name}.cmd`, windowsStart(platform.node, errand)]
      : [`${name}.sh`, unixStart(platform.node, errand)],
  );
  return Object.fromEntries(made);
}

/** Line ends of its own: without CR the shell of Windows loses its way in long files. */
function windowsStart(node: string, errand: Errand): string {
  const path = node.replaceAll('/', '\\');
  return [
    '@echo off',
    'setlocal',
    'if exist "%SystemRoot%\\System32\\chcp.com" "%SystemRoot%\\System32\\chcp.com" 65001 >nul',
    `set "PROGRAM=%~dp0${FOLDERS.program}"`,
    `"%PROGRAM%\\${path}" --no-warnings "%PROGRAM%\\scripts\\carried.cjs" ${errand} %*`,
    'if errorlevel 1 pause',
    ...(errand === 'desk' || errand === 'start' ? [] : ['if not errorlevel 1 pause']),
    'endlocal',
    '',
  ].join('\r\n');
}

/** Needs nothing but the shell itself: `PATH` may be empty. */
function unixStart(node: string, errand: Errand): string {
  return [
    '#!/bin/sh',
    'case $0 in',
    '  */*) home=${0%/*} ;;',
    '  *) home=. ;;',
    'esac',
    'home=$(cd -- "$home" && pwd) || exit 1',
    `program=$home/${FOLDERS.program}`,
    `node=$program/${node}`,
    '# Some programs that unpack archives, and sticks without Unix permissions, forget what may be run.',
    'if [ ! -x "$node" ] && [ -f "$node" ]; then',
    '  chmod +x "$node" 2>/dev/null || /bin/chmod +x "$node" 2>/dev/null',
    'fi',
    `exec "$node" --no-warnings "$program/scripts/carried.cjs" ${errand} "$@"`,
    '',
  ].join('\n');
}

/** What lies beside the starters. */
export function readMe(platform: Platform, version: string): string {
  const ending = platform.os === 'win32' ? 'cmd' : 'sh';
  const how =
    platform.os === 'win32'
      ? '双击“开始.cmd”。不用安装，不用管理员权限，不写注册表，不连网络。'
      : '双击“开始.sh”，选择“运行”；或在终端里写 sh 开始.sh。不用安装，不用管理员权限，不连网络。';
  const lines = [
    `知行 ${version} 绿色版（${platform.name}）`,
    '',
    how,
    '放在哪个文件夹都行，路径里可以有空格和汉字，不能有 # ? % * 和引号。在 U 盘、光盘等不能写的地方也能用：程序先复制到本机的临时文件夹，内容放在能写的地方，把文件夹写在命令后面或写进环境变量 CONTENT_DIR。',
    '',
    ...STARTERS.map(({ name, does }) => `${name}.${ending}　${does}。`),
    '',
    'content　本单位的内容，备份就是复制它。',
    'site　　 生成的网站，可以整个复制到任何网页服务器。',
    'program　程序。SHA256SUMS 是每个文件的校验值，bill-of-materials.json 是物料清单。',
    '',
    '更新：把新版解压在这个文件夹旁边，运行新版里的“更新”。要换回旧版，用旧文件夹就行。',
    '',
  ];
  // Notepad takes a file for UTF-8 by its mark, and shows one line where lines end as on Unix.
  return platform.os === 'win32' ? `\ufeff${lines.join('\r\n')}` : lines.join('\n');
}
