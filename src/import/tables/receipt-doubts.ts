import { findMatter } from '../../domain/receipts/matter.ts';
import { isExempt } from '../../domain/receipts/receipt-table.ts';
import { unitFinder } from '../../domain/units.ts';
import type { WorkbookContent } from './workbook-content.ts';

const MOST_NAMED = 20;

/** What of a table of what was handed in the check will refuse, in Chinese: units and matters that the office has not, rows without a day. */
export function receiptDoubts(rows: readonly (readonly string[])[], { items }: WorkbookContent): string[] {
  const find = unitFinder(items.units.map(({ id, fields }) => ({ ...fields, id })));
  const matters = [
    ...items.essays.map(({ id, fields: { title } }) => ({ id: `essays/${id}`, call: id, title })),
    ...items.campaigns.flatMap(({ fields }) =>
      (fields.reports ?? []).map(({ title }, index) => ({ id: `report-${index + 1}`, title })),
    ),
  ];
  const units = rows.map(([, unit = '']) => unit).filter((unit) => find(unit, null) === undefined);
  const unknown = rows.map(([matter = '']) => matter).filter((matter) => !findMatter(matter, matters));
  const undated = rows
    .filter(([, , received = '', , note = '']) => received === '' && !isExempt({ note }))
    .map(([matter = '', unit = '']) => `${unit}“${matter}”`);
  return [
    ...told('单位不在 units/ 里，先建单位文件或改成里面的名称', units),
    ...told('事项不是材料报送的题名，也不是专题活动里的报告名称', unknown),
    ...told('没有收到日期，还没收到的请删去那一行', undated),
  ];
}

function told(what: string, words: readonly string[]): string[] {
  const names = [...new Set(words)];
  const more = names.length > MOST_NAMED ? ` 等 ${names.length} 个` : '';
  return names.length === 0 ? [] : [`${what}：${names.slice(0, MOST_NAMED).join('、')}${more}`];
}
