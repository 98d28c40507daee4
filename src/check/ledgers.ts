import { sumOf, type GroupTotals } from '../domain/ledgers/ledger.ts';
import type { Fault, Place } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import { campaignFault, unitFault } from './dangling.ts';
import type { Register } from './register.ts';

type LedgerItem = Item<'ledgers'>;
type Words = Pick<Fault, 'reason' | 'remedy'>;

/** How many times more opinions to a book than in another channel look like a slip. */
const STRIKING = 3;

/** Faults of ledgers: references that name nothing, no figures at all, rows without a day to count to. */
export function ledgerFaults(content: Content, register: Register): Fault[] {
  return content.items.ledgers.flatMap((ledger) => [
    ...campaignFault(register, ledger.fields.campaign, ledger.placeOf(['campaign'])),
    ...unitFault(register, ledger.fields.unit, ledger.placeOf(['unit'])),
    ...formFaults(ledger),
  ]);
}

function formFaults({ fields: { groups, rows, asOf }, placeOf }: LedgerItem): Fault[] {
  if (!groups && !rows) {
    return [
      {
        ...placeOf([]),
        reason: '没有数字',
        remedy: '写 groups（各来源合计）或 rows（逐条登记），或在旁边放同名的 .csv 或 .xlsx',
      },
    ];
  }
  if (groups && rows) {
    return [
      { ...placeOf(['groups']), reason: '既写了合计，又有逐条登记', remedy: '留一样；有逐条登记的由它合计' },
    ];
  }
  if (rows && asOf === undefined) {
    return [
      {
        ...placeOf([]),
        reason: '缺少必填字段 asOf',
        remedy: '加上 asOf: 2026-11-20（截至哪一天，超期按这一天算）',
      },
    ];
  }
  return [];
}

/** Figures that cannot all be true. A source may have them, and is then transcribed as it is. */
function impossible(group: GroupTotals): [field: keyof GroupTotals, words: Words][] {
  const { received, answered, returnedOrMerged = 0, classes, distributed, collected } = group;
  const found: [keyof GroupTotals, Words][] = [];
  const inClasses = classes && sumOf(Object.values(classes));
  if (inClasses !== undefined && answered !== undefined && inClasses !== answered) {
    const sum = Object.values(classes ?? {}).join('＋');
    found.push([
      'classes',
      {
        reason: `各类之和 ${sum}＝${inClasses}，不等于办结 ${answered}`,
        remedy: '对照原件核实各类件数和办结数',
      },
    ]);
  }
  if (received !== undefined && answered !== undefined && answered > received) {
    found.push([
      'answered',
      { reason: `办结 ${answered} 大于收到 ${received}`, remedy: '对照原件核实收到数和办结数' },
    ]);
  } else if (received !== undefined && answered !== undefined && answered + returnedOrMerged > received) {
    const reason = `办结 ${answered}＋退回或并件 ${returnedOrMerged}，大于收到 ${received}`;
    found.push(['returnedOrMerged', { reason, remedy: '对照原件核实；收到＝办结＋在办＋退回或并件' }]);
  }
  if (distributed !== undefined && collected !== undefined && collected > distributed) {
    found.push([
      'collected',
      { reason: `收回 ${collected} 大于发放 ${distributed}`, remedy: '对照原件核实发放数和收回数' },
    ]);
  }
  return found;
}

/** Doubts about ledgers: figures that do not come out even, and rows whose days are out of order. */
export function ledgerDoubts({ items }: Content): Fault[] {
  return items.ledgers.flatMap((ledger) => [...groupDoubts(ledger), ...rowDoubts(ledger)]);
}

function groupDoubts({ fields: { groups = [] }, placeOf }: LedgerItem): Fault[] {
  const doubts = groups.flatMap((group, index) =>
    [...impossible(group), ...uneven(group)].map(([field, words]) => ({
      ...placeOf(['groups', index, field]),
      ...words,
    })),
  );
  return [...doubts, ...strikingShares(groups, (index) => placeOf(['groups', index, 'received']))];
}

function uneven(group: GroupTotals): [field: keyof GroupTotals, words: Words][] {
  const { received, answered, open, returnedOrMerged = 0, overdue, classes, categories } = group;
  const found: [keyof GroupTotals, Words][] = [];
  if (
    received !== undefined &&
    answered !== undefined &&
    open !== undefined &&
    received !== answered + open + returnedOrMerged
  ) {
    const sum = `办结 ${answered}＋在办 ${open}＋退回或并件 ${returnedOrMerged}＝${answered + open + returnedOrMerged}`;
    found.push(['open', { reason: `${sum}，不等于收到 ${received}`, remedy: '核实各数；差的几件写清去向' }]);
  }
  if (overdue !== undefined && received !== undefined && overdue > received) {
    found.push(['overdue', { reason: `超期 ${overdue} 大于收到 ${received}`, remedy: '核实超期数' }]);
  }
  if (classes && answered === undefined) {
    found.push([
      'classes',
      { reason: '有办理类别，没有办结数', remedy: '写上 answered，或说明各类是怎么数的' },
    ]);
  }
  const inCategories =
    categories && !Array.isArray(categories) ? sumOf(Object.values(categories)) : undefined;
  if (inCategories !== undefined && received !== undefined && inCategories !== received) {
    found.push([
      'categories',
      { reason: `内容分类合计 ${inCategories}，不等于收到 ${received}`, remedy: '核实分类件数' },
    ]);
  }
  return found;
}

/** Opinions to a book that came back: where one channel has several times as many as another, one of the figures may be a slip. */
function strikingShares(groups: readonly GroupTotals[], placeOf: (index: number) => Place): Fault[] {
  const shares = groups.map(({ received, collected }) =>
    received && collected ? received / collected : undefined,
  );
  const least = Math.min(...shares.filter((share) => share !== undefined));
  return shares.flatMap((share, index) => {
    if (share === undefined || share < least * STRIKING) return [];
    const reason = `平均每本 ${share.toFixed(1)} 条，另一来源只有 ${least.toFixed(1)} 条`;
    return [{ ...placeOf(index), reason, remedy: '核实条数和本数；确实如此就不用改' }];
  });
}

function rowDoubts({ fields: { rows = [], asOf }, placeOf }: LedgerItem): Fault[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const doubts: Fault[] = [];
    const say = (field: string, reason: string, remedy: string) =>
      doubts.push({ ...placeOf(['rows', index, field]), reason, remedy });
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
