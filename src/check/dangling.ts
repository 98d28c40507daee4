import type { Fault, SourcePosition } from '../source/fault.ts';
import type { CollectionName } from '../schemas/collections.ts';
import type { Register } from './register.ts';

type Words = Pick<Fault, 'reason' | 'remedy'>;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A fault where a campaign is named, by file name or name, that does not exist. */
export function campaignFault(
  register: Register,
  name: string | undefined,
  positionOf: (path: readonly PropertyKey[]) => SourcePosition,
): Fault[] {
  if (name === undefined || register.campaign(name) || register.isFaulty('campaigns', name)) return [];
  return [{ ...positionOf(['campaign']), ...noItem('专题活动', name, 'campaigns', '文件名或名称') }];
}

/** A fault where a unit is named, by file name or any of its names, that does not exist. */
export function unitFault(register: Register, name: string | undefined, place: SourcePosition): Fault[] {
  if (name === undefined || register.unit(name, null) !== undefined || register.isFaulty('units', name))
    return [];
  return [{ ...place, ...noItem('单位', name, 'units', '文件名、名称、简称或曾用名') }];
}

/** A fault for every unit of a list that does not exist. */
export function unitFaults(
  register: Register,
  names: readonly string[] | undefined,
  positionOf: (index: number) => SourcePosition,
): Fault[] {
  return (names ?? []).flatMap((name, index) => unitFault(register, name, positionOf(index)));
}

/** A fault where an entry of the library is named, as `texts/outline` or `texts/outline#p3`, that does not exist or has no such paragraph. */
export function entryFault(register: Register, target: string | undefined, place: SourcePosition): Fault[] {
  if (target === undefined) return [];
  const [key = '', anchor] = target.split('#');
  const entry = register.entry(key);
  if (!entry) {
    const [kind = '', id = ''] = key.split('/');
    if (register.isFaulty(kind as CollectionName, id)) return [];
    return [
      {
        ...place,
        reason: `资料库里没有 ${key}`,
        remedy: '写成 texts/文件名、speeches/文件名 或 articles/文件名',
      },
    ];
  }
  if (anchor === undefined) return [];
  const paragraphs = register.paragraphs(entry);
  if (!paragraphs || paragraphs.has(anchor)) return [];
  return [{ ...place, ...noParagraph(key, anchor, paragraphs.count) }];
}

/** A fault where a link leads to an item that does not exist, such as `essays/theory`. */
export function itemFault(register: Register, key: string, place: SourcePosition): Fault[] {
  const [collection, id] = key.split('/') as [CollectionName, string];
  if (register.has(key) || register.isFaulty(collection, id)) return [];
  return [{ ...place, reason: `没有 ${key}`, remedy: `改成 ${collection}/ 里有的文件名，或删去链接` }];
}

/** The words for a paragraph that an entry does not have. */
export function noParagraph(key: string, anchor: string, count: number): Words {
  return {
    reason: `${key} 没有第 ${anchor.replace(/^p/, '')} 段`,
    remedy: `改段落号；${key} 共 ${count} 段`,
  };
}

/** The words for a name that no file of a folder bears. */
export function noItem(what: string, name: string, folder: CollectionName, by: string): Words {
  return {
    reason: `没有叫“${name}”的${what}`,
    remedy: `改成 ${folder}/ 里有的${by}，或先建 ${folder}/${SLUG.test(name) ? name : '…'}.yaml`,
  };
}
