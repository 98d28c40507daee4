import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import { bulletinDoubts, bulletinFaults } from './bulletins.ts';
import { checklistFaults } from './checklists.ts';
import { ledgerDoubts } from './ledger-doubts.ts';
import { ledgerFaults } from './ledgers.ts';
import { receiptFaults } from './receipts.ts';
import type { Doubt } from './doubt.ts';
import type { Register } from './register.ts';

/** Faults of what is handed in and counted: checklists, ledgers, receipts, bulletins. */
export function handedInFaults(content: Content, register: Register): Fault[] {
  return [
    ...checklistFaults(content, register),
    ...ledgerFaults(content, register),
    ...receiptFaults(content, register),
    ...bulletinFaults(content, register),
  ];
}

/** Doubts about what is handed in and counted. */
export function handedInDoubts(content: Content): Doubt[] {
  return [...ledgerDoubts(content), ...bulletinDoubts(content)];
}
