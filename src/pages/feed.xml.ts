import rss from '@astrojs/rss';
import { feed } from '../views/feed.ts';
import { propsOf } from '../views/paths.ts';
import { fullAddress } from '../views/settings.ts';

/** The newest dated entries; days are midnight in Asia/Shanghai. */
export async function GET(): Promise<Response> {
  const { frame, items } = await propsOf(feed);
  const { site } = frame;
  return rss({
    title: site.name,
    description: site.description ?? site.organisation,
    site: fullAddress('/'),
    customData: '<language>zh-CN</language>',
    items: items.map(({ title, address, date, summary, categories }) => ({
      title,
      link: fullAddress(address),
      pubDate: new Date(`${date}T00:00:00+08:00`),
      description: summary,
      categories: [...categories],
    })),
  });
}
