import type { Purpose } from '../build/mark.ts';
import { DEFAULT_SITE_URL } from '../../source/settings.ts';
import { DeployError } from './deploy-error.ts';

/** Throws DeployError where a site was not built for what the settings say now. An address that nobody has set says nothing. */
export function requireAsSet(siteDir: string, built: Purpose, set: Purpose): void {
  const asked = set.siteUrl === DEFAULT_SITE_URL ? { ...set, siteUrl: built.siteUrl } : set;
  const differing = differences(built, asked);
  if (differing.length === 0) return;
  const words = differing.map(({ name, one, other }) => `${name}是 ${one}，设置里是 ${other}`).join('；');
  throw new DeployError(
    `${siteDir} 里的网站不是按现在的设置生成的：${words} — 先重新生成（npm run build），再放置`,
  );
}

/** Throws DeployError where a site was built for another place or other readers than the one that it is to replace. */
export function requireSamePurpose(target: string, served: Purpose, built: Purpose): void {
  const differing = differences(served, built);
  if (differing.length === 0) return;
  const words = differing.map(({ name, one, other }) => `${name}是 ${one}，这一次是 ${other}`).join('；');
  throw new DeployError(
    `${target} 里现在的网站，${words} — 放错了就换一个网站目录，或改好设置重新生成；确实要这样换，加上 --move`,
  );
}

interface Difference {
  name: string;
  one: string;
  other: string;
}

function differences(one: Purpose, other: Purpose): Difference[] {
  return NAMED.map(({ name, of }) => ({ name, one: of(one), other: of(other) })).filter(
    (each) => each.one !== each.other,
  );
}

const NAMED: { name: string; of: (purpose: Purpose) => string }[] = [
  { name: '网址', of: ({ siteUrl }) => siteUrl },
  { name: '子路径', of: ({ basePath }) => basePath },
  {
    name: '读者范围',
    of: ({ audience }) => (audience === 'public' ? 'public（公开）' : 'internal（内部）'),
  },
  { name: '草稿', of: ({ drafts }) => (drafts ? '连草稿一起' : '不含草稿') },
];
