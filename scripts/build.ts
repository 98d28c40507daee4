import { inGoodOrder, runCommand } from './command.ts';
import { notedBuild } from './noted-build.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm run build',
  does: '检查内容，生成网站，查一遍所有链接，全部通过才换掉原来的输出文件夹（OUT_DIR，不写即 dist）。',
};

await runCommand(USAGE, (settings) =>
  inGoodOrder(async (stopped) => {
    const { problems, seconds, pages } = await notedBuild(settings, stopped);
    if (problems.length > 0) {
      complain('', `没有发布：共 ${problems.length} 个问题，原来的网站没有动。`);
      return 1;
    }
    say(`已生成 ${pages} 个页面，用时 ${seconds.toFixed(1)} 秒：${settings.outDir}`);
    return 0;
  }),
);
