import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { checkContent } from '../src/check/check-content.ts';
import { nginxOrder } from '../src/publish/hosting/nginx-order.ts';
import { nginxConfig, NginxError } from '../src/publish/hosting/nginx.ts';
import { formatFault } from '../src/source/fault.ts';
import { runCommand, sayTrouble } from './command.ts';

await runCommand(async (settings) => {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: '/srv/study' },
      certificate: { type: 'string' },
      key: { type: 'string' },
      brotli: { type: 'boolean', default: false },
      shared: { type: 'boolean', default: false },
      hsts: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { content, faults } = await checkContent(settings.contentDir);
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length > 0) return 1;
  try {
    const { shared: isShared, ...choices } = values;
    const config = nginxConfig(nginxOrder(content, settings, { ...choices, isShared }));
    if (values.out === undefined) {
      console.log(config);
      return 0;
    }
    await writeFile(values.out, config);
    console.log(`已写入 ${resolve(values.out)}。用 nginx -t 检查，再让 nginx 重新读取。`);
    return 0;
  } catch (error) {
    return sayTrouble(error, NginxError);
  }
});
