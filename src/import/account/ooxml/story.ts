import type { CountedKind, CountedWords } from '../counted.ts';
import { xmlTokens } from '../xml-tokens.ts';
import type { CountedNumbers, CountedParagraph } from './list-numbers.ts';

const FALLBACK = '给旧版程序的副本';
const TEXTS: Record<string, CountedKind> = {
  ...{ 'w:t': 'text', 'w:delText': 'text', 'm:t': 'formula', 'a:t': 'drawing', 'c:v': 'drawing' },
};
const HEADERS = '页眉页脚';
const HEADER = /^w:(?:hdr|ftr)$/;
/** Elements that stand between paragraphs without keeping them apart. */
const BETWEEN = /^w:(?:bookmark|proofErr|perm|commentRange|move\w+Range|sectPr)/;

interface Paragraph extends CountedParagraph {
  /** The words before which its number stands. */
  slot: CountedWords;
  /** Whether it goes on in the next paragraph, since its end is deleted or hidden. */
  isJoined: boolean;
  hidesEnd: boolean | undefined;
  isCounted: boolean;
  /** The paragraph that goes on in this one. */
  before: Paragraph | undefined;
}

interface Field {
  code: string;
  isResult: boolean;
  hasResult: boolean;
}

/** What is open: its name, the paragraph before it that is to go on, and whether the numbers inside of it are not shown. */
interface Frame {
  name: string;
  joined: Paragraph | undefined;
  isLeft: boolean;
}

/** The words of a part of WordprocessingML in the order of the file; numbers of lists only where `numbers` counts them. */
export function storyWords(xml: string, place: string, numbers: CountedNumbers | undefined): CountedWords[] {
  const story = new Story(place, numbers);
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open') story.open(token.name, token.attributes);
    else if (token.kind === 'close') story.close(token.name);
    else story.text(token.text);
  }
  return story.finish();
}

class Story {
  readonly #place: string;
  readonly #numbers: CountedNumbers | undefined;
  readonly #words: CountedWords[] = [];
  readonly #frames: Frame[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #open: Paragraph[] = [];
  #fields: Field[] = [];
  readonly #outerFields: Field[][] = [];
  #fallbacks = 0;
  /** Headers that stand among the properties of a section. */
  #headers = 0;

