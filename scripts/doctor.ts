import { ROOT, runCommand } from './command.ts';
import { examine } from './doctor/examine.ts';
import { linesOfFindings } from './doctor/finding.ts';
import { say } from './print.ts';

const USAGE = {
  call: 'npm run doctor',
  does: '看一看程序、内容、磁盘、权限、时钟、浏览器和生成的网站好不好，不好的说怎么办；什么也不改。有不行的，退出码是 1。',
};

await runCommand(USAGE, async (settings) => {
  const findings = await examine(settings, ROOT);
  say(...linesOfFindings(findings));
  return findings.some(({ state }) => state === 'ill') ? 1 : 0;
});
