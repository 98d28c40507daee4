import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentFolderFault } from '../src/source/content-files.ts';
import { formatFault } from '../src/source/fault.ts';
import { misuse, ROOT, runCommand } from './command.ts';
import { complain } from './print.ts';

const ORDERS = ['stop', 'status', 'logs'];

const USAGE = {
  call: 'npm run dev',
  words: { called: ORDERS.join('|'), least: 0, most: 1 },
  does: '边改边看：打开 http://localhost:4321，改了内容页面跟着变，草稿也看得到。检索用的是上一次生成的结果。',
  options: {
    port: { takes: '端口', means: '不写即 4321' },
    host: { takes: '地址', mayBeBare: true, means: '让局域网里别的电脑也能打开' },
    open: { takes: '路径', mayBeBare: true, means: '开好以后打开浏览器' },
    force: { means: '不用上一次留下的缓存' },
    'allowed-hosts': {
      takes: '域名',
      mayBeBare: true,
      means: '可以用这些域名打开，用逗号隔开；不写域名即都可以',
    },
    mode: { takes: '模式', means: '不写即 development' },
    background: { means: '在后台运行；stop 停下，status 看是否在运行，logs 看它说了什么' },
    follow: { means: '与 logs 同用，一直看下去' },
    'ignore-lock': { means: '已经开着一个时也再开一个' },
    verbose: { means: '说得多一些' },
    silent: { means: '什么也不说' },
  },
};

await runCommand(USAGE, async ({ contentDir }, { words: [order] }) => {
  if (order !== undefined && !ORDERS.includes(order)) return misuse(USAGE, `不认识“${order}”`);
  const fault = await contentFolderFault(contentDir);
  if (fault) {
    complain(formatFault(fault));
    return 1;
  }
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  process.chdir(ROOT);
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  process.argv.splice(1, 1, astro, 'dev');
  // It ends the process itself.
  await import(pathToFileURL(astro).href);
  return new Promise<number>(() => undefined);
});
