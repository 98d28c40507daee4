import type { FieldValues } from './api.ts';

/** A value that says something, `null` where it is a list or group of nothing: such a field is taken out of its file. */
export function blankOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  if (typeof value !== 'object' || value === null) return value === '' ? null : value;
  return Object.values(value).every((inner) => isBlank(inner)) ? null : value;
}

function isBlank(value: unknown): boolean {
  const blank = blankOf(value);
  return blank === null || blank === undefined;
}

/** The fields that a form has changed, for the server: those left as they were are not among them. */
export function changedFields(before: FieldValues, after: FieldValues): FieldValues {
  const changed = Object.entries(after).filter(([name, value]) => !isSame(before[name], value));
  return Object.fromEntries(changed.map(([name, value]) => [name, value ?? null]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** A value without the fields that nothing is written in. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(kept.map(([name, inner]) => [name, plain(inner)]));
}
