import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkContent } from '../src/check/check-content.ts';
import { nginxOrder } from '../src/publish/hosting/nginx-order.ts';
import { nginxConfig, NginxError } from '../src/publish/hosting/nginx.ts';
import { formatFault } from '../src/source/fault.ts';
import { writtenServedFolder } from '../src/source/served-folder.ts';
import { runCommand, sayTrouble } from './command.ts';
import { complain, linesOf, say } from './print.ts';

const USAGE = {
  call: 'npm run publish:nginx',
  does: '按现在的设置写出 nginx 的配置，不写 --out 就显示在屏幕上。',
  options: {
    folder: {
      takes: '文件夹',
      means: '网站在服务器上的位置（默认 site.yaml 的 deploy，没有写即 /srv/study）',
    },
    certificate: { takes: '文件', means: 'HTTPS 证书在服务器上的位置' },
    key: { takes: '文件', means: '证书的密钥在服务器上的位置' },
    brotli: { means: '服务器上的 nginx 有 brotli 模块' },
    shared: { means: '这台 nginx 上还有别的网站：别的域名由它们去答' },
    hsts: { takes: '天数', means: '让浏览器在这些天里只用 HTTPS 打开本站' },
    out: { takes: '文件', means: '写进这个文件' },
  },
};

await runCommand(USAGE, async (settings, { values }) => {
  const { content, faults } = await checkContent(settings.contentDir, { address: settings });
  complain(...faults.map(formatFault));
  if (faults.length > 0) return 1;
  try {
    const {
      shared: isShared,
      folder = writtenServedFolder(settings.contentDir) ?? '/srv/study',
      ...choices
    } = values;
    const config = nginxConfig(nginxOrder(content, settings, { ...choices, folder, isShared }));
    if (values.out === undefined) {
      say(...linesOf(config));
      return 0;
    }
    await writeFile(values.out, config);
    say(`已写入 ${resolve(values.out)}。用 nginx -t 检查，再让 nginx 重新读取。`);
    return 0;
  } catch (error) {
    return sayTrouble(error, NginxError);
  }
});
