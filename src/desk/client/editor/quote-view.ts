import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { write } from '../../../strings/desk-write-client.ts';
import { labelledInput, showIn, type LabelledInput } from './labelled-input.ts';

interface Said {
  from?: string;
  source?: string;
}

/** The list of entries that a quotation may be of: an element of the page, made by who shows the editor. */
export const ENTRIES_LIST = 'desk-entries';

/** A quotation, with where it is from in files that can say so. */
export class QuoteView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('blockquote');
  readonly #inputs: Record<keyof Said, LabelledInput>;
  #said: Said | null = null;

  constructor(node: Node, view: EditorView, placeOf: () => number | undefined, mayNameSource: boolean) {
    const set = (name: keyof Said) => (value: string) => {
      const at = placeOf();
      const said = { ...this.#said, [name]: value.trim() };
      if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, 'said', said));
    };
    this.#inputs = {
      from: labelledInput(write.quoteFrom, set('from')),
      source: labelledInput(write.quoteSource, set('source')),
    };
    this.#inputs.from.input.setAttribute('list', ENTRIES_LIST);
    this.dom.className = 'quote';
    const source = document.createElement('div');
    source.className = 'quote__source';
    source.contentEditable = 'false';
    if (mayNameSource) source.append(this.#inputs.from.label, this.#inputs.source.label);
    else source.textContent = write.quotePlain;
    this.dom.append(this.contentDOM, source);
    this.#show(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'quote') return false;
    this.#show(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLInputElement;
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }

  #show({ attrs }: Node): void {
    this.#said = attrs.said as Said | null;
    showIn(this.#inputs.from, this.#said?.from ?? '');
    showIn(this.#inputs.source, this.#said?.source ?? '');
  }
}
