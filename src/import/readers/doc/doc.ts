import { UnreadableFile } from '../../../domain/decode.ts';
import { countedText } from '../../account/counted.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import { symbolOf } from '../docx/symbols.ts';
import type { Reading } from '../reading.ts';
import { CompoundFile } from './compound.ts';
import { OpenTables } from '../open-tables.ts';
import { DocLists } from './lists.ts';
import { WordFile, type Part } from './word-file.ts';

const NAMES: Record<Part, string> = {
  ...{
    main: '正文',
    footnotes: '脚注',
    headers: '页眉页脚',
    macros: '宏',
    comments: '批注',
  },
  ...{ endnotes: '尾注', boxes: '文本框', headerBoxes: '页眉页脚文本框' },
};
const FIELD_CODES = '域代码（链接地址等，读者本来看不到）';
/** Property codes, by the names that [MS-DOC] 2.6 gives them. */
const SPRM = {
  fInTable: 0x2416,
  fTtp: 0x2417,
  ilvl: 0x260a,
  ilfo: 0x460b,
  outline: 0x2640,
  itap: 0x6649,
  innerCell: 0x244b,
  innerTtp: 0x244c,
  bold: 0x0835,
  vanish: 0x083c,
  deleted: 0x0800,
  isSpecial: 0x0855,
  symbol: 0x6a09,
} as const;

/** Reads a Word 97-2003 file (.doc, .wps). Macros are never run. Throws UnreadableFile. */
export function readDoc(bytes: Uint8Array): Reading {
  const container = new CompoundFile(bytes);
  if (container.has('EncryptedPackage')) throw new UnreadableFile('文件有密码；请去掉密码后再导入');
  try {
    const file = new WordFile(container);
    const reader = new DocReader(file);
    reader.read();
    if (container.has('Macros') || container.has('_VBA_PROJECT_CUR'))
      reader.collector.note('文件带宏，没有运行，也没有带入');
    const words = Object.entries(NAMES).map(([part, name]) =>
      countedText(name, file.text.slice(...file.rangeOf(part as Part))),
    );
    return reader.collector.finish('Word 97-2003（.doc）', { words });
  } catch (error) {
    if (error instanceof RangeError)
      throw new UnreadableFile('文件结构损坏，读不全；请用 Word 或 WPS 打开后另存一份', { cause: error });
    throw error;
  }
}

