import { unevenFigures } from '../domain/ledgers/uneven-figures.ts';
import type { GroupTotals } from '../domain/ledgers/ledger.ts';
import type { SourcePosition } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import type { Doubt } from './doubt.ts';

type LedgerItem = Item<'ledgers'>;

/** How many times more opinions to a book than in another channel look like a slip. */
const STRIKING = 3;

/** Doubts about ledgers: figures that do not come out even, and rows whose days are out of order. */
export function ledgerDoubts({ items }: Content): Doubt[] {
  return items.ledgers.flatMap((ledger) => [...groupDoubts(ledger), ...rowDoubts(ledger)]);
}

function groupDoubts({ fields: { groups = [] }, positionOf }: LedgerItem): Doubt[] {
  const doubts = groups.flatMap((group, index) =>
    unevenFigures(group).map(({ field, reason, remedy }): Doubt => ({
      ...positionOf(['groups', index, field]),
      kind: '合计',
      words: group.name,
      reason,
      remedy,
    })),
  );
  return [...doubts, ...strikingShares(groups, (index) => positionOf(['groups', index, 'received']))];
}

/** Opinions to a book that came back: where one channel has several times as many as another, one of the figures may be a slip. */
function strikingShares(
  groups: readonly GroupTotals[],
  positionOf: (index: number) => SourcePosition,
): Doubt[] {
  const shares = groups.map(({ received, collected }) =>
    received && collected ? received / collected : undefined,
  );
  const least = Math.min(...shares.filter((share) => share !== undefined));
  return shares.flatMap((share, index) => {
    if (share === undefined || share < least * STRIKING) return [];
    const reason = `平均每本 ${share.toFixed(1)} 条，另一来源只有 ${least.toFixed(1)} 条`;
    return [
      {
        ...positionOf(index),
        kind: '合计' as const,
        words: groups[index]?.name ?? '',
        reason,
        remedy: '核实条数和本数；确实如此的写进 settled',
      },
    ];
  });
}

function rowDoubts({ fields: { rows = [], asOf }, positionOf }: LedgerItem): Doubt[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const doubts: Doubt[] = [];
    const say = (field: string, reason: string, remedy: string) =>
      doubts.push({
        ...positionOf(['rows', index, field]),
        kind: field === 'id' ? '编号' : '日期',
        words: name,
        reason,
        remedy,
      });
    const name = row.id === undefined ? '这一件' : `${row.id}号`;
    for (const [field, words] of [
      ['signed', '签批日期'],
      ['firstReply', '首次回复日'],
      ['done', '办结日'],
    ] as const) {
      const day = row[field];
      if (day !== undefined && day < row.received)
        say(field, `${name}${words} ${day} 早于收到日期 ${row.received}`, '核实日期');
    }
    if (row.firstReply !== undefined && row.done !== undefined && row.firstReply > row.done) {
      say('firstReply', `${name}首次回复日 ${row.firstReply} 晚于办结日 ${row.done}`, '核实日期');
    }
    if (row.state !== undefined && row.done !== undefined) {
      say('state', `${name}既写${row.state}，又有办结日`, '留一样；现在按退回或并件计');
    }
    if (asOf !== undefined && row.received > asOf) {
      say(
        'received',
        `${name}收到日期 ${row.received} 晚于截至日期 ${asOf}，没有计入`,
        '改截至日期，或核实收到日期',
      );
    }
    if (row.id !== undefined && seen.has(row.id)) say('id', `编号 ${row.id} 重复`, '核实是不是登记了两次');
    if (row.id !== undefined) seen.add(row.id);
    return doubts;
  });
}