  constructor(place: string, numbers: CountedNumbers | undefined) {
    this.#place = place;
    this.#numbers = numbers;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#frames.at(-1);
    this.#frames.push({ name, joined: undefined, isLeft: parent?.isLeft === true });
    if (name === 'mc:Fallback') this.#fallbacks += 1;
    if (HEADER.test(name)) {
      this.#headers += 1;
      this.#leave(0);
    }
    if (name === 'w:r' && this.#isInContents()) this.#leave(0);
    if (name === 'w:p') this.#beginParagraph(parent);
    else if (parent && parent.name !== 'w:p' && !BETWEEN.test(name)) parent.joined = undefined;
    if (/^(?:w:txbxContent|v:textpath|a:p|w:footnote|w:endnote)$/.test(name)) {
      this.#outerFields.push(this.#fields);
      this.#fields = [];
    }
    this.#property(name, attributes);
    this.#attributeWords(name, attributes);
    this.#field(name, attributes);
  }

  close(name: string): void {
    this.#frames.pop();
    if (name === 'mc:Fallback') this.#fallbacks -= 1;
    if (HEADER.test(name)) this.#headers -= 1;
    if (name === 'w:p') this.#endParagraph();
    if (name === 'w:fldSimple' && this.#fallbacks === 0) this.#endField();
    if (/^(?:w:txbxContent|v:textpath|a:p|w:footnote|w:endnote)$/.test(name))
      this.#fields = this.#outerFields.pop() ?? [];
  }

  text(text: string): void {
    const name = this.#frames.at(-1)?.name ?? '';
    const kind = TEXTS[name];
    if (kind !== undefined) this.#add(text, kind);
    else if (name === 'w:instrText' && this.#fallbacks === 0) {
      const field = this.#fields.at(-1);
      if (field && !field.isResult) field.code += text;
      else this.#add(text, 'field', false);
    }
  }

  /** The words with the numbers before them. */
  finish(): CountedWords[] {
    const next = new Map(this.#paragraphs.map((paragraph) => [paragraph.before, paragraph]));
    for (const paragraph of this.#paragraphs) {
      if (paragraph.before || !paragraph.isCounted) continue;
      let last = paragraph;
      for (let after = next.get(last); after; after = next.get(last)) last = after;
      if (!this.#hidesEnd(last)) paragraph.slot.text = this.#numbers?.next(last) ?? '';
    }
    return this.#words.filter(({ text }) => text !== '');
  }

  #hidesEnd({ hidesEnd, style }: Paragraph): boolean {
    return hidesEnd ?? this.#numbers?.hidesEnd(style) ?? false;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    const parent = this.#frames.at(-1);
    if (paragraph && parent && (paragraph.isJoined || this.#hidesEnd(paragraph))) parent.joined = paragraph;
  }

  #add(text: string, what: CountedKind, isResult = true): void {
    const isFallback = this.#fallbacks > 0;
    const place = this.#headers > 0 ? HEADERS : this.#place;
    this.#words.push({ text, place: isFallback ? FALLBACK : place, what });
    if (isResult && !isFallback && text.trim() !== '')
      for (const field of this.#fields) if (field.isResult) field.hasResult = true;
  }

  #beginParagraph(parent: Frame | undefined): void {
    const slot: CountedWords = { text: '', place: this.#place, what: 'number' };
    const isLeft = parent?.isLeft === true || this.#fallbacks > 0 || this.#isInContents();
    const paragraph: Paragraph = {
      ...{ slot, style: undefined, list: undefined, level: undefined },
      ...{ isJoined: false, hidesEnd: undefined, isCounted: !isLeft, before: parent?.joined },
    };
    if (parent) parent.joined = undefined;
    this.#words.push(slot);
    this.#paragraphs.push(paragraph);
    this.#open.push(paragraph);
  }

  #isInContents(): boolean {
    return this.#fields.some(({ code, isResult }) => isResult && /^\s*(?:TOC|INDEX)\b/.test(code));
  }

  /** What the paragraph, the row or the control that is open says of itself; what it once was stands deeper in it and does not count. */
  #property(name: string, attributes: ReadonlyMap<string, string>): void {
    const [, parent, grand, great] = [0, 1, 2, 3].map((depth) => this.#frames.at(-1 - depth)?.name);
    const paragraph = this.#open.at(-1);
    const value = attributes.get('w:val');
    const isOn = !/^(?:0|false|off|none)$/.test(value ?? '1');
    if (paragraph && parent === 'w:pPr' && grand === 'w:p' && name === 'w:pStyle') paragraph.style = value;
    else if (paragraph && /^w:(?:num|list)Pr$/.test(parent ?? '') && grand === 'w:pPr' && great === 'w:p') {
      if (name === 'w:numId' || name === 'w:ilfo') paragraph.list = value;
      if (name === 'w:ilvl' && /^\d+$/.test(value ?? '')) paragraph.level = Number(value);
    } else if (paragraph && parent === 'w:rPr' && grand === 'w:pPr' && great === 'w:p') {
      if (isTakenAway(name, attributes)) paragraph.isJoined = true;
      if (name === 'w:vanish') paragraph.hidesEnd = isOn;
    } else if (parent === 'w:rPr' && grand === 'w:r' && name === 'w:vanish' && isOn) this.#leave(2);
    else if (parent === 'w:trPr' && grand === 'w:tr' && (name === 'w:del' || (name === 'w:hidden' && isOn)))
      this.#leave(2);
    else if (parent === 'w:tcPr' && name === 'w:cellDel') this.#leave(2);
    else if (name === 'w:docPartGallery' && value === 'Table of Contents' && great === 'w:sdt')
      this.#leave(3);
    else if (isTakenAway(name, attributes) && !/Pr$/.test(parent ?? '')) this.#leave(0);
  }

  #leave(depth: number): void {
    const frame = this.#frames.at(-1 - depth);
    if (frame) frame.isLeft = true;
  }

  #attributeWords(name: string, attributes: ReadonlyMap<string, string>): void {
    const isFallback = this.#fallbacks > 0;
    if (name === 'w:noBreakHyphen') this.#add('-', 'text');
    else if (name === 'w:sym') this.#add(symbolOf(attributes.get('w:char')), 'symbol');
    else if (name === 'v:textpath') this.#add(attributes.get('string') ?? '', 'drawing');
    else if (isFallback) return;
    else if (name === 'w:listEntry') this.#add(attributes.get('w:val') ?? '', 'form', false);
    else if (name === 'w:listItem')
      this.#add(attributes.get('w:displayText') ?? attributes.get('w:value') ?? '', 'form', false);
    else if (name === 'wp:docPr') {
      for (const said of ['descr', 'title']) this.#add(attributes.get(said) ?? '', 'drawing', false);
    } else if (name === 'v:shape') this.#add(attributes.get('alt') ?? '', 'drawing', false);
  }

  #field(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#fallbacks > 0) return;
    const type = attributes.get('w:fldCharType');
    if (name === 'w:fldSimple')
      this.#fields.push({ code: attributes.get('w:instr') ?? '', isResult: true, hasResult: false });
    else if (name !== 'w:fldChar') return;
    else if (type === 'begin') this.#fields.push({ code: '', isResult: false, hasResult: false });
    else if (type === 'end') this.#endField();
    else if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field) field.isResult = true;
    }
  }

  /** The code of a field without a result is what it shows, unless it stands in the code of another. */
  #endField(): void {
    const field = this.#fields.pop();
    if (!field || field.hasResult || this.#fallbacks > 0) return;
    if (this.#fields.some(({ isResult }) => !isResult)) {
      const outer = this.#fields.at(-1);
      if (outer && !outer.isResult) outer.code += field.code;
      return;
    }
    this.#add(field.code, 'field');
  }
}

/** Whether an element says that what is in it is deleted or moved away; Word 2003 says it by a type. */
function isTakenAway(name: string, attributes: ReadonlyMap<string, string>): boolean {
  const isDeletion = name.endsWith(':annotation') && attributes.get('w:type') === 'Word.Deletion';
  return name === 'w:del' || name === 'w:moveFrom' || isDeletion;
}

function symbolOf(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  if (!(value >= 0x20 && value <= 0x10ffff) || (value >= 0xd800 && value <= 0xdfff)) return '';
  return String.fromCodePoint(value);
}
