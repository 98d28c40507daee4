import { UnreadableFile } from '../../../domain/decode.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import { FieldNumbers } from '../fields/field-numbers.ts';
import { fieldName, fieldWords } from '../fields/field-words.ts';
import { OpenTables } from '../open-tables.ts';
import { scripted, type Script } from '../signs/scripts.ts';
import { isSignCode, isSignFont, signOf } from '../signs/sign-fonts.ts';
import { isDoubleByteLead, labelOf } from './code-pages.ts';
import { CHARACTERS, ENTERED, INTERNAL, LEFT_OUT } from './destinations.ts';
import { readFonts, SIGNS, type RtfFont } from './fonts.ts';
import { RtfLists } from './lists.ts';
import { mathBefore, mathBehind } from './math.ts';
import type { RtfToken } from './tokens.ts';

const BODY = '正文';
const HIDDEN = '隐藏文字';
const DELETED = '修订中已删除的文字';
const CONTENTS = '自动目录';
const FIELD_CODE = '域代码';
const WORD_ART = 'gtextUNICODE';
const DEEPEST = 400;

interface State {
  /** How many fallback characters follow a \u. */
  fallbacks: number;
  charset: string;
  font: string | undefined;
  isBold: boolean;
  script: Script | undefined;
  leaving: string | undefined;
  isSkipped: boolean;
  isInstruction: boolean;
  /** Within a number that is written out, before its paragraph. */
  isNumber: boolean;
  isNestedRow: boolean;
  /** 0 outside of tables. */
  tableLevel: number;
  level: number | undefined;
  /** The list that the paragraph names, and its level in it. */
  list: number | undefined;
  listLevel: number;
}

interface Field {
  code: string;
  hasResult: boolean;
  form: { isChecked: boolean; chosen: string | undefined };
}

/** Reads the text of an RTF source into a collector. */
export class RtfReader {
  readonly collector = new Collector();
  readonly #tokens: readonly RtfToken[];
  #at = 0;
  #bytes: number[] = [];
  /** Bytes of UTF-8 that stand in the source as they are. */
  readonly #literals: number[] = [];
  readonly #isUtf8: boolean;
  #fallbacksLeft = 0;
  readonly #defaultCharset: string;
  readonly #fonts: ReadonlyMap<number, RtfFont>;
  readonly #lists: RtfLists;
  readonly #headings = new Map<number, number>();
  readonly #fields: Field[] = [];
  readonly #fieldNumbers = new FieldNumbers();
  #tables = new OpenTables(this.collector);
  /** Whether the paragraph's number has been counted, and whether it is written out. */
  #isNumbered = false;
  #isWritten = false;
  /** The edges of the cells of the row that is described last, by the level of its table. */
  #edges = new Map<number, number[]>();
  #skippedOutsideUpr = false;
  #shapeProperty = '';
  #state: State;

  constructor(source: string, tokens: readonly RtfToken[], isUtf8: boolean) {
    this.#tokens = tokens;
    this.#isUtf8 = isUtf8;
    const page = /\\ansicpg(?<page>\d+)/.exec(source)?.groups?.page;
    this.#defaultCharset = (page === undefined ? undefined : labelOf(Number(page))) ?? 'gb18030';
    this.#fonts = readFonts(source);
    this.#lists = new RtfLists(source, (font) => this.#fonts.get(font)?.name);
    for (const match of source.matchAll(/\{\\s(?<style>\d+)[^{}]*?heading (?<level>[1-9]);\}/gi))
      this.#headings.set(Number(match.groups?.style), Number(match.groups?.level));
    this.#state = {
      ...{ fallbacks: 1, charset: this.#defaultCharset, font: undefined, isBold: false, script: undefined },
      ...{
        leaving: undefined,
        isSkipped: false,
        isInstruction: false,
        isNumber: false,
        isNestedRow: false,
        tableLevel: 0,
        level: undefined,
      },
      ...{ list: undefined, listLevel: 0 },
    };
  }

