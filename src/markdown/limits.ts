import type { Nodes, Root } from 'mdast';
import type { BodyFault } from './gate.ts';
import { partStarts } from './part-starts.ts';

/**
 * Limits that no office text comes near, beyond which Markdown parsers take very long or overflow the stack: each unclosed mark is compared with
 * all others of its paragraph, and each nested level is a recursive call.
 */
const MOST_MARKS = 2000;
const MOST_LEVELS = 100;
/** The same for the whole text: marks of separate blocks are compared with few others, but there may be very many. */
const MOST_MARKS_IN_ALL = 30_000;
/** Marks before, for each mark, in the whole text: two paragraphs that are as full as they may be. */
const MOST_HELD_IN_ALL = MOST_MARKS ** 2;
/** Characters that are read anew for every `<!` and `<?` of their paragraph, for each is followed up to the paragraph's end. */
const MOST_FOLLOWED_IN_ALL = 5_000_000;
/** Every sign that may begin something in Markdown, and of which the parser makes a note. */
const MOST_SIGNS_IN_ALL = 100_000;
/** Levels beyond the second that all lines together may open. */
const MOST_OPENED_IN_ALL = 5000;
/** Levels that one line may open, and the indent (in characters) at which a list may still stand: some forty levels. */
const MOST_OPENED = 30;
const DEEPEST_INDENT = 100;
/** Constructs for each of which the parser scans all of the text before it again. */
const MOST_PARTS = 1000;

/** Cells of one row, and of a whole table. */
const MOST_CELLS = 500;
const MOST_TABLE_CELLS = 100_000;

/** Bare addresses become links, too. */
const MARKS = /[[\]*_~<@]|:\/\/|www\./gi;
const FOLLOWED = /<[!?]/g;
const SIGNS = /[[\]*_~<>&()\\!#{}`:@$=+^"']/g;
/** What a line opens before its words: quotations, lists, notes. */
const OPENS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]*\]:))*/;
const LIST_ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const PARTS: readonly { begins: RegExp; named: string; remedy: string }[] = [
  {
    begins: /^[ \t]*(?:=+|-+)[ \t]*$/gm,
    named: '用横线标出的标题',
    remedy: '标题改写成 # 标题；分隔线前空一行',
  },
  {
    begins: /(?<=^|\n[ \t]*\n)[ \t]*>/g,
    named: '引用（>）',
    remedy: '连着的引用之间不空行，空行处也写上 >；或分成几篇',
  },
  { begins: /^[ \t]*\[\^[^\]\n]*\]:/gm, named: '注释', remedy: '分成几篇' },
];

const TOO_MANY = {
  reason: `这一段里的标记太多，超过 ${MOST_MARKS} 个`,
  remedy: '删去多余的 * _ ~ [ ] < 和网址，或分成几段',
};
const TOO_MANY_HELD = {
  reason: '全文有好几段里的标记太多',
  remedy: '删去多余的 * _ ~ [ ] < 和网址，或分成几篇',
};
const TOO_MANY_FOLLOWED = {
  reason: '很长的一段里有很多 <! 或 <?',
  remedy: '网页注释写上结尾 -->；不是注释的，删去 <，或分成几段',
};
const TOO_MANY_IN_ALL = {
  reason: `全文的标记和英文标点太多，超过 ${MOST_MARKS_IN_ALL} 个标记或 ${MOST_SIGNS_IN_ALL} 个标点`,
  remedy: '删去多余的 * _ ~ [ ] <、网址和英文标点，或分成几篇',
};
const TOO_WIDE = { reason: `一行里的 | 太多，超过 ${MOST_CELLS} 个`, remedy: '删去多余的 |，或分成几张表' };
const TOO_LARGE = {
  reason: `表格太大，行数乘列数超过 ${MOST_TABLE_CELLS}`,
  remedy: '删去第一行多余的 |，或分成几张表',
};
const TOO_DEEP = { reason: '套得太深', remedy: '删去多余的 > 和列表符号，或改成并列的几段' };

/** Where a body exceeds the limits, found before it is parsed: the first line beyond them. */
export function excessIn(body: string): BodyFault | undefined {
  return excessOfLines(body) ?? excessOfParts(body);
}

