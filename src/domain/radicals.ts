import { SUPPLEMENTARY_RADICALS } from './radical-supplement.ts';

/** The ideographs that the radicals of Kangxi stand for, from U+2F00 on, by Unicode's EquivalentUnifiedIdeograph.txt. */
const KANGXI =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳' +
  '心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸' +
  '缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音' +
  '頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

const FIRST = 0x2f00;

/**
 * Every radical and the ideograph that it stands for: radicals are drawn alike, and programs that make PDFs take one for the other.
 */
export const RADICALS: ReadonlyMap<string, string> = new Map([
  ...SUPPLEMENTARY_RADICALS,
  ...Array.from(KANGXI, (ideograph, index): [string, string] => [
    String.fromCharCode(FIRST + index),
    ideograph,
  ]),
]);
