interface RowDoubt {
  row: number;
  title: string;
}

/** More rows than these are told by their number alone. */
const MOST_ROWS_NAMED = 12;
const LONGEST_TITLE = 16;

/** What is doubtful in the rows of a table. What is the same of several rows becomes one line. */
export class RowDoubts {
  readonly #rows = new Map<string, RowDoubt[]>();

  /** Notes what is doubtful in a row, in Chinese. */
  add(row: number, title: string, words: string): void {
    const rows = this.#rows.get(words);
    if (rows) rows.push({ row, title });
    else this.#rows.set(words, [{ row, title }]);
  }

  /** 第 3 行“甲”：没有写时间; 第 3、4 行（2 场）：没有写时间 */
  lines(): string[] {
    return [...this.#rows].map(([words, rows]) => `${placeOf(rows)}：${words}`);
  }
}

function placeOf(rows: readonly RowDoubt[]): string {
  const [first] = rows;
  if (rows.length === 1 && first) return `第 ${first.row} 行“${first.title.slice(0, LONGEST_TITLE)}”`;
  const named = rows.slice(0, MOST_ROWS_NAMED).map(({ row }) => row);
  return `第 ${named.join('、')}${rows.length > named.length ? ' …' : ''} 行（${rows.length} 场）`;
}
