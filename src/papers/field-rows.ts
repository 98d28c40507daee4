import type { Field } from './form.ts';

/** Fields in rows: a wide one alone, others two by two. */
export function pairsOf(fields: readonly Field[]): Field[][] {
  const pairs: Field[][] = [];
  for (const field of fields) {
    const last = pairs.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !field.wide) last.push(field);
    else pairs.push([field]);
  }
  return pairs;
}