class DocReader {
  readonly collector = new Collector();
  readonly #file: WordFile;
  readonly #lists: DocLists;
  readonly #notes: Record<'footnotes' | 'endnotes', CollectedLine[][]> = {
    footnotes: [],
    endnotes: [],
  };
  readonly #references = new Map<number, 'footnotes' | 'endnotes'>();
  #fields: { instruction: string; isResult: boolean }[] = [];
  readonly #tables = new OpenTables(this.collector);

  constructor(file: WordFile) {
    this.#file = file;
    this.#lists = new DocLists(file);
  }

  read(): void {
    this.#readNotes('footnotes', 'plcffndTxt', 'plcffndRef');
    this.#readNotes('endnotes', 'plcfendTxt', 'plcfendRef');
    this.#part('main', ...this.#file.rangeOf('main'));
    for (const lines of [...this.#notes.footnotes, ...this.#notes.endnotes]) this.collector.footnote(lines);
    this.collector.endLine();
    this.#part('boxes', ...this.#file.rangeOf('boxes'));
    for (const part of ['headers', 'macros', 'comments', 'headerBoxes'] as const) {
      this.collector.leave(this.#file.text.slice(...this.#file.rangeOf(part)), NAMES[part], NAMES[part]);
    }
  }

  #readNotes(
    part: 'footnotes' | 'endnotes',
    texts: 'plcffndTxt' | 'plcfendTxt',
    references: 'plcffndRef' | 'plcfendRef',
  ): void {
    const [start, end] = this.#file.rangeOf(part);
    const [view, calls] = [this.#file.table(texts), this.#file.table(references)];
    const starts = Array.from(
      { length: Math.floor(view.byteLength / 4) },
      (_, index) => start + view.getUint32(index * 4, true),
    );
    const count = Math.floor((calls.byteLength - 4) / 6);
    let done = start;
    for (let index = 0; index < count; index += 1) {
      const until = Math.min(starts[index + 1] ?? end, end);
      const from = done;
      this.#notes[part].push(
        this.collector.apart(() => {
          this.#part(part, from, until);
        }),
      );
      this.#references.set(calls.getUint32(index * 4, true), part);
      done = Math.max(done, until);
    }
    if (done < end) this.#part(part, done, end);
  }

  /** Reads characters paragraph by paragraph. */
  #part(part: Part, from: number, until: number): void {
    const { text } = this.#file;
    this.#fields = [];
    let start = from;
    for (let at = from; at < until; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== 0x0d && code !== 0x07 && code !== 0x0c && at < until - 1) continue;
      this.#paragraph(part, start, at + 1);
      start = at + 1;
    }
    this.#tables.goTo(0);
    this.collector.endLine();
  }

  #paragraph(part: Part, from: number, until: number): void {
    const { style, sprms } = this.#file.paragraphAt(until - 1);
    const level = sprms.get(SPRM.fInTable) ? Math.max(1, sprms.get(SPRM.itap) ?? 1) : 0;
    if (sprms.get(SPRM.fTtp) || sprms.get(SPRM.innerTtp)) return this.#tables.endRow(level);
    this.#tables.goTo(level);
    const words = this.#file.text.slice(from, until);
    if (/[^\s\u0000-\u001F]/u.test(words) && this.#leaving() === undefined) this.#number(sprms, style);
    this.#words(part, from, until);
    const outline = style >= 1 && style <= 9 ? style : sprms.get(SPRM.outline);
    const isHeading = outline !== undefined && outline < 9;
    this.collector.endLine(isHeading ? (style >= 1 && style <= 9 ? style : outline + 1) : undefined);
    if (level > 0 && (words.endsWith('\u0007') || sprms.get(SPRM.innerCell))) this.#tables.endCell(level);
  }

  #number(sprms: ReadonlyMap<number, number>, style: number): void {
    const number = this.#lists.next(sprms.get(SPRM.ilfo), sprms.get(SPRM.ilvl) ?? 0, style);
    if (number.trim() !== '') this.collector.add(number);
  }

  /** Reads the characters of a paragraph. */
  #words(part: Part, from: number, until: number): void {
    for (let at = from; at < until; at += 1) {
      const character = this.#file.text[at] ?? '';
      const code = character.charCodeAt(0);
      const look = this.#file.characterAt(at);
      if (code < 0x20 || (code === 0x28 && look.get(SPRM.isSpecial))) {
        this.#special(code, character, at, part, look);
        continue;
      }
      const leaving =
        this.#leaving() ??
        (isOn(look.get(SPRM.deleted))
          ? '修订中已删除的文字'
          : isOn(look.get(SPRM.vanish))
            ? '隐藏文字'
            : undefined);
      if (leaving === FIELD_CODES) {
        const field = this.#fields.at(-1);
        if (field) field.instruction += character;
      }
      if (leaving !== undefined) this.collector.leave(character, NAMES[part], leaving);
      else this.collector.keep(character, NAMES[part], isOn(look.get(SPRM.bold)));
    }
  }

  #special(code: number, character: string, at: number, part: Part, look: ReadonlyMap<number, number>): void {
    switch (code) {
      case 0x01:
      case 0x08:
        return look.get(SPRM.isSpecial) ? this.collector.note('图片没有取') : undefined;
      case 0x02: {
        const lines = this.#notes[this.#references.get(at) ?? 'footnotes'].shift();
        return part === 'main' && lines ? this.collector.footnote(lines) : undefined;
      }
      case 0x09:
        return this.collector.space(' ');
      case 0x0b:
        return this.collector.space('\n');
      case 0x13:
        this.#fields.push({ instruction: '', isResult: false });
        return;
      case 0x14: {
        const field = this.#fields.at(-1);
        if (field) field.isResult = true;
        return;
      }
      case 0x15:
        this.#fields.pop();
        return;
      case 0x1e:
        return this.collector.add('-');
      case 0x28:
        return this.#symbol(character, part, look.get(SPRM.symbol));
    }
  }

  /** A character of a symbol font; its code stands in the upper half, and Wingdings is what forms use. */
  #symbol(character: string, part: Part, symbol: number | undefined): void {
    if (symbol === undefined) return this.collector.keep(character, NAMES[part]);
    this.collector.leave(character, NAMES[part], '符号的代用字');
    const shown = symbolOf('Wingdings', (symbol >>> 16).toString(16));
    if (shown === undefined) this.collector.note('有认不出的符号，没有取');
    else this.collector.add(shown);
  }

  #leaving(): string | undefined {
    if (this.#fields.some(({ instruction, isResult }) => isResult && /^\s*(?:TOC|INDEX)\b/.test(instruction)))
      return '自动目录';
    return this.#fields.some(({ isResult }) => !isResult) ? FIELD_CODES : undefined;
  }
}

function isOn(value: number | undefined): boolean {
  return value === 1 || value === 0x81;
}
