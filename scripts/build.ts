import { runCommand } from './command.ts';
import { buildSite } from '../src/publish/build-site.ts';

await runCommand(async (settings) => {
  const { problems, seconds, pages } = await buildSite(settings);
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    console.error(`\n没有发布：共 ${problems.length} 处要改，原来的网站没有动。`);
    return 1;
  }
  console.log(`已生成 ${pages} 个页面，用时 ${seconds.toFixed(1)} 秒：${settings.outDir}`);
  return 0;
});
