const BEFORE_WORDS = /^[ \t>]*/;
const LIST_ITEM = /^(?:[-+*]|(\d{1,9})[.)])[ \t]+\S/;
const NOTE = /^\[\^[^\]\s]*\]:/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * Tells of one line of Markdown after the other whether it begins a part whose marks are held against none before: a paragraph, a list item, a row of a
 * table. Says no where that is not certain: `>` before every line is one quotation, `2)` an item only behind another, `|` a row only below a head.
 */
export function partStarts(): (line: string) => boolean {
  let isBehindBlank = true;
  let isInTable = false;
  /** The cells of a line that may be the head of a table. */
  let headCells: number | undefined;
  /** How deep quotations are, and how far the last list item was indented. */
  let [quotes, indent] = [0, -1];

  return (line) => {
    const before = BEFORE_WORDS.exec(line)?.[0] ?? '';
    const words = line.slice(before.length);
    const isBlank = words === '';
    const depth = before.split('>').length - 1;
    const [item, number = '1'] = LIST_ITEM.exec(words) ?? [];
    const isItem = item !== undefined && (isBehindBlank || Number(number) === 1 || before.length <= indent);
    const isRow = isInTable && !isBlank;
    const starts =
      isBehindBlank ||
      isBlank ||
      isItem ||
      isRow ||
      depth > quotes ||
      HEADING.test(words) ||
      NOTE.test(words);
    isInTable = isRow || (DELIMITER_ROW.test(words) && cellsOf(words) === headCells);
    headCells = starts && words.includes('|') ? cellsOf(words) : undefined;
    if (isItem) indent = before.length;
    else if (isBehindBlank && before === '' && !isBlank) indent = -1;
    if (isBlank) quotes = 0;
    else quotes = starts ? depth : Math.max(quotes, depth);
    isBehindBlank = isBlank;
    return starts;
  };
}

function cellsOf(row: string): number {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/).length;
}
