import type { Paragraph, Root } from 'mdast';

/**
 * What can make Markdown or MDX out of a text: marks of inline syntax, and beginnings of lines that open something other than a paragraph.
 * A text without any of them is paragraphs and nothing else (CommonMark 0.31.2 with GFM).
 */
const INLINE = /[*_`\\[\]&|{}\t@]|~~|:\/\/|www\.| {2}\n/i;
/** Tags and autolinks begin with an ASCII character; `<` before anything else is a character, but in MDX may name a component. */
const TAG_START = { md: /<[\x21-\x7E]/, mdx: /[<>]/ };
const LINE_START = /^ *(?:[-+=#>]|\d{1,9}[.)]|(?:import|export)\b)/m;

/** Matches only from the start of a run of blanks; otherwise a long run would be tried from every position. */
const BLANK_ENDS = /^[ \n]+|(?<![ \n])[ \n]+$/g;

/** Whether a body is running text only, as most are. */
export function isPlainText(body: string, isMdx: boolean): boolean {
  return !INLINE.test(body) && !TAG_START[isMdx ? 'mdx' : 'md'].test(body) && !LINE_START.test(body);
}

/** The tree of a body that `isPlainText`, the same that the full parser gives, at a tenth of the cost and without positions. */
export function parsePlainText(body: string): Root {
  const children = body
    .split(/\n(?: *\n)+/)
    .map((paragraph) => paragraph.replace(BLANK_ENDS, '').replace(/(?<! ) *\n */g, '\n'))
    .filter((value) => value !== '')
    .map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return { type: 'root', children };
}
