import { inGoodOrder, runCommand } from './command.ts';
import { buildSite } from '../src/publish/build-site.ts';

await runCommand((settings) =>
  inGoodOrder(async (stopped) => {
    const { problems, notes, seconds, pages } = await buildSite(settings, stopped);
    for (const note of notes) console.error(note);
    if (problems.length > 0) {
      for (const problem of problems) console.error(problem);
      console.error(`\n没有发布：共 ${problems.length} 个问题，原来的网站没有动。`);
      return 1;
    }
    console.log(`已生成 ${pages} 个页面，用时 ${seconds.toFixed(1)} 秒：${settings.outDir}`);
    return 0;
  }),
);
