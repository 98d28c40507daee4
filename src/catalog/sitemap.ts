import { FORMS } from '../print/forms/all-forms.ts';
import type { Entry } from '../domain/entry.ts';
import { byYear } from '../domain/lists.ts';
import { HANDBOOK_IDS } from '../handbook/read-handbook.ts';
import { getBulletins } from './bulletins.ts';
import { getChecklists } from './checklists.ts';
import { getEssays } from './essays.ts';
import { getFormulas } from './formulas.ts';
import { getLedgers } from './ledgers.ts';
import { getCatalog } from './library.ts';
import { getReceipts } from './receipts.ts';
import { getSchedules } from './schedules.ts';

/** An address of the sitemap; `lastmod` is a day of the content, never of the build. */
export interface SitemapPage {
  address: string;
  lastmod?: string | undefined;
}

/** Most addresses that one sitemap file may hold (sitemaps.org). */
const MOST_IN_A_FILE = 50_000;

/** The pages of the site for search engines, cut into files. Pages that are only another order or a further page of a list are left out. */
export async function sitemapFiles(): Promise<SitemapPage[][]> {
  const { library, campaigns, units } = await getCatalog();
  const { all: schedules } = await getSchedules();
  const essays = await getEssays();
  const list = (address: string, entries: readonly Entry[] = []): SitemapPage => ({
    address,
    lastmod: newest(entries),
  });
  const ofKind = (kind: string) =>
    list(
      `/${kind}/`,
      library.entries.filter((entry) => entry.kind === kind),
    );
  const pages = [
    ...['/', '/library/', '/speakers/', '/topics/', '/units/', '/campaigns/'].map((address) =>
      list(address, library.entries),
    ),
    ...['texts', 'speeches', 'articles'].map(ofKind),
    ...byYear(library.entries).map(([year, entries]) => list(`/library/${year}/`, entries)),
    { address: '/search/' },
    { address: '/about/' },
    { address: '/forms/' },
    ...FORMS.map(({ id }) => ({ address: `/forms/${id}/` })),
    { address: '/accessibility/' },
    { address: '/device/' },
    ...['/help/', ...HANDBOOK_IDS.map((id) => `/help/${id}/`)].map((address) => ({ address })),
    ...library.topics.map(({ id, entries }) => list(`/topics/${id}/`, entries)),
    ...library.speakers.map(({ id, entries }) => list(`/speakers/${id}/`, entries)),
    ...units.map(({ id }) => list(`/units/${id}/`, library.byUnit.get(id))),
    ...schedules.map(({ unit, plan }) => ({
      address: `/units/${unit.id}/${plan.id}/`,
      lastmod: plan.revised,
    })),
    ...campaigns.map(({ id }) => list(`/campaigns/${id}/`, library.byCampaign.get(id))),
    { address: '/formulas/' },
    ...(await getFormulas()).map(({ address }) => ({ address })),
    { address: '/essays/' },
    ...essays.map(({ address }) => ({ address })),
    ...(await handedInPages()),
    ...library.entries.map((entry) => list(entry.address, [entry])),
  ];
  const files = Array.from({ length: Math.ceil(pages.length / MOST_IN_A_FILE) }, (_, index) =>
    pages.slice(index * MOST_IN_A_FILE, (index + 1) * MOST_IN_A_FILE),
  );
  return files;
}

/** Checklists, ledgers, receipts and bulletins. */
async function handedInPages(): Promise<SitemapPage[]> {
  const [checklists, ledgers, receipts, bulletins] = await Promise.all([
    getChecklists(),
    getLedgers(),
    getReceipts(),
    getBulletins(),
  ]);
  return [
    ...['/checklists/', '/ledgers/', '/bulletins/'].map((address) => ({ address })),
    ...checklists.map(({ address }) => ({ address })),
    ...ledgers.map(({ address, asOf }) => ({ address, lastmod: asOf })),
    ...receipts.map(({ address, table }) => ({ address, lastmod: table.asOf })),
    ...bulletins.map(({ address, date }) => ({ address, lastmod: date ?? undefined })),
  ];
}

function newest(entries: readonly Entry[]): string | undefined {
  return entries.reduce<string | undefined>((latest, entry) => {
    const day = [entry.date, ...(entry.corrections ?? []).map(({ on }) => on)].filter(Boolean).sort().at(-1);
    return day && (!latest || day > latest) ? day : latest;
  }, undefined);
}
