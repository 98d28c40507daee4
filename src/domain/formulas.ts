/** How a list stands to the number in its name (数字简称). */
export const VERDICTS = ['相符', '不符', '未列举', '部分列举', '无法判定'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A number with how many things are listed for it, and whether the list says that it goes on (等). */
export interface CountedList {
  /** The number in the name; undefined where the name has none, or several. */
  number?: number | undefined;
  items: number;
  more: boolean;
}

/**
 * The verdict on a list: 未列举 where nothing is listed, 无法判定 where there is no number to hold it against, 部分列举 where it says that it goes
 * on and has fewer, 相符 where the number is right (a 等 after the last item then only closes the list), 不符 otherwise.
 */
export function verdictOf({ number, items, more }: CountedList): Verdict {
  if (items === 0) return '未列举';
  if (number === undefined) return '无法判定';
  if (items === number) return '相符';
  return more && items < number ? '部分列举' : '不符';
}
