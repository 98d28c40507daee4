import { serveSite } from '../src/publish/serve.ts';
import { SettingsError } from '../src/source/settings.ts';
import { runCommand } from './command.ts';
import { freshSite } from './fresh-site.ts';
import { complain, say } from './print.ts';

const FORM = {
  call: 'npm start',
  does: '需要时先生成网站，再在本机打开：http://localhost:4321。换端口写 PORT=4322 npm start。',
};

const PORT = Number(process.env.PORT || 4321);

await runCommand(FORM, async (settings) => {
  if (!Number.isInteger(PORT) || PORT < 1 || PORT > 65535)
    throw new SettingsError(`PORT 写作 ${process.env.PORT ?? ''}，应为 1 到 65535 的数字`);
  if (!(await freshSite(settings))) return 1;
  try {
    await serveSite(settings.outDir, settings.basePath, PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    complain(`端口 ${PORT} 已被占用。关掉占用它的程序，或换一个端口：PORT=4322 npm start`);
    return 1;
  }
  say(`网站已开：http://localhost:${PORT}${settings.basePath}  按 Ctrl+C 关闭。`);
  return 0;
});
