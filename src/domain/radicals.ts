/**
 * The ideographs that radicals stand for, by Unicode's EquivalentUnifiedIdeograph.txt: radicals are drawn alike, and programs that make PDFs take
 * one for the other. First those of the CJK Radicals Supplement from U+2E80 on, a blank for those that stand for none, then those of Kangxi from
 * U+2F00 on. Compatibility decomposition (NFKC) knows only the latter.
 */
const SUPPLEMENT =
  '　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿' +
  '肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

const KANGXI =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳' +
  '心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸' +
  '缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音' +
  '頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

const FIRST_OF_SUPPLEMENT = 0x2e80;
const FIRST_OF_KANGXI = 0x2f00;
const NONE = '\u3000';

/** Every radical and the ideograph that it stands for. */
export const RADICALS: ReadonlyMap<string, string> = new Map([
  ...numbered(SUPPLEMENT, FIRST_OF_SUPPLEMENT),
  ...numbered(KANGXI, FIRST_OF_KANGXI),
]);

function numbered(ideographs: string, first: number): [radical: string, ideograph: string][] {
  return Array.from(ideographs, (ideograph, index): [string, string] => [
    String.fromCharCode(first + index),
    ideograph,
  ]).filter(([, ideograph]) => ideograph !== NONE);
}
