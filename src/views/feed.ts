import type { ResolvedSite } from '../site/site.ts';
import { KIND_NAMES } from '../strings/zh.ts';
import { onlyPage, type PageKind } from './page.ts';

const NEWEST_IN_FEED = 50;

/** What the feed holds: the newest dated entries. */
export interface FeedView {
  items: readonly {
    title: string;
    address: string;
    date: string;
    summary?: string | undefined;
    categories: readonly string[];
  }[];
}

export const feed: PageKind<FeedView> = onlyPage('/feed.xml', ({ library }: ResolvedSite) => ({
  items: library.entries
    .filter(({ date }) => date !== null)
    .slice(0, NEWEST_IN_FEED)
    .map(({ title, address, date, summary, kind, topics }) => ({
      title,
      address,
      date: date ?? '',
      summary,
      categories: [KIND_NAMES[kind], ...topics.map(({ name }) => name)],
    })),
}));
