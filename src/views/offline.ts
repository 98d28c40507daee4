import type { OfflinePages } from '../domain/offline/offline-set.ts';
import type { Essay } from '../site/essays.ts';
import { readingsIn } from '../site/schedules.ts';
import type { ResolvedSite, Unit } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import { attendanceAddress, hasAttendance } from './attendance.ts';
import { assignedEntries, linkTo, type PageLink } from './entry-card.ts';
import { onlyPage, type PageKind } from './page.ts';

/** Pages of one kind, for a list of what a unit has at hand. */
export interface MaterialGroup {
  title: string;
  pages: readonly PageLink[];
}

/** The props of the page of a unit's materials. */
export interface MaterialsView {
  unit: Unit;
  groups: readonly MaterialGroup[];
}

/** The page that stands in for one that cannot be had without network. */
export const offlinePage: PageKind = onlyPage('/offline/', () => ({}));

export const materialPages: PageKind<MaterialsView> = {
  route: '/offline/[unit]/',
  pages: (site) =>
    site.units.map((unit) => ({
      address: `/offline/${unit.id}/`,
      props: { unit, groups: materialsOf(unit, site) },
    })),
};

/** What a unit needs at hand without network, in the order in which it is listed. Groups without pages are left out. */
function materialsOf(unit: Unit, site: ResolvedSite): MaterialGroup[] {
  const schedules = site.schedulesOf.get(unit.id) ?? [];
  const campaigns = new Map(schedules.map(({ campaign }) => [campaign.id, campaign]));
  const ofUnit = ({ units }: { units: readonly Unit[] }) => units.some(({ id }) => id === unit.id);
  const groups: MaterialGroup[] = [
    {
      title: zh['offline.schedules'],
      pages: [
        { address: `/units/${unit.id}/`, title: zh['offline.unitPage'] },
        ...schedules.map(({ plan }) => ({ address: `/units/${unit.id}/${plan.id}/`, title: plan.title })),
      ],
    },
    {
      title: zh['offline.readings'],
      pages: assignedEntries(readingsIn(schedules), site),
    },
    {
      title: zh['checklists.title'],
      pages: site.checklists.filter(ofUnit).map(linkTo),
    },
    {
      title: zh['essays.title'],
      pages: callsOf(unit, site).map(linkTo),
    },
    {
      title: zh['campaigns.title'],
      pages: [...campaigns.values()].map(({ id, name }) => ({ address: `/campaigns/${id}/`, title: name })),
    },
    {
      title: zh['print.pack'],
      pages: [
        ...schedules.map(({ plan }) => ({
          address: `/units/${unit.id}/${plan.id}/print/`,
          title: plan.title,
        })),
        ...(hasAttendance(unit, site)
          ? [{ address: attendanceAddress(unit.id), title: zh['office.attendanceLink'] }]
          : []),
      ],
    },
  ];
  return groups.filter(({ pages }) => pages.length > 0);
}

/** The pages of a unit that its readers' devices keep, and those that its pack holds besides; `common` are in every pack. */
export function offlinePagesOf(unit: Unit, site: ResolvedSite, common: readonly string[]): OfflinePages {
  const { library } = site;
  const schedules = site.schedulesOf.get(unit.id) ?? [];
  const materials = materialsOf(unit, site).flatMap(({ pages }) => pages.map(({ address }) => address));
  const ofUnit = library.byUnit.get(unit.id) ?? [];
  const held = new Set([...materials, ...ofUnit.map(({ address }) => address)]);
  const entries = library.entries.filter(({ address }) => held.has(address));
  return {
    kept: [
      '/',
      '/offline/',
      '/device/',
      `/offline/${unit.id}/`,
      ...materials,
      `/units/${unit.id}.ics`,
      ...schedules.map(({ plan }) => `/units/${unit.id}/${plan.id}.ics`),
      ...callsOf(unit, site).map(({ address }) => `${address}${unit.id}.docx`),
    ],
    packed: [
      ...common,
      ...ofUnit.map(({ address }) => address),
      ...new Set(entries.flatMap(({ topics }) => topics.map(({ id }) => `/topics/${id}/`))),
      ...new Set(entries.flatMap(({ speaker }) => (speaker ? [`/speakers/${speaker.id}/`] : []))),
    ],
  };
}

function callsOf(unit: Unit, { essays }: ResolvedSite): Essay[] {
  return essays.filter(({ asked }) => asked.some((each) => each.unit.id === unit.id));
}
