import type { FieldShape, Variant } from './api.ts';

/** Which of several ways a value is written in, by what it looks like; `undefined` where it fits none. */
export function variantOf(variants: readonly Variant[], value: unknown): number | undefined {
  const found = variants.findIndex(({ shape }) => fits(shape, value));
  return found < 0 ? undefined : found;
}

function fits(shape: FieldShape, value: unknown): boolean {
  switch (shape.type) {
    case 'constant':
      return value === shape.value;
    case 'group':
      return isGroup(value) && hasFieldsOf(shape, value);
    case 'counts':
      return isGroup(value);
    case 'list':
      return Array.isArray(value);
    case 'number':
    case 'boolean':
      return typeof value === shape.type;
    default:
      return typeof value === 'string';
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether all fields that it must have are there, and no others than it may have. */
function hasFieldsOf({ fields }: Extract<FieldShape, { type: 'group' }>, value: object): boolean {
  const given = Object.entries(value).flatMap(([name, inner]) =>
    inner === null || inner === undefined ? [] : [name],
  );
  return (
    given.every((name) => fields.some((field) => field.name === name)) &&
    fields.every(({ name, isRequired }) => !isRequired || given.includes(name))
  );
}

/** A value to begin with when a way is chosen: what it has in common with the value before, `null` where that is nothing. */
export function beginningOf({ shape }: Variant, before: unknown): unknown {
  if (shape.type === 'constant') return shape.value;
  if (shape.type !== 'group' || !isGroup(before)) return null;
  const names = shape.fields.map(({ name }) => name);
  const kept = Object.entries(before).filter(([name]) => names.includes(name));
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

/** A list with one of its items moved to another place; the same list where there is no such place. */
export function movedItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const moved = [...items];
  if (from < 0 || from >= items.length || to < 0 || to >= items.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}
