import { DUE_COLUMNS, DUE_SHEET } from '../../domain/schedule/table/columns.ts';
import { addressOf } from './grid.ts';
import type { Sheet, SheetCell, Workbook } from './read-workbook.ts';
import type { NotePiece } from './split-tables.ts';

/** Words of a sheet of notes that go to the head of a plan's file; more are only named. */
const MOST_KEPT = 2000;
const MOST_TOLD = 200;
const COLUMNS_WANTED =
  '学习计划要有“专题”或“学习内容”和“时间”两列，报送情况要有“事项、单位、收到日期”，台账要有“收到日期”';

/** Whether a sheet is what this project's own workbooks say of deadlines: it follows from the campaign, and is no note. */
export function isDueSheet({ name, cells }: Sheet): boolean {
  const texts = new Set(cells.map(({ text }) => text));
  return name === DUE_SHEET && DUE_COLUMNS.every((column) => texts.has(column));
}

/** What to say of a file in which no table is found. */
export function tellsNothing({ sheets }: Workbook): string {
  const shown = sheets.filter(({ isHidden, cells }) => !isHidden && cells.length > 0);
  const isInHiding = sheets.some(
    (sheet) => sheet.hidden.length + (sheet.isHidden ? sheet.cells.length : 0) > 0,
  );
  if (shown.length === 0) return isInHiding ? '表里的内容都是隐藏的；取消隐藏后再导入' : '表里没有内容';
  const names = shown.map(({ name }) => name).filter((name) => name !== '');
  const which = names.length > 1 ? `工作表“${names.join('”“')}”` : '表';
  return `${which}里认不出列名：${COLUMNS_WANTED}`;
}

/** A piece without a table as lines for the head of a file; of a long one only its name. */
export function noteLines({ sheet, cells }: NotePiece): string[] {
  const words = cells.map(({ text }) => text).join('；');
  return words.length > MOST_KEPT ? [] : [`${nameOf(sheet)}${words}`];
}

/** What of the sheets was not imported, in Chinese. Notes `areKept` where there is a file of a plan for them. */
export function remarksOn(sheets: readonly Sheet[], notes: readonly NotePiece[], areKept: boolean): string[] {
  return [
    ...notes.map(({ sheet, cells }) => {
      const isKept = areKept && noteLines({ sheet, cells }).length > 0;
      return `${nameOf(sheet)}认不出列名，没有作为表导入${isKept ? '，照录在文件开头' : ''}：${told(cells)}`;
    }),
    ...sheets.flatMap(hiddenRemarks),
  ];
}

function hiddenRemarks(sheet: Sheet): string[] {
  const { name, isHidden, cells, hidden } = sheet;
  if (isHidden)
    return cells.length > 0 ? [`工作表“${name}”是隐藏的，没有导入：${told(cells)}；要导入的先取消隐藏`] : [];
  if (hidden.length === 0) return [];
  return [
    `${nameOf(sheet)}有隐藏的行或列，没有导入（${hidden.length} 格）：${placed(hidden)}；要导入的先取消隐藏`,
  ];
}

function nameOf({ name }: Sheet): string {
  return name === '' ? '' : `工作表“${name}”：`;
}

function told(cells: readonly SheetCell[]): string {
  return short(cells.map(({ text }) => text));
}

function placed(cells: readonly SheetCell[]): string {
  return short(cells.map((cell) => `${addressOf(cell)}“${cell.text}”`));
}

function short(words: readonly string[]): string {
  const all = words.join('；').replace(/\s+/gu, ' ');
  return all.length > MOST_TOLD ? `${all.slice(0, MOST_TOLD)}…（共 ${words.length} 格）` : all;
}
