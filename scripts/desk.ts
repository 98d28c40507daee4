import { Desk } from '../src/desk/desk.ts';
import { serveDesk } from '../src/desk/server/serve-desk.ts';
import { listeningTrouble } from '../src/publish/serving/listening.ts';
import { contentFolderFault } from '../src/source/content-files.ts';
import { formatFault } from '../src/source/fault.ts';
import { LOOPBACK } from '../src/source/settings.ts';
import { desk as words } from '../src/strings/desk.ts';
import { inGoodOrder, misuse, runCommand } from './command.ts';
import { openPage } from './open-page.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm run desk',
  does: '编辑台：在浏览器里导入、修改、核对、发布，不用终端，也不用写 YAML。只在本机能打开；打开终端里写的地址。',
  options: {
    port: { takes: '端口', means: '不写即任何一个空着的' },
    open: { means: '在浏览器里打开' },
  },
};

await runCommand(USAGE, async (settings, { values }) => {
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return misuse(USAGE, `--port 写作 ${values.port ?? ''}，应是整数`);
  const fault = await contentFolderFault(settings.contentDir);
  if (fault) {
    complain(formatFault(fault));
    return 1;
  }
  return inGoodOrder(async (stopped) => {
    const desk = await Desk.open(settings);
    try {
      const served = await serveDesk(desk, port, complain);
      say(words.listening(served.address), words.onlyHere);
      if (values.open) openPage(served.address);
      await new Promise<void>((settle) => stopped.addEventListener('abort', () => settle(), { once: true }));
      await served.close();
      return 0;
    } catch (error) {
      const trouble = listeningTrouble((error as NodeJS.ErrnoException).code, { host: LOOPBACK, port });
      await desk.end();
      if (trouble === undefined) throw error;
      complain(trouble);
      return 1;
    }
  });
});
