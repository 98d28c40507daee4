import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import { bulletinDoubts, bulletinFaults } from './bulletins.ts';
import { checklistFaults } from './checklists.ts';
import { ledgerDoubts, ledgerFaults } from './ledgers.ts';
import { receiptFaults } from './receipts.ts';

/** Faults of what is handed in and counted: checklists, ledgers, receipts, bulletins. */
export function handedInFaults(content: Content): Fault[] {
  return [
    ...checklistFaults(content),
    ...ledgerFaults(content),
    ...receiptFaults(content),
    ...bulletinFaults(content),
  ];
}

/** Doubts about what is handed in and counted. */
export function handedInDoubts(content: Content): Fault[] {
  return [...ledgerDoubts(content), ...bulletinDoubts(content)];
}
