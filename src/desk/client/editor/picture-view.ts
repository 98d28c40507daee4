import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { PICTURE_ROUTE } from '../../../domain/desk/write.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { labelledInput, showIn, type LabelledInput } from './labelled-input.ts';

/** A picture with what it shows in words, and its caption where it may have one. */
export class PictureView implements NodeView {
  readonly dom = document.createElement('figure');
  readonly #picture = document.createElement('img');
  readonly #alt: LabelledInput;
  readonly #caption: LabelledInput | undefined;

  constructor(node: Node, view: EditorView, placeOf: () => number | undefined, mayHaveCaption: boolean) {
    const set = (name: string) => (value: string | null) => {
      const at = placeOf();
      if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, name, value));
    };
    this.dom.className = 'picture';
    this.dom.contentEditable = 'false';
    this.#alt = labelledInput(write.alt, set('alt'));
    this.#caption = mayHaveCaption
      ? labelledInput(write.caption, (value) => set('caption')(value))
      : undefined;
    this.dom.append(this.#picture, this.#alt.label, ...(this.#caption ? [this.#caption.label] : []));
    this.#show(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'picture') return false;
    this.#show(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLInputElement;
  }

  ignoreMutation(): boolean {
    return true;
  }

  #show({ attrs }: Node): void {
    const { src, alt, caption } = attrs as { src: string; alt: string; caption: string | null };
    const address = `${PICTURE_ROUTE}?${new URLSearchParams({ src }).toString()}`;
    if (this.#picture.getAttribute('src') !== address) this.#picture.src = address;
    this.#picture.alt = alt;
    showIn(this.#alt, alt);
    if (this.#caption) showIn(this.#caption, caption ?? '');
  }
}