function excessOfLines(body: string): BodyFault | undefined {
  let [marks, followed, line] = [0, 0, 0];
  const all = { marks: 0, held: 0, signs: 0, opened: 0, followed: 0 };
  const startsPart = partStarts();
  for (const words of body.split('\n')) {
    line += 1;
    const opened = OPENS.exec(words)?.[0] ?? '';
    const levels = opened.match(/>|[-+*](?=[ \t])|\d[.)]|\]:/g)?.length ?? 0;
    const indent = words.length - words.trimStart().length;
    if (levels > MOST_OPENED || (indent > DEEPEST_INDENT && LIST_ITEM.test(words)))
      return { line, column: Math.min(opened.length, words.length) + 1, ...TOO_DEEP };
    if (startsPart(words)) [marks, followed] = [0, 0];
    const own = words.match(MARKS)?.length ?? 0;
    marks += own;
    all.marks += own;
    all.held += own * marks;
    followed += words.match(FOLLOWED)?.length ?? 0;
    all.followed += followed * words.length;
    all.signs += words.match(SIGNS)?.length ?? 0;
    all.opened += Math.max(0, levels - 2);
    if (marks > MOST_MARKS) return { line, column: 1, ...TOO_MANY };
    if (all.held > MOST_HELD_IN_ALL) return { line, column: 1, ...TOO_MANY_HELD };
    if (all.followed > MOST_FOLLOWED_IN_ALL) return { line, column: 1, ...TOO_MANY_FOLLOWED };
    if (all.opened > MOST_OPENED_IN_ALL) return { line, column: 1, ...TOO_DEEP };
    if (all.marks > MOST_MARKS_IN_ALL || all.signs > MOST_SIGNS_IN_ALL)
      return { line, column: 1, ...TOO_MANY_IN_ALL };
    if (words.length > MOST_CELLS && words.split('|').length > MOST_CELLS + 1)
      return { line, column: 1, ...TOO_WIDE };
  }
  return undefined;
}

function excessOfParts(body: string): BodyFault | undefined {
  for (const { begins, named, remedy } of PARTS) {
    const first = Array.from(body.matchAll(begins), ({ index }) => index)[MOST_PARTS];
    if (first === undefined) continue;
    const line = body.slice(0, first).split('\n').length;
    return { line, column: 1, reason: `${named}太多，超过 ${MOST_PARTS} 处`, remedy };
  }
  return undefined;
}

/**
 * Where a tree exceeds what later code can walk: the first node beyond the deepest level (walkers are recursive), or a table that is too large
 * once all rows are filled up to the widest.
 */
export function excessInTree(tree: Root): BodyFault | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    const deepest = depth > MOST_LEVELS ? level[0] : undefined;
    if (deepest) return { ...startOf(deepest), ...TOO_DEEP };
    const table = level.find(isTooLarge);
    if (table) return { ...startOf(table), ...TOO_LARGE };
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return undefined;
}

function isTooLarge(node: Nodes): boolean {
  return node.type === 'table' && node.children.length * (node.align?.length ?? 0) > MOST_TABLE_CELLS;
}

function startOf({ position }: Nodes): { line: number; column: number } {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { line, column };
}

const OPENS_TWICE =
  /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]*\]:)[ \t]*){2}|^[ \t]{20,}(?:[-+*]|\d)/m;

/** Whether a body may go beyond the limits at all; cheap, and true for few. */
export function mayExceed(body: string): boolean {
  if (OPENS_TWICE.test(body)) return true;
  if (body.length > MOST_SIGNS_IN_ALL && (body.match(SIGNS)?.length ?? 0) > MOST_SIGNS_IN_ALL) return true;
  if ((body.match(FOLLOWED)?.length ?? 0) * body.length > MOST_FOLLOWED_IN_ALL) return true;
  if ((body.match(MARKS)?.length ?? 0) > MOST_LEVELS || body.split('|').length > MOST_CELLS) return true;
  return PARTS.some(({ begins }) => (body.match(begins)?.length ?? 0) > MOST_PARTS);
}
