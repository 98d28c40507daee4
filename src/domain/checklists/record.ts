/** What a reader ticked and wrote in one item. */
export interface ItemRecord {
  done?: boolean | undefined;
  /** By column: 完成情况, 验收人 and the like. */
  written?: Record<string, string> | undefined;
}

/** What a reader ticked and wrote in a checklist, by the items' ids. */
export type ChecklistRecord = Record<string, ItemRecord>;

/** A record as a file that can be kept, sent and read in again. */
export interface RecordFile {
  kind: 'zhixing-checklist';
  version: 1;
  checklist: string;
  title: string;
  /** The unit's id; empty where none was chosen. */
  unit: string;
  unitName: string;
  items: ChecklistRecord;
}

/** Why a file cannot be imported. */
export type RecordProblem = 'not a record' | 'another checklist';

/** Whether a value read from the device or a file is a record; one with unknown parts is not. */
export function isChecklistRecord(value: unknown): value is ChecklistRecord {
  return isObject(value) && Object.values(value).every(isItemRecord);
}

function isItemRecord(value: unknown): value is ItemRecord {
  if (!isObject(value)) return false;
  const { done, written, ...rest } = value;
  const isWritten =
    written === undefined ||
    (isObject(written) && Object.values(written).every((words) => typeof words === 'string'));
  return Object.keys(rest).length === 0 && isWritten && (done === undefined || typeof done === 'boolean');
}

/** A record's file as text, with a line break at its end. */
export function writeRecordFile(file: Omit<RecordFile, 'kind' | 'version'>): string {
  const whole: RecordFile = { kind: 'zhixing-checklist', version: 1, ...file };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Reads a record's file for a checklist. */
export function readRecordFile(text: string, checklist: string): RecordFile | RecordProblem {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not a record';
  }
  if (!isObject(value) || value.kind !== 'zhixing-checklist' || value.version !== 1) return 'not a record';
  if (!isChecklistRecord(value.items)) return 'not a record';
  if (value.checklist !== checklist) return 'another checklist';
  const wordsOf = (words: unknown) => (typeof words === 'string' ? words : '');
  return {
    kind: 'zhixing-checklist',
    version: 1,
    checklist,
    title: wordsOf(value.title),
    unit: wordsOf(value.unit),
    unitName: wordsOf(value.unitName),
    items: value.items,
  };
}

/** A record with one item changed; an item without tick and words is left out. */
export function withItem(record: ChecklistRecord, id: string, change: ItemRecord): ChecklistRecord {
  const before = record[id] ?? {};
  const written = Object.fromEntries(
    Object.entries({ ...before.written, ...change.written }).filter(([, words]) => words.trim() !== ''),
  );
  const done = change.done ?? before.done ?? false;
  const item: ItemRecord = {
    ...(done ? { done } : {}),
    ...(Object.keys(written).length > 0 ? { written } : {}),
  };
  const rest = Object.fromEntries(Object.entries(record).filter(([other]) => other !== id));
  return Object.keys(item).length > 0 ? { ...rest, [id]: item } : rest;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
