import { guarded, readingOf, tabbedCell } from '../../domain/spreadsheet-cell.ts';
import { CELL_FACE, HEAD_FACE, TITLE_FACE } from '../../strings/receipts-client.ts';

const LOOK =
  'border:1px solid #000;padding:2pt 4pt;font-size:10.5pt;text-align:center;vertical-align:middle;font-family:';

/**
 * Puts a table on the clipboard as HTML that Word and WPS paste as a table with borders, and as tab-separated text for everything else. The copy
 * event is used because `navigator.clipboard` is missing on plain-HTTP intranets (https://developer.mozilla.org/docs/Web/API/Clipboard).
 */
export function copyTable(table: HTMLTableElement, title: string, page: Document): boolean {
  let isCopied = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', asHtml(table, title));
    event.clipboardData?.setData('text/plain', asText(table, title));
    event.preventDefault();
    isCopied = event.clipboardData !== null;
  };
  const selection = page.getSelection();
  const range = page.createRange();
  range.selectNodeContents(table);
  selection?.removeAllRanges();
  selection?.addRange(range);
  page.addEventListener('copy', fill);
  const isDone = page.execCommand('copy');
  page.removeEventListener('copy', fill);
  selection?.removeAllRanges();
  return isCopied && isDone;
}

/**
 * The table as a document of its own with its style on every cell, since Word reads no style sheet on pasting. Excel splits a cell at line
 * breaks unless told not to.
 */
export function asHtml(table: HTMLTableElement, title: string): string {
  const rows = [...table.rows].map((row) => `<tr>${[...row.cells].map(cellHtml).join('')}</tr>`);
  const heading = `<p style="text-align:center;font-family:${TITLE_FACE};font-size:16pt">${escaped(guarded(title))}</p>`;
  const opening =
    '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;width:100%">';
  const head = '<meta charset="utf-8"><style>br{mso-data-placement:same-cell}</style>';
  return `<html><head>${head}</head><body>${heading}${opening}${rows.join('')}</table></body></html>`;
}

/** A cell that a spreadsheet program would work out or change says that it is text: to Excel and WPS by its style, to LibreOffice by `sdnum`. */
function cellHtml(cell: HTMLElement): string {
  const style = LOOK + (cell.tagName === 'TH' ? HEAD_FACE : CELL_FACE);
  const lines = wordsOf(cell);
  const words = lines.map(escaped).join('<br>');
  const isPlain =
    readingOf(lines.join('\n')) === 'words' && lines.every((line) => readingOf(line) !== 'formula');
  return isPlain
    ? `<td style="${style}">${words}</td>`
    : `<td style='${style};mso-number-format:"\\@"' sdnum="1033;0;@">${words}</td>`;
}

/** The table as lines of cells with tabs between. */
export function asText(table: HTMLTableElement, title: string): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => tabbedCell(wordsOf(cell).join(' '))).join('\t'),
  );
  return `${tabbedCell(title)}\n${rows.join('\n')}\n`;
}

/** The lines of a cell: its own words, then each of its parts. */
function wordsOf(cell: HTMLElement): string[] {
  return [...cell.childNodes].map((node) => node.textContent?.trim() ?? '').filter((words) => words !== '');
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
