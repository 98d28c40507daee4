/** A passage of the reading text: its paragraphs and, where some were selected, its words. */
export interface Passage {
  /** The block that the link leads to. */
  block: HTMLElement;
  /** Numbers of the first and the last paragraph. */
  paragraphs: readonly [first: number, last: number];
  words: string;
}

/** The passage of one block. */
export function passageOf(block: HTMLElement): Passage {
  return { block, paragraphs: [numberOf(block), numberOf(block)], words: '' };
}

/** The selected passage, where the selection lies within the reading text and holds words. */
export function selectedPassage(prose: HTMLElement): Passage | undefined {
  const selection = prose.ownerDocument.getSelection();
  const words = selection?.toString().trim();
  if (!selection || !words || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!prose.contains(range.startContainer)) return undefined;
  const first = blockOf(range.startContainer);
  const last = prose.contains(range.endContainer) ? blockOf(endOf(range)) : first;
  if (!first) return undefined;
  return { block: first, paragraphs: [numberOf(first), numberOf(last ?? first)], words };
}

/** The block with an anchor that a node stands in. */
export function blockOf(node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-prose] [id^="p"]') ?? undefined;
}

/** A selection by triple click ends at the start of the next block, none of whose words it holds. */
function endOf({ endContainer, endOffset, startContainer }: Range): Node {
  if (endOffset > 0) return endContainer;
  const block = blockOf(endContainer);
  return block?.previousElementSibling ?? startContainer;
}

function numberOf({ id }: HTMLElement): number {
  return Number(id.slice(1));
}
