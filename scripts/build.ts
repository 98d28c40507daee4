import { inGoodOrder, runCommand } from './command.ts';
import { complain, linesOf, say } from './print.ts';
import { buildSite } from '../src/publish/build/build-site.ts';

const USAGE = {
  call: 'npm run build',
  does: '检查内容，生成网站，查一遍所有链接，全部通过才换掉原来的输出文件夹（OUT_DIR，不写即 dist）。',
};

await runCommand(USAGE, (settings) =>
  inGoodOrder(async (stopped) => {
    const { problems, notes, seconds, pages } = await buildSite(settings, stopped, complain);
    complain(...[...notes, ...problems].flatMap(linesOf));
    if (problems.length > 0) {
      complain('', `没有发布：共 ${problems.length} 个问题，原来的网站没有动。`);
      return 1;
    }
    say(`已生成 ${pages} 个页面，用时 ${seconds.toFixed(1)} 秒：${settings.outDir}`);
    return 0;
  }),
);
