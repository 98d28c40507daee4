import { viewOf, type Properties } from './word-file.ts';

const TABLE_DEFINITION = 0xd608;
const MOST_CELLS = 64;

/** Where the cells of a row begin and end, in twips ([MS-DOC] 2.9.325, rgdxaCenter); `undefined` where the row does not say. */
export function edgesOf({ bytes }: Properties): number[] | undefined {
  const definition = bytes.get(TABLE_DEFINITION);
  const count = definition?.[2] ?? 0;
  if (!definition || count === 0 || count > MOST_CELLS || definition.length < 3 + (count + 1) * 2)
    return undefined;
  const view = viewOf(definition);
  return Array.from({ length: count + 1 }, (_, index) => view.getInt16(3 + index * 2, true));
}
