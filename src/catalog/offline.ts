import type { OfflinePages } from '../domain/offline/offline-set.ts';
import { HANDBOOK_IDS } from '../handbook/read-handbook.ts';
import { FORMS } from '../print/forms/all-forms.ts';
import { zh } from '../strings/zh.ts';
import { getChecklists } from './checklists.ts';
import { getEssays } from './essays.ts';
import { getCatalog, type Unit } from './library.ts';
import { getSchedules } from './schedules.ts';

/** Pages of one kind, for a list of what a unit has at hand. */
export interface MaterialGroup {
  title: string;
  pages: { address: string; title: string }[];
}

/** What a unit needs at hand without network, in the order in which it is listed. Groups without pages are left out. */
export async function materialsOf(unit: Unit): Promise<MaterialGroup[]> {
  const { library } = await getCatalog();
  const schedules = (await getSchedules()).byUnit.get(unit.id) ?? [];
  const entries = new Map(library.entries.map((entry) => [entry.key, entry]));
  const readings = schedules
    .flatMap(({ schedule }) => schedule.sessions)
    .flatMap((session) => session.readings ?? []);
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
      pages: [...new Set(readings.map((reading) => entries.get(reading.split('#')[0] ?? reading)))]
        .filter((entry) => entry !== undefined)
        .map(({ address, title }) => ({ address, title })),
    },
    {
      title: zh['checklists.title'],
      pages: (await getChecklists()).filter(ofUnit).map(({ address, title }) => ({ address, title })),
    },
    {
      title: zh['essays.title'],
      pages: (await callsOf(unit)).map(({ address, title }) => ({ address, title })),
    },
    {
      title: zh['campaigns.title'],
      pages: [...campaigns.values()].map(({ id, name }) => ({ address: `/campaigns/${id}/`, title: name })),
    },
    {
      title: zh['print.pack'],
      pages: schedules.map(({ plan }) => ({
        address: `/units/${unit.id}/${plan.id}/print/`,
        title: plan.title,
      })),
    },
  ];
  return groups.filter(({ pages }) => pages.length > 0);
}

/** The pages of a unit that its readers' devices keep, and those that its pack holds besides. */
export async function offlinePagesOf(unit: Unit): Promise<OfflinePages> {
  const { library } = await getCatalog();
  const schedules = (await getSchedules()).byUnit.get(unit.id) ?? [];
  const materials = (await materialsOf(unit)).flatMap(({ pages }) => pages.map(({ address }) => address));
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
      ...(await callsOf(unit)).map(({ address }) => `${address}${unit.id}.docx`),
    ],
    packed: [
      '/search/',
      '/about/',
      '/accessibility/',
      '/forms/',
      ...FORMS.map(({ id }) => `/forms/${id}/`),
      '/help/',
      ...HANDBOOK_IDS.map((id) => `/help/${id}/`),
      ...ofUnit.map(({ address }) => address),
      ...new Set(entries.flatMap(({ topics }) => topics.map(({ id }) => `/topics/${id}/`))),
      ...new Set(entries.flatMap(({ speaker }) => (speaker ? [`/speakers/${speaker.id}/`] : []))),
    ],
  };
}

async function callsOf(unit: Unit) {
  return (await getEssays()).filter(({ asked }) => asked.some((each) => each.unit.id === unit.id));
}
