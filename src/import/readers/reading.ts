import type { Decoded } from '../../domain/decode.ts';
import type { SourceFormat } from '../rules/rule.ts';

/** How a line looked in its file, where that tells what it is. */
export interface Look {
  /** Offset of the line's first letter in the reader's text. */
  at: number;
  /** 1 to 9 for the outline level of a heading style, 0 for a line that is bold throughout. */
  level: number;
}

/** Words of a file that did not become text, why and where they stand, in Chinese. */
export interface LeftOut {
  reason: string;
  words: string;
  place: string;
}

/** Words of a file that stand in the text as others, why and where, in Chinese. */
export interface Replaced {
  words: string;
  shown: string;
  reason: string;
  place: string;
}

/** What a reader got out of a file. */
export interface Reading {
  /** What the file is, for reports: Word（.docx）. */
  format: string;
  form: SourceFormat;
  /** One line a paragraph or table row. */
  text: string;
  looks: readonly Look[];
  /** Characters of the file, white space aside, that the reader was to account for; 0 where file and text are one. */
  fileCharacters: number;
  leftOut: readonly LeftOut[];
  replaced: readonly Replaced[];
  /** Numbers that the file sets by itself (一、 1.), written out in the text. */
  added: readonly string[];
  /** What the editor should know of the file, in Chinese. */
  notes: readonly string[];
  /** What the file or page says about itself: 发文字号 and the like. */
  facts: ReadonlyMap<string, string>;
  /** Where the reader's text and the file differ, in Chinese; empty when every character is explained. */
  unexplained: readonly string[];
  /** Why the file's words could not be counted by other means, in Chinese: such a reading is not called complete. */
  uncounted?: string;
  decoded?: Decoded;
}

/** A text that stands in its file as it is. */
export function plainReading(
  format: string,
  form: SourceFormat,
  text: string,
  decoded: Decoded | undefined,
): Reading {
  return {
    ...{
      format,
      form,
      text,
      looks: [],
      fileCharacters: 0,
      leftOut: [],
      replaced: [],
      added: [],
      notes: [],
    },
    ...{ facts: new Map(), unexplained: [], decoded },
  };
}
