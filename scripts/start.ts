import type { AddressInfo } from 'node:net';
import { serveSite } from '../src/publish/serving/serve-site.ts';
import { listeningLines, listeningTrouble } from '../src/publish/serving/listening.ts';
import { readListening } from '../src/source/settings.ts';
import { runCommand } from './command.ts';
import { freshSite } from './fresh-site.ts';
import { openPage } from './open-page.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm start',
  does: '需要时先生成网站，再在本机打开：http://localhost:4321。换端口写 PORT=4322 npm start；HOST=0.0.0.0 让同一网络里的人也能打开。',
  options: { open: { means: '在浏览器里打开' } },
};

await runCommand(USAGE, async (settings, { values }) => {
  const { host, port } = readListening(process.env);
  if (!(await freshSite(settings))) return 1;
  try {
    const server = await serveSite(settings.outDir, settings.basePath, port, { host, say: complain });
    const listening = { host, port: (server.address() as AddressInfo).port };
    const { news, warning } = listeningLines(listening, settings);
    say(news);
    if (values.open) openPage(`http://localhost:${listening.port}${settings.basePath}`);
    if (warning !== undefined) complain(warning);
    return 0;
  } catch (error) {
    const trouble = listeningTrouble((error as NodeJS.ErrnoException).code, { host, port });
    if (trouble === undefined) throw error;
    complain(trouble);
    return 1;
  }
});
