import { LIBRARY_KINDS } from '../schemas/collections.ts';
import type { Fault } from '../source/fault.ts';
import type { Content, LibraryItem } from '../source/read-content.ts';
import { campaignFault, entryFault, noItem, unitFaults } from './dangling.ts';
import { libraryItems, type Register } from './register.ts';

/** Faults between entries, units, campaigns and `site.yaml`: references to nothing, former addresses used twice. */
export function referenceFaults(content: Content, register: Register): Fault[] {
  return [
    ...libraryItems(content).flatMap(({ fields, positionOf }) => [
      ...campaignFault(register, fields.campaign, positionOf),
      ...unitFaults(register, fields.units, (index) => positionOf(['units', index])),
    ]),
    ...parentFaults(content, register),
    ...content.items.campaigns.flatMap(({ fields: { basis = [] }, positionOf }) =>
      basis.flatMap(({ entry }, index) => entryFault(register, entry, positionOf(['basis', index, 'entry']))),
    ),
    ...formerIdFaults(content),
    ...campaignFault(register, content.site.campaign, content.placeInSite),
  ];
}

function parentFaults({ items }: Content, register: Register): Fault[] {
  const ids = new Set(items.units.map(({ id }) => id));
  return items.units.flatMap(({ id, fields: { parent }, positionOf }) => {
    if (parent === undefined) return [];
    if (parent === id) {
      return [
        { ...positionOf(['parent']), reason: '上级单位是自己', remedy: '改为真正的上级，或删去 parent' },
      ];
    }
    if (ids.has(parent) || register.isFaulty('units', parent)) return [];
    return [{ ...positionOf(['parent']), ...noItem('上级单位', parent, 'units', '文件名') }];
  });
}

function formerIdFaults(content: Content): Fault[] {
  const faults: Fault[] = [];
  for (const kind of LIBRARY_KINDS) {
    const items = content.items[kind] as LibraryItem[];
    const takenBy = new Map(items.map(({ id, file }) => [id, file]));
    for (const { file, fields, positionOf } of items) {
      fields.formerIds?.forEach((former, index) => {
        const owner = takenBy.get(former);
        if (owner) {
          faults.push({
            ...positionOf(['formerIds', index]),
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
