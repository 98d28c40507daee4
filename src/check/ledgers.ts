import type { Fault } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import { campaignFault, unitFault } from './dangling.ts';
import type { Register } from './register.ts';

type LedgerItem = Item<'ledgers'>;

/** Faults of ledgers: references that name nothing, no figures at all, rows without a day to count to. */
export function ledgerFaults(content: Content, register: Register): Fault[] {
  return content.items.ledgers.flatMap((ledger) => [
    ...campaignFault(register, ledger.fields.campaign, ledger.positionOf),
    ...unitFault(register, ledger.fields.unit, ledger.positionOf(['unit'])),
    ...formFaults(ledger),
  ]);
}

function formFaults({ fields: { groups, rows, asOf }, positionOf }: LedgerItem): Fault[] {
  if (!groups && !rows) {
    return [
      {
        ...positionOf([]),
        reason: '没有数字',
        remedy: '写 groups（各来源合计）或 rows（逐条登记），或在旁边放同名的 .csv 或 .xlsx',
      },
    ];
  }
  if (groups && rows) {
    return [
      {
        ...positionOf(['groups']),
        reason: '既写了合计，又有逐条登记',
        remedy: '留一样；有逐条登记的由它合计',
      },
    ];
  }
  if (rows && asOf === undefined) {
    return [
      {
        ...positionOf([]),
        reason: '缺少必填字段 asOf',
        remedy: '加上 asOf: 2026-11-20（截至哪一天，超期按这一天算）',
      },
    ];
  }
  return [];
}
