import { Collector, type CollectedLine } from '../collector.ts';
import { FieldNumbers } from '../fields/field-numbers.ts';
import { fieldName, fieldWords } from '../fields/field-words.ts';
import { OpenTables } from '../open-tables.ts';
import { scripted } from '../signs/scripts.ts';
import { isSignCode, isSignFont, signOf } from '../signs/sign-fonts.ts';
import { signPieces, type Fonts } from '../signs/sign-words.ts';
import { readAnchors, readBoxes, readWordArt, wordArtAt } from './drawings.ts';
import { codeOf, fieldAt, type DocField } from './fields.ts';
import { formDataAt } from './form-fields.ts';
import { DocLists } from './lists.ts';
import { readFontNames, readStylesheet, together, type DocStyle } from './stylesheet.ts';
import { edgesOf } from './table-rows.ts';
import type { Part, Properties, WordFile } from './word-file.ts';

const NAMES: Record<Part, string> = {
  ...{ main: '正文', footnotes: '脚注', headers: '页眉页脚', macros: '宏', comments: '批注' },
  ...{ endnotes: '尾注', boxes: '文本框', headerBoxes: '页眉页脚文本框' },
};
const FIELD_CODES = '域代码（链接地址等，读者本来看不到）';
const CONTENTS = '自动目录';
const DELETED = '修订中已删除的文字';
const HIDDEN = '隐藏文字';
/** Property codes, by the names that [MS-DOC] 2.6 gives them. */
const SPRM = {
  ...{ fInTable: 0x2416, fTtp: 0x2417, ilvl: 0x260a, ilfo: 0x460b, outline: 0x2640, itap: 0x6649 },
  ...{ innerCell: 0x244b, innerTtp: 0x244c, bold: 0x0835, vanish: 0x083c, deleted: 0x0800, istd: 0x4a30 },
  ...{ isSpecial: 0x0855, symbol: 0x6a09, iss: 0x2a48, ascii: 0x4a4f, eastAsia: 0x4a50, other: 0x4a51 },
  ...{ picture: 0x6a03 },
} as const;
/** What the value of a switch does to that of the style: as there, or the other way round. */
const [AS_STYLE, NOT_AS_STYLE] = [0x80, 0x81];
const [PARAGRAPH_END, CELL_END, SECTION_END] = [0x0d, 0x07, 0x0c];

interface Look {
  isBold: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  own: ReadonlyMap<number, number>;
  fonts: Fonts;
}

/** Reads the parts of a .doc into a collector. */
export class DocReader {
  readonly collector = new Collector();
  readonly #file: WordFile;
  readonly #styles: ReadonlyMap<number, DocStyle>;
  readonly #fonts: readonly string[];
  readonly #lists: DocLists;
  readonly #anchors: ReadonlyMap<number, number>;
  readonly #wordArt: Map<number, string>;
  readonly #boxes: { from: number; until: number; shape: number }[];
  /** The notes of each part by the place of the character that calls them. */
  readonly #notes = new Map<number, CollectedLine[]>();
  readonly #fieldNumbers = new FieldNumbers();
  #tables = new OpenTables(this.collector);
  /** Up to where the words of a field's code, and of a table of contents, go. */
  #codeUntil = 0;
  #contentsUntil = 0;

  constructor(file: WordFile) {
    this.#file = file;
    this.#styles = readStylesheet(file.table('stshf'));
    this.#fonts = readFontNames(file.table('sttbfFfn'));
    this.#lists = new DocLists(file, this.#fonts);
    this.#anchors = readAnchors(file);
    this.#wordArt = readWordArt(file);
    this.#boxes = readBoxes(file);
  }

