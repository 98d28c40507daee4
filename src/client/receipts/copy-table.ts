const CELL =
  'border:1px solid #000;padding:2pt 4pt;font-family:仿宋_GB2312,仿宋,FangSong;font-size:10.5pt;text-align:center;vertical-align:middle';
const HEAD = CELL.replace('仿宋_GB2312,仿宋,FangSong', '黑体,SimHei');

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

/** The table as a document of its own whose looks stand on every cell, since Word reads no style sheet on pasting. */
export function asHtml(table: HTMLTableElement, title: string): string {
  const rows = [...table.rows].map((row) => {
    const cells = [...row.cells].map((cell) => {
      const style = cell.tagName === 'TH' ? HEAD : CELL;
      return `<td style="${style}">${wordsOf(cell).map(escaped).join('<br>')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const heading = `<p style="text-align:center;font-family:方正小标宋简体,黑体;font-size:16pt">${escaped(title)}</p>`;
  const opening =
    '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;width:100%">';
  return `<html><head><meta charset="utf-8"></head><body>${heading}${opening}${rows.join('')}</table></body></html>`;
}

/** The table as lines of cells with tabs between. */
export function asText(table: HTMLTableElement, title: string): string {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => wordsOf(cell).join(' ')).join('\t'));
  return `${title}\n${rows.join('\n')}\n`;
}

/** The lines of a cell: its own words, then each of its parts. */
function wordsOf(cell: HTMLElement): string[] {
  return [...cell.childNodes].map((node) => node.textContent?.trim() ?? '').filter((words) => words !== '');
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
