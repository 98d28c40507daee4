import type { Counted, CountedWords } from './counted.ts';

const PLACE = '正文';
/** Groups that hold nothing for readers, by their first word. */
const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|list(?:override)?table|revtbl|rsidtbl|filetbl|generator|xmlnstbl|themedata|colorschememapping|latentstyles|datastore|pgdsctbl|userprops|operator|shprslt|nonesttables|nonshppict|bkmk(?:start|end)|a?ftn(?:sepc?|cn)|pnseclvl\d?|font(?:emb|file)|falt|panose|background|docvar|template|password|obj(?:data|class|name)|mmathPict|m\w*Pr|sn|datafield|formfield)$/;
/** Groups that a star lets old programs pass over, and that hold words all the same. */
const STARRED_WORDS =
  /^(?:shpinst|shptxt|ud|pn|fldrslt|fldinst|footnote|listtext|pntext|nesttableprops|moMath|moMathPara|mmath|sp|result|annotation|atn\w+|atrf\w+|xe|tcn?)$/;
const PAGES: Record<number, string> = {
  ...{ 0: 'windows-1252', 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5', 161: 'windows-1253' },
  ...{ 162: 'windows-1254', 204: 'windows-1251', 238: 'windows-1250', 936: 'gb18030', 54936: 'gb18030' },
  ...{ 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 1250: 'windows-1250', 1251: 'windows-1251' },
  ...{ 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254', 65001: 'utf-8', 10000: 'macintosh' },
  ...{ 10008: 'gb18030' },
};
const NAMED: Record<string, string> = {
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ', '~': ' ', _: '-', '{': '{', '}': '}', '\\': '\\' },
};
const TWO_BYTES = /^(?:gb18030|big5|shift_jis|euc-kr)$/;
const PIECE =
  /[{}]|\\'(?<hex>[0-9a-f]{2})|\\(?<name>[a-z]+)(?<value>-?\d+)? ?|\\(?<symbol>[^a-z])|[\r\n\0]+|[^\\{}\r\n\0]/giy;

interface Level {
  isSilent: boolean;
  isCode: boolean;
  isField: boolean;
  /** The encoding of bytes; empty for a font of signs, whose bytes are codes. */
  charset: string;
  fallbacks: number;
}

/**
 * Counts the words of an RTF file in one pass over its source, without fonts' names, tables, lists or styles: groups that hold no words are passed
 * over, codes of fields count where no result follows them.
 */
export function countRtf(source: string): Counted {
  return { words: new RtfCount(source).words() };
}

class RtfCount {
  readonly #source: string;
  readonly #charsets: ReadonlyMap<number, string>;
  readonly #usual: string;
  readonly #isUtf8: boolean;
  readonly #found: CountedWords[] = [];
  readonly #levels: Level[];
  readonly #codes: { words: string; hasResult: boolean }[] = [];
  #bytes: number[] = [];
  /** Bytes of UTF-8 that stand in the source as they are. */
  #unicode: number[] = [];
  #passed = 0;
  #property = '';

  constructor(source: string) {
    this.#source = source;
    this.#usual = PAGES[Number(/\\ansicpg(\d+)/.exec(source)?.[1])] ?? 'gb18030';
    this.#charsets = charsetsOf(source);
    this.#isUtf8 = holdsUtf8(source);
    this.#levels = [{ isSilent: false, isCode: false, isField: false, charset: this.#usual, fallbacks: 1 }];
  }

  words(): CountedWords[] {
    const piece = new RegExp(PIECE);
    for (let match = piece.exec(this.#source); match; match = piece.exec(this.#source)) {
      const [written] = match;
      const { hex, name, value, symbol } = match.groups ?? {};
      if (written === '{') this.#begin(piece.lastIndex);
      else if (written === '}') this.#end();
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (name === 'bin') piece.lastIndex += Math.max(Number(value ?? 0), 0);
      else if (name !== undefined) this.#word(name, value === undefined ? undefined : Number(value));
      else if (symbol !== undefined) this.#word(symbol, undefined);
      else if (/[^\r\n\0]/.test(written)) this.#character(written);
    }
    while (this.#levels.length > 1) this.#end();
    this.#decode();
    return this.#found;
  }

  get #now(): Level {
    return (
      this.#levels.at(-1) ?? { isSilent: true, isCode: false, isField: false, charset: '', fallbacks: 1 }
    );
  }

  #begin(at: number): void {
    this.#decode();
    this.#passed = 0;
    const head = /^[\s\0]*(?<star>\\\*)?\s*\\(?<name>[a-z]+)/i.exec(this.#source.slice(at, at + 60))?.groups;
    const name = head?.name ?? '';
    const outer = this.#now;
    const isUnknown = head?.star !== undefined && !STARRED_WORDS.test(name);
    const isOtherShape = name === 'sv' && this.#property !== 'gtextUNICODE';
    if (name === 'sn')
      this.#property = /^[^}]*?\\sn\s*(?<name>\w+)/.exec(this.#source.slice(at, at + 80))?.groups?.name ?? '';
    const isUnicodeHalf = name === 'ud' && !(this.#levels.at(-2)?.isSilent ?? false);
    this.#levels.push({
      ...outer,
      isSilent: isUnicodeHalf
        ? false
        : outer.isSilent || name === 'upr' || SILENT.test(name) || isUnknown || isOtherShape,
      isCode: outer.isCode || name === 'fldinst',
      isField: name === 'field' && !outer.isSilent,
    });
    if (this.#now.isField) this.#codes.push({ words: '', hasResult: false });
  }

  #end(): void {
    this.#decode();
    this.#passed = 0;
    if (this.#levels.length < 2) return;
    const level = this.#levels.pop();
    if (!level?.isField) return;
    const code = this.#codes.pop();
    if (!code || code.hasResult) return;
    const outer = this.#codes.at(-1);
    if (this.#now.isCode && outer) outer.words += code.words;
    else this.#count(code.words, true);
  }

  #word(name: string, value: number | undefined): void {
    if (name === 'u') {
      this.#decode();
      this.#add(String.fromCharCode(((value ?? 0) + 65536) % 65536));
      this.#passed = this.#now.fallbacks;
      return;
    }
    const character = NAMED[name];
    if (character !== undefined && this.#passed > 0) {
      this.#passed -= 1;
      return;
    }
    this.#decode();
    if (character !== undefined) this.#add(character);
    else if (name === 'uc') this.#now.fallbacks = value ?? 1;
    else if (name === 'f') this.#now.charset = this.#charsets.get(value ?? 0) ?? this.#usual;
  }

  #character(character: string): void {
    if (this.#passed > 0) this.#passed -= 1;
    else if (this.#isUtf8 && character.charCodeAt(0) >= 0x80) this.#unicode.push(character.charCodeAt(0));
    else if (character.charCodeAt(0) >= 0x80 || this.#isHalf()) this.#bytes.push(character.charCodeAt(0));
    else {
      this.#decode();
      this.#add(character);
    }
  }

  #byte(value: number): void {
    if (this.#passed > 0) this.#passed -= 1;
    else this.#bytes.push(value);
  }

  /** Whether the bytes so far end in the first half of a character of two. */
  #isHalf(): boolean {
    if (!TWO_BYTES.test(this.#now.charset)) return false;
    let isHalf = false;
    for (const byte of this.#bytes) isHalf = !isHalf && byte >= 0x81;
    return isHalf;
  }

  #decode(): void {
    if (this.#unicode.length > 0)
      this.#add(new TextDecoder('utf-8').decode(Uint8Array.from(this.#unicode.splice(0))));
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes.splice(0);
    const { charset } = this.#now;
    const isRaw = charset === '';
    this.#add(
      isRaw
        ? bytes.map((byte) => String.fromCharCode(byte < 0x20 ? byte : 0xf000 + byte)).join('')
        : new TextDecoder(charset).decode(Uint8Array.from(bytes)),
    );
  }

  #add(words: string): void {
    const { isSilent, isCode } = this.#now;
    if (isSilent) return;
    const code = this.#codes.at(-1);
    if (isCode && code) code.words += words;
    else this.#count(words, false);
  }

  #count(words: string, isCode: boolean): void {
    this.#found.push({ text: words, place: PLACE, what: isCode ? 'field' : 'text' });
    if (words.trim() !== '') for (const code of this.#codes) code.hasResult = true;
  }
}

/** The encodings of fonts by their numbers; empty for fonts of signs. */
function charsetsOf(source: string): Map<number, string> {
  const start = source.indexOf('{\\fonttbl');
  const found = new Map<number, string>();
  if (start < 0) return found;
  let [depth, end] = [0, start];
  do {
    if (source[end] === '{') depth += 1;
    if (source[end] === '}') depth -= 1;
    end += 1;
  } while (depth > 0 && end < source.length);
  for (const [, font, set] of source.slice(start, end).matchAll(/\{\\f(\d+)[^{}]*?\\fcharset(\d+)/g)) {
    const charset = Number(set) === 2 ? '' : PAGES[Number(set)];
    if (charset !== undefined) found.set(Number(font), charset);
  }
  return found;
}

/** Two Chinese characters and a half; fewer bytes may be anything. */
const LEAST_UTF8 = 7;

/** Whether the bytes beyond ASCII are UTF-8, run by run. */
function holdsUtf8(source: string): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  try {
    for (const [run] of source.matchAll(/[\u0080-\u00FF]+/g)) {
      decoder.decode(Buffer.from(run, 'latin1'));
      length += run.length;
    }
  } catch {
    return false;
  }
  return length >= LEAST_UTF8;
}
