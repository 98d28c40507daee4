import { TABLE_BUDGET } from '../../domain/budgets.ts';
import { forbiddenIn, withoutForbidden } from '../../domain/characters.ts';
import { decode, UnreadableFile } from '../../domain/decode.ts';
import { parseCsv } from '../../tables/parse-csv.ts';
import { TableTooLarge } from '../../tables/table.ts';
import { MOST_CELLS, type SheetCell, type Workbook } from './read-workbook.ts';

/** A number as spreadsheet programs write it into a .csv file, where nothing tells whether it was typed as a number. */
const NUMBER = /^\d+(?:\.\d+)?$/;

/** A day with the midnight that some programs write behind it. */
const MIDNIGHT = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2}) 0?0:00(?::00)?$/;

/** The one sheet of a .csv file in any Chinese encoding, `asked` or told by its characters. Throws UnreadableFile. */
export function csvWorkbook(bytes: Uint8Array, asked?: string): Workbook {
  const { text, encoding, evidence, confidence } = decode(bytes, asked);
  const strays = forbiddenIn(text).length;
  return {
    sheets: [{ name: '', isHidden: false, cells: cellsOf(withoutForbidden(text)), hidden: [] }],
    asides: [],
    remarks: [
      `编码：${encoding}（${evidence}；把握：${confidence}）`,
      ...(strays > 0 ? [`控制字符等不能入库的字符 ${strays} 个，已经去掉`] : []),
    ],
  };
}

function cellsOf(text: string): SheetCell[] {
  const cells = rowsOf(text).flatMap(({ line, cells }) =>
    cells.flatMap((cell, column): SheetCell[] => {
      if (cell === '') return [];
      const words = cell.replace(MIDNIGHT, '$1');
      const isNumber = NUMBER.test(words) ? { isNumber: true } : {};
      return [{ row: line, column: column + 1, text: words, ...isNumber, across: 1, down: 1 }];
    }),
  );
  if (cells.length > MOST_CELLS) throw new UnreadableFile(`有字的格超过 ${MOST_CELLS} 个，不像要导入的表格`);
  const characters = cells.reduce((sum, { text: words }) => sum + words.length, 0);
  if (characters > TABLE_BUDGET.characters)
    throw new UnreadableFile(`表里的文字超过 ${TABLE_BUDGET.characters / 10_000} 万字；请拆成几份再导入`);
  return cells;
}

function rowsOf(text: string) {
  try {
    return parseCsv(text);
  } catch (error) {
    if (error instanceof TableTooLarge)
      throw new UnreadableFile(`${error.message}；删去多余的行、列和文字后再导入`);
    throw error;
  }
}
