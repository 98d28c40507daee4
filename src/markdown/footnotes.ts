import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { definitionsIn, nameOf } from './definitions.ts';
import type { BodyFault } from './gate.ts';

/** Footnotes that the page would drop: those never mentioned, and later ones under a mark that is taken. */
export function footnoteFaults(tree: Root, mentioned: readonly FootnoteDefinition[]): BodyFault[] {
  const marks = new Set<string>();
  const faults: BodyFault[] = [];
  visit(tree, 'footnoteDefinition', (note) => {
    const { line = 1, column = 1 } = note.position?.start ?? {};
    const mark = `[^${note.label ?? note.identifier}]`;
    if (marks.has(nameOf(note)))
      faults.push({
        line,
        column,
        reason: `注释 ${mark} 写了两次`,
        remedy: '换一个号，正文里的号也跟着改；或合成一条',
      });
    else if (!mentioned.includes(note))
      faults.push({
        line,
        column,
        reason: `注释 ${mark} 在正文里没有`,
        remedy: `在正文里要注释的地方写上 ${mark}，或删去这一条`,
      });
    marks.add(nameOf(note));
  });
  return faults;
}

/** The footnotes of a page in the order in which it shows them: of the first mention in the text, then in the footnotes before (mdast-util-to-hast). */
export function mentionedFootnotes(tree: Root): FootnoteDefinition[] {
  const definitions = definitionsIn(tree, 'footnoteDefinition');
  const mentioned = new Set<FootnoteDefinition>();
  const follow = (from: Nodes) =>
    visit(from, (node) => {
      if (node.type === 'footnoteDefinition' && node !== from) return SKIP;
      const note = node.type === 'footnoteReference' ? definitions.get(nameOf(node)) : undefined;
      if (note) mentioned.add(note);
      return undefined;
    });
  follow(tree);
  for (const note of mentioned) follow(note);
  return [...mentioned];
}
