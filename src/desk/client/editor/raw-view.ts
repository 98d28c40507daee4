import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { page } from '../../../strings/desk-client.ts';

/** A block that is edited by its signs: a list, a table, a picture. */
export class RawView implements NodeView {
  readonly dom: HTMLElement;
  readonly #signs: HTMLTextAreaElement;

  constructor(node: Node, view: EditorView, placeOf: () => number | undefined) {
    this.dom = document.createElement('div');
    this.dom.className = 'raw';
    this.#signs = document.createElement('textarea');
    this.#signs.setAttribute('aria-label', page.rawBlock);
    this.#signs.spellcheck = false;
    this.#show(node);
    this.#signs.addEventListener('input', () => {
      const at = placeOf();
      if (at === undefined) return;
      const attrs = { ...view.state.doc.nodeAt(at)?.attrs, source: this.#signs.value };
      view.dispatch(view.state.tr.setNodeMarkup(at, undefined, attrs));
    });
    this.dom.append(this.#signs);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'raw') return false;
    if (node.attrs.source !== this.#signs.value) this.#show(node);
    return true;
  }

  stopEvent(): boolean {
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  #show({ attrs }: Node): void {
    const source = String(attrs.source);
    this.#signs.value = source;
    this.#signs.rows = source.split('\n').length;
  }
}
