import { Parser } from './parse.ts';
import { bytesOf, keywordOf } from './values.ts';

/** How the codes of an encoding are told apart, and what they stand for where that can be said. */
export interface CodeLengths {
  /** How many bytes the code has that begins at a place. */
  lengthAt: (bytes: string, at: number) => number;
  /** The Chinese character, Latin letter or figure that a code stands for; `undefined` for all others, and where the encoding is not known. */
  decode: (code: string) => string | undefined;
}

const HAN_OR_PLAIN = /^[\p{Script=Han}A-Za-z0-9]$/u;

function decoder(label: string): CodeLengths['decode'] {
  const decode = new TextDecoder(label);
  return (code) => {
    const character = decode.decode(Buffer.from(code, 'latin1'));
    // Signs have several codes in Unicode (— and ―), among which programs choose differently.
    return HAN_OR_PLAIN.test(character) ? character : undefined;
  };
}

const byte = (bytes: string, at: number) => bytes.charCodeAt(at) || 0;
const isWithin = (value: number, from: number, to: number) => value >= from && value <= to;
const unknown: CodeLengths['decode'] = () => undefined;
const pairs = () => 2;

/** Two bytes where the first one is in a range, one elsewhere. */
function leads(label: string, ...ranges: readonly (readonly [from: number, to: number])[]): CodeLengths {
  return {
    lengthAt: (bytes, at) => (ranges.some(([from, to]) => isWithin(byte(bytes, at), from, to)) ? 2 : 1),
    decode: decoder(label),
  };
}

/** Codes of seven bits, as their encoding writes them with eight. */
function lifted(label: string): CodeLengths {
  const decode = decoder(label);
  return {
    lengthAt: pairs,
    decode: (code) =>
      decode(Array.from(code, (each) => String.fromCharCode(each.charCodeAt(0) | 0x80)).join('')),
  };
}

const UTF16: CodeLengths = {
  lengthAt: (bytes, at) => (isWithin(byte(bytes, at), 0xd8, 0xdb) ? 4 : 2),
  decode: decoder('utf-16be'),
};
const UTF8: CodeLengths = {
  lengthAt: (bytes, at) => 1 + [0xc0, 0xe0, 0xf0].filter((lead) => byte(bytes, at) >= lead).length,
  decode: decoder('utf-8'),
};
const GB18030: CodeLengths = {
  lengthAt: (bytes, at) => {
    if (!isWithin(byte(bytes, at), 0x81, 0xfe)) return 1;
    return isWithin(byte(bytes, at + 1), 0x30, 0x39) ? 4 : 2;
  },
  decode: decoder('gb18030'),
};

/** The predefined encodings (ISO 32000-1, table 118), by what their names begin with. */
const PREDEFINED: readonly [start: RegExp, lengths: CodeLengths][] = [
  [/^Identity/, { lengthAt: pairs, decode: unknown }],
  [/UTF16/, UTF16],
  [/UCS2/, { lengthAt: pairs, decode: decoder('utf-16be') }],
  [/UTF32/, { lengthAt: () => 4, decode: unknown }],
  [/UTF8/, UTF8],
  [/^GBK2K/, GB18030],
  [/^GBpc-EUC/, leads('gbk', [0xa1, 0xfc])],
  [/^GB-EUC/, leads('gbk', [0xa1, 0xfe])],
  [/^GBKp?-EUC/, leads('gbk', [0x81, 0xfe])],
  [/^GBT?-[HV]$/, lifted('gbk')],
  [/^(?:B5pc|ETen|ETenms|HKscs|HKdl|HKgccs|HKm)/, leads('big5', [0x81, 0xfe])],
  [/^(?:83pv|90ms|90msp|90pv|Ext|Add|RKSJ).*RKSJ|^RKSJ/, leads('shift_jis', [0x81, 0x9f], [0xe0, 0xfc])],
  [/^EUC/, leads('euc-jp', [0x8e, 0x8e], [0xa1, 0xfe])],
  [/^[HV]$/, lifted('euc-jp')],
  [/^KSC/, leads('euc-kr', [0x81, 0xfe])],
];

/** How codes are told apart by the name of their encoding, or by the words of one that stands in the file. */
export function lengthsOf(name: string, program?: string): CodeLengths {
  if (program !== undefined) return { lengthAt: lengthsInProgram(program), decode: unknown };
  return PREDEFINED.find(([start]) => start.test(name))?.[1] ?? { lengthAt: pairs, decode: unknown };
}

interface Range {
  from: string;
  to: string;
}

/** By the ranges of codes that an encoding states (Adobe Technical Note 5014). One that builds on another and states none has two bytes. */
function lengthsInProgram(program: string): CodeLengths['lengthAt'] {
  const ranges = rangesOf(program);
  const longest = Math.max(...ranges.map(({ from }) => from.length), ranges.length === 0 ? 2 : 1);
  return (bytes, at) => {
    for (let length = 1; length <= longest; length += 1) {
      const code = bytes.slice(at, at + length);
      if (ranges.some((range) => isInRange(code, range))) return length;
    }
    return ranges.length === 0 ? 2 : Math.min(...ranges.map(({ from }) => from.length));
  };
}

function rangesOf(program: string): Range[] {
  const ranges: Range[] = [];
  const parser = new Parser(program);
  let isOpen = false;
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    const word = keywordOf(value);
    if (word !== undefined) isOpen = word === 'begincodespacerange';
    const from = bytesOf(value);
    if (!isOpen || from === undefined) continue;
    ranges.push({ from, to: bytesOf(parser.next()) ?? from });
  }
  return ranges;
}

function isInRange(code: string, { from, to }: Range): boolean {
  return (
    code.length === from.length &&
    Array.from(code).every((each, index) => isWithin(byte(each, 0), byte(from, index), byte(to, index)))
  );
}
