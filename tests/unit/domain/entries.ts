import type { Entry } from '../../../src/domain/entry.ts';
import type { RawEntry } from '../../../src/domain/library.ts';

/** A raw entry of which only what matters to the test is said. */
export function raw(
  id: string,
  fields: Partial<RawEntry['fields']> = {},
  kind: RawEntry['kind'] = 'texts',
): RawEntry {
  return { kind, id, fields: { title: id, date: '2026-01-01', access: 'public', draft: false, ...fields } };
}

/** A resolved entry of which only what matters to the test is said. */
export function entry(id: string, fields: Partial<Entry> = {}): Entry {
  const kind = fields.kind ?? 'texts';
  return {
    kind,
    id,
    key: `${kind}/${id}`,
    address: `/${kind}/${id}/`,
    title: id,
    date: '2026-01-01',
    access: 'public',
    draft: false,
    topics: [],
    units: [],
    ...fields,
  };
}
