import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { UnreadableFile } from '../../../domain/decode.ts';
import { countedText } from '../../account/counted.ts';
import { Collector } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { isDoubleByteLead, labelOf } from './code-pages.ts';
import { OpenTables } from '../open-tables.ts';
import { rawRtfWords } from './raw.ts';
import { tokensOf, type RtfToken } from './tokens.ts';

const BODY = '正文';
/** Tables of the file's own making: no words of it are text. */
const INTERNAL = new Set(
  (
    'fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore ' +
    'xmlnstbl pgdsctbl revtbl filetbl fldinst sp shprslt nonesttables nesttableprops bkmkstart bkmkend userprops operator ftnsep ftnsepc ftncn ' +
    'aftnsep aftnsepc aftncn pnseclvl fontemb fontfile falt panose mmathPr background docvar tc xe template password'
  ).split(' '),
);
/** Destinations whose words are left out, and why. */
const LEFT_OUT: Record<string, string> = {
  ...{
    header: '页眉页脚',
    headerl: '页眉页脚',
    headerr: '页眉页脚',
    headerf: '页眉页脚',
  },
  ...{
    footer: '页眉页脚',
    footerl: '页眉页脚',
    footerr: '页眉页脚',
    footerf: '页眉页脚',
  },
  ...{
    annotation: '批注',
    atnid: '批注',
    atnauthor: '批注',
    atndate: '批注',
    atnref: '批注',
    atrfstart: '批注',
    atrfend: '批注',
  },
};
/** Destinations marked as skippable that hold text all the same. */
const ENTERED = new Set(['shpinst', 'shptxt', 'ud', 'pn', 'fldrslt', 'footnote', 'listtext', 'pntext']);
const CHARACTERS: Record<string, string> = {
  ...{
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
  },
  ...{
    emspace: '\u2003',
    enspace: '\u2002',
    qmspace: '\u2005',
    '~': '\u00A0',
    _: '-',
    '{': '{',
    '}': '}',
    '\\': '\\',
  },
};
const DEEPEST = 400;

/** Reads an RTF file (.rtf, and many a .doc). Throws UnreadableFile. */
export function readRtf(bytes: Uint8Array): Reading {
  const source = Buffer.from(bytes).toString('latin1');
  const reader = new RtfReader(source);
  reader.read();
  const raw = reader.charset === undefined ? reader.met : rawRtfWords(source, reader.charset);
  return reader.collector.finish('RTF（.rtf）', { words: [countedText(BODY, raw)] });
}

interface State {
  /** How many fallback characters follow a \u. */
  fallbacks: number;
  charset: string;
  isBold: boolean;
  leaving: string | undefined;
  isSkipped: boolean;
  /** 0 outside of tables. */
  tableLevel: number;
  level: number | undefined;
}

