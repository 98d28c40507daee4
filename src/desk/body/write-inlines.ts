import { isDeepStrictEqual } from 'node:util';
import type { Inline, Mark } from '../../domain/desk/api.ts';

/** How words are written so that they are not taken for signs; `isAtStart` of a line. */
export type Escape = (text: string, isAtStart: boolean) => string;

/** From words as they are to words with every sign escaped: the first that reads as it is meant is taken. */
export const ESCAPES: readonly Escape[] = [
  (text) => text,
  (text, isAtStart) => (isAtStart ? withStart(text) : text),
  (text, isAtStart) => {
    const escaped = text.replace(/[\\`*_[\]<>~&{}|]/gu, '\\$&');
    return isAtStart ? withStart(escaped) : escaped;
  },
];

/** What makes a list, a heading or a quotation at the head of a line. */
function withStart(text: string): string {
  return text.replace(/^(\s*)([#>+=-])/u, '$1\\$2').replace(/^(\s*\d+)([.)])/u, '$1\\$2');
}

/** Words with marks as signs; `lineBreak` is how a line ends within them. */
export function inlineWords(content: readonly Inline[], escape: Escape, lineBreak = '\\\n'): string {
  let words = '';
  let open: Mark[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) words += endOf(open.pop()!);
  };
  content.forEach((inline, index) => {
    const marks = inline.type === 'text' ? (inline.marks ?? []) : [];
    const shared = open.findIndex((mark, at) => !isDeepStrictEqual(mark, marks[at]));
    closeTo(shared < 0 ? Math.min(open.length, marks.length) : shared);
    for (const mark of marks.slice(open.length)) {
      words += startOf(mark);
      open = [...open, mark];
    }
    if (inline.type === 'break') words += lineBreak;
    else if (inline.type === 'note') words += `[^${inline.label}]`;
    else if (inline.type === 'raw') words += inline.source;
    else words += marks.some(({ type }) => type === 'code') ? inline.text : escape(inline.text, index === 0);
  });
  closeTo(0);
  return words;
}

/** The words of a cell of a table: a bar would end it, and it has no lines. */
export function cellWords(content: readonly Inline[], escape: Escape): string {
  return inlineWords(content, escape, '<br>').replace(/(?<!\\)\|/g, '\\|');
}

const SIGNS = { strong: '**', emphasis: '*', strike: '~~', code: '`' } as const;

function startOf(mark: Mark): string {
  return mark.type === 'link' ? '[' : SIGNS[mark.type];
}

function endOf(mark: Mark): string {
  if (mark.type !== 'link') return SIGNS[mark.type];
  const href = /[\s()<>]/u.test(mark.href) ? `<${mark.href}>` : mark.href;
  const title = mark.title === undefined ? '' : ` "${mark.title.replaceAll('"', '\\"')}"`;
  return `](${href}${title})`;
}
