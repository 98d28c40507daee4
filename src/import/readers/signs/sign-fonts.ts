/**
 * The signs of the fonts that draw pictures in the place of letters, one after the other from code 32; a blank where a font has none. They follow
 * Unicode's own table of these fonts (L2/12-368); of signs that look alike the one stands here that most fonts have and people type.
 */
const SIGNS: Record<string, readonly string[]> = {
  wingdings: Array.from(
    ' ✎✂✁👓🕭🕮🕯☎✆✉✉📪📫📬📭📁📂📄📄🗐🗄⌛⌨🖰🖲🖳🖴🖫🖬✇✍✍✌✍👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼🌢❄✝✞🕈' +
      '✠✡☪☯🕉☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●○■□□□□◆◆◆❖◆☒⮹⌘🏵🏶🙶🙷▯⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹' +
      '❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟∙•▪○○◉◎🞋○▪□▲✦★✶✹✺✹⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴' +
      '⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩↔⇳↖↗↙↘🢬🢭✗√☒☑',
  ),
  'wingdings 2': Array.from(
    ' 🖊🖋🖌🖍✄✀☎✆🗅🗆🗇🗈🗉🗊🗋🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒🖓☜☞☜☞☜☞☜☞☝☟🖠🖡☝☟🖢🖣🖑✗√☒☑☒☒⮾⮿🛇' +
      '⦸🙱🙴🙲🙳‽🙹🙺🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿ ☉●☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤' +
      '🕥🕦🕧🙨🙩⋅•●●○○○◉◎◎■■■■□□□□▣▣▣▣▣▣◆◆◇◆◈◈◈◈◈◆◆◊◇◖◗⯊⯋⯀⯁⬟⯂⬣⬢⯃⯄🞡🞢' +
      '🞣🞤🞥🞦🞧🞨🞩🞪🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺🞻🞼🞽🞾🞿🟀▲🟄✦✦✶✶✶✶🟐🟒✹🟃🟇✯🟍🟔⯌⯍※⁂',
  ),
  'wingdings 3': Array.from(
    ' ←→↑↓↖↗↙↘⭰⭲⭱⭳⭶⭸⭻⭽↔↕←→↑↓↓⮠⮡⮢⮣⮤⮥⮦⮧⮐⮑⮒⮓⮀↓⭾⭿⮄⮆⮅⮇⮏⮍⮎⮌⭮⭯⎋⌤⌃⌥␣⍽' +
      '⇪⮸←→←→←→←→←→←→←→↑↓↖↗↙↘↔↕▲▼△▽◀▶◁▷◣◢◤◥◀▶▲ ▼⯅⯆⯇⯈⮜⮞⮝⮟←→↑↓←→↑' +
      '↓←→↑↓←→↑↓←→↑↓←→↑↓←→↑↓←→←→←→←🢜🢝🢞🢟→←→←→←→↑↓←→↑↓←→↑↓←→↑↓←→↑' +
      '↓⮨⮩⮪⮫⮬⮭⮮⮯←→↑↓↖↗↙↘←→↑↓↖↗↙↘←→↑↓↖↗↙↘←→↑↓←→↑↓',
  ),
  webdings: Array.from(
    ' 🕷🕸🕲🕶🏆🎖🖇🗨🗩🗰🗱🌶🎗🙾🙼🗕🗖🗗⏴⏵⏶⏷⏪⏩⏮⏭⏸⏹⏺🗚🗳🛠🏗🏘🏙🏚🏜🏭🏛🏠🏖🏝🛣🔍🏔👁👂🏞🏕🛤🏟🛳🕬🕫🕨' +
      '🔈🎔🎕🗬🙽🗭🗪🗫⮔✔🚲□🛡📦🛱■🚑🛈🛩🛰●🕴●🛥🚔🗘✕❓🛲🚇🚍⛳⦸⊖🚭🗮⏐🗯🗲 🚹🚺🛉🛊🚼👽🏋⛷🏂🏌🏊🏄🏍🏎🚘🗠' +
      '🛢💰🏷💳👪🗡🗢🗣✯🖄🖅✉🖆🖹🖺🖻🕵🕰🖽🖾📋🗒🗓🕮📚🗞🗟🗃🗂🖼🎭🎜🎘🎙🎧💿🎞📷🎟🎬📽📹📾📻🎚🎛📺💻🖥🖦🖧🕹🎮🕻🕼📟' +
      '🖁🖀🖨🖩🖿🖪🗜🔒🔓🗝📥📤🕳🌣🌤🌥🌦☁🌨🌧🌩🌪🌬🌫🌜🌡🛋🛏🍽🍸🛎🛍Ⓟ♿🛆🖈🎓🗤🗥🗦🗧🛪🐿🐦🐟🐕🐈🙬🙮🙭🙯🗺🌍🌏🌎🕊',
  ),
  symbol: Array.from(
    ' !∀#∃%&∍()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩ' +
      'ΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~                 ' +
      '                €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩' +
      '∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭',
  ),
};
const FIRST = 0x20;
/** Word keeps the codes of such fonts here, so that they never pass for letters. */
const PRIVATE = 0xf000;

/** Whether a font draws signs in the place of letters. */
export function isSignFont(font: string | undefined): boolean {
  return font !== undefined && nameOf(font) in SIGNS;
}

/** The sign that a code of a sign font draws, as it stands in a file (R or U+F052); `undefined` where that is not known. */
export function signOf(font: string, code: number): string | undefined {
  const place = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code;
  const sign = SIGNS[nameOf(font)]?.[place - FIRST];
  return sign === ' ' && place !== FIRST ? undefined : sign;
}

/** Whether a code stands where Word keeps those of sign fonts. */
export function isSignCode(code: number): boolean {
  return code >= PRIVATE + FIRST && code <= PRIVATE + 0xff;
}

function nameOf(font: string): string {
  return font.trim().toLowerCase();
}

/** Bullets that stand for themselves; others are shown as a plain one. */
const BULLETS = new Set('•●○■□▪▫◆◇◈▲△★☆➢➤√✓✔☑☐☒※·→◎►');

/** What a bullet of a list looks like, by its character and font; `undefined` for one that is no more than a bullet. */
export function bulletSign(character: string, font: string | undefined): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const sign = font !== undefined && isSignFont(font) ? signOf(font, code) : character;
  return sign !== undefined && BULLETS.has(sign) ? sign : undefined;
}
