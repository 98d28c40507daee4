import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockedPackages, refusedPackages } from '../src/licences/packages.ts';
import { ACCEPTED, OWN_PARTS } from '../src/licences/policy.ts';
import { billOfMaterials } from '../src/licences/sbom.ts';
import { ROOT, runCommand } from './command.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm run licences',
  does: '列出全部软件包的许可和可以用的理由；有没列入的许可就失败。',
  options: { sbom: { takes: '文件', means: '另写一份物料清单（CycloneDX 1.6）' } },
};

await runCommand(USAGE, async (_, { values }) => {
  const packages = lockedPackages(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const counts = new Map<string, number>();
  for (const { licence = '没有写' } of packages.slice(1)) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const why = licence.split(' AND ').map((id) => ACCEPTED[id] ?? '没有列入');
    say(`${String(count).padStart(4)} 个　${licence}：${why.join('；')}`);
  }
  for (const { name, file, licence, why } of OWN_PARTS)
    say(`项目自带　${name}（${file}）　${licence}：${why}`);
  const missing = OWN_PARTS.filter(({ text }) => !existsSync(join(ROOT, text)));
  for (const { name, text } of missing) complain(`${name} 缺少许可文本 ${text} — 补上`);
  const refused = refusedPackages(packages);
  for (const { name, version, licences } of refused) {
    const reason = licences.length > 0 ? `许可 ${licences.join('、')} 没有列入` : '没有写明许可';
    complain(`${name} ${version}：${reason} — 读过许可、确认可用后写进 src/licences/policy.ts，否则换一个包`);
  }
  if (missing.length + refused.length > 0) return 1;
  say(`共 ${packages.length - 1} 个包，许可都可以用。`);
  if (values.sbom !== undefined) {
    await writeFile(values.sbom, billOfMaterials(packages, OWN_PARTS));
    say(`已写入 ${values.sbom}（CycloneDX 1.6）。`);
  }
  return 0;
});
