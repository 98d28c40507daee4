import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

/** Which block of the file a block was; two that came of one by being cut apart both say so, and the server gives its bytes to the first. */
const origin = { default: null as number | null };

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { origin },
    parseDOM: [{ tag: 'p' }, { tag: 'li' }, { tag: 'div' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { depth: { default: 2 }, origin },
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((depth) => ({ tag: `h${depth}`, attrs: { depth: Math.max(2, depth) } })),
    toDOM: ({ attrs }) => [`h${String(attrs.depth)}`, 0],
  },
  raw: {
    group: 'block',
    atom: true,
    attrs: { source: { default: '' }, origin },
    toDOM: ({ attrs }) => ['pre', String(attrs.source)],
  },
  text: { group: 'inline' },
  break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  sign: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { source: { default: '' } },
    toDOM: ({ attrs }) => ['code', { class: 'sign' }, String(attrs.source)],
  },
};

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { default: '' }, title: { default: null } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) }],
    // No address of the content is followed here: it is shown as a title.
    toDOM: ({ attrs }) => ['span', { class: 'link', title: String(attrs.href) }, 0],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
    toDOM: () => ['strong', 0],
  },
  emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { excludes: '_', parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

/** The document that the editor edits: blocks of words with marks, and pieces that are shown by their signs. */
export const textSchema = new Schema({ nodes, marks });
