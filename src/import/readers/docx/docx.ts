import { countedText } from '../../account/counted.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { childOf, elementsOf, isElement, rootOf, wordsOf, xmlText, type XmlElement } from '../xml.ts';
import { openPackage } from '../../../domain/package/open-package.ts';
import { Numbering } from '../../../docx/numbering.ts';
import { BODY, rawWords, TEXT_BOXES } from './raw.ts';
import { numberingOf, outlineOf, readStyles, runLook, type Style, type Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';

const NOTES = {
  'word/footnotes.xml': '脚注',
  'word/endnotes.xml': '尾注',
} as const;
const ASIDE: readonly [file: RegExp, part: string][] = [
  [/^word\/(?:header|footer)\d*\.xml$/, '页眉页脚'],
  [/^word\/comments\.xml$/, '批注'],
];
const BODY_FILE = 'word/document.xml';
const WANTED =
  /^word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$|^word\/_rels\/document\.xml\.rels$/;
const CONTAINERS = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'm:oMath',
  'm:oMathPara',
  'w:subDoc',
  'w:rubyBase',
  'w:txbxContent',
]);

/** Reads a Word file (.docx, .docm): all words, automatic numbers, tables, footnotes, text boxes. Macros are never run. Throws UnreadableFile. */
export function readDocx(bytes: Uint8Array): Reading {
  const { names, files } = openPackage(bytes, (name) => WANTED.test(name));
  const body = files.get(BODY_FILE);
  const root = (name: string) => {
    const file = files.get(name);
    return file && rootOf(file, name);
  };
  const reader = new DocxReader(
    readStyles(root('word/styles.xml')),
    new Numbering(root('word/numbering.xml')),
  );
  const raw: Record<string, string> = {};
  for (const [name, part] of Object.entries(NOTES)) {
    const file = files.get(name);
    if (!file) continue;
    raw[part] = rawWords(xmlText(file)).body;
    reader.readNotes(rootOf(file, name), part);
  }
  const { body: bodyWords, boxes } = rawWords(body ? xmlText(body) : '');
  Object.assign(raw, { [BODY]: bodyWords, [TEXT_BOXES]: boxes });
  reader.readBody(root(BODY_FILE));
  for (const [pattern, part] of ASIDE) {
    const words = [...files]
      .filter(([name]) => pattern.test(name))
      .map(([, file]) => rawWords(xmlText(file)));
    raw[part] = words.map((found) => found.body + found.boxes).join('');
    reader.collector.leave(raw[part], part, part);
  }
  if (names.some((name) => /vbaProject\.bin$/i.test(name)))
    reader.collector.note('文件带宏，没有运行，也没有带入');
  if (
    /TargetMode="External"[^>]*(?:attachedTemplate|frame|subDocument|oleObject)|(?:attachedTemplate|frame|subDocument|oleObject)"[^>]*TargetMode="External"/.test(
      text(files.get('word/_rels/document.xml.rels')),
    )
  )
    reader.collector.note('文件引用了外部模板或对象，没有去取');
  return reader.collector.finish('Word（.docx）', {
    words: Object.entries(raw).map(([place, words]) => countedText(place, words)),
  });
}

function text(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : xmlText(bytes);
}

/** Where a paragraph's words go: which part of the file they belong to, how they look, why they are left out. */
interface Context {
  part: string;
  style: Style;
  leaving: string | undefined;
}

class DocxReader {
  readonly collector = new Collector();
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #notes = new Map<string, CollectedLine[]>();
  /** The instructions of the fields that are open, innermost last; a field may span paragraphs. */
  #fields: { instruction: string; isResult: boolean }[] = [];

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  readNotes(root: XmlElement, part: string): void {
    for (const note of elementsOf(root)) {
      const lines = this.collector.apart(() => {
        this.#blocks(note, part, undefined);
      });
      this.#notes.set(`${part}/${note.attributes['w:id'] ?? ''}`, lines);
    }
  }

