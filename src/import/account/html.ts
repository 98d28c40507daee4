import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { countedText, type Counted, type CountedWords } from './counted.ts';

/** Elements whose content is one piece of text up to their own end tag (HTML, 13.1.2, raw text and escapable raw text elements). */
const PIECES = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'textarea', 'title']);
/** Of these the content is code. */
const CODE = new Set(['script', 'style']);
/** Of these character references are words as they stand. */
const VERBATIM = new Set(['xmp', 'iframe', 'noembed', 'noframes']);
const FOREIGN = new Set(['svg', 'math']);
/** Inputs whose value is shown. */
const SHOWN_INPUTS = new Set([
  '',
  'text',
  'search',
  'url',
  'tel',
  'number',
  'date',
  'button',
  'submit',
  'reset',
  'email',
]);
/** Names that count without their semicolon (HTML, 13.5). */
const WITHOUT_SEMICOLON = new Set(
  (
    'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde ' +
    'Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring ' +
    'atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc ' +
    'iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn ' +
    'pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml'
  ).split(' '),
);
const LONGEST_NAME = 32;

/**
 * The words of a page by a second way: its source taken apart into tags and text (HTML, 13.2.5), no tree built. Counted are all texts but the
 * content of scripts, style sheets and comments, and the values that form fields show.
 */
export function countPage(html: string, place: string): Counted {
  const words: CountedWords[] = [];
  const scanner = new Scanner(html);
  for (let piece = scanner.next(); piece !== undefined; piece = scanner.next()) {
    if (piece.text !== undefined)
      words.push(countedText(place, piece.isVerbatim ? piece.text : decoded(piece.text)));
    if (piece.value !== undefined) words.push({ text: decoded(piece.value), place, what: 'form' });
  }
  return { words };
}

interface Piece {
  text?: string;
  isVerbatim?: boolean;
  /** What an input shows. */
  value?: string;
}

/** Goes through a page from tag to tag. */
class Scanner {
  readonly #html: string;
  #at = 0;
  /** How many svg and math elements are open. */
  #foreign = 0;

  constructor(html: string) {
    this.#html = html;
  }

  /** The next text or tag; `undefined` at the end. */
  next(): Piece | undefined {
    const html = this.#html;
    if (this.#at >= html.length) return undefined;
    if (html[this.#at] !== '<') return this.#textUntil(html.indexOf('<', this.#at));
    if (html.startsWith('<!--', this.#at)) return this.#skipComment();
    if (this.#foreign > 0 && html.startsWith('<![CDATA[', this.#at)) return this.#data();
    if (/^<(?:[!?]|\/[^A-Za-z])/.test(html.slice(this.#at, this.#at + 3))) return this.#skipTo('>', 1);
    if (/^<\/?[A-Za-z]/.test(html.slice(this.#at, this.#at + 3))) return this.#tag();
    return this.#textUntil(html.indexOf('<', this.#at + 1));
  }

  #textUntil(end: number): Piece {
    const text = this.#html.slice(this.#at, end < 0 ? undefined : end);
    this.#at += text.length;
    return { text };
  }

  #skipTo(mark: string, length: number): Piece {
    const end = this.#html.indexOf(mark, this.#at);
    this.#at = end < 0 ? this.#html.length : end + length;
    return {};
  }

  /** A comment also ends in --!>, and <!--> and <!---> are whole ones. */
  #skipComment(): Piece {
    if (/^<!---?>/.test(this.#html.slice(this.#at, this.#at + 6))) return this.#skipTo('>', 1);
    const close = /--!?>/g;
    close.lastIndex = this.#at + 4;
    this.#at = close.exec(this.#html) ? close.lastIndex : this.#html.length;
    return {};
  }

  #data(): Piece {
    const start = this.#at + '<![CDATA['.length;
    const end = this.#html.indexOf(']]>', start);
    this.#at = end < 0 ? this.#html.length : end + 3;
    return { text: this.#html.slice(start, end < 0 ? undefined : end), isVerbatim: true };
  }

  #tag(): Piece {
    const { name, attributes, end } = tagAt(this.#html, this.#at);
    const isEnd = this.#html[this.#at + 1] === '/';
    this.#at = end;
    if (FOREIGN.has(name) && this.#html[end - 2] !== '/') this.#foreign += isEnd ? -1 : 1;
    this.#foreign = Math.max(0, this.#foreign);
    if (isEnd) return {};
    if (name === 'input')
      return SHOWN_INPUTS.has((attributes.get('type') ?? '').toLowerCase())
        ? { value: attributes.get('value') ?? '' }
        : {};
    if (name === 'plaintext') return { ...this.#textUntil(-1), isVerbatim: true };
    return PIECES.has(name) && (this.#foreign === 0 || CODE.has(name)) ? this.#piece(name) : {};
  }

  #piece(name: string): Piece {
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    close.lastIndex = this.#at;
    const text = this.#html.slice(this.#at, close.exec(this.#html)?.index);
    this.#at += text.length;
    return CODE.has(name) ? {} : { text, isVerbatim: VERBATIM.has(name) };
  }
}

interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Where it ends; the end of the page for a tag that is cut off. */
  end: number;
}

function tagAt(html: string, start: number): Tag {
  const name =
    /^<\/?(?<name>[^\s/>]+)/.exec(html.slice(start, start + 80))?.groups?.name?.toLowerCase() ?? '';
  const attributes = new Map<string, string>();
  const attribute =
    /[\s/]*(?:(?<key>[^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"(?<double>[^"]*)(?:"|$)|'(?<single>[^']*)(?:'|$)|(?<bare>[^\s>"'][^\s>]*)?))?|(?<end>>)|(?<stray>=))/y;
  attribute.lastIndex = start + (html[start + 1] === '/' ? 2 : 1) + name.length;
  for (let found = attribute.exec(html); found !== null; found = attribute.exec(html)) {
    const { key, double, single, bare, end } = found.groups ?? {};
    if (end !== undefined) return { name, attributes, end: attribute.lastIndex };
    if (key !== undefined && !attributes.has(key.toLowerCase()))
      attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return { name, attributes, end: html.length };
}

/** Words with their character references read. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#x(?<hex>[0-9a-f]+);?|#(?<decimal>\d+);?|(?<name>[a-z][a-z0-9]*)(?<end>;?))/gi,
    (whole, hex?: string, decimal?: string, name?: string, end?: string) => {
      if (name !== undefined) return named(name, end === ';') ?? whole;
      return characterOf(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16));
    },
  );
}

/** The longest name that the words begin with; without a semicolon only the old names count, and letters after them stay. */
function named(words: string, isEnded: boolean): string | undefined {
  const whole = isEnded ? decodeNamedCharacterReference(words) : false;
  if (whole !== false) return whole;
  for (let length = Math.min(words.length, LONGEST_NAME); length > 1; length -= 1) {
    const name = words.slice(0, length);
    if (WITHOUT_SEMICOLON.has(name))
      return `${decodeNamedCharacterReference(name) || ''}${words.slice(length)}${isEnded ? ';' : ''}`;
  }
  return undefined;
}

/** Browsers read the numbers of control codes as Windows characters (HTML, 13.2.5.80). */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\uFFFD' : String.fromCodePoint(code);
}
