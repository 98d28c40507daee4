import type { ParagraphDoubt } from './doubt.ts';
import { cut, inEach } from './doubt.ts';

/**
 * Words that are hardly ever right, with what was meant. Only such as no neighbouring words make by chance (发布署名 holds 布署), so that a
 * person need not read in vain; where chance can, the pattern says which neighbours it takes.
 */
const MISTAKEN: readonly [written: string, meant: string][] = [
  ['总经经验', '总结经验'],
  ['(?<=归纳|认真|全面|系统|逐项|逐条)疏理|疏理(?=归纳|问题|意见|汇总)', '梳理'],
  ['结对帮抚', '结对帮扶'],
  ['有会新的(?=突破|进展|发展|提高|提升|成效|变化)', '会有新的'],
  ['(?<!发|公|颁|宣|分|遍)布署(?!名)', '部署'],
  ['贯[撤澈](?=落实|执行|党|中央|全会|精神)', '贯彻'],
  ['再接再励', '再接再厉'],
  ['竞竞业业', '兢兢业业'],
  ['以身做则', '以身作则'],
  ['一如继往', '一如既往'],
  ['迫不急待', '迫不及待'],
  ['走头无路', '走投无路'],
  ['穿流不息', '川流不息'],
  ['按步就班', '按部就班'],
  ['融汇贯通', '融会贯通'],
  ['相形见拙', '相形见绌'],
  ['谈笑风声', '谈笑风生'],
  ['甘败下风', '甘拜下风'],
  ['松驰', '松弛'],
  ['急燥', '急躁'],
  ['追朔', '追溯'],
  ['脉博', '脉搏'],
  ['璀灿', '璀璨'],
  ['峻工(?!程)', '竣工'],
];
const ANY = new RegExp(MISTAKEN.map(([written]) => `(${written})`).join('|'), 'gu');
/** A character of each, so that most paragraphs need no further look. */
const MAY_BE_MISTAKEN =
  /[疏抚署撤澈励竞驰燥朔博灿峻拙]|总经|有会|做则|继往|急待|走头|穿流|步就|融汇|风声|甘败/u;

/** A blank between a word and its number, where numbers of the same kind follow their words without one. */
const BLANK_BEFORE_NUMBER = /(?<=\p{Script=Han}{2}) +(?=\d+(?:周年|届))/gu;

/** Words that were most likely mistyped, with what was probably meant. A text is never changed by this. */
export const findMistakenWords = inEach((text) => [
  ...(MAY_BE_MISTAKEN.test(text) ? mistakenIn(text) : []),
  ...(text.includes(' ') ? blanksIn(text) : []),
]);

function mistakenIn(text: string): ParagraphDoubt[] {
  return [...text.matchAll(ANY)].map((match) => {
    const meant = MISTAKEN[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? '';
    return doubt(text, match, `“${match[0]}”疑为“${meant}”之误`);
  });
}

function blanksIn(text: string): ParagraphDoubt[] {
  return [...text.matchAll(BLANK_BEFORE_NUMBER)].map((match) => doubt(text, match, '词语和数字之间多出空格'));
}

function doubt(text: string, match: RegExpExecArray, reason: string): ParagraphDoubt {
  return {
    kind: '疑似错字',
    ...cut(text, match.index, match[0].length),
    reason,
    remedy: '对照原件核实；原件有误的写进 corrections，原样保留正文',
  };
}
