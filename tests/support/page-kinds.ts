import type { Visibility } from '../../src/domain/visibility.ts';
import { resolveSite } from '../../src/site/resolve-site.ts';
import type { ResolvedSite } from '../../src/site/site.ts';
import { readContent } from '../../src/source/read-content.ts';
import { readSettings } from '../../src/source/settings.ts';
import { ALL_PAGES } from '../../src/views/all-pages.ts';
import { ROOT } from './site.ts';

/** Pages of the demo site that are worth looking at, by name: of some kinds several. */
const CHOSEN: Record<string, string> = {
  home: '/',
  library: '/library/',
  year: '/library/2026/',
  kind: '/texts/',
  reading: '/speeches/mobilisation-2026/',
  'reading with a picture': '/texts/five-working-days/',
  'reading with a table': '/texts/three-lists/',
  'reading with footnotes': '/texts/reading-a-document/',
  'reading with corrections': '/speeches/bureau-director-2012/',
  formulas: '/formulas/',
  'formula of two sources': '/formulas/three-same-day/',
  'formula without a list': '/formulas/four-not-overnight/',
  topics: '/topics/',
  topic: '/topics/conduct/',
  speakers: '/speakers/',
  speaker: '/speakers/commission-director/',
  units: '/units/',
  unit: '/units/blood-center/',
  schedule: '/units/blood-center/conduct-2026/',
  campaigns: '/campaigns/',
  campaign: '/campaigns/conduct-2026/',
  'campaign without dates': '/campaigns/openmind-2025/',
  receipts: '/campaigns/conduct-2026/receipts/',
  checklists: '/checklists/',
  checklist: '/checklists/reform-measures-2026/',
  ledgers: '/ledgers/',
  ledger: '/ledgers/opinions-2026/',
  'ledger of totals': '/ledgers/forum-2025/',
  bulletins: '/bulletins/',
  bulletin: '/bulletins/conduct-2026-2/',
  'essay calls': '/essays/',
  'essay call': '/essays/theory-articles-2026/',
  'essay call of which little is known': '/essays/openmind-essays-2025/',
  search: '/search/',
  about: '/about/',
  accessibility: '/accessibility/',
  device: '/device/',
  'materials at hand': '/offline/blood-center/',
  'page without network': '/offline/',
  withdrawn: '/texts/openmind-window-hours/',
  missing: '/404.html',
  refused: '/403/',
  broken: '/50x/',
};

/** The demo site resolved, as readers see it or as an editor does. */
export async function resolvedDemo(visibility?: Visibility): Promise<ResolvedSite> {
  const settings = readSettings({}, ROOT);
  return resolveSite(await readContent(settings.contentDir), visibility ?? settings);
}

/** One page of each kind that the site has, by address: the chosen ones, and of any other kind its first, by its route. */
export const PAGE_KINDS: Readonly<Record<string, string>> = { ...CHOSEN, ...(await firstOfOthers()) };

/** Whether sweeps that would take minutes with all pages go through all of them all the same. */
export const SWEEPS_ALL = process.env['LOOKS'] === 'all';

/** One of so many kinds, beginning with the given one, for such sweeps; with `LOOKS=all` every kind. */
export function someKinds(oneOf: number, first = 0): [kind: string, address: string][] {
  return Object.entries(PAGE_KINDS).filter((_, index) => SWEEPS_ALL || index % oneOf === first);
}

async function firstOfOthers(): Promise<Record<string, string>> {
  const site = await resolvedDemo();
  const chosen = new Set(Object.values(CHOSEN).map((address) => address.replace(/\.html$/, '/')));
  const kinds = await Promise.all(
    ALL_PAGES.map(async ({ route, pages }) => ({ route, pages: await pages(site) })),
  );
  return Object.fromEntries(
    kinds.flatMap(({ route, pages }) => {
      const [first] = pages;
      return !first || pages.some(({ address }) => chosen.has(address)) ? [] : [[route, first.address]];
    }),
  );
}
