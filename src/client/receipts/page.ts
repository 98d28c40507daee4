import { receiptWords } from '../../strings/receipts-client.ts';
import { toaster } from '../toast.ts';
import { todayInShanghai } from '../today.ts';
import { copyTable } from './copy-table.ts';

/** Starts 报送情况: marks what became overdue since the table was last kept, and offers copying for Word and printing. */
export function startReceiptsPage(page: Document): void {
  const sheet = page.querySelector<HTMLElement>('[data-receipts]');
  const table = sheet?.querySelector('table');
  const tools = sheet?.querySelector<HTMLElement>('[data-receipts-tools]');
  if (!sheet || !table || !tools) return;
  markOverdue(table, todayInShanghai());
  const say = toaster(page);
  tools.querySelector('[data-copy-table]')?.addEventListener('click', () => {
    const isCopied = copyTable(table, sheet.dataset.title ?? '', page);
    say(isCopied ? receiptWords.tableCopied : receiptWords.copyFailed);
  });
  tools.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  tools.hidden = false;
}

function markOverdue(table: HTMLElement, today: string): void {
  for (const cell of table.querySelectorAll<HTMLElement>('[data-state="open"][data-until]')) {
    if ((cell.dataset.until ?? '9999') >= today) continue;
    cell.dataset.state = 'missing';
    cell.className = 'is-missing';
    cell.textContent = receiptWords.missing;
  }
}