class RtfReader {
  readonly collector = new Collector();
  met = '';
  readonly #charsets = new Set<string>();
  readonly #tokens: readonly RtfToken[];
  #at = 0;
  #bytes: number[] = [];
  #fallbacksLeft = 0;
  #defaultCharset = 'gb18030';
  readonly #fonts = new Map<number, string>();
  readonly #headings = new Map<number, number>();
  #tables = new OpenTables(this.collector);
  #state: State = {
    fallbacks: 1,
    charset: 'gb18030',
    isBold: false,
    leaving: undefined,
    isSkipped: false,
    tableLevel: 0,
    level: undefined,
  };

  constructor(source: string) {
    this.#tokens = tokensWithinBudget(source);
    this.#readFonts(source);
  }

  /** The one encoding that bytes beyond ASCII were in; `undefined` where there were several, which only fonts can tell apart. */
  get charset(): string | undefined {
    const [first = this.#defaultCharset, ...more] = this.#charsets;
    return more.length === 0 ? first : undefined;
  }

  read(): void {
    while (this.#at < this.#tokens.length) this.#group(0);
    this.#tables.goTo(0);
    this.#endLine();
  }

  /** Fonts tell the encoding of the bytes set in them; styles tell headings. */
  #readFonts(source: string): void {
    const page = /\\ansicpg(?<page>\d+)/.exec(source)?.groups?.page;
    this.#defaultCharset = (page === undefined ? undefined : labelOf(Number(page))) ?? 'gb18030';
    this.#state.charset = this.#defaultCharset;
    for (const match of source
      .slice(0, source.indexOf('\\pard'))
      .matchAll(/\{\\f(?<font>\d+)[^{}]*?\\fcharset(?<charset>\d+)/g)) {
      const label = CHARSETS[Number(match.groups?.charset)];
      if (label !== undefined) this.#fonts.set(Number(match.groups?.font), label);
    }
    for (const match of source.matchAll(/\{\\s(?<style>\d+)[^{}]*?heading (?<level>[1-9]);\}/gi))
      this.#headings.set(Number(match.groups?.style), Number(match.groups?.level));
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
    const [first, second] = [this.#tokens[this.#at], this.#tokens[this.#at + 1]];
    const isStarred = first?.kind === 'word' && first.name === '*';
    const named = isStarred ? second : first;
    const name = named?.kind === 'word' ? named.name : '';
    const outer = { ...this.#state };
    if (INTERNAL.has(name) || name === 'upr' || (isStarred && !ENTERED.has(name) && !(name in LEFT_OUT)))
      this.#state.isSkipped = true;
    if (name === 'ud') this.#state.isSkipped = this.#skippedOutsideUpr;
    if (name === 'upr') this.#skippedOutsideUpr = outer.isSkipped;
    this.#state.leaving ??= LEFT_OUT[name];
    if (name === 'fldrslt' && this.#isContentsField) this.#state.leaving ??= '自动目录';
    if (name === 'fldinst')
      this.#isContentsField = this.#tokens
        .slice(this.#at, this.#at + 12)
        .some((token) => token.kind === 'text' && /\b(?:TOC|INDEX)\b/.test(token.text));
    const read = () => {
      this.#group(depth + 1);
    };
    if (this.#state.isSkipped || (name !== 'footnote' && name !== 'shptxt')) read();
    else {
      const tables = this.#tables;
      this.#tables = new OpenTables(this.collector);
      this.#state.tableLevel = 0;
      const lines = this.collector.apart(() => {
        read();
        this.#tables.goTo(0);
      });
      this.#tables = tables;
      if (name === 'footnote') this.collector.footnote(lines);
      else this.collector.follow(lines);
    }
    if (name === 'pict' && !outer.isSkipped) this.collector.note('图片没有取');
    if (name === 'object' && !outer.isSkipped) this.collector.note('嵌入的对象没有取');
    this.#state = outer;
  }

  #skippedOutsideUpr = false;
  #isContentsField = false;

  #control(name: string, value: number | undefined): void {
    if (name === 'u') return this.#unicode(value ?? 0);
    if (this.#fallbacksLeft > 0 && name in CHARACTERS) {
      this.#fallbacksLeft -= 1;
      return;
    }
    this.#flush();
    const state = this.#state;
    const character = CHARACTERS[name];
    if (character !== undefined) return this.#words(character);
    const isOn = value !== 0;
    switch (name) {
      case 'uc':
        state.fallbacks = value ?? 1;
        return;
      case 'f':
        state.charset = this.#fonts.get(value ?? 0) ?? this.#defaultCharset;
        return;
      case 'b':
        state.isBold = isOn;
        return;
      case 'v':
        state.leaving = isOn
          ? (state.leaving ?? '隐藏文字')
          : state.leaving === '隐藏文字'
            ? undefined
            : state.leaving;
        return;
      case 'deleted':
        state.leaving = isOn ? (state.leaving ?? '修订中已删除的文字') : undefined;
        return;
      case 'plain':
        state.isBold = false;
        if (state.leaving === '隐藏文字') state.leaving = undefined;
        return;
      case 'pard':
        state.tableLevel = 0;
        state.level = undefined;
        return;
      case 'intbl':
        state.tableLevel = Math.max(state.tableLevel, 1);
        return;
      case 'itap':
        state.tableLevel = value ?? 0;
        return;
      case 'outlinelevel':
        if ((value ?? 9) < 9) state.level = (value ?? 0) + 1;
        return;
      case 's':
        state.level = this.#headings.get(value ?? -1) ?? state.level;
        return;
      case 'tab':
        return this.#space(' ');
      case 'line':
        return this.#space('\n');
      case 'par':
      case 'sect':
      case 'page':
        return this.#endLine();
      case 'cell':
        return this.#endCell(1);
      case 'nestcell':
        return this.#endCell(Math.max(state.tableLevel, 2));
      case 'row':
        return this.#endRow(1);
      case 'nestrow':
        return this.#endRow(Math.max(state.tableLevel, 2));
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
    else if (isDoubleByteLead(this.#bytes, this.#state.charset)) this.#bytes.push(character.charCodeAt(0));
    else {
      this.#flush();
      if (character.charCodeAt(0) >= 0x80) this.#bytes.push(character.charCodeAt(0));
      else this.#words(character);
    }
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    if (!this.#state.isSkipped && this.#bytes.some((byte) => byte >= 0x80))
      this.#charsets.add(this.#state.charset);
    this.#bytes = [];
    this.#words(new TextDecoder(this.#state.charset).decode(bytes));
  }

  #words(words: string): void {
    const { isSkipped, leaving, isBold, tableLevel } = this.#state;
    if (isSkipped) return;
    this.met += words;
    if (leaving !== undefined) return this.collector.leave(words, BODY, leaving);
    if (words.trim() !== '') {
      this.#tables.goTo(tableLevel);
    }
    this.collector.keep(words, BODY, isBold);
  }

  #space(white: string): void {
    if (!this.#state.isSkipped && this.#state.leaving === undefined) this.collector.space(white);
  }

  #endLine(): void {
    if (this.#state.isSkipped || this.#state.leaving !== undefined) return;
    this.collector.endLine(this.#state.level);
  }

  #endCell(level: number): void {
    if (this.#state.isSkipped || this.#state.leaving !== undefined) return;
    this.#endLine();
    this.#tables.endCell(level);
  }

  #endRow(level: number): void {
    if (!this.#state.isSkipped) this.#tables.endRow(level);
  }
}

/** Throws UnreadableFile where there are too many. */
function tokensWithinBudget(source: string): RtfToken[] {
  const tokens: RtfToken[] = [];
  for (const token of tokensOf(source)) {
    tokens.push(token);
    if (tokens.length > IMPORT_BUDGET.rtfPieces)
      throw new UnreadableFile(
        `RTF 里的分组和控制字超过 ${IMPORT_BUDGET.rtfPieces / 10_000} 万个；请用 Word 或 WPS 打开后另存为 .docx，或拆成几份再导入`,
      );
  }
  return tokens;
}

/** Encodings of the character sets that fonts name. */
const CHARSETS: Record<number, string> = {
  ...{
    0: 'windows-1252',
    128: 'shift_jis',
    129: 'euc-kr',
    134: 'gb18030',
    136: 'big5',
    161: 'windows-1253',
    162: 'windows-1254',
  },
  ...{ 204: 'windows-1251', 238: 'windows-1250' },
};
