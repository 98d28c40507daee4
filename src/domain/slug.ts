import { pinyin } from 'pinyin-pro';

const LONGEST_SLUG = 60;

/**
 * An address part for a Chinese name: lower-case ASCII syllables with hyphens, at most 60 characters, cut between syllables.
 * @example slugFromChinese('作风建设') // => 'zuo-feng-jian-she'
 * @example slugFromChinese('2026年3号') // => '2026-nian-3-hao'
 */
export function slugFromChinese(name: string): string {
  const syllables = pinyin(name.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  const parts = syllables
    .flatMap((part) => part.toLowerCase().split(/[^a-z0-9]+/))
    .filter((part) => part !== '');
  let slug = '';
  for (const part of parts) {
    const longer = slug ? `${slug}-${part}` : part;
    if (longer.length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug || 'item';
}