  read(): void {
    while (this.#at < this.#tokens.length) this.#group(0);
    this.#tables.goTo(0);
    this.#endLine();
  }

  /** Reads up to the brace that closes the group. */
  #group(depth: number): void {
    if (depth > DEEPEST) throw new UnreadableFile(`RTF 分组嵌套超过 ${DEEPEST} 层，已拒绝`);
    const outer = { ...this.#state };
    const end = () => {
      this.#flush();
      this.#state = outer;
    };
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      this.#at += 1;
      if (token === undefined || token.kind === 'close') return end();
      if (token.kind === 'open') this.#open(depth);
      else if (token.kind === 'word') this.#control(token.name, token.value);
      else if (token.kind === 'byte') this.#byte(token.value);
      else for (const character of token.text) this.#literal(character);
    }
    end();
  }

  #open(depth: number): void {
    this.#flush();
    this.#fallbacksLeft = 0;
    const start = this.#at;
    const [first, second] = [this.#tokens[start], this.#tokens[start + 1]];
    const isStarred = first?.kind === 'word' && first.name === '*';
    const named = isStarred ? second : first;
    const name = named?.kind === 'word' ? named.name : '';
    const outer = { ...this.#state };
    if (INTERNAL.has(name) || name === 'upr' || (isStarred && !ENTERED.has(name) && !(name in LEFT_OUT)))
      this.#state.isSkipped = true;
    if (name === 'ud') this.#state.isSkipped = this.#skippedOutsideUpr;
    if (name === 'upr') this.#skippedOutsideUpr = outer.isSkipped;
    this.#state.leaving ??= LEFT_OUT[name];
    this.#enter(name, outer, () => {
      this.#group(depth + 1);
    });
    if (!outer.isSkipped) this.#note(name);
    this.#state = outer;
  }

  #note(name: string): void {
    if (name === 'pict') this.collector.note('图片没有取');
    if (name === 'object') this.collector.note('嵌入的对象没有取');
  }

  /** Reads a group as what it is. */
  #enter(name: string, outer: State, read: () => void): void {
    if (name === 'sv') return this.#shapeValue(read);
    if (name === 'sn') {
      this.#shapeProperty = this.#plainText();
      return read();
    }
    if (this.#state.isSkipped) {
      if (name === 'formfield') this.#formData();
      return read();
    }
    switch (name) {
      case 'footnote':
      case 'shptxt': {
        const lines = this.#apart(read);
        return name === 'footnote' ? this.collector.footnote(lines) : this.collector.follow(lines);
      }
      case 'field':
        return this.#field(outer, read);
      case 'fldinst':
        this.#state.isInstruction = true;
        return read();
      case 'fldrslt':
        if (/^(?:TOC|INDEX)$/.test(fieldName(this.#fields.at(-1)?.code ?? '')))
          this.#state.leaving ??= CONTENTS;
        return read();
      case 'listtext':
      case 'pntext':
        [this.#isWritten, this.#state.isNumber] = [true, true];
        return read();
      case 'nesttableprops':
        this.#state.isNestedRow = true;
        return read();
      case 'moMath':
        if (this.#state.leaving === undefined) this.collector.note('公式写成一行文字，请对照原件核对');
        return read();
      default:
        return this.#formula(name, read);
    }
  }

  /** A part of a formula: the signs that it draws round its words, and whether these are raised. */
  #formula(name: string, read: () => void): void {
    const { before, script } = mathBefore(name, () => this.#plainText());
    const behind = mathBehind(name, () => this.#plainText());
    if (script !== undefined) this.#state.script = script;
    if (name === 'mnum') this.collector.figuresApart();
    this.#sign(before);
    read();
    this.#sign(behind);
    if (name === 'mden') this.collector.figuresApart();
  }

  #sign(words: string): void {
    if (words !== '' && this.#state.leaving === undefined) this.collector.add(words);
  }

  #apart(read: () => void): CollectedLine[] {
    const tables = this.#tables;
    this.#tables = new OpenTables(this.collector);
    this.#state.tableLevel = 0;
    const [isNumbered, isWritten] = [this.#isNumbered, this.#isWritten];
    [this.#isNumbered, this.#isWritten] = [false, false];
    const lines = this.collector.apart(() => {
      read();
      this.#tables.goTo(0);
    });
    [this.#isNumbered, this.#isWritten] = [isNumbered, isWritten];
    this.#tables = tables;
    return lines;
  }

  /** The value of a shape's property; that of WordArt is its words. */
  #shapeValue(read: () => void): void {
    if (this.#shapeProperty !== WORD_ART || this.#state.isSkipped) {
      this.#state.isSkipped = true;
      return read();
    }
    this.#shapeProperty = '';
    this.collector.follow(this.#apart(read));
  }

  #field(outer: State, read: () => void): void {
    this.#fields.push({ code: '', hasResult: false, form: { isChecked: false, chosen: undefined } });
    read();
    const field = this.#fields.pop();
    if (!field || field.hasResult) return;
    const inside = this.#fields.at(-1);
    if (outer.isInstruction && inside) {
      inside.code += field.code;
      return;
    }
    this.#unresolved(field);
  }

  /** A field without a result: what Word shows for it is worked out. */
  #unresolved({ code, form }: Field): void {
    const { leaving, font, isBold } = this.#state;
    if (leaving !== undefined) return this.collector.leave(code, BODY, leaving);
    if (form.chosen !== undefined) {
      this.collector.leave(code, BODY, FIELD_CODE);
      return this.collector.add(form.chosen);
    }
    const words = fieldWords(code, { font, isChecked: form.isChecked, numbers: this.#fieldNumbers });
    this.#beginWords('shown' in words ? words.shown : '');
    if ('shown' in words) this.collector.replace(code, words.shown, BODY, words.reason, isBold);
    else this.collector.leave(code, BODY, words.leftOut);
    for (const field of this.#fields) field.hasResult = true;
  }

  /** The data of a form field, in a group of its own within the code. */
  #formData(): void {
    const field = this.#fields.at(-1);
    if (!field) return;
    const values = new Map<string, number>();
    const entries: string[] = [];
    for (let at = this.#at, depth = 0; at < this.#tokens.length && depth >= 0; at += 1) {
      const token = this.#tokens[at];
      if (token?.kind === 'open') depth += 1;
      else if (token?.kind === 'close') depth -= 1;
      else if (token?.kind === 'word') {
        if (token.name === 'ffl') entries.push(this.#plainText(at));
        else values.set(token.name, token.value ?? 1);
      }
    }
    const result = values.get('ffres');
    const value = result === undefined || result === AS_BEGUN ? (values.get('ffdefres') ?? 0) : result;
    field.form = {
      isChecked: value === 1,
      chosen: values.get('fftype') === LIST ? entries[value] : undefined,
    };
    const others = entries.filter((_, index) => index !== value);
    if (others.length > 0) this.collector.note(`下拉列表里没选的项没有取：${others.join('、')}`);
  }

  /** The words up to the end of the group at a place, without looking at what they are. */
  #plainText(start = this.#at): string {
    let [depth, text, fallbacks] = [0, '', 0];
    const bytes: number[] = [];
    const flush = () => {
      text += new TextDecoder(this.#state.charset === SIGNS ? 'latin1' : this.#state.charset).decode(
        Uint8Array.from(bytes.splice(0)),
      );
    };
    for (let at = start; at < this.#tokens.length && depth >= 0; at += 1) {
      const token = this.#tokens[at];
      if (token?.kind === 'byte') {
        if (fallbacks > 0) fallbacks -= 1;
        else bytes.push(token.value);
        continue;
      }
      flush();
      if (token?.kind === 'open') depth += 1;
      else if (token?.kind === 'close') depth -= 1;
      else if (token?.kind === 'text') {
        text += token.text.slice(fallbacks);
        fallbacks = 0;
      } else if (token?.kind === 'word' && token.name === 'u') {
        text += String.fromCharCode((token.value ?? 0) & 0xffff);
        fallbacks = this.#state.fallbacks;
      }
    }
    flush();
    return text;
  }

  #control(name: string, value: number | undefined): void {
    if (name === 'u') return this.#unicode(value ?? 0);
    if (this.#fallbacksLeft > 0 && name in CHARACTERS) {
      this.#fallbacksLeft -= 1;
      return;
    }
    this.#flush();
    const character = CHARACTERS[name];
    if (character !== undefined) return this.#words(character);
    if (!this.#look(name, value) && !this.#paragraphProperty(name, value)) this.#structure(name);
  }

  /** Whether a control word tells how words look. */
  #look(name: string, value: number | undefined): boolean {
    const state = this.#state;
    const isOn = value !== 0;
    switch (name) {
      case 'uc':
        state.fallbacks = value ?? 1;
        return true;
      case 'f': {
        const font = this.#fonts.get(value ?? 0);
        state.charset = font?.charset ?? this.#defaultCharset;
        state.font = font?.name;
        return true;
      }
      case 'b':
        state.isBold = isOn;
        return true;
      case 'super':
      case 'sub':
        state.script = isOn ? name : undefined;
        return true;
      case 'nosupersub':
        state.script = undefined;
        return true;
      case 'v':
        this.#leave(HIDDEN, isOn);
        return true;
      case 'deleted':
        this.#leave(DELETED, isOn);
        return true;
      case 'mvf':
        this.#leave('修订中移走的文字', isOn);
        return true;
      case 'plain':
        [state.isBold, state.script] = [false, undefined];
        this.#leave(HIDDEN, false);
        return true;
      default:
        return false;
    }
  }

  #leave(reason: string, isOn: boolean): void {
    const state = this.#state;
    if (isOn) state.leaving ??= reason;
    else if (state.leaving === reason) state.leaving = undefined;
  }

  /** Whether a control word tells what a paragraph or a row is. */
  #paragraphProperty(name: string, value: number | undefined): boolean {
    const state = this.#state;
    switch (name) {
      case 'pard':
        [state.tableLevel, state.level, state.list, state.listLevel] = [0, undefined, undefined, 0];
        return true;
      case 'intbl':
        state.tableLevel = Math.max(state.tableLevel, 1);
        return true;
      case 'itap':
        state.tableLevel = value ?? 0;
        return true;
      case 'ls':
        state.list = value;
        return true;
      case 'ilvl':
        state.listLevel = value ?? 0;
        return true;
      case 'outlinelevel':
        if ((value ?? 9) < 9) state.level = (value ?? 0) + 1;
        return true;
      case 's':
        state.level = this.#headings.get(value ?? -1) ?? state.level;
        return true;
      case 'trowd':
        this.#edges.set(this.#rowLevel(), [NO_EDGE]);
        return true;
      case 'trleft':
        this.#edges.get(this.#rowLevel())?.splice(0, 1, value ?? 0);
        return true;
      case 'cellx':
        this.#edges.get(this.#rowLevel())?.push(value ?? 0);
        return true;
      default:
        return false;
    }
  }

  /** The level of the table whose row is described. */
  #rowLevel(): number {
    return this.#state.isNestedRow ? Math.max(this.#state.tableLevel, 2) : 1;
  }

  #structure(name: string): void {
    switch (name) {
      case 'tab':
        return this.#space(' ');
      case 'line':
      case 'lbr':
      case 'column':
        return this.#space('\n');
      case 'par':
      case 'sect':
      case 'page':
        return this.#endParagraph(name === 'par');
      case 'cell':
        return this.#endCell(1);
      case 'nestcell':
        return this.#endCell(Math.max(this.#state.tableLevel, 2));
      case 'row':
        return this.#endRow(1);
      case 'nestrow':
        return this.#endRow(Math.max(this.#state.tableLevel, 2));
    }
  }

  #unicode(value: number): void {
    this.#flush();
    this.#words(String.fromCharCode(value < 0 ? value + 65536 : value));
    this.#fallbacksLeft = this.#state.fallbacks;
  }

  #byte(value: number): void {
    if (this.#fallbacksLeft > 0) this.#fallbacksLeft -= 1;
    else this.#bytes.push(value);
  }

  #literal(character: string): void {
    if (this.#fallbacksLeft > 0) this.#fallbacksLeft -= 1;
    else if (this.#isUtf8 && character.charCodeAt(0) >= 0x80) this.#literals.push(character.charCodeAt(0));
    else if (isDoubleByteLead(this.#bytes, this.#state.charset)) this.#bytes.push(character.charCodeAt(0));
    else {
      this.#flush();
      if (character.charCodeAt(0) >= 0x80) this.#bytes.push(character.charCodeAt(0));
      else this.#words(character);
    }
  }

  #flush(): void {
    if (this.#literals.length > 0)
      this.#words(new TextDecoder().decode(Uint8Array.from(this.#literals.splice(0))));
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes.splice(0);
    if (this.#state.charset === SIGNS)
      for (const byte of bytes) this.#words(String.fromCharCode(byte < 0x20 ? byte : 0xf000 + byte));
    else this.#words(new TextDecoder(this.#state.charset).decode(Uint8Array.from(bytes)));
  }

  #words(words: string): void {
    const { isSkipped, isInstruction, leaving, isBold, font, script } = this.#state;
    if (isSkipped) return;
    const field = this.#fields.at(-1);
    if (isInstruction && field) {
      field.code += words;
      return;
    }
    if (words.trim() !== '') for (const open of this.#fields) open.hasResult = true;
    if (leaving !== undefined) return this.collector.leave(words, BODY, leaving);
    this.#beginWords(words);
    if (font !== undefined && isSignFont(font) && words.trim() !== '') return this.#signs(words, font);
    const shown = script === undefined ? words : scripted(words, script);
    if (shown === words || shown.startsWith('^')) this.collector.keep(words, BODY, isBold);
    else this.collector.replace(words, shown, BODY, script === 'super' ? '上标' : '下标', isBold);
  }

  /** Before the first words of a paragraph: its table begins, its number is counted. */
  #beginWords(words: string): void {
    if (words.trim() === '' || this.#state.isNumber) return;
    this.#tables.goTo(this.#state.tableLevel);
    const number = this.#countNumber();
    if (number !== '' && !this.#isWritten) this.collector.number(number, undefined);
  }

  #countNumber(): string {
    const { list, listLevel } = this.#state;
    if (this.#isNumbered) return '';
    this.#isNumbered = true;
    return list === undefined ? '' : this.#lists.next(list, listLevel);
  }

  #signs(words: string, font: string): void {
    for (const character of words) {
      const code = character.codePointAt(0) ?? 0;
      if (code > 0xff && !isSignCode(code)) {
        this.collector.keep(character, BODY);
        continue;
      }
      const shown = signOf(font, code);
      if (shown !== undefined) this.collector.replace(character, shown, BODY, `${font} 符号`);
      else
        this.collector.leave(
          character,
          BODY,
          `字体 ${font} 里认不出的符号 ${code.toString(16).toUpperCase()}`,
        );
    }
  }

  #space(white: string): void {
    const { isSkipped, leaving, isInstruction } = this.#state;
    if (!isSkipped && leaving === undefined && !isInstruction) this.collector.space(white);
  }

  #endParagraph(isParagraph: boolean): void {
    const { isSkipped, leaving, tableLevel } = this.#state;
    if (isSkipped || leaving !== undefined) return;
    if (isParagraph) {
      this.#countNumber();
      if (tableLevel === 0) this.#tables.goTo(0);
      [this.#isNumbered, this.#isWritten] = [false, false];
    }
    this.#endLine();
  }

  #endLine(): void {
    if (this.#state.isSkipped || this.#state.leaving !== undefined) return;
    this.collector.endLine(this.#state.level);
  }

  #endCell(level: number): void {
    if (this.#state.isSkipped || this.#state.leaving !== undefined) return;
    this.#countNumber();
    [this.#isNumbered, this.#isWritten] = [false, false];
    this.#endLine();
    this.#tables.endCell(level);
  }

  #endRow(level: number): void {
    if (this.#state.isSkipped) return;
    const edges = this.#edges.get(level);
    this.#tables.endRow(level, edges);
  }
}

/** The kind of a form's list, and the result where a field stands as it began. */
const [LIST, AS_BEGUN] = [2, 25];
/** Where a row begins that does not say it: left of everything. */
const NO_EDGE = -100_000;
