import { IMPORT_BUDGET } from '../domain/budgets.ts';
import { UnreadableFile } from '../domain/decode.ts';

const SPLIT = '请拆成几份再导入';
const tenThousands = (count: number) => `${count / 10_000} 万`;

/** Counts what a reader takes out of a file, so that a file of too much is refused before all of it stands in memory. */
export class TextBudget {
  #characters = 0;
  #lines = 0;
  #cells = 0;

  /** Throws UnreadableFile where the text has become too long. */
  spendCharacters(count: number): void {
    this.#characters += count;
    if (this.#characters > IMPORT_BUDGET.characters)
      throw new UnreadableFile(`文字超过 ${tenThousands(IMPORT_BUDGET.characters)}字；${SPLIT}`);
  }

  /** Throws UnreadableFile where there are too many lines. */
  spendLines(count: number): void {
    this.#lines += count;
    if (this.#lines > IMPORT_BUDGET.lines)
      throw new UnreadableFile(`段落超过 ${tenThousands(IMPORT_BUDGET.lines)}个；${SPLIT}`);
  }

  /** Throws UnreadableFile where tables have too many cells. */
  spendCells(count: number): void {
    this.#cells += count;
    if (this.#cells > IMPORT_BUDGET.cells)
      throw new UnreadableFile(
        `表格的格子超过 ${tenThousands(IMPORT_BUDGET.cells)}个；大表请另存为 .xlsx，或拆成几份再导入`,
      );
  }
}

/** Refuses a text that is too much for what follows, however it was read. Throws UnreadableFile. */
export function refuseExcess(text: string): void {
  const budget = new TextBudget();
  budget.spendCharacters(text.length);
  let [from, number] = [0, 0];
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end;
    number += 1;
    if (until - from > IMPORT_BUDGET.lineCharacters)
      throw new UnreadableFile(
        `第 ${number} 行超过 ${tenThousands(IMPORT_BUDGET.lineCharacters)}字，不像一段文字；请在段落之间换行，或${SPLIT.slice(1)}`,
      );
    if (until > from) budget.spendLines(1);
    from = until + 1;
  }
}
