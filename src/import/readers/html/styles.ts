import type { Element, Root } from 'hast';
import { elementsIn } from './tree.ts';

/** Properties of CSS by name, lower-case. */
export type Declarations = ReadonlyMap<string, string>;

const NONE: Declarations = new Map();
const SIMPLE_SELECTOR = /^(?<tag>[a-z][a-z0-9]*)?(?:(?<kind>[.#])(?<name>[\w-]+))?$/i;
/** Style sheets of pages are longer only where a program wrote them, and then they say nothing of words. */
const MOST_CHARACTERS = 200_000;
/** No one's style attribute is as long. */
const LONGEST_ATTRIBUTE = 5_000;

/**
 * What style attributes and the page's own style sheets say of elements, as far as it decides what is read: selectors of one tag, class or id;
 * the rest of CSS, media queries and sheets of other files have no say.
 */
export class Styles {
  readonly #rules = new Map<string, Map<string, string>>();
  readonly #cache = new WeakMap<Element, Declarations>();

  constructor(root: Root) {
    let sheet = '';
    for (const element of elementsIn(root))
      if (element.tagName === 'style')
        sheet += element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    if (sheet.length <= MOST_CHARACTERS) this.#read(sheet);
  }

  /** The declarations of an element, its style attribute last. */
  of(element: Element): Declarations {
    const known = this.#cache.get(element);
    if (known) return known;
    const { className, id } = element.properties;
    const classes = Array.isArray(className) ? className.map(String) : [];
    const { tagName } = element;
    const keys = [
      tagName,
      ...classes.flatMap((name) => [`.${name}`, `${tagName}.${name}`]),
      `#${String(id)}`,
      `${tagName}#${String(id)}`,
    ];
    const sheets = this.#rules.size === 0 ? [] : keys.map((key) => this.#rules.get(key) ?? NONE);
    const found = new Map([...sheets.flatMap((rule) => [...rule]), ...declarationsIn(inlineStyle(element))]);
    this.#cache.set(element, found);
    return found;
  }

  /** Rules of sheets and blocks within blocks (media queries) are told apart by their brackets. */
  #read(sheet: string): void {
    const plain = withoutComments(sheet);
    const brackets = [...plain.matchAll(/[{}]/g)].map(({ index }) => index);
    let [start, depth] = [0, 0];
    brackets.forEach((at, place) => {
      const isOpen = plain[at] === '{';
      const end = brackets[place + 1] ?? plain.length;
      const head = plain.slice(start, at);
      if (isOpen && depth === 0 && plain[end] === '}' && !head.includes('@'))
        this.#add(head, plain.slice(at + 1, end));
      depth = Math.max(0, depth + (isOpen ? 1 : -1));
      start = at + 1;
    });
  }

  #add(head: string, body: string): void {
    const declarations = declarationsIn(body);
    for (const selector of head.split(',').map((words) => words.trim())) {
      const { tag = '', kind = '', name = '' } = SIMPLE_SELECTOR.exec(selector)?.groups ?? {};
      if (tag === '' && name === '') continue;
      const key = tag.toLowerCase() + kind + name;
      this.#rules.set(key, new Map([...(this.#rules.get(key) ?? []), ...declarations]));
    }
  }
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.replace(/<!--|-->/g, '').split('/*');
  return (
    first +
    rest.map((piece) => piece.slice(piece.includes('*/') ? piece.indexOf('*/') + 2 : piece.length)).join('')
  );
}

/** The style attribute of an element as it stands. */
function inlineStyle({ properties }: Element): string {
  return typeof properties.style === 'string' ? properties.style.slice(0, LONGEST_ATTRIBUTE) : '';
}

/** name: value; name: value, quotation marks around semicolons heeded. */
function declarationsIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [piece] of text.matchAll(/(?:[^;"']|"[^"]*"|'[^']*'|["'])+/g)) {
    const at = piece.indexOf(':');
    if (at < 0) continue;
    found.set(
      piece.slice(0, at).trim().toLowerCase(),
      piece
        .slice(at + 1)
        .replace(/!\s*important/i, '')
        .trim(),
    );
  }
  return found;
}
