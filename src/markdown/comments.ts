import type { Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { BodyFault } from './gate.ts';

const [OPENING, ENDING] = ['<!--', '-->'];
/** Comments that end where they begin (CommonMark 0.31.2, 6.6). */
const SHORTEST = /^<!---?>/;
/** The beginning of a comment, unless a backslash makes it plain words. */
const BEGINS = /(?<!\\)(?:\\\\)*<!--/g;

/** HTML without its comments; one that does not end stays. */
export function withoutComments(html: string): string {
  let kept = '';
  let from = 0;
  for (let at = html.indexOf(OPENING); at >= 0; at = html.indexOf(OPENING, from)) {
    const shortest = SHORTEST.exec(html.slice(at, at + OPENING.length + ENDING.length))?.[0].length;
    const ending = shortest ? at + shortest - ENDING.length : html.indexOf(ENDING, at + OPENING.length);
    if (ending < 0) break;
    kept += html.slice(from, at);
    from = ending + ENDING.length;
  }
  return kept + html.slice(from);
}

/**
 * Comments that readers would see or that hide words from them: the first of each line that does not end, or not in its paragraph, and one at the
 * head of a line that goes on behind it, all of which Markdown takes for HTML.
 */
export function commentFaults(tree: Root, body: string): BodyFault[] {
  if (!body.includes(OPENING)) return [];
  const verbatim: [start: number, end: number][] = [];
  const faults: BodyFault[] = [];
  visit(tree, ['html', 'code', 'inlineCode'], (node) => {
    const { position } = node as Nodes;
    if (position) verbatim.push([position.start.offset ?? 0, position.end.offset ?? 0]);
    if (node.type === 'html') faults.push(...faultsOfHtml(node as Html));
  });
  let [part, start] = [0, 0];
  for (const [index, words] of body.split('\n').entries()) {
    for (const { 0: found, index: at } of words.matchAll(BEGINS)) {
      const column = at + found.length - OPENING.length;
      while ((verbatim[part]?.[1] ?? Infinity) <= start + column) part += 1;
      if ((verbatim[part]?.[0] ?? Infinity) <= start + column) continue;
      faults.push({ line: index + 1, column: column + 1, ...UNENDED });
      break;
    }
    start += words.length + 1;
  }
  return faults;
}

function faultsOfHtml({ value, position }: Html): BodyFault[] {
  const { line = 1, column = 1 } = position?.start ?? {};
  const rest = withoutComments(value);
  if (rest.includes(OPENING)) return [{ line, column, ...UNENDED }];
  return value.startsWith(OPENING) && rest.trim() !== '' ? [{ line, column, ...FOLLOWED }] : [];
}

const UNENDED = {
  reason: '网页注释 <!-- 在本段里没有结尾，读者会看到它',
  remedy: '补上 -->；要跨段的，另起一行从 <!-- 写起；不是注释的，前面加 \\',
};
const FOLLOWED = {
  reason: '这一行以网页注释 <!-- … --> 开头，后面的字不会当作正文',
  remedy: '网页注释和正文分成两段，中间空一行；或把它写在这一行的末尾',
};
