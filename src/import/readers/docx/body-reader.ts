import { Numbering } from '../../../docx/numbering.ts';
import { listOfParagraph } from '../../../docx/style-chains.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import { FieldNumbers } from '../fields/field-numbers.ts';
import { fieldWords } from '../fields/field-words.ts';
import type { Reading } from '../reading.ts';
import { scripted, type Script } from '../signs/scripts.ts';
import { bulletSign, isSignCode, isSignFont, signOf } from '../signs/sign-fonts.ts';
import { signPieces } from '../signs/sign-words.ts';
import { childOf, childrenOf, elementsOf, isElement, wordsOf, type XmlElement } from '../xml.ts';
import { chosenOf } from './alternatives.ts';
import { diagramLines } from './diagrams.ts';
import { OpenFields } from './open-fields.ts';
import { looseWords, symbolCharacter } from './loose-words.ts';
import { writeMath } from './math.ts';
import type { Parts } from './parts.ts';
import { merged, outlineOf, readStyles, runLook, type Style, type Styles } from './styles.ts';
import { isCovered, rowsOf, spanOf } from './tables.ts';

export const BODY = '正文';
/** Where the words of `mc:Fallback` stand in the account, whether they are read or left out. */
export const FALLBACK = '给旧版程序的副本';
const DELETED = '修订中已删除的文字';
const MOVED = '修订中移走的文字';
const HIDDEN = '隐藏文字';
const CONTENTS = '自动目录';
const IN_INSTRUCTION = '域代码';

/** Where words go: which part of the file they belong to, how they look, why they are left out. */
interface Context {
  part: string;
  style: Style;
  leaving: string | undefined;
  /** Raised or lowered by a formula. */
  script?: Script | undefined;
}

/** Reads a file that stands inside of this one; `undefined` for kinds that are not read. */
type EmbeddedReader = (name: string, bytes: Uint8Array) => Reading | undefined;

/** Reads WordprocessingML part by part into a collector. */
export class BodyReader {
  readonly collector = new Collector();
  readonly #parts: Parts;
  readonly #readEmbedded: EmbeddedReader;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #fieldNumbers: FieldNumbers;
  readonly #notes = new Map<string, CollectedLine[]>();
  readonly #drawnParts = new Set<string>();
  #fields = new OpenFields();

  constructor(parts: Parts, readEmbedded: EmbeddedReader) {
    this.#parts = parts;
    this.#readEmbedded = readEmbedded;
    const [styles] = parts.ofKind('styles');
    const [numbering] = parts.ofKind('numbering');
    this.#styles = readStyles(parts.root(styles));
    this.#numbering = new Numbering(parts.root(numbering), this.#styles.chains, bulletSign);
    this.#fieldNumbers = new FieldNumbers((list, level) => this.#numbering.nextOfName(list, level));
  }

