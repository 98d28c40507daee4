import { buildSite } from '../src/publish/build-site.ts';
import { buildKey, isFresh, noteBuild } from '../src/publish/freshness.ts';
import { serveSite } from '../src/publish/serve.ts';
import { ROOT, runCommand } from './command.ts';

const PORT = Number(process.env.PORT || 4321);

await runCommand(async (settings) => {
  if (!(await isFresh(settings, ROOT))) {
    console.log('正在生成网站……');
    const key = await buildKey(settings, ROOT);
    const { problems } = await buildSite(settings);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    await noteBuild(settings, ROOT, key);
  }
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
