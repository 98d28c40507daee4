import type { Link, Nodes, PhrasingContent } from 'mdast';
import type { Inline, Mark } from '../../domain/desk/api.ts';
import { mergedInlines } from '../../domain/desk/same-content.ts';

/** The words of a paragraph, heading or cell with their marks, as an editor sees them. */
export function inlinesOf({ children }: { children: PhrasingContent[] }, body: string): Inline[] {
  return mergedInlines(children.flatMap((child) => inlineOf(child, [], body)));
}

function inlineOf(node: PhrasingContent, marks: Mark[], body: string): Inline[] {
  const within = (mark: Mark, { children }: { children: PhrasingContent[] }) =>
    children.flatMap((child) => inlineOf(child, [...marks, mark], body));
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [withMarks(node.value, marks)];
    case 'break':
      return [{ type: 'break' }];
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? [{ type: 'break' }] : [rawOf(node, body)];
    case 'footnoteReference':
      return [{ type: 'note', label: node.label ?? node.identifier }];
    case 'strong':
    case 'emphasis':
      return within({ type: node.type }, node);
    case 'delete':
      return within({ type: 'strike' }, node);
    case 'inlineCode':
      return [withMarks(node.value, [...marks, { type: 'code' }])];
    case 'link':
      return isPlainLink(node, body) ? within(linkMark(node), node) : [rawOf(node, body)];
    default:
      return [rawOf(node, body)];
  }
}

function withMarks(text: string, marks: Mark[]): Inline {
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

function linkMark({ url, title }: Link): Mark {
  return { type: 'link', href: url, ...(title ? { title } : {}) };
}

/** A link in brackets that holds words; bare addresses are what they say. */
function isPlainLink(node: Link, body: string): boolean {
  return body[node.position?.start.offset ?? -1] === '[' && node.children.every(holdsWords);
}

function holdsWords(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return true;
  const isStress = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
  return isStress && node.children.every(holdsWords);
}

function rawOf(node: Nodes, body: string): Inline {
  const { start, end } = node.position!;
  return { type: 'raw', source: body.slice(start.offset, end.offset) };
}
