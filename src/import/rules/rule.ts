import type { Edit } from '../edits.ts';

/** Whether the source is plain text, was read from an Office file or a page (plain text with marks, see marks.ts), or was written as Markdown already. */
export type SourceFormat = 'plain' | 'rich' | 'markdown';

/** A named clean-up of a whole source text (Unix line ends). Pure: it looks at the text and says what it would change. */
export interface Rule {
  /** ASCII name, as given to `--without`. */
  name: string;
  /** What it does, in Chinese, for reports and for 整理说明. */
  title: string;
  /** The changes, in order, never overlapping. Every character taken away or put in is in one of them. */
  edits(text: string, form: SourceFormat): Edit[];
}
