import type { ParagraphDoubt } from './doubt.ts';
import { cut, inEach } from './doubt.ts';

/**
 * Words that are hardly ever right, with what was meant. Where two neighbouring words form one by chance (发布署名 holds 布署), a pattern names the
 * contexts in which it is a mistake, so that nobody checks false alarms.
 */
const MISTAKEN: readonly { written: string; meant: string; only?: RegExp }[] = [
  { written: '总经经验', meant: '总结经验' },
  {
    written: '疏理',
    meant: '梳理',
    only: /(?<=归纳|认真|全面|系统|逐项|逐条)疏理|疏理(?=归纳|问题|意见|汇总)/gu,
  },
  { written: '结对帮抚', meant: '结对帮扶' },
  { written: '有会新的', meant: '会有新的', only: /有会新的(?=突破|进展|发展|提高|提升|成效|变化)/gu },
  { written: '布署', meant: '部署', only: /(?<!发|公|颁|宣|分|遍)布署(?!名)/gu },
  { written: '贯撤', meant: '贯彻', only: /贯撤(?=落实|执行|党|中央|全会|精神)/gu },
  { written: '贯澈', meant: '贯彻' },
  { written: '再接再励', meant: '再接再厉' },
  { written: '竞竞业业', meant: '兢兢业业' },
  { written: '以身做则', meant: '以身作则' },
  { written: '一如继往', meant: '一如既往' },
  { written: '迫不急待', meant: '迫不及待' },
  { written: '走头无路', meant: '走投无路' },
  { written: '穿流不息', meant: '川流不息' },
  { written: '按步就班', meant: '按部就班' },
  { written: '融汇贯通', meant: '融会贯通' },
  { written: '相形见拙', meant: '相形见绌' },
  { written: '谈笑风声', meant: '谈笑风生' },
  { written: '甘败下风', meant: '甘拜下风' },
  { written: '松驰', meant: '松弛' },
  { written: '急燥', meant: '急躁' },
  { written: '追朔', meant: '追溯' },
  { written: '脉博', meant: '脉搏' },
  { written: '璀灿', meant: '璀璨' },
  { written: '峻工', meant: '竣工', only: /峻工(?!程)/gu },
];
const ANY = new RegExp(MISTAKEN.map(({ written }) => written).join('|'));

/** A blank between a word and its number. */
const BLANK_BEFORE_NUMBER = /(?<=\p{Script=Han}{2}) +(?=\d+周年)/gu;

/** Words that were most likely mistyped, with what was probably meant. A text is never changed by this. */
export const findMistakenWords = inEach((text) => [
  ...(ANY.test(text) ? mistakenIn(text) : []),
  ...(text.includes('周年') ? blanksIn(text) : []),
]);

function mistakenIn(text: string): ParagraphDoubt[] {
  return MISTAKEN.filter(({ written }) => text.includes(written)).flatMap(({ written, meant, only }) =>
    [...text.matchAll(only ?? new RegExp(written, 'gu'))].map((match) =>
      doubt(text, match, `“${written}”疑为“${meant}”之误`),
    ),
  );
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
