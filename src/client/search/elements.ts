import type { Segment } from '../../domain/search/passage.ts';

/** Makes an element with attributes and children; an attribute that is `undefined` or false is left out, true is empty. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** Text with its marked stretches in `<mark>`. */
export function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map((segment) => (segment.marked ? make('mark', {}, segment.text) : segment.text));
}
