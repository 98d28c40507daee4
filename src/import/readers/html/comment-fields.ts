import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';

const HIDDEN_FIELD = /^\[if supportFields\]>(?<inside>[\s\S]*?)(?:<!\[endif\])?$/i;
const FIELD_MARK = /mso-element:\s*field-(?<mark>begin|separator|end)/i;
const LONGEST = 20_000;
const DEEPEST = 20;

interface OpenField {
  code: string;
  hasResult: boolean;
}

/** Fields of pages that Word has saved: it keeps their codes in comments for itself (`<!--[if supportFields]>`), their results in the page. */
export class CommentFields {
  readonly #open: OpenField[] = [];

  /** Reads one comment of the page, in order. Returns the codes of the fields that end in it and have no result. */
  meet(comment: string): string[] {
    const inside = HIDDEN_FIELD.exec(comment)?.groups?.inside;
    if (inside === undefined || inside.length > LONGEST) return [];
    const ended: string[] = [];
    this.#walk(fromHtml(inside, { fragment: true }), ended);
    return ended;
  }

  #walk(node: Nodes, ended: string[]): void {
    const field = this.#open.at(-1);
    if (node.type === 'text' && field && !field.hasResult) field.code += node.value.replace(/\s+/g, ' ');
    if (node.type === 'element') this.#mark(String(node.properties.style ?? ''), ended);
    if ('children' in node) for (const child of node.children) this.#walk(child, ended);
  }

  #mark(style: string, ended: string[]): void {
    const mark = FIELD_MARK.exec(style)?.groups?.mark?.toLowerCase();
    if (mark === 'begin' && this.#open.length < DEEPEST) this.#open.push({ code: '', hasResult: false });
    const field = this.#open.at(-1);
    if (mark === 'separator' && field) field.hasResult = true;
    if (mark !== 'end' || !field) return;
    this.#open.pop();
    if (!field.hasResult && field.code.trim() !== '') ended.push(field.code.trim());
  }
}
