import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { write } from '../../../strings/desk-write-client.ts';

/** A block that the editor has no better way to show than by its signs: it can be read, moved and taken away. */
export class RawView implements NodeView {
  readonly dom: HTMLElement;

  constructor({ attrs }: Node) {
    this.dom = document.createElement('div');
    this.dom.className = 'raw';
    this.dom.setAttribute('aria-label', write.rawBlock);
    this.dom.title = write.rawBlock;
    const signs = document.createElement('pre');
    signs.textContent = String(attrs.source);
    this.dom.append(signs);
  }

  ignoreMutation(): boolean {
    return true;
  }
}
