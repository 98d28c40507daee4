import { UnreadableFile } from '../../domain/decode.ts';
import { applyEdits } from '../edits.ts';
import { editsToSimplified, isTraditional } from '../rules/simplify.ts';
import { csvWorkbook } from './csv-sheet.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';

const OLD = /\.(?:xls|xlt|et|ett)$/i;
const SHEETS = /\.(?:xlsx|xlsm|xltx|csv|tsv)$/i;
const OTHER = /\.(?:ods|fods|xlsb|numbers)$/i;
const SAVE_ANEW = '请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”再导入';

/** Whether a file is a table by its name: those that are read, and those that are refused with what to do. */
export function isTableFile(path: string): boolean {
  return [OLD, SHEETS, OTHER].some((names) => names.test(path));
}

/**
 * The sheets of a table file, by what it is rather than by its name: many a system writes text or a web page and calls it .xls. Old binary
 * workbooks are refused (docs/decisions/036-old-workbooks.md). Throws UnreadableFile.
 */
export function readSheets(path: string, bytes: Uint8Array, encoding?: string): Workbook {
  return inSimplified(readAsStored(path, bytes, encoding));
}

function readAsStored(path: string, bytes: Uint8Array, encoding: string | undefined): Workbook {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  if (bytes.length === 0) throw new UnreadableFile('文件是空的');
  if (OTHER.test(path))
    throw new UnreadableFile(`这种表格（${path.replace(/^.*\./, '.')}）读不了；${SAVE_ANEW}`);
  if (start.startsWith('PK') || start.startsWith('\u00D0\u00CF\u0011\u00E0')) return readWorkbook(bytes);
  if (/\.(?:xlsx|xlsm|xltx)$/i.test(path)) return readWorkbook(bytes);
  if (/^\W{0,3}\s*<(?:!doctype|html|\?xml|table|head|meta|style|div)/iu.test(start))
    throw new UnreadableFile(`名字像表格，其实是网页或 XML；${SAVE_ANEW}`);
  if (start.startsWith('%PDF')) throw new UnreadableFile(`其实是 PDF；把名字的结尾改成 .pdf 再导入`);
  if (OLD.test(path) && /^\u0009[\u0000\u0002\u0004\u0008]/u.test(start))
    throw new UnreadableFile(`是很旧的 .xls（Excel 95 以前）；${SAVE_ANEW}`);
  return csvWorkbook(bytes, encoding);
}

/** The same workbook in Simplified characters, where its words as a whole are Traditional; how many changed stands in its remarks. */
function inSimplified(workbook: Workbook): Workbook {
  const all = workbook.sheets.flatMap(({ cells, hidden }) => [...cells, ...hidden]);
  if (!isTraditional(all.map(({ text }) => text).join('\n'))) return workbook;
  let changed = 0;
  const simple = (text: string) => {
    const edits = editsToSimplified(text);
    changed += edits.length;
    return applyEdits(text, edits);
  };
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, text: simple(cell.text) })),
  }));
  return { ...workbook, sheets, remarks: [...workbook.remarks, `繁体转为简体 ${changed} 字`] };
}
