import type { Visibility } from '../domain/visibility.ts';
import type { Content } from '../source/read-content.ts';
import { bodiesOf, type Bodies } from './bodies.ts';
import { siteBulletins } from './bulletins.ts';
import { siteChecklists } from './checklists.ts';
import { siteCalls, siteEssays } from './essays.ts';
import { siteLedgers } from './ledgers.ts';
import { siteLibrary } from './library.ts';
import { siteReceipts } from './receipts.ts';
import { siteSchedules } from './schedules.ts';
import { shownContent } from './shown-content.ts';
import type { SiteContent } from './site-content.ts';
import type { ResolvedSite } from './site.ts';

/**
 * Resolves what a site shows of a content folder: every name, date and deadline in it. What names nothing is left out; the content check
 * reports it. `bodies` are those of the folder, where they have been read for something else already.
 */
export function resolveSite(content: Content, visibility: Visibility, bodies?: Bodies): ResolvedSite {
  return resolveShown(shownContent(content, visibility), bodies);
}

/** The same of content that is narrowed down to what the site shows. */
export function resolveShown(content: SiteContent, bodies = bodiesOf(content.items)): ResolvedSite {
  const { items } = content;
  const library = siteLibrary(content);
  const calls = siteCalls(items.essays, library);
  const ground = { ...library, ...siteSchedules(content, library, calls) };
  const essays = siteEssays(calls, ground);
  return {
    ...ground,
    essays,
    checklists: siteChecklists(items.checklists, ground),
    ledgers: siteLedgers(items.ledgers, ground),
    receipts: siteReceipts(items.receipts, essays, ground),
    bulletins: siteBulletins(items.bulletins, ground),
    records: new Map(items.published.map(({ id, fields }) => [id, fields])),
    bodies,
  };
}
