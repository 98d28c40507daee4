import { campaignFinder } from '../domain/library.ts';
import { unitFinder, type UnitFinder } from '../domain/units.ts';
import { LIBRARY_KINDS } from '../schemas/collections.ts';
import type { Fault, Place } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';

/** The campaign that a name or id means, as its file gives it. */
export function campaignOf({ items }: Content, name: string | undefined) {
  if (name === undefined) return undefined;
  const found = campaignFinder(items.campaigns.map(({ id, fields }) => ({ id, name: fields.name })))(name);
  return items.campaigns.find(({ id }) => id === found?.id);
}

/** A finder of the content's units by any of their names. */
export function unitsOf({ items }: Content): UnitFinder {
  return unitFinder(items.units.map(({ id, fields }) => ({ id, ...fields })));
}

/** A fault where a campaign is named that does not exist. */
export function campaignReferenceFaults(content: Content, name: string | undefined, place: Place): Fault[] {
  if (name === undefined || campaignOf(content, name)) return [];
  return [{ ...place, reason: `没有叫“${name}”的专题活动`, remedy: '改成 campaigns/ 里有的文件名或名称' }];
}

/** A fault for every unit that is named and does not exist. */
export function unitReferenceFaults(
  content: Content,
  names: readonly string[],
  placeOf: (index: number) => Place,
): Fault[] {
  const find = unitsOf(content);
  return names.flatMap((name, index) =>
    find(name, null) === undefined
      ? [
          {
            ...placeOf(index),
            reason: `没有叫“${name}”的单位`,
            remedy: '改成 units/ 里有的文件名、名称、简称或曾用名',
          },
        ]
      : [],
  );
}

/** A fault where an entry of the library is named that does not exist. */
export function entryReferenceFaults({ items }: Content, key: string | undefined, place: Place): Fault[] {
  if (key === undefined) return [];
  const name = key.split('#')[0] ?? key;
  const isKnown = LIBRARY_KINDS.some((kind) => items[kind].some(({ id }) => `${kind}/${id}` === name));
  return isKnown
    ? []
    : [
        {
          ...place,
          reason: `资料库里没有 ${name}`,
          remedy: '写成 texts/文件名、speeches/文件名 或 articles/文件名',
        },
      ];
}
