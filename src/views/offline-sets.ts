import type { OfflinePages } from '../domain/offline/offline-set.ts';
import { ALL_PAGES } from './all-pages.ts';
import { pagesOf } from './get-site.ts';
import { offlinePagesOf } from './offline.ts';
import type { PageKind } from './page.ts';

/** The pages of each unit's set; the build replaces these lists by such of every file, with its digest. */
export const offlineSets: PageKind<OfflinePages> = {
  route: '/offline/[unit].json',
  pages: async (site) => {
    const common = await pagesInEveryPack();
    return site.units.map((unit) => ({
      address: `/offline/${unit.id}.json`,
      props: offlinePagesOf(unit, site, common),
    }));
  },
};

async function pagesInEveryPack(): Promise<string[]> {
  const kinds = await Promise.all(ALL_PAGES.filter(({ isInEveryPack }) => isInEveryPack).map(pagesOf));
  return kinds.flat().map(({ address }) => address);
}
