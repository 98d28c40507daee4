import { printable, visible } from '../../domain/characters.ts';
import type { PlacedFile } from './new-files.ts';
import type { ReadWorkbook } from './import-workbook.ts';
import type { ReadTable } from './table-import.ts';

/** What the import of a workbook did, in Chinese, for an editor to read on a terminal: files, cells by use, doubts, what to do next. */
export function reportWorkbook(
  path: string,
  { remarks, tables }: ReadWorkbook,
  placed: readonly PlacedFile[],
  dryRun: boolean,
): string {
  const outcome = ({ outcome }: PlacedFile) =>
    outcome === 'present' ? '已有，未改动' : dryRun ? '试运行，未写入' : '已写入';
  return [
    `■ ${printable(path)}`,
    ...placed.map((each) => `  → ${each.file}（${outcome(each)}）`),
    ...remarks.map((remark) => `  注意：${remark}`),
    ...tables.flatMap(tableLines),
    '',
  ].join('\n');
}

/** The same as a piece of the report page. */
export function pageOfWorkbook(report: string): string {
  const escaped = visible(report).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<section><pre>${escaped}</pre></section>\n`;
}

function tableLines({ kind, uses, doubts, lines, toPaste }: ReadTable): string[] {
  const total = uses.reduce((sum, [, count]) => sum + count, 0);
  return [
    `  ${kind}：有字的格 ${total} = ${uses.map(([use, count]) => `${use} ${count}`).join(' + ')}；没有去向不明的格`,
    ...(doubts.length > 0 ? [`  待核 ${doubts.length} 处：`, ...doubts.map((doubt) => `    ${doubt}`)] : []),
    ...lines.map((line) => `  ${line}`),
    // From the first column, because blanks in front would be copied with it and are a fault in YAML.
    ...(toPaste === undefined ? [] : ['', toPaste.trimEnd()]),
  ];
}
