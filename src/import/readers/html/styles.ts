import type { Element, Root } from 'hast';
import { elementsIn } from './tree.ts';

/** Properties of CSS by name, lower-case. */
export type Declarations = ReadonlyMap<string, string>;

const NONE: Declarations = new Map();
const SIMPLE_SELECTOR = /^(?<tag>[a-z][a-z0-9]*)?(?:(?<kind>[.#])(?<name>[\w-]+))?$/i;
/** Style sheets of pages are longer only where a program wrote them, and then they say nothing of words. */
const MOST_CHARACTERS = 500_000;

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

  #read(sheet: string): void {
    const plain = sheet.replace(/<!--|-->/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
    const rule = /(?<head>[^{}]*)\{(?<body>[^{}]*)\}/g;
    let depth = 0;
    let end = 0;
    for (let found = rule.exec(plain); found?.groups; found = rule.exec(plain)) {
      const between = plain.slice(end, found.index);
      depth = Math.max(0, depth + count(between, '{') - count(between, '}'));
      end = rule.lastIndex;
      const { head = '', body = '' } = found.groups;
      if (depth === 0 && !head.includes('@')) this.#add(head, body);
    }
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

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** The style attribute of an element as it stands. */
function inlineStyle({ properties }: Element): string {
  return typeof properties.style === 'string' ? properties.style : '';
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
