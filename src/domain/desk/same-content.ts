import type { BlockContent, Inline, Mark } from './api.ts';

/** A block with nothing but what it says, so that two that say the same are equal. */
export function plainContent(block: BlockContent): BlockContent {
  switch (block.kind) {
    case 'raw':
      return { kind: 'raw', source: block.source };
    case 'heading':
      return { kind: 'heading', depth: block.depth, content: plainInlines(block.content) };
    case 'paragraph':
      return { kind: 'paragraph', content: plainInlines(block.content) };
    case 'footnote':
      return { kind: 'footnote', label: block.label, content: plainInlines(block.content) };
    case 'picture': {
      const { src, alt, caption } = block;
      return { kind: 'picture', src, alt, ...(caption === undefined ? {} : { caption }) };
    }
    case 'quote': {
      const { from, source } = block.said ?? {};
      const said = { ...(from ? { from } : {}), ...(source ? { source } : {}) };
      const content = block.content.map(plainContent);
      return { kind: 'quote', ...(block.said ? { said } : {}), content };
    }
    case 'list': {
      const { isOrdered, start, items } = block;
      const list = { kind: 'list' as const, isOrdered, start: isOrdered ? start : 1 };
      return { ...list, isLoose: isLoose(block), items: items.map((item) => item.map(plainContent)) };
    }
    case 'table': {
      const { align, head, rows } = block;
      return {
        kind: 'table',
        align,
        head: head.map(plainInlines),
        rows: rows.map((row) => row.map(plainInlines)),
      };
    }
  }
}

/** A list with a second paragraph in an item cannot be other than loose; one of a single paragraph has nothing to be loose. */
export function isLoose({ isLoose: isMeant, items }: BlockContent & { kind: 'list' }): boolean {
  if (items.some((item) => item.slice(1).some(({ kind }) => kind === 'paragraph'))) return true;
  return isMeant && (items.length > 1 || items.some((item) => item.length > 1));
}

/** Whether a block says nothing, as an empty line of the editor. */
export function isEmpty(block: BlockContent): boolean {
  switch (block.kind) {
    case 'raw':
      return block.source.trim() === '';
    case 'paragraph':
    case 'heading':
    case 'footnote':
      return block.content.every(
        (inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''),
      );
    case 'quote':
      return block.content.every(isEmpty);
    case 'list':
      return block.items.every((item) => item.every(isEmpty));
    default:
      return false;
  }
}

function plainInlines(content: readonly Inline[]): Inline[] {
  const plain = content.map((inline): Inline => {
    if (inline.type !== 'text') return inline;
    const marks = inRank(inline.marks ?? []);
    return { type: 'text', text: inline.text, ...(marks.length > 0 ? { marks } : {}) };
  });
  return mergedInlines(plain);
}

const RANK: readonly Mark['type'][] = ['link', 'strong', 'emphasis', 'strike', 'code'];

/** Marks within marks look alike whichever is the outer one. */
function inRank(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((one, other) => RANK.indexOf(one.type) - RANK.indexOf(other.type));
}

/** Neighbouring words with the same marks are one piece, as an editor has them. */
export function mergedInlines(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    const isOne =
      inline.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(inline.marks ?? []) === JSON.stringify(last.marks ?? []);
    if (isOne) result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}
