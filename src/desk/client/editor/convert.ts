import type { Node } from 'prosemirror-model';
import type { Align, BlockContent, EditedBlock, Inline, Mark } from '../../../domain/desk/api.ts';
import { isEmpty } from '../../../domain/desk/same-content.ts';
import { textSchema } from './text-schema.ts';

const make = (name: string, attrs: object | null, content: readonly Node[] = []) =>
  textSchema.node(name, attrs as Record<string, unknown> | null, content);

/** The document of the editor for the blocks of a file. An empty body is one empty paragraph. */
export function documentOf(blocks: readonly BlockContent[]): Node {
  const nodes = nodesOf(blocks).map((node, origin) =>
    node.type.create({ ...node.attrs, origin }, node.content, node.marks),
  );
  return make('doc', null, nodes.length > 0 ? nodes : [make('paragraph', null)]);
}

/** The nodes of blocks that stand in no file yet. */
export function nodesOf(blocks: readonly BlockContent[]): Node[] {
  const called = labelsIn(blocks);
  return blocks.map((block) => {
    const node = nodeOf(block);
    return block.kind === 'footnote' && !called.has(block.label)
      ? node.type.create({ ...node.attrs, isOrphan: true }, node.content)
      : node;
  });
}

/** The labels of the footnotes that blocks call, wherever they do. */
function labelsIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  if ('type' in value && value.type === 'note' && 'label' in value) return new Set([String(value.label)]);
  return new Set(Object.values(value).flatMap((inner) => [...labelsIn(inner)]));
}

function nodeOf(block: BlockContent): Node {
  switch (block.kind) {
    case 'raw':
      return make('raw', { source: block.source });
    case 'paragraph':
      return make('paragraph', null, inlineNodes(block.content));
    case 'heading':
      return make('heading', { depth: block.depth }, inlineNodes(block.content));
    case 'footnote':
      return make('footnote', { label: block.label }, inlineNodes(block.content));
    case 'picture':
      return make('picture', { src: block.src, alt: block.alt, caption: block.caption ?? null });
    case 'quote':
      return make('quote', { said: block.said ?? null }, block.content.map(nodeOf));
    case 'list': {
      const { isOrdered, start, isLoose, items } = block;
      const nodes = items.map((item) => make('list_item', null, item.map(nodeOf)));
      return make('list', { isOrdered, start, isLoose }, nodes);
    }
    case 'table': {
      const rowOf = (cell: string) => (row: readonly Inline[][]) =>
        make(
          'table_row',
          null,
          row.map((content) => make(cell, null, inlineNodes(content))),
        );
      const hasHead = block.head.some((cell) => cell.length > 0) || block.rows.length === 0;
      const rows = [
        ...(hasHead ? [rowOf('table_head')(block.head)] : []),
        ...block.rows.map(rowOf('table_cell')),
      ];
      return make('table', { align: block.align }, rows);
    }
  }
}

/**
 * The blocks of a document, each with the block of the file that it was. Paragraphs without words are none; neither are footnotes without words, whose
 * marks vanish, and those that no mark leads to any more.
 */
export function blocksOf(document: Node): EditedBlock[] {
  const called = new Set<string>();
  const written = new Set<string>();
  document.descendants((node) => {
    if (node.type.name === 'note') called.add(String(node.attrs.label));
    if (node.type.name === 'footnote' && node.textContent.trim() !== '')
      written.add(String(node.attrs.label));
  });
  const empty = new Set<string>();
  document.forEach((node) => {
    const label = String(node.attrs.label);
    if (node.type.name === 'footnote' && !written.has(label)) empty.add(label);
  });
  const blocks: EditedBlock[] = [];
  document.forEach((node) => {
    const isUncalled =
      node.type.name === 'footnote' && !called.has(String(node.attrs.label)) && node.attrs.isOrphan !== true;
    const block = isUncalled ? undefined : contentOf(node, empty);
    const { origin } = node.attrs as { origin: number | null };
    if (block && !isEmpty(block)) blocks.push({ ...block, ...(origin === null ? {} : { origin }) });
  });
  return blocks;
}

