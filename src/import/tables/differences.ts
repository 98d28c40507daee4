/** A thing of a table as it is compared: what it is called, and what it says field by field. */
export interface Compared {
  /** What stays the same when the thing is changed. */
  key: string;
  name: string;
  fields: Readonly<Record<string, string>>;
}

/** Characters of a field; a recurring session's rule is told whole. */
const LONGEST_TOLD = 120;
const MOST_TOLD = 20;
/** At least this share of the smaller table stands in the other one, or they are two tables of one name. */
const SAME_TABLE = 0.5;

/** Whether two tables are two states of one. */
export function areOneTable(before: readonly Compared[], after: readonly Compared[]): boolean {
  const keys = new Set(before.map(({ key }) => key));
  const shared = new Set(after.map(({ key }) => key).filter((key) => keys.has(key))).size;
  return shared > 0 && shared >= SAME_TABLE * Math.min(before.length, after.length);
}

/** What of a table is new, gone or changed against an earlier state, in Chinese, a line each; empty where nothing is. */
export function differences(before: readonly Compared[], after: readonly Compared[]): string[] {
  const [old, now] = [byKey(before), byKey(after)];
  const added = [...now].filter(([key]) => !old.has(key)).map(([, { name }]) => `新增：${name}`);
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, { name }]) => `少了：${name}`);
  const changed = [...now].flatMap(([key, each]) => {
    const earlier = old.get(key);
    return earlier ? changesOf(earlier, each) : [];
  });
  const all = [...added, ...gone, ...changed];
  return all.length > MOST_TOLD
    ? [...all.slice(0, MOST_TOLD), `还有 ${all.length - MOST_TOLD} 处，没有列出`]
    : all;
}

function changesOf(before: Compared, { name, fields }: Compared): string[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(fields)])];
  const changed = names
    .filter((field) => (before.fields[field] ?? '') !== (fields[field] ?? ''))
    .map((field) => `${field} ${said(before.fields[field])} → ${said(fields[field])}`);
  return changed.length === 0 ? [] : [`改动：${name}：${changed.join('；')}`];
}

function said(words: string | undefined): string {
  return words === undefined || words === '' ? '（空）' : words.replace(/\s+/gu, ' ').slice(0, LONGEST_TOLD);
}

/** Things of one key are told apart by their order. */
function byKey(things: readonly Compared[]): Map<string, Compared> {
  const found = new Map<string, Compared>();
  for (const thing of things) {
    let key = thing.key;
    for (let count = 2; found.has(key); count += 1) key = `${thing.key} ${count}`;
    found.set(key, thing);
  }
  return found;
}