  read(): void {
    this.#readNotes('footnotes', 'plcffndTxt', 'plcffndRef');
    this.#readNotes('endnotes', 'plcfendTxt', 'plcfendRef');
    const boxes = this.#readBoxes();
    this.#wordsOfBoxes = boxes;
    this.#part('main', ...this.#file.rangeOf('main'));
    for (const lines of this.#notes.values()) this.collector.footnote(lines);
    this.collector.endLine();
    for (const lines of boxes.values()) this.collector.follow(lines);
    for (const words of this.#wordArt.values()) this.#follow(words);
    this.collector.endLine();
    for (const part of ['headers', 'macros', 'comments', 'headerBoxes'] as const)
      this.collector.leave(this.#file.text.slice(...this.#file.rangeOf(part)), NAMES[part], NAMES[part]);
    const [, end] = this.#file.rangeOf('headerBoxes');
    this.collector.leave(this.#file.text.slice(end), '文件末尾', '文件末尾残余的文字');
  }

  #wordsOfBoxes = new Map<number, CollectedLine[]>();

  #readNotes(
    part: 'footnotes' | 'endnotes',
    texts: 'plcffndTxt' | 'plcfendTxt',
    references: 'plcffndRef' | 'plcfendRef',
  ): void {
    const [start, end] = this.#file.rangeOf(part);
    const [view, calls] = [this.#file.table(texts), this.#file.table(references)];
    const count = Math.floor((calls.byteLength - 4) / 6);
    let done = start;
    for (let index = 0; index < count; index += 1) {
      const place = (index + 1) * 4;
      const until = place + 4 <= view.byteLength ? Math.min(start + view.getUint32(place, true), end) : end;
      const from = done;
      this.#notes.set(calls.getUint32(index * 4, true), this.#apart(part, from, until));
      done = Math.max(done, until);
    }
    if (done < end) this.#part(part, done, end);
  }

  /** The lines of text boxes by the ids of their shapes; boxes that go on in others share their words. */
  #readBoxes(): Map<number, CollectedLine[]> {
    const [start, end] = this.#file.rangeOf('boxes');
    const found = new Map<number, CollectedLine[]>();
    let done = start;
    for (const { until, shape } of this.#boxes) {
      const stop = Math.min(start + until, end);
      if (stop <= done) continue;
      const lines = this.#apart('boxes', done, stop);
      found.set(shape, [...(found.get(shape) ?? []), ...lines]);
      done = stop;
    }
    if (done < end) found.set(Number.NaN, this.#apart('boxes', done, end));
    return found;
  }

  #apart(part: Part, from: number, until: number): CollectedLine[] {
    const tables = this.#tables;
    this.#tables = new OpenTables(this.collector);
    const lines = this.collector.apart(() => {
      this.#part(part, from, until);
    });
    this.#tables = tables;
    return lines;
  }

  /** Reads characters paragraph by paragraph; one whose end is deleted or hidden goes on in the next. */
  #part(part: Part, from: number, until: number): void {
    const { text } = this.#file;
    [this.#codeUntil, this.#contentsUntil] = [0, 0];
    let start = from;
    for (let at = from; at < until; at += 1) {
      const code = text.charCodeAt(at);
      const isEnd = code === PARAGRAPH_END || code === CELL_END || code === SECTION_END;
      if (!isEnd && at < until - 1) continue;
      if (code === PARAGRAPH_END && at < until - 1 && this.#isJoined(at)) continue;
      this.#paragraph(part, start, at + 1);
      start = at + 1;
    }
    this.#tables.goTo(0);
    this.collector.endLine();
  }

  #isJoined(at: number): boolean {
    const { style } = this.#file.paragraphAt(at);
    const look = this.#lookAt(at, this.#styles.get(style));
    return look.isHidden || look.isDeleted;
  }

  #paragraph(part: Part, from: number, until: number): void {
    const { style, sprms } = this.#file.paragraphAt(until - 1);
    const sheet = this.#styles.get(style);
    const own = sprms.numbers;
    const level = own.get(SPRM.fInTable) ? Math.max(1, own.get(SPRM.itap) ?? 1) : 0;
    if (own.get(SPRM.fTtp) || own.get(SPRM.innerTtp)) {
      const marks = this.#file.text.slice(from, until).replace(/[\u0000-\u001F]/g, '');
      this.collector.leave(marks, NAMES[part], '表格行末的文字');
      return this.#tables.endRow(level, edgesOf(sprms));
    }
    this.#tables.goTo(level);
    if (this.#codeUntil <= from && this.#contentsUntil <= from) this.#number(own, style, sheet);
    this.#words(part, from, until, sheet);
    this.collector.endLine(headingOf(style, own, sheet), level > 0);
    const isCell = this.#file.text.charCodeAt(until - 1) === CELL_END || own.get(SPRM.innerCell);
    if (level > 0 && isCell) this.#tables.endCell(level);
  }

  #number(own: ReadonlyMap<number, number>, style: number, sheet: DocStyle | undefined): void {
    const inherited = sheet?.paragraph.numbers;
    const number = this.#lists.next({
      name: own.get(SPRM.ilfo) ?? inherited?.get(SPRM.ilfo),
      level: own.get(SPRM.ilvl) ?? (own.has(SPRM.ilfo) ? undefined : inherited?.get(SPRM.ilvl)),
      style,
    });
    this.collector.number(number, undefined);
  }

