import type { Deadline } from '../deadlines/deadline.ts';
import { slugFromChinese } from '../slug.ts';

/** Columns that a checklist can print from its items, or that readers fill in; any other name is a blank column. */
export const COLUMN_NAMES = ['标准', '责任人', '时限', '佐证', '完成情况', '验收人', '备注'] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** An item as its file gives it. */
export interface ChecklistItem {
  id?: string | undefined;
  group?: string | undefined;
  text: string;
  standard?: string | undefined;
  owner?: string | undefined;
  deadline?: Deadline | undefined;
  evidence?: string | undefined;
  note?: string | undefined;
}

/** A column of a checklist as it is printed. */
export interface Column {
  name: string;
  /** Whether readers write into it, by hand or on their device: what no item has words for, and 备注. */
  isFilledIn: boolean;
}

const FIELD_OF: Partial<Record<string, keyof ChecklistItem>> = {
  标准: 'standard',
  责任人: 'owner',
  时限: 'deadline',
  佐证: 'evidence',
  备注: 'note',
};

/** The columns of a checklist: the chosen ones, or those for which some item has something, with 完成情况 and 验收人. */
export function columnsOf(items: readonly ChecklistItem[], chosen?: readonly string[]): Column[] {
  const names =
    chosen ??
    COLUMN_NAMES.filter((name) => {
      const field = FIELD_OF[name];
      return field === undefined || items.some((item) => item[field] !== undefined);
    });
  return names.map((name) => ({
    name,
    isFilledIn: name === '备注' || FIELD_OF[name] === undefined,
  }));
}

/** The words of an item in a column; nothing for a column that readers fill in, and for 时限, which is worked out. */
export function wordsInColumn(item: ChecklistItem, column: string): string | undefined {
  const field = FIELD_OF[column];
  const value = field === undefined || field === 'deadline' ? undefined : item[field];
  return typeof value === 'string' ? value : undefined;
}

/** Items with lasting ids: the written one, or the pinyin of the text, numbered where two sound alike. */
export function withIds<Item extends ChecklistItem>(items: readonly Item[]): (Item & { id: string })[] {
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    if (item.id !== undefined) return { ...item, id: item.id };
    const slug = slugFromChinese(item.text);
    let id = slug;
    for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
    taken.add(id);
    return { ...item, id };
  });
}

/** Items that stand under one heading, in the order of the file; those without a group under none. */
export function itemGroups<Item extends { group?: string | undefined }>(
  items: readonly Item[],
): { name: string | undefined; items: Item[] }[] {
  const groups: { name: string | undefined; items: Item[] }[] = [];
  for (const item of items) {
    const last = groups[groups.length - 1];
    if (last && last.name === item.group) last.items.push(item);
    else groups.push({ name: item.group, items: [item] });
  }
  return groups;
}
