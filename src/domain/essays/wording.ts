/** How long something has to be: 字数 is what Word calls so, 汉字 counts Han characters only. */
export interface Length {
  min?: number | undefined;
  max?: number | undefined;
  unit: '字数' | '汉字';
}

/** 1500字至3000字, 不少于1500字, 不超过3000字; `undefined` where neither end is said. */
export function lengthWords({ min, max }: Length): string | undefined {
  if (min !== undefined && max !== undefined) return min === max ? `${min}字` : `${min}字至${max}字`;
  if (min !== undefined) return `不少于${min}字`;
  return max === undefined ? undefined : `不超过${max}字`;
}

/** How the length is counted, for readers. */
export function countedAs({ unit }: Length): string {
  return unit === '汉字' ? '只数汉字，标点、数字、字母不计' : '按 Word 的“字数”计，标点计入，空格不计';
}
