import { serveSite } from '../src/publish/serve.ts';
import { runCommand } from './command.ts';
import { freshSite } from './fresh-site.ts';

const PORT = Number(process.env.PORT || 4321);

await runCommand(async (settings) => {
  if (!(await freshSite(settings))) return 1;
  try {
    await serveSite(settings.outDir, settings.basePath, PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(`端口 ${PORT} 已被占用。关掉占用它的程序，或换一个端口：PORT=4322 npm start`);
    return 1;
  }
  console.log(`网站已开：http://localhost:${PORT}${settings.basePath}  按 Ctrl+C 关闭。`);
  return 0;
});
