import { readMixed, type MixedText } from './mixed-text.ts';

/** A file's bytes as text. */
export interface Decoded {
  text: string;
  /** What people call the encoding, and how it was told. */
  encoding: string;
  evidence: string;
  /** How sure the encoding is. */
  confidence: '高' | '低';
}

/** Thrown for bytes that are no text, or not in the encoding asked for; the message is Chinese and says what to do. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

const BYTE_ORDER_MARKS: readonly [bytes: readonly number[], label: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const OTHER_FORMATS: readonly [start: string, name: string][] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'Word、Excel 或压缩包'],
  ['\u00d0\u00cf\u0011\u00e0', 'Word 97-2003（.doc）或 Excel'],
  ['{\\rtf', 'RTF'],
];
const NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16（小端）',
  'utf-16be': 'UTF-16（大端）',
  gb18030: 'GB18030（含 GBK、GB2312）',
  big5: 'Big5（繁体）',
};
const WIDE = ['utf-16le', 'utf-16be'];
const GUESSES = ['gb18030', 'big5', ...WIDE];
/** Encodings whose lines may stand among lines of UTF-8. */
const MIXABLE = ['gb18030', 'big5'];
/** Lines that are named. */
const MOST_LINES = 10;
/** At least a quarter of any official prose, Simplified or Traditional, consists of these characters. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装' +
    '這國來個們時為說產種過學會動發對經後電業開還機當與關質題體義從實現無總條問間頭點種將應係據處難權議類確項資進運區職務術該領導員號萬際規報統線變證設計條文第款項法律行政院' +
    '，。、；：“”《》（）「」！？　',
);
const LEAST_SHARE = 0.2;
/** A few characters are not taken for Chinese with less. */
const LEAST_SHARE_OF_FEW = 0.5;
const SURE_MARGIN = 0.15;
/** With less ordinary Chinese than this no guess is sure. */
const SURE_SHARE = 0.3;

/**
 * Turns bytes into text. The encoding is the one asked for, else told by a byte-order mark, by being valid UTF-8, or by which
 * encoding yields the more ordinary Chinese; lines in UTF-8 among others are read as such, and what cannot be read is said. Throws UnreadableFile.
 */
export function decode(bytes: Uint8Array, asked?: string): Decoded {
  refuseOtherFormats(bytes);
  const decoded = asked === undefined ? detect(bytes) : decodeAs(bytes, asked);
  if (decoded.text.includes('\u0000'))
    throw new UnreadableFile(
      '含有空字符，不是文本文件；请用写它的程序打开，另存为 .txt（编码选 UTF-8）再导入',
    );
  return decoded;
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const format = OTHER_FORMATS.find(([mark]) => start.startsWith(mark));
  if (format) throw new UnreadableFile(`是 ${format[1]} 文件，不是文本；请先另存为 .txt（编码选 UTF-8）`);
}

function decodeAs(bytes: Uint8Array, asked: string): Decoded {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(asked, { fatal: true });
  } catch {
    throw new UnreadableFile(`不认识编码“${asked}”，可写 utf-8、utf-16le、utf-16be、gb18030、big5`);
  }
  const text = attempt(decoder, bytes);
  if (text === undefined) throw new UnreadableFile(`按 ${nameOf(decoder.encoding)} 读不通，换一种编码再试`);
  return { text, encoding: nameOf(decoder.encoding), evidence: '按指定的编码', confidence: '高' };
}

function detect(bytes: Uint8Array): Decoded {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) {
    const text = attempt(new TextDecoder(marked[1], { fatal: true }), bytes);
    if (text !== undefined && !isRatherUtf8(bytes.subarray(marked[0].length), text))
      return { text, encoding: nameOf(marked[1]), evidence: '文件开头有编码标记（BOM）', confidence: '高' };
    if (WIDE.includes(marked[1]) && text === undefined) {
      const cut = guess(bytes.subarray(marked[0].length, -1), [marked[1]]);
      if (cut) return { ...cut, evidence: '文件开头有编码标记（BOM）；末尾缺半个字', confidence: '低' };
    }
    const found = withoutMark(bytes.subarray(marked[0].length));
    return {
      ...found,
      evidence: `开头标明 ${nameOf(marked[1])}，但内容不是；${found.evidence}`,
      confidence: '低',
    };
  }
  return withoutMark(bytes);
}