  readNotes(root: XmlElement | undefined, place: string): void {
    for (const note of root ? elementsOf(root) : []) {
      const lines = this.#apart(() => {
        this.#blocks(note, place, undefined);
      });
      this.#notes.set(`${place}/${note.attributes['w:id'] ?? ''}`, lines);
    }
  }

  readBody(root: XmlElement | undefined): void {
    const body = childOf(root, 'w:body') ?? root;
    if (body) this.#blocks(body, BODY, undefined);
    for (const lines of this.#notes.values()) this.collector.footnote(lines);
    this.collector.endLine();
  }

  /** Leaves out every word of a part. */
  leaveWhole(root: XmlElement | undefined, place: string, reason: string): void {
    if (root)
      this.#apart(() => {
        this.#blocks(root, place, reason);
      });
  }

  /** Reads what stands apart from the words around it. */
  #apart(read: () => void): CollectedLine[] {
    const fields = this.#fields;
    this.#fields = new OpenFields();
    const lines = this.collector.apart(read);
    this.#fields = fields;
    return lines;
  }

  /** Paragraphs whose end is deleted or hidden go on in the next one. */
  #blocks(parent: XmlElement, part: string, leaving: string | undefined): void {
    let joined: XmlElement[] = [];
    const endJoined = () => {
      if (joined.length > 0) this.#paragraph(joined, part, leaving);
      joined = [];
    };
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:p') {
        joined.push(element);
        if (!this.#isJoined(element)) endJoined();
      } else if (!/^w:(?:bookmark|proofErr|perm|commentRange|move\w+Range|sectPr)/.test(element.name)) {
        endJoined();
        this.#block(element, part, leaving);
      }
    }
    endJoined();
  }

  #block(element: XmlElement, part: string, leaving: string | undefined): void {
    switch (element.name) {
      case 'w:tbl':
        return this.#table(element, part, leaving);
      case 'w:altChunk':
        return this.#embedded(element, part);
      case 'w:sdt':
        this.#choices(element, part);
        return this.#blocks(
          childOf(element, 'w:sdtContent') ?? element,
          part,
          isContents(element) ? (leaving ?? CONTENTS) : leaving,
        );
      case 'w:del':
        return this.#blocks(element, part, leaving ?? DELETED);
      case 'w:moveFrom':
        return this.#blocks(element, part, leaving ?? MOVED);
      case 'mc:AlternateContent':
        return this.#alternatives(element, part, (half, place) => {
          this.#blocks(half, place, leaving);
        });
      case 'w:r':
      case 'w:hyperlink':
      case 'w:ins':
      case 'm:oMathPara':
      case 'm:oMath':
        if (
          element.name === 'w:ins' &&
          elementsOf(element).some(({ name }) => name === 'w:p' || name === 'w:tbl')
        )
          return this.#blocks(element, part, leaving);
        this.#inlineElement(element, { part, style: this.#styles.of(undefined), leaving });
        return this.collector.endLine();
      default:
        if (!element.name.endsWith('Pr')) this.#blocks(element, part, leaving);
    }
  }

  /** Reads the half of a choice that counts; the other is a copy for programs that do not know the first. */
  #alternatives(element: XmlElement, part: string, read: (half: XmlElement, part: string) => void): void {
    const chosen = chosenOf(element);
    for (const half of elementsOf(element)) {
      const isFallback = half.name === 'mc:Fallback';
      const place = isFallback ? FALLBACK : part;
      if (half === chosen) read(half, place);
      else
        this.collector.leave(
          looseWords(half, !isFallback),
          place,
          isFallback ? FALLBACK : '旧版程序读的另一份写法',
        );
    }
  }

  #table(table: XmlElement, part: string, leaving: string | undefined): void {
    const rows = rowsOf(table).map(({ row, controls, leaving: own, before, cells: inRow }) => {
      for (const control of controls) this.#choices(control, part);
      const cells: CollectedLine[][] = Array.from({ length: before }, () => []);
      for (const { cell, controls: round, leaving: cellLeaving } of inRow) {
        for (const control of round) this.#choices(control, part);
        const read = () => {
          this.#blocks(cell, part, leaving ?? own ?? cellLeaving);
        };
        cells.push(
          isCovered(cell) ? this.collector.apart(read) : this.collector.cell(read),
          ...Array.from({ length: spanOf(cell) - 1 }, () => []),
        );
      }
      for (const extra of elementsOf(row)) if (extra.name === 'w:p') this.#paragraph([extra], part, leaving);
      return cells;
    });
    this.collector.table(rows);
  }

  /** A paragraph, or several that are one; the last has their properties. */
  #paragraph(paragraphs: readonly XmlElement[], part: string, leaving: string | undefined): void {
    const properties = childOf(paragraphs.at(-1), 'w:pPr');
    const styleId = childOf(properties, 'w:pStyle')?.attributes['w:val'];
    const { level } = { ...this.#styles.of(styleId), ...outlineOf(properties) };
    const isLeft = leaving !== undefined || part === FALLBACK || this.#fields.isInContents;
    const list = isLeft
      ? undefined
      : listOfParagraph(properties, styleId, this.#styles.chains, (id, styles) =>
          this.#numbering.levelOfStyle(id, styles),
        );
    if (list && !this.#isHiddenMark(paragraphs.at(-1))) {
      const isCounted = !this.#numbering.isBullet(list.id, list.level);
      this.collector.number(this.#numbering.next(list.id, list.level), isCounted ? part : undefined);
    }
    for (const paragraph of paragraphs) {
      const style = this.#styles.of(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val']);
      this.#inline(paragraph, { part, style, leaving });
    }
    this.collector.endLine(level);
  }

  #isJoined(paragraph: XmlElement): boolean {
    const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
    return (
      childOf(mark, 'w:del') !== undefined ||
      childOf(mark, 'w:moveFrom') !== undefined ||
      this.#isHiddenMark(paragraph)
    );
  }

  #isHiddenMark(paragraph: XmlElement | undefined): boolean {
    const properties = childOf(paragraph, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const style = this.#styles.of(childOf(properties, 'w:pStyle')?.attributes['w:val']);
    return (runLook(mark).isHidden ?? style.isHidden) === true;
  }

  #inline(parent: XmlElement, context: Context): void {
    for (const element of elementsOf(parent)) this.#inlineElement(element, context);
  }

  #inlineElement(element: XmlElement, context: Context): void {
    switch (element.name) {
      case 'w:r':
      case 'm:r':
        return this.#run(element, context);
      case 'm:oMath':
      case 'm:oMathPara':
        return this.#formula(element, context);
      case 'w:moveFrom':
        return this.#inline(element, { ...context, leaving: context.leaving ?? MOVED });
      case 'w:del':
        return this.#inline(element, { ...context, leaving: context.leaving ?? DELETED });
      case 'w:comment':
        this.leaveWhole(element, context.part, '批注');
        return;
      case 'w:fldSimple':
        return this.#simpleField(element, context);
      case 'w:sdt':
        this.#choices(element, context.part);
        return this.#inline(childOf(element, 'w:sdtContent') ?? element, context);
      case 'mc:AlternateContent':
        return this.#alternatives(element, context.part, (half, part) => {
          this.#inline(half, { ...context, part });
        });
      default:
        if (!element.name.endsWith('Pr')) this.#inline(element, context);
    }
  }

  #run(run: XmlElement, context: Context): void {
    const properties = childOf(run, 'w:rPr');
    const look = merged(
      context.style,
      this.#characterStyle(childOf(properties, 'w:rStyle')?.attributes['w:val']),
      runLook(properties),
    );
    const here: Context = {
      ...context,
      style: look,
      leaving:
        context.leaving ??
        (this.#fields.isInContents ? CONTENTS : look.isHidden === true ? HIDDEN : undefined),
    };
    for (const child of run.children) if (isElement(child)) this.#piece(child, here);
  }

  #characterStyle(id: string | undefined): Style {
    return id === undefined ? {} : this.#styles.of(id);
  }

  #piece(element: XmlElement, context: Context): void {
    const { collector } = this;
    const isSeen = context.leaving === undefined;
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        return this.#words(textOf(element), context);
      case 'w:delText':
        return this.#words(textOf(element), { ...context, leaving: context.leaving ?? DELETED });
      case 'w:br':
      case 'w:cr':
        return isSeen ? collector.space('\n') : undefined;
      case 'w:tab':
      case 'w:ptab':
        return isSeen ? collector.space(' ') : undefined;
      case 'w:noBreakHyphen':
        return this.#words('-', { ...context, style: {} });
      case 'w:sym':
        return this.#symbol(element, context);
      case 'w:ruby':
        return this.#ruby(element, context);
      case 'w:fldChar':
        return this.#fieldMark(element, context);
      case 'w:instrText':
        return this.#instruction(textOf(element), context);
      case 'w:footnote':
      case 'w:endnote':
        return this.#noteInside(element, context);
      case 'w:footnoteReference':
        return this.#note('脚注', element, context);
      case 'w:endnoteReference':
        return this.#note('尾注', element, context);
      case 'mc:AlternateContent':
        return this.#alternatives(element, context.part, (half, part) => {
          for (const child of elementsOf(half)) this.#piece(child, { ...context, part });
        });
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element, context);
      case 'w:r':
      case 'w:ins':
      case 'w:del':
      case 'w:comment':
      case 'm:oMath':
      case 'm:oMathPara':
        return this.#inlineElement(element, context);
      default:
        if (!element.name.endsWith('Pr'))
          for (const child of elementsOf(element)) this.#piece(child, context);
    }
  }

  #words(words: string, { part, leaving, style, script: ofFormula }: Context): void {
    if (words === '') return;
    if (part !== FALLBACK) this.#fields.meetWords(words);
    const reason = leaving ?? (this.#fields.isInInstruction ? IN_INSTRUCTION : undefined);
    if (reason !== undefined) return this.collector.leave(words, part, reason);
    const isBold = style.isBold === true;
    const script = ofFormula ?? style.script;
    for (const piece of signPieces(words, style.fonts)) {
      if (piece.font !== undefined) this.#sign(piece.words, piece.font, piece.shown, part);
      else if (script === undefined || script === 'none') this.collector.keep(piece.words, part, isBold);
      else this.#raised(piece.words, script, part, isBold);
    }
  }

  #raised(words: string, script: Script, part: string, isBold: boolean): void {
    const shown = scripted(words, script);
    if (shown === words) this.collector.keep(words, part, isBold);
    else this.collector.replace(words, shown, part, script === 'super' ? '上标' : '下标', isBold);
  }

  #sign(words: string, font: string, shown: string | undefined, part: string): void {
    if (shown !== undefined) return this.collector.replace(words, shown, part, `${font} 符号`);
    const code = (words.codePointAt(0) ?? 0).toString(16).toUpperCase();
    this.collector.leave(words, part, `字体 ${font} 里认不出的符号 ${code}`);
  }

  #symbol(element: XmlElement, context: Context): void {
    const [font, words] = [element.attributes['w:font'] ?? '', symbolCharacter(element)];
    if (words === '')
      return this.collector.note(`符号的编码 ${element.attributes['w:char'] ?? ''} 不是字，没有取`);
    const code = words.codePointAt(0) ?? 0;
    const isHere = context.leaving === undefined && !this.#fields.isInInstruction;
    if (!isHere || (!isSignFont(font) && !isSignCode(code)))
      return this.#words(words, { ...context, style: {} });
    if (context.part !== FALLBACK) this.#fields.meetWords(words);
    this.#sign(words, font, signOf(font, code), context.part);
  }

  /** Of characters with their reading above them the characters stay; the reading (拼音) is left out. Word stores the reading first. */
  #ruby(element: XmlElement, context: Context): void {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:rt') this.#inline(child, { ...context, leaving: context.leaving ?? '注音' });
      else if (child.name === 'w:rubyBase') this.#inline(child, context);
    }
  }

  #formula(element: XmlElement, context: Context): void {
    const isSeen = context.leaving === undefined && !this.#fields.isInInstruction;
    if (isSeen && elementsOf(element).length > 0) this.collector.note('公式写成一行文字，请对照原件核对');
    this.collector.figuresApart();
    writeMath(element, {
      run: (run, script) => {
        this.#run(run, { ...context, script });
      },
      sign: (words) => {
        if (isSeen) this.collector.add(words);
      },
      other: (other) => {
        this.#inlineElement(other, context);
      },
    });
    this.collector.figuresApart();
    if (element.name === 'm:oMathPara' && isSeen) this.collector.space(' ');
  }

  #fieldMark(element: XmlElement, context: Context): void {
    const type = element.attributes['w:fldCharType'];
    if (type === 'begin') {
      const data = childOf(element, 'w:ffData');
      const entries = childrenOf(childOf(data, 'w:ddList'), 'w:listEntry').map(
        ({ attributes }) => attributes['w:val'] ?? '',
      );
      this.#fields.begin(isChecked(data));
      if (entries.length > 0) this.#dropDown(entries, chosenEntry(data), context);
    } else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') {
      const field = this.#fields.end();
      if (field && !field.hasResult) this.#unresolved(field.instruction, field.isChecked, context);
    }
  }

  #instruction(words: string, context: Context): void {
    if (this.#fields.instruct(words) || context.part === FALLBACK) return;
    this.collector.leave(words, context.part, IN_INSTRUCTION);
  }

  #simpleField(element: XmlElement, context: Context): void {
    this.#fields.begin(isChecked(childOf(element, 'w:fldData')));
    this.#fields.instruct(element.attributes['w:instr'] ?? '');
    this.#fields.separate();
    this.#inline(element, context);
    const field = this.#fields.end();
    if (field && !field.hasResult) this.#unresolved(field.instruction, field.isChecked, context);
  }

  /** A field whose file holds no words for it: what Word shows for it is worked out. One inside of another's code is part of that code. */
  #unresolved(instruction: string, isFieldChecked: boolean, { part, leaving, style }: Context): void {
    if (this.#fields.isInInstruction) {
      this.#fields.instruct(instruction);
      return;
    }
    const found =
      leaving === undefined
        ? fieldWords(instruction, {
            font: style.fonts?.ascii,
            isChecked: isFieldChecked,
            numbers: this.#fieldNumbers,
          })
        : { leftOut: leaving };
    const isCounted = part !== FALLBACK;
    if (isCounted) this.#fields.meetWords(instruction);
    if ('shown' in found) {
      if (isCounted) this.collector.replace(instruction, found.shown, part, found.reason, style.isBold);
      else this.collector.add(found.shown);
    } else if (isCounted) this.collector.leave(instruction, part, found.leftOut);
  }

  /** A list to choose from (FORMDROPDOWN): the chosen one stands in the text. */
  #dropDown(entries: readonly string[], chosen: number, { part, leaving }: Context): void {
    if (part === FALLBACK) return;
    entries.forEach((entry, index) => {
      if (index === chosen && leaving === undefined) this.collector.keep(entry, part);
      else this.collector.leave(entry, part, leaving ?? '下拉列表里没选的项');
    });
  }

  /** What a content control offers to choose from; the chosen words stand in its content. */
  #choices(element: XmlElement, part: string): void {
    if (part === FALLBACK) return;
    const properties = childOf(element, 'w:sdtPr');
    for (const list of ['w:dropDownList', 'w:comboBox'])
      for (const { attributes } of childrenOf(childOf(properties, list), 'w:listItem'))
        this.collector.leave(
          attributes['w:displayText'] ?? attributes['w:value'] ?? '',
          part,
          '下拉列表的选项',
        );
  }

  #note(place: string, element: XmlElement, { leaving }: Context): void {
    const id = `${place}/${element.attributes['w:id'] ?? ''}`;
    const lines = this.#notes.get(id);
    if (!lines || leaving !== undefined) return;
    this.#notes.delete(id);
    this.collector.footnote(lines);
  }

  /** A note whose words stand where it is called, as Word 2003 writes them. */
  #noteInside(element: XmlElement, { part, leaving }: Context): void {
    const lines = this.#apart(() => {
      this.#blocks(element, part, leaving);
    });
    if (leaving === undefined) this.collector.footnote(lines);
  }

  /** Text boxes, WordArt, diagrams and shapes; their lines follow the paragraph. */
  #drawing(element: XmlElement, context: Context): void {
    const before = this.collector.position();
    const found = { hasWords: false, hasPicture: false };
    this.#drawn(element, context, found);
    if (!found.hasWords && found.hasPicture) this.collector.note('图片没有取');
    else if (element.name === 'w:object' && before === this.collector.position())
      this.collector.note('嵌入的对象（表格、公式等）没有取');
  }

  #drawn(element: XmlElement, context: Context, found: { hasWords: boolean; hasPicture: boolean }): void {
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case 'w:txbxContent':
          found.hasWords = true;
          this.#follow(context, () => {
            this.#blocks(child, context.part, context.leaving);
          });
          continue;
        case 'v:textpath':
          found.hasWords = true;
          this.#follow(context, () => {
            this.#words(child.attributes.string ?? '', { ...context, style: {} });
          });
          continue;
        case 'a:p':
          this.#follow(context, () => {
            for (const words of elementsOf(child)) this.#shapeWords(words, context);
          });
          continue;
        case 'dgm:relIds':
          this.#diagram(child.attributes['r:dm'], context);
          found.hasWords = true;
          continue;
        case 'mc:AlternateContent':
          this.#alternatives(child, context.part, (half, part) => {
            this.#drawn(half, { ...context, part }, found);
          });
          continue;
        case 'pic:pic':
        case 'v:imagedata':
          found.hasPicture = true;
          break;
      }
      this.#description(child, context.part);
      this.#drawn(child, context, found);
    }
  }

  #shapeWords(element: XmlElement, context: Context): void {
    if (element.name === 'a:t') this.#words(element.text, { ...context, style: {} });
    else if (element.name === 'a:br') this.collector.space('\n');
    else for (const child of elementsOf(element)) this.#shapeWords(child, context);
  }

  /** What is said of a picture to those who cannot see it. */
  #description(element: XmlElement, part: string): void {
    if (part === FALLBACK) return;
    const { descr, title, alt } = element.attributes;
    const isNamed = element.name === 'wp:docPr';
    const words = isNamed ? [descr, title] : element.name === 'v:shape' ? [alt] : [];
    for (const said of words) if (said !== undefined) this.collector.leave(said, part, '图片的替代文字');
  }

  /** A diagram (SmartArt): the words of its points in the order in which they hang together. */
  #diagram(id: string | undefined, context: Context): void {
    const name = context.part === BODY ? this.#parts.byId(id) : undefined;
    const root = name === undefined || this.#drawnParts.has(name) ? undefined : this.#parts.root(name);
    if (name === undefined || !root) return this.collector.note('SmartArt 图形的文字找不到，没有取');
    this.#drawnParts.add(name);
    const part = this.#diagramPlace(name);
    const lines = diagramLines(root, (words) =>
      this.collector.apart(() => {
        for (const paragraph of words) {
          this.#shapeWords(paragraph, { ...context, part });
          this.collector.endLine();
        }
      }),
    );
    if (context.leaving === undefined) this.collector.follow(lines);
  }

  #diagramPlace(name: string): string {
    return `SmartArt 图形 ${this.#parts.ofKind('diagramData').indexOf(name) + 1}`;
  }

  /** Leaves out the diagrams that no drawing has called. */
  leaveDiagrams(): void {
    for (const name of this.#parts.ofKind('diagramData'))
      if (!this.#drawnParts.has(name))
        this.collector.leave(
          looseWords(this.#parts.root(name)),
          this.#diagramPlace(name),
          '没有画出来的 SmartArt 图形',
        );
  }

  #follow({ leaving }: Context, read: () => void): void {
    const lines = this.#apart(read);
    if (leaving === undefined) this.collector.follow(lines);
  }

  #embedded(element: XmlElement, part: string): void {
    const name = part === BODY ? this.#parts.byId(element.attributes['r:id']) : undefined;
    const bytes = this.#parts.bytes(name);
    const reading = name === undefined || bytes === undefined ? undefined : this.#readEmbedded(name, bytes);
    if (reading) this.collector.absorb(reading, '嵌入的文档');
    else this.collector.note(`嵌入的其他文档${name === undefined ? '' : `（${name}）`}没有取，请另外导入`);
  }
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => wordsOf(child) ?? '').join('');
}

function isContents(sdt: XmlElement): boolean {
  const gallery = childOf(childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery?.attributes['w:val'] === 'Table of Contents';
}

/** Whether the check box of a form is checked; what was checked last counts before what it began with. */
function isChecked(data: XmlElement | undefined): boolean {
  const box = childOf(data, 'w:checkBox');
  const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
  return state !== undefined && !['0', 'false', 'off'].includes(state.attributes['w:val'] ?? '1');
}

function chosenEntry(data: XmlElement | undefined): number {
  const list = childOf(data, 'w:ddList');
  const state = childOf(list, 'w:result') ?? childOf(list, 'w:default');
  return Number(state?.attributes['w:val'] ?? 0);
}
