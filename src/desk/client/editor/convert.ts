import type { Node } from 'prosemirror-model';
import type { Block, EditedBlock, Inline, Mark } from '../../../domain/desk/api.ts';
import { textSchema } from './text-schema.ts';

/** The document of the editor for the blocks of a file. An empty body is one empty paragraph. */
export function documentOf(blocks: readonly Block[]): Node {
  const nodes = blocks.map((block, origin) => {
    if (block.kind === 'raw') return textSchema.node('raw', { source: block.source, origin });
    const attrs = block.kind === 'heading' ? { depth: block.depth, origin } : { origin };
    return textSchema.node(block.kind, attrs, block.content.map(nodeOf));
  });
  return textSchema.node('doc', null, nodes.length > 0 ? nodes : [textSchema.node('paragraph')]);
}

/** The blocks of a document, each with the block of the file that it was; paragraphs without words are none. */
export function blocksOf(document: Node): EditedBlock[] {
  const blocks: EditedBlock[] = [];
  document.forEach((node) => {
    const { origin, depth, source } = node.attrs as {
      origin: number | null;
      depth?: number;
      source?: string;
    };
    const place = origin === null ? {} : { origin };
    if (node.type.name === 'raw') {
      if (source?.trim()) blocks.push({ kind: 'raw', source, ...place });
      return;
    }
    const content = inlinesOf(node);
    if (
      content.every(
        (inline) => inline.type !== 'raw' && (inline.type === 'break' || inline.text.trim() === ''),
      )
    )
      return;
    blocks.push(
      node.type.name === 'heading'
        ? { kind: 'heading', depth: depth ?? 2, content, ...place }
        : { kind: 'paragraph', content, ...place },
    );
  });
  return blocks;
}

function nodeOf(inline: Inline): Node {
  if (inline.type === 'break') return textSchema.node('break');
  if (inline.type === 'raw') return textSchema.node('sign', { source: inline.source });
  const marks = (inline.marks ?? []).map(({ type, ...attrs }) => textSchema.mark(type, attrs));
  return textSchema.text(inline.text, marks);
}

function inlinesOf(node: Node): Inline[] {
  const inlines: Inline[] = [];
  node.forEach((child) => {
    if (child.type.name === 'break') inlines.push({ type: 'break' });
    else if (child.type.name === 'sign') inlines.push({ type: 'raw', source: String(child.attrs.source) });
    else {
      const marks = child.marks.map(({ type, attrs }): Mark => {
        if (type.name !== 'link') return { type: type.name as Exclude<Mark['type'], 'link'> };
        const { href, title } = attrs as { href: string; title: string | null };
        return { type: 'link', href, ...(title === null ? {} : { title }) };
      });
      inlines.push({ type: 'text', text: child.text ?? '', ...(marks.length > 0 ? { marks } : {}) });
    }
  });
  return inlines;
}
