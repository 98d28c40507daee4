import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { BodyFault } from './gate.ts';

/** Footnotes that a page does not show, and so would lose: those nothing leads to, and a second one under the same mark. */
export function footnoteFaults(tree: Root): BodyFault[] {
  const mentioned = new Set(mentionedFootnotes(tree));
  const marks = new Set<string>();
  const faults: BodyFault[] = [];
  visit(tree, 'footnoteDefinition', (note) => {
    const { line = 1, column = 1 } = note.position?.start ?? {};
    const mark = `[^${note.label ?? note.identifier}]`;
    if (marks.has(keyOf(note)))
      faults.push({
        line,
        column,
        reason: `注释 ${mark} 写了两次`,
        remedy: '换一个号，正文里的号也跟着改；或合成一条',
      });
    else if (!mentioned.has(note))
      faults.push({
        line,
        column,
        reason: `注释 ${mark} 在正文里没有`,
        remedy: `在正文里要注释的地方写上 ${mark}，或删去这一条`,
      });
    marks.add(keyOf(note));
  });
  return faults;
}

/** The footnotes of a page in the order in which it shows them: of the first mention in the text, then in the footnotes before (mdast-util-to-hast). */
export function mentionedFootnotes(tree: Root): FootnoteDefinition[] {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (note) => {
    if (!definitions.has(keyOf(note))) definitions.set(keyOf(note), note);
  });
  if (definitions.size === 0) return [];
  const mentioned = new Set<FootnoteDefinition>();
  const follow = (from: Nodes) =>
    visit(from, (node) => {
      if (node.type === 'footnoteDefinition' && node !== from) return SKIP;
      const note = node.type === 'footnoteReference' ? definitions.get(keyOf(node)) : undefined;
      if (note) mentioned.add(note);
      return undefined;
    });
  follow(tree);
  for (const note of mentioned) follow(note);
  return [...mentioned];
}

function keyOf({ identifier }: { identifier: string }): string {
  return identifier.toUpperCase();
}