function contentOf(node: Node, emptyNotes: ReadonlySet<string>): BlockContent {
  const { attrs } = node;
  const children = () => childrenOf(node).map((child) => contentOf(child, emptyNotes));
  const inlines = (of: Node) => inlinesOf(of, emptyNotes);
  switch (node.type.name) {
    case 'raw':
      return { kind: 'raw', source: String(attrs.source) };
    case 'heading':
      return { kind: 'heading', depth: Number(attrs.depth), content: inlines(node) };
    case 'footnote':
      return { kind: 'footnote', label: String(attrs.label), content: inlines(node) };
    case 'picture': {
      const { src, alt, caption } = attrs as { src: string; alt: string; caption: string | null };
      return { kind: 'picture', src, alt, ...(caption === null ? {} : { caption }) };
    }
    case 'quote': {
      const { said } = attrs as { said: { from?: string; source?: string } | null };
      const content = children().filter((block) => !isEmpty(block));
      return { kind: 'quote', ...(said === null ? {} : { said }), content };
    }
    case 'list': {
      const { isOrdered, start, isLoose } = attrs as { isOrdered: boolean; start: number; isLoose: boolean };
      const items = childrenOf(node).map((item) => itemOf(item, emptyNotes));
      return { kind: 'list', isOrdered, start, isLoose, items };
    }
    case 'table':
      return tableOf(node, inlines);
    default:
      return { kind: 'paragraph', content: inlines(node) };
  }
}

/** The blocks of an item; empty paragraphs behind the first are none. */
function itemOf(item: Node, emptyNotes: ReadonlySet<string>): BlockContent[] {
  const [first, ...others] = childrenOf(item).map((child) => contentOf(child, emptyNotes));
  return [...(first ? [first] : []), ...others.filter((block) => !isEmpty(block))];
}

/** A table as Markdown has them: rows of one width, a head before them, which may be empty. */
function tableOf(node: Node, inlines: (of: Node) => Inline[]): BlockContent {
  const rows = childrenOf(node).map((row) => childrenOf(row));
  const width = Math.max(...rows.map((row) => row.length));
  const full = (row: readonly Node[]) =>
    Array.from({ length: width }, (_, index) => (row[index] ? inlines(row[index]) : []));
  const hasHead = rows[0]?.every((cell) => cell.type.name === 'table_head') === true;
  const { align } = node.attrs as { align: Align[] };
  return {
    kind: 'table',
    align: Array.from({ length: width }, (_, index) => align[index] ?? null),
    head: hasHead ? full(rows[0]!) : full([]),
    rows: rows.slice(hasHead ? 1 : 0).map(full),
  };
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => void children.push(child));
  return children;
}

function inlineNodes(content: readonly Inline[]): Node[] {
  return content.map((inline) => {
    switch (inline.type) {
      case 'break':
        return make('break', null);
      case 'note':
        return make('note', { label: inline.label });
      case 'raw':
        return make('sign', { source: inline.source });
      case 'text':
        return textSchema.text(
          inline.text,
          (inline.marks ?? []).map(({ type, ...attrs }) => textSchema.mark(type, attrs)),
        );
    }
  });
}

function inlinesOf(node: Node, emptyNotes: ReadonlySet<string>): Inline[] {
  return childrenOf(node).flatMap((child): Inline[] => {
    switch (child.type.name) {
      case 'break':
        return [{ type: 'break' }];
      case 'note': {
        const label = String(child.attrs.label);
        return emptyNotes.has(label) ? [] : [{ type: 'note', label }];
      }
      case 'sign':
        return [{ type: 'raw', source: String(child.attrs.source) }];
      default: {
        const marks = child.marks.map(markOf);
        return [{ type: 'text', text: child.text ?? '', ...(marks.length > 0 ? { marks } : {}) }];
      }
    }
  });
}

function markOf({ type, attrs }: Node['marks'][number]): Mark {
  if (type.name !== 'link') return { type: type.name as Exclude<Mark['type'], 'link'> };
  const { href, title } = attrs as { href: string; title: string | null };
  return { type: 'link', href, ...(title === null ? {} : { title }) };
}
