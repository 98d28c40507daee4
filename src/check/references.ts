import { campaignFinder } from '../domain/library.ts';
import { unitFinder, type UnitFinder } from '../domain/units.ts';
import { LIBRARY_KINDS } from '../schemas/collections.ts';
import type { Fault } from '../source/fault.ts';
import type { Content, LibraryItem } from '../source/read-content.ts';

/** Faults of items held against each other: references that name nothing, addresses taken twice. */
export function referenceFaults(content: Content): Fault[] {
  const finders = {
    campaign: findCampaign(content.items.campaigns),
    unit: unitFinder(content.items.units.map(({ id, fields }) => ({ id, ...fields }))),
  };
  return [
    ...libraryItems(content).flatMap((item) => entryFaults(item, finders)),
    ...unitFaults(content),
    ...campaignFaults(content),
    ...formerIdFaults(content),
    ...siteFaults(content),
  ];
}

/** Every library item, kind by kind. */
export function libraryItems(content: Content): LibraryItem[] {
  return LIBRARY_KINDS.flatMap((kind) => content.items[kind] as LibraryItem[]);
}

interface Finders {
  campaign: ReturnType<typeof campaignFinder>;
  unit: UnitFinder;
}

function entryFaults({ fields, placeOf }: LibraryItem, find: Finders): Fault[] {
  const faults: Fault[] = [];
  if (fields.campaign !== undefined && !find.campaign(fields.campaign)) {
    faults.push({ ...placeOf(['campaign']), ...missing('专题活动', fields.campaign, 'campaigns') });
  }
  fields.units?.forEach((name, index) => {
    if (find.unit(name, null)) return;
    faults.push({ ...placeOf(['units', index]), ...missing('单位', name, 'units') });
  });
  return faults;
}

function unitFaults({ items }: Content): Fault[] {
  const ids = new Set(items.units.map(({ id }) => id));
  return items.units.flatMap(({ id, fields: { parent }, placeOf }) => {
    if (parent === undefined || (ids.has(parent) && parent !== id)) return [];
    if (parent === id) {
      return [{ ...placeOf(['parent']), reason: '上级单位是自己', remedy: '改为真正的上级，或删去 parent' }];
    }
    return [{ ...placeOf(['parent']), ...missing('上级单位', parent, 'units') }];
  });
}

function campaignFaults(content: Content): Fault[] {
  const keys = new Set(libraryItems(content).map(({ collection, id }) => `${collection}/${id}`));
  return content.items.campaigns.flatMap(({ fields: { basis = [] }, placeOf }) =>
    basis.flatMap(({ entry }, index) =>
      entry === undefined || keys.has(entry)
        ? []
        : [
            {
              ...placeOf(['basis', index, 'entry']),
              reason: `资料库里没有 ${entry}`,
              remedy: '写成 texts/文件名，或删去 entry',
            },
          ],
    ),
  );
}

function formerIdFaults(content: Content): Fault[] {
  const faults: Fault[] = [];
  for (const kind of LIBRARY_KINDS) {
    const items = content.items[kind] as LibraryItem[];
    const takenBy = new Map(items.map(({ id, file }) => [id, file]));
    for (const { file, fields, placeOf } of items) {
      fields.formerIds?.forEach((former, index) => {
        const owner = takenBy.get(former);
        if (owner) {
          faults.push({
            ...placeOf(['formerIds', index]),
            reason: `曾用文件名 ${former} 已属于 ${owner}`,
            remedy: '删去这一项',
          });
        } else {
          takenBy.set(former, file);
        }
      });
    }
  }
  return faults;
}

function siteFaults({ site, items, placeInSite }: Content): Fault[] {
  if (site.campaign === undefined || findCampaign(items.campaigns)(site.campaign)) return [];
  return [{ ...placeInSite(['campaign']), ...missing('专题活动', site.campaign, 'campaigns') }];
}

function findCampaign(campaigns: Content['items']['campaigns']) {
  return campaignFinder(campaigns.map(({ id, fields: { name } }) => ({ id, name })));
}

function missing(what: string, name: string, folder: string): Pick<Fault, 'reason' | 'remedy'> {
  return {
    reason: `没有叫“${name}”的${what}`,
    remedy: `改成 ${folder}/ 里有的文件名或名称，或先建 ${folder}/….yaml`,
  };
}