/** Whether bytes that are marked as something else make better Chinese as UTF-8: any even number of bytes makes some UTF-16. */
function isRatherUtf8(bytes: Uint8Array, marked: string): boolean {
  const utf8 = attempt(new TextDecoder('utf-8', { fatal: true }), bytes);
  return utf8 !== undefined && shareOfCommon(utf8) > shareOfCommon(marked);
}

function withoutMark(bytes: Uint8Array): Decoded {
  const utf8 = attempt(new TextDecoder('utf-8', { fatal: true }), bytes);
  const short =
    utf8 !== undefined && isHardlyUtf8(utf8) ? guess(bytes, ['gb18030'], LEAST_SHARE_OF_FEW) : undefined;
  if (short) return { ...short, confidence: '低' };
  if (utf8 !== undefined && !utf8.includes('\u0000')) {
    return { text: utf8, encoding: 'UTF-8', evidence: '全部字节合乎 UTF-8', confidence: '高' };
  }
  return guess(bytes) ?? mixed(bytes);
}

/** Whether a text that is UTF-8 by its bytes holds letters of two bytes alone, before U+0800: a few words of GBK, such as 联通, look like that. */
function isHardlyUtf8(text: string): boolean {
  return /[^\0-\x7f]/.test(text) && !/[\u0800-\uffff]/.test(text);
}

/** The encoding that yields the most ordinary Chinese, where one reads every byte. */
function guess(bytes: Uint8Array, labels = GUESSES, least = LEAST_SHARE): Decoded | undefined {
  const guesses = labels
    .flatMap((label) => {
      const text = attempt(new TextDecoder(label, { fatal: true }), bytes);
      return text === undefined ? [] : [{ label, text, share: shareOfCommon(text) }];
    })
    .sort((a, b) => b.share - a.share);
  const [best, next] = guesses;
  if (best === undefined || best.share < least) return undefined;
  return {
    text: best.text,
    encoding: nameOf(best.label),
    evidence: `按此编码读出的常用字占 ${Math.round(best.share * 100)}%`,
    confidence: best.share >= SURE_SHARE && best.share - (next?.share ?? 0) >= SURE_MARGIN ? '高' : '低',
  };
}

/** What was put together out of several encodings, or has lost some bytes. Throws UnreadableFile. */
function mixed(bytes: Uint8Array): Decoded {
  const cut = bytes.length % 2 === 1 ? guess(bytes.subarray(0, -1), WIDE) : undefined;
  if (cut) return { ...cut, evidence: `${cut.evidence}；末尾缺半个字`, confidence: '低' };
  const read = bytes.includes(0) ? undefined : readMixed(bytes, MIXABLE, shareOfCommon);
  if (!read || shareOfCommon(read.text) < LEAST_SHARE)
    throw new UnreadableFile('认不出编码；用 --encoding 指定，如 --encoding gb18030');
  return { text: read.text, encoding: mixedName(read), evidence: mixedEvidence(read), confidence: '低' };
}

function mixedName({ label, otherLines }: MixedText): string {
  return otherLines.length === 0 ? nameOf(label) : `${nameOf(label)}和 UTF-8 混合`;
}

function mixedEvidence({ otherLines, unread }: MixedText): string {
  const shown = otherLines.slice(0, MOST_LINES).join('、');
  const more = otherLines.length > MOST_LINES ? ` 等 ${otherLines.length} 行` : ' 行';
  return [
    ...(otherLines.length > 0 ? [`第 ${shown}${more}是 UTF-8`] : []),
    ...(unread > 0 ? [`有 ${unread} 处字节读不通，写作 \ufffd，请对照原件补上`] : []),
  ].join('；');
}

/** The share of everyday Chinese among all that is not ASCII. */
function shareOfCommon(text: string): number {
  let [common, all] = [0, 0];
  for (const character of text) {
    if (character < '\u0080' && character !== '\u0000') continue;
    all += 1;
    if (COMMON.has(character)) common += 1;
  }
  return all === 0 ? 0 : common / all;
}

function attempt(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function nameOf(label: string): string {
  return NAMES[label] ?? label;
}
