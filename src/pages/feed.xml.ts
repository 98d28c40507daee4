import rss from '@astrojs/rss';
import { getCatalog } from '../catalog/library.ts';
import { fullAddress } from '../catalog/settings.ts';
import { KIND_NAMES } from '../strings/zh.ts';

const NEWEST_IN_FEED = 50;

/** The newest dated entries; days are midnight in Asia/Shanghai. */
export async function GET() {
  const { site, library } = await getCatalog();
  return rss({
    title: site.name,
    description: site.description ?? site.organisation,
    site: fullAddress('/'),
    customData: '<language>zh-CN</language>',
    items: library.entries
      .filter(({ date }) => date !== null)
      .slice(0, NEWEST_IN_FEED)
      .map(({ title, address, date, summary, kind, topics }) => ({
        title,
        link: fullAddress(address),
        pubDate: new Date(`${date}T00:00:00+08:00`),
        description: summary,
        categories: [KIND_NAMES[kind], ...topics.map(({ name }) => name)],
      })),
  });
}
