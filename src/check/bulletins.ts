import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import { campaignFault } from './dangling.ts';
import type { Doubt } from './doubt.ts';
import type { Register } from './register.ts';

/** Faults of bulletins: campaigns that do not exist. */
export function bulletinFaults(content: Content, register: Register): Fault[] {
  return content.items.bulletins.flatMap(({ fields, positionOf }) =>
    campaignFault(register, fields.campaign, positionOf),
  );
}

/** Doubts about bulletins: a number of the same campaign given twice. */
export function bulletinDoubts({ items }: Content): Doubt[] {
  const firstOf = new Map<string, string>();
  return items.bulletins.flatMap(({ file, fields, positionOf }) => {
    const key = `${fields.campaign ?? ''} ${fields.number}`;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, file);
    return first === undefined
      ? []
      : [
          {
            ...positionOf(['number']),
            kind: '编号' as const,
            words: fields.number,
            reason: `期号 ${fields.number} 与 ${first} 相同`,
            remedy: '核实期号',
          },
        ];
  });
}
