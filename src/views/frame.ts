import type { Day } from '../domain/day.ts';
import type { Site } from '../schemas/collections.ts';
import type { ResolvedSite } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import { ALL_PAGES } from './all-pages.ts';

/** The props of the head and foot of every page. */
export interface Frame {
  /** The fields of `site.yaml`. */
  site: Site;
  /** The day of the newest entry. */
  latest: Day | undefined;
  /** Links in the foot. */
  footer: readonly { address: string; words: string }[];
}

/** What a page has from its view, and its frame. */
export type Framed<Props> = Props & { frame: Frame };

const FOOTER = [
  ...ALL_PAGES.flatMap(({ route, footer }) => (footer ? [{ address: route, words: footer }] : [])),
  { address: '/feed.xml', words: zh['nav.feed'] },
];

/** The frame of a site's pages. */
export function frameOf({ fields, library }: ResolvedSite): Frame {
  const latest = library.entries.find(({ date }) => date !== null)?.date ?? undefined;
  return { site: fields, latest, footer: FOOTER };
}
