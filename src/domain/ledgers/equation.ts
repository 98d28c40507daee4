import type { GroupTotals, LedgerKind } from './ledger.ts';
import { remainderOf } from './remainder.ts';

const DONE: Record<LedgerKind, string> = { 意见建议: '办结', 问题整改: '销号' };
const OPEN: Record<LedgerKind, string> = { 意见建议: '在办', 问题整改: '整改中' };
const LEFT: Record<LedgerKind, string> = { 意见建议: '未办结', 问题整改: '未销号' };

/**
 * A channel's account in one line, so that nobody has to subtract: 收到 22＝办结 17＋未办结 5，期限不详. Where the source says what is open it stands as 在办,
 * with 其中超期; where it does not say what was answered, that is said.
 */
export function equationOf(totals: GroupTotals, kind: LedgerKind): string {
  const { received, answered, open, returnedOrMerged, overdue } = totals;
  if (received === undefined) return '收到件数原文未注明';
  if (answered === undefined) return `收到 ${received}；办理情况原文未注明`;
  const { unanswered } = remainderOf(totals);
  const left = open ?? unanswered;
  const parts = [`${DONE[kind]} ${answered}`];
  if (left !== undefined && (left > 0 || open !== undefined)) {
    parts.push(open === undefined ? `${LEFT[kind]} ${left}` : `${OPEN[kind]} ${left}`);
  }
  if (returnedOrMerged !== undefined && returnedOrMerged > 0) parts.push(`退回或并件 ${returnedOrMerged}`);
  const age = overdue !== undefined ? `；其中超期 ${overdue}` : left ? '，期限不详' : '';
  return `收到 ${received}＝${parts.join('＋')}${age}`;
}
