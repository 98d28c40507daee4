import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';

/** Faults for two files of a folder with the same name, so that a reference would be ambiguous. */
export function uniqueNameFaults({ items }: Content): Fault[] {
  return (['campaigns', 'units', 'topics', 'speakers', 'formulas'] as const).flatMap((folder) => {
    const firstOf = new Map<string, string>();
    return items[folder].flatMap(({ file, fields: { name }, positionOf }): Fault[] => {
      const first = firstOf.get(name);
      if (first === undefined) {
        firstOf.set(name, file);
        return [];
      }
      return [
        {
          ...positionOf(['name']),
          reason: `名称“${name}”与 ${first} 相同`,
          remedy: '合并成一个文件，或改名称',
        },
      ];
    });
  });
}
