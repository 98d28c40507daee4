/**
 * The ideographs that radicals of the CJK Radicals Supplement stand for, from U+2E80 on, by Unicode's EquivalentUnifiedIdeograph.txt: a blank for
 * those that stand for none. Compatibility decomposition (NFKC) knows but two of them.
 */
const IDEOGRAPHS =
  '　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿' +
  '肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

const FIRST = 0x2e80;
const NONE = '\u3000';

/** The radicals of the supplement and the ideographs that they stand for. */
export const SUPPLEMENTARY_RADICALS: ReadonlyMap<string, string> = new Map(
  Array.from(IDEOGRAPHS, (ideograph, index): [string, string] => [
    String.fromCharCode(FIRST + index),
    ideograph,
  ]).filter(([, ideograph]) => ideograph !== NONE),
);