  readBody(root: XmlElement | undefined): void {
    const body = childOf(root, 'w:body');
    if (body) this.#blocks(body, BODY, undefined);
    for (const lines of this.#notes.values()) this.collector.footnote(lines);
    this.collector.endLine();
  }

  #blocks(parent: XmlElement, part: string, leaving: string | undefined): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:p') this.#paragraph(element, part, leaving);
      else if (element.name === 'w:tbl') this.#table(element, part, leaving);
      else if (element.name === 'w:altChunk') this.collector.note('嵌入的其他文档没有取，请另外导入');
      else if (element.name === 'w:sdt')
        this.#blocks(
          childOf(element, 'w:sdtContent') ?? element,
          part,
          isContents(element) ? '自动目录' : leaving,
        );
      else if (element.name === 'mc:AlternateContent')
        this.#blocks(childOf(element, 'mc:Choice') ?? element, part, leaving);
      else if (!element.name.endsWith('Pr')) this.#blocks(element, part, leaving);
    }
  }

  #table(table: XmlElement, part: string, leaving: string | undefined): void {
    const rows = withName(table, 'w:tr').map((row) => {
      const before = Number(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')?.attributes['w:val'] ?? 0);
      const cells: CollectedLine[][] = Array.from({ length: Math.min(before, 63) }, () => []);
      for (const cell of withName(row, 'w:tc')) {
        cells.push(
          this.collector.apart(() => {
            this.#blocks(cell, part, leaving);
          }),
        );
        const span = Number(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1);
        for (let more = 1; more < Math.min(span, 63); more += 1) cells.push([]);
      }
      return cells;
    });
    this.collector.table(rows);
  }

  #paragraph(paragraph: XmlElement, part: string, leaving: string | undefined): void {
    const properties = childOf(paragraph, 'w:pPr');
    const style = this.#styles.get(childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? '') ?? {};
    const { numbering } = { ...style, ...numberingOf(properties) };
    const { level } = { ...style, ...outlineOf(properties) };
    const isLeft = leaving !== undefined || this.#contentsField();
    if (numbering && numbering.id !== '0' && !isLeft && hasWords(paragraph)) {
      const number = this.#numbering.next(numbering.id, numbering.level);
      if (number.trim() !== '') this.collector.add(number);
    }
    this.#inline(paragraph, { part, style, leaving });
    const isJoined = childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined;
    if (!isJoined) this.collector.endLine(level);
  }

  #inline(parent: XmlElement, context: Context): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:r' || element.name === 'm:r') this.#run(element, context);
      else if (element.name === 'w:moveFrom')
        this.#inline(element, { ...context, leaving: '修订中移走的文字' });
      else if (element.name === 'w:del') this.collector.note('修订中已删除的文字没有取');
      else if (element.name === 'w:sdt') this.#inline(childOf(element, 'w:sdtContent') ?? element, context);
      else if (element.name === 'mc:AlternateContent')
        this.#inline(childOf(element, 'mc:Choice') ?? element, context);
      else if (CONTAINERS.has(element.name) || element.name.startsWith('m:')) this.#inline(element, context);
    }
  }

  #run(run: XmlElement, context: Context): void {
    const properties = childOf(run, 'w:rPr');
    const style = this.#styles.get(childOf(properties, 'w:rStyle')?.attributes['w:val'] ?? '') ?? {};
    const look = {
      ...pick(context.style),
      ...pick(style),
      ...runLook(properties),
    };
    const here: Context = {
      ...context,
      leaving:
        context.leaving ?? (this.#contentsField() ? '自动目录' : look.isHidden ? '隐藏文字' : undefined),
    };
    for (const child of run.children) if (isElement(child)) this.#piece(child, here, look.isBold === true);
  }

  #piece(element: XmlElement, context: Context, isBold: boolean): void {
    const { collector } = this;
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        return this.#words(element, context, isBold);
      case 'w:br':
      case 'w:cr':
        return collector.space(element.attributes['w:type'] === undefined ? '\n' : '');
      case 'w:tab':
      case 'w:ptab':
        return collector.space(' ');
      case 'w:noBreakHyphen':
        return collector.add('-');
      case 'w:sym':
        return this.#symbol(element);
      case 'w:ruby':
        return this.#ruby(element, context);
      case 'w:fldChar':
        return this.#field(element.attributes['w:fldCharType']);
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field) field.instruction += element.children.map((child) => wordsOf(child) ?? '').join('');
        return;
      }
      case 'w:footnoteReference':
        return this.#note('脚注', element);
      case 'w:endnoteReference':
        return this.#note('尾注', element);
      case 'mc:AlternateContent':
        return elementsOf(childOf(element, 'mc:Choice') ?? element).forEach((child) => {
          this.#piece(child, context, isBold);
        });
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element, context);
    }
  }

  #words(element: XmlElement, { part, leaving }: Context, isBold: boolean): void {
    const words = element.children.map((child) => wordsOf(child) ?? '').join('');
    if (leaving !== undefined) return this.collector.leave(words, part, leaving);
    this.collector.keep(words, part, isBold);
  }

  #symbol(element: XmlElement): void {
    const [font, code] = [element.attributes['w:font'] ?? '', element.attributes['w:char'] ?? ''];
    const symbol = symbolOf(font, code);
    if (symbol === undefined) this.collector.note(`字体 ${font} 的符号 ${code} 认不出，没有取`);
    else this.collector.add(symbol);
  }

  /** Of characters with their reading above them the characters stay; the reading (拼音) is left out. Word stores the reading first. */
  #ruby(element: XmlElement, context: Context): void {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:rt') this.#inline(child, { ...context, leaving: '注音' });
      else if (child.name === 'w:rubyBase') this.#inline(child, context);
    }
  }

  #field(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ instruction: '', isResult: false });
    else if (type === 'separate' && field) field.isResult = true;
    else if (type === 'end') this.#fields.pop();
  }

  #contentsField(): boolean {
    return this.#fields.some(
      ({ instruction, isResult }) => isResult && /^\s*(?:TOC|INDEX)\b/.test(instruction),
    );
  }

  #note(part: string, element: XmlElement): void {
    const id = `${part}/${element.attributes['w:id'] ?? ''}`;
    const lines = this.#notes.get(id);
    this.#notes.delete(id);
    if (lines) this.collector.footnote(lines);
  }

  #drawing(element: XmlElement, context: Context): void {
    const boxes = descendants(element, 'w:txbxContent');
    if (boxes.length === 0 && descendants(element, 'pic:pic', 'v:imagedata').length > 0)
      this.collector.note('图片没有取');
    else if (element.name === 'w:object') this.collector.note('嵌入的对象（表格、公式等）没有取');
    for (const box of boxes) {
      const fields = this.#fields;
      this.#fields = [];
      this.collector.follow(
        this.collector.apart(() => {
          this.#blocks(box, TEXT_BOXES, context.leaving);
        }),
      );
      this.#fields = fields;
    }
  }
}

function pick({ isBold, isHidden }: Style): Style {
  return {
    ...(isBold !== undefined && { isBold }),
    ...(isHidden !== undefined && { isHidden }),
  };
}

function isContents(sdt: XmlElement): boolean {
  const gallery = childOf(childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery?.attributes['w:val'] === 'Table of Contents';
}

/** Rows or cells, also where a wrapper stands round them. */
function withName(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(child.name)
      ? withName(child, name)
      : [];
  });
}

/** Elements of some names below another, not those inside one already found, nor in copies for old programs. */
function descendants(element: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'mc:Fallback') return [];
    return names.includes(child.name) ? [child] : descendants(child, ...names);
  });
}

function hasWords(paragraph: XmlElement): boolean {
  return descendants(paragraph, 'w:t', 'm:t').some((element) =>
    element.children.some((child) => (wordsOf(child) ?? '').trim() !== ''),
  );
}
