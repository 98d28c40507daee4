import { Schema, type DOMOutputSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';

/** Which block of the file a block was; two that came of one by being cut apart both say so, and the server gives its bytes to the first. */
const origin = { default: null as number | null };

const attribute = (name: string) => (element: HTMLElement) => element.getAttribute(name) ?? '';

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block inner',
    content: 'inline*',
    attrs: { origin },
    parseDOM: [{ tag: 'p' }, { tag: 'div' }],
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
  list: {
    group: 'block inner',
    content: 'list_item+',
    attrs: { isOrdered: { default: false }, start: { default: 1 }, isLoose: { default: false }, origin },
    parseDOM: [
      { tag: 'ul', attrs: { isOrdered: false } },
      {
        tag: 'ol',
        getAttrs: (element) => ({ isOrdered: true, start: Number(element.getAttribute('start') ?? 1) || 1 }),
      },
    ],
    toDOM: ({ attrs }): DOMOutputSpec =>
      attrs.isOrdered ? ['ol', { start: String(attrs.start) }, 0] : ['ul', 0],
  },
  list_item: {
    content: 'paragraph inner*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  table: {
    group: 'block',
    content: 'table_row+',
    isolating: true,
    attrs: { align: { default: [] as unknown[] }, origin },
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: { content: '(table_head | table_cell)+', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  table_head: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'th' }],
    toDOM: () => ['th', { scope: 'col' }, 0],
  },
  table_cell: { content: 'inline*', isolating: true, parseDOM: [{ tag: 'td' }], toDOM: () => ['td', 0] },
  quote: {
    group: 'block',
    content: 'inner+',
    defining: true,
    attrs: { said: { default: null }, origin },
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  picture: {
    group: 'block',
    atom: true,
    attrs: { src: { default: '' }, alt: { default: '' }, caption: { default: null }, origin },
    parseDOM: [
      {
        tag: 'figure[data-src]',
        getAttrs: (element) => ({
          src: attribute('data-src')(element),
          alt: attribute('data-alt')(element),
          caption: element.getAttribute('data-caption'),
        }),
      },
    ],
    toDOM: ({ attrs: { src, alt, caption } }) => [
      'figure',
      {
        'data-src': String(src),
        'data-alt': String(alt),
        ...(caption === null ? {} : { 'data-caption': String(caption) }),
      },
    ],
  },
  footnote: {
    group: 'block',
    content: 'inline*',
    isolating: true,
    defining: true,
    /** One that nothing led to when it was read is kept as it is. */
    attrs: { label: { default: '1' }, isOrphan: { default: false }, origin },
    parseDOM: [
      {
        tag: 'div[data-footnote]',
        getAttrs: (element) => ({ label: attribute('data-footnote')(element) }),
        priority: 60,
      },
    ],
    toDOM: ({ attrs }) => ['div', { 'data-footnote': String(attrs.label), class: 'footnote' }, 0],
  },
  raw: {
    group: 'block',
    atom: true,
    attrs: { source: { default: '' }, origin },
    parseDOM: [{ tag: 'pre[data-raw]', getAttrs: (element) => ({ source: element.textContent }) }],
    toDOM: ({ attrs }) => ['pre', { 'data-raw': '' }, String(attrs.source)],
  },
  text: { group: 'inline' },
  break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  note: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { label: { default: '1' } },
    parseDOM: [
      { tag: 'sup[data-note]', getAttrs: (element) => ({ label: attribute('data-note')(element) }) },
    ],
    toDOM: ({ attrs }) => ['sup', { 'data-note': String(attrs.label) }, `〔${String(attrs.label)}〕`],
  },
  sign: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { source: { default: '' } },
    parseDOM: [
      {
        tag: 'code[data-sign]',
        getAttrs: (element) => ({ source: attribute('data-sign')(element) }),
        priority: 60,
      },
    ],
    toDOM: ({ attrs: { source } }) => [
      'code',
      { class: 'sign', 'data-sign': String(source), title: String(source) },
      shownOf(String(source)),
    ],
  },
};

/** What is to be seen of a piece that is not edited here: its words, where it has some. */
function shownOf(source: string): string {
  const words = /^<(\w+)[^>]*>([^<]*)<\/\1>$/.exec(source)?.[2];
  const picture = /^!\[([^\]]*)\]/.exec(source)?.[1];
  return words ?? picture ?? source;
}

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { default: '' }, title: { default: null } },
    inclusive: false,
    parseDOM: [
      { tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) },
      { tag: 'span[data-href]', getAttrs: (element) => ({ href: element.getAttribute('data-href') }) },
    ],
    // No address of the content is followed here: it is shown as a title.
    toDOM: ({ attrs }) => [
      'span',
      { class: 'link', 'data-href': String(attrs.href), title: String(attrs.href) },
      0,
    ],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
    toDOM: () => ['strong', 0],
  },
  emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

/** The document that the editor edits: blocks of words with marks, and pieces that are shown by their signs. */
export const textSchema = new Schema({ nodes, marks });