  /** Reads the characters of a paragraph. */
  #words(part: Part, from: number, until: number, sheet: DocStyle | undefined): void {
    for (let at = from; at < until; at += 1) {
      const character = this.#file.text[at] ?? '';
      const code = character.charCodeAt(0);
      const look = this.#lookAt(at, sheet);
      if (at < this.#codeUntil) this.collector.leave(character, NAMES[part], FIELD_CODES);
      else if (code === 0x13) at = this.#field(part, at, until, look);
      else if (code < 0x20 || (code === 0x28 && look.own.get(SPRM.isSpecial)))
        this.#special(code, character, at, part, look);
      else this.#character(character, part, look, this.#leaving(at, look));
      if (part === 'main') this.#called(at);
    }
  }

  #character(character: string, part: Part, look: Look, leaving: string | undefined): void {
    const place = NAMES[part];
    if (leaving !== undefined) return this.collector.leave(character, place, leaving);
    const [piece] = signPieces(character, look.fonts);
    if (piece?.font !== undefined) return this.#sign(character, piece.font, piece.shown, place);
    const raised = look.own.get(SPRM.iss);
    const shown =
      raised === 1 || raised === 2 ? scripted(character, raised === 1 ? 'super' : 'sub') : character;
    if (shown === character || shown.startsWith('^')) this.collector.keep(character, place, look.isBold);
    else this.collector.replace(character, shown, place, raised === 1 ? '上标' : '下标', look.isBold);
  }

  #sign(words: string, font: string, shown: string | undefined, place: string): void {
    if (shown !== undefined) return this.collector.replace(words, shown, place, `${font} 符号`);
    const code = (words.codePointAt(0) ?? 0).toString(16).toUpperCase();
    this.collector.leave(words, place, `字体 ${font} 里认不出的符号 ${code}`);
  }

  /** A note that is called here, by a number of Word's or a mark of the writer's own. */
  #called(at: number): void {
    const lines = this.#notes.get(at);
    if (!lines) return;
    this.#notes.delete(at);
    this.collector.footnote(lines);
  }

  #special(code: number, character: string, at: number, part: Part, look: Look): void {
    switch (code) {
      case 0x01:
        return this.#picture(look);
      case 0x08:
        return this.#anchored(at, look);
      case 0x09:
        return this.collector.space(' ');
      case 0x0b:
      case 0x0e:
        return this.collector.space('\n');
      case 0x1e:
        return this.collector.add('-');
      case 0x28:
        return this.#symbol(character, part, look, this.#leaving(at, look));
    }
  }

  /** A picture in the line, which may be WordArt. */
  #picture({ own }: Look): void {
    if (!own.get(SPRM.isSpecial)) return;
    const words = wordArtAt(this.#file.data, own.get(SPRM.picture) ?? this.#file.data.length);
    if (words.length === 0) this.collector.note('图片没有取');
    else this.#follow(words.join('\n'));
  }

  /** A drawing beside the text: a text box, WordArt, a picture. */
  #anchored(at: number, { own }: Look): void {
    const shape = this.#anchors.get(at);
    const lines = this.#wordsOfBoxes.get(shape ?? Number.NaN);
    const words = this.#wordArt.get(shape ?? Number.NaN);
    if (shape !== undefined) {
      this.#wordsOfBoxes.delete(shape);
      this.#wordArt.delete(shape);
    }
    if (shape !== undefined && lines) this.collector.follow(lines);
    else if (shape !== undefined && words !== undefined) this.#follow(words);
    else if (own.get(SPRM.isSpecial)) this.collector.note('图片没有取');
  }

  /** Words of WordArt, which stand nowhere in the text of the file. */
  #follow(words: string): void {
    this.collector.note('艺术字已读入');
    const lines = this.collector.apart(() => {
      this.collector.add(words.replace(/\r\n?/g, '\n'));
    });
    this.collector.follow(lines);
  }

  /** A character of some other font, which stands beside the text with the font's number. */
  #symbol(character: string, part: Part, { own }: Look, leaving: string | undefined): void {
    const symbol = own.get(SPRM.symbol);
    const place = NAMES[part];
    if (leaving !== undefined || symbol === undefined)
      return leaving === undefined
        ? this.collector.keep(character, place)
        : this.collector.leave(character, place, leaving);
    const [font, code] = [this.#fonts[symbol & 0xffff] ?? '', symbol >>> 16];
    if (isSignFont(font) || isSignCode(code)) {
      const shown = signOf(font, code);
      if (shown !== undefined) return this.collector.replace(character, shown, place, `${font} 符号`);
      return this.collector.leave(
        character,
        place,
        `字体 ${font} 里认不出的符号 ${code.toString(16).toUpperCase()}`,
      );
    }
    this.collector.replace(character, String.fromCharCode(code), place, `字体 ${font} 的字`);
  }

  /** A field begins. Returns the place of the last character that is read with it. */
  #field(part: Part, at: number, until: number, look: Look): number {
    const field = fieldAt(this.#file.text, at, this.#file.rangeOf(part)[1]);
    const code = codeOf(this.#file.text, field);
    const leaving = this.#leaving(at, look);
    if (field.hasResult || field.end >= until || leaving !== undefined) {
      this.#codeUntil = field.codeEnd;
      if (/^(?:TOC|INDEX)$/.test(fieldName(code)))
        this.#contentsUntil = Math.max(this.#contentsUntil, field.end);
      return at;
    }
    this.#unresolved(part, field, code, look);
    return field.end;
  }

  /** A field without a result: what Word shows for it is worked out. */
  #unresolved(part: Part, field: DocField, code: string, look: Look): void {
    const place = NAMES[part];
    const form = formDataAt(this.#file.data, this.#formDataOf(field));
    if (form?.chosen !== undefined) {
      this.collector.leave(code, place, FIELD_CODES);
      this.collector.add(form.chosen);
      if (form.others.length > 0) this.collector.note(`下拉列表里没选的项没有取：${form.others.join('、')}`);
      return;
    }
    const words = fieldWords(code, {
      font: look.fonts.ascii,
      isChecked: form?.isChecked === true,
      numbers: this.#fieldNumbers,
    });
    if ('shown' in words) this.collector.replace(code, words.shown, place, words.reason, look.isBold);
    else this.collector.leave(code, place, words.leftOut);
  }

  /** Where the data of a form field stand: the code has a character for it. */
  #formDataOf({ start, codeEnd }: DocField): number {
    for (let at = start; at < codeEnd; at += 1) {
      const place = this.#file.characterAt(at).numbers.get(SPRM.picture);
      if (this.#file.text.charCodeAt(at) === 0x01 && place !== undefined) return place;
    }
    return this.#file.data.length;
  }

  #leaving(at: number, look: Look): string | undefined {
    if (at < this.#contentsUntil) return CONTENTS;
    if (look.isDeleted) return DELETED;
    return look.isHidden ? HIDDEN : undefined;
  }

  readonly #looks = new WeakMap<Properties, Map<DocStyle | undefined, Look>>();

  /** How a character looks, by its own properties, those of its style, and those of the paragraph's. */
  #lookAt(at: number, sheet: DocStyle | undefined): Look {
    const properties = this.#file.characterAt(at);
    const known = this.#looks.get(properties) ?? new Map<DocStyle | undefined, Look>();
    this.#looks.set(properties, known);
    const look = known.get(sheet) ?? this.#lookOf(properties, sheet);
    known.set(sheet, look);
    return look;
  }

  #lookOf(properties: Properties, sheet: DocStyle | undefined): Look {
    const own = properties.numbers;
    const style = this.#styles.get(own.get(SPRM.istd) ?? -1);
    const inherited = together(
      [sheet?.character, style?.character].filter((set) => set !== undefined),
    ).numbers;
    const isOn = (code: number) => {
      const ofStyle = inherited.get(code) === 1;
      const value = own.get(code);
      if (value === AS_STYLE || value === undefined) return ofStyle;
      return value === NOT_AS_STYLE ? !ofStyle : value === 1;
    };
    const font = (code: number) => {
      const number = own.get(code) ?? inherited.get(code);
      return number === undefined ? undefined : this.#fonts[number];
    };
    const [ascii, eastAsia, hAnsi] = [font(SPRM.ascii), font(SPRM.eastAsia), font(SPRM.other)];
    return {
      isBold: isOn(SPRM.bold),
      isHidden: isOn(SPRM.vanish),
      isDeleted: own.get(SPRM.deleted) === 1,
      own,
      fonts: {
        ...(ascii !== undefined && { ascii }),
        ...(hAnsi !== undefined && { hAnsi }),
        ...(eastAsia !== undefined && { eastAsia }),
      },
    };
  }
}

/** The level of a heading, by its style or its own outline level. */
function headingOf(
  style: number,
  own: ReadonlyMap<number, number>,
  sheet: DocStyle | undefined,
): number | undefined {
  const heading = sheet ? sheet.heading : style >= 1 && style <= 9 ? style : undefined;
  if (heading !== undefined) return heading;
  const outline = own.get(SPRM.outline) ?? sheet?.paragraph.numbers.get(SPRM.outline);
  return outline !== undefined && outline < 9 ? outline + 1 : undefined;
}
