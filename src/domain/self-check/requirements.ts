import type { StatedFormat } from '../essays/format.ts';
import type { Length } from '../essays/wording.ts';

/** What a call asks of a text, as far as a machine can hold the text against it. */
export interface Requirements {
  /** Title of the call. */
  title: string;
  kind?: string | undefined;
  length?: Length | undefined;
  format?: StatedFormat | undefined;
  /** The file name's pattern, such as `{单位}-{姓名}-{题目}`. */
  fileName?: string | undefined;
  /** The units asked, each with all of its names. */
  units: string[][];
}
