/** Tables and data of the file's own making: no words of it are text. */
export const INTERNAL = new Set(
  (
    'fonttbl colortbl stylesheet info pict listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore ' +
    'xmlnstbl pgdsctbl revtbl filetbl shprslt nonesttables bkmkstart bkmkend userprops operator ftnsep ftnsepc ftncn ' +
    'aftnsep aftnsepc aftncn pnseclvl fontemb fontfile falt panose mmathPr background docvar template password objdata objclass objname ' +
    'mmathPict sn datafield formfield nonshppict mfPr mnaryPr mdPr mradPr msSupPr msSubPr msSubSupPr mctrlPr maccPr mbarPr mmPr meqArrPr mfuncPr ' +
    'mlimLowPr mlimUppPr mgroupChrPr mboxPr mborderBoxPr mphantPr msPrePr mrPr moMathParaPr'
  ).split(' '),
);
/** Destinations whose words are left out, and why. */
export const LEFT_OUT: Record<string, string> = {
  ...{ header: '页眉页脚', headerl: '页眉页脚', headerr: '页眉页脚', headerf: '页眉页脚' },
  ...{ footer: '页眉页脚', footerl: '页眉页脚', footerr: '页眉页脚', footerf: '页眉页脚' },
  ...{ annotation: '批注', atnid: '批注', atnauthor: '批注', atndate: '批注', atnref: '批注' },
  ...{ atrfstart: '批注', atrfend: '批注', atnparent: '批注', atntime: '批注', atnicn: '批注' },
  ...{ xe: '索引项（读者本来看不到）', tc: '索引项（读者本来看不到）', tcn: '索引项（读者本来看不到）' },
};
/** Destinations marked as skippable that hold text all the same. */
export const ENTERED = new Set(
  (
    'shpinst shptxt ud pn fldrslt fldinst footnote listtext pntext nesttableprops moMath moMathPara mmath sp result ' +
    'mr mf mnum mden me msup msub mrad mdeg msSup msSub msSubSup'
  ).split(' '),
);
export const CHARACTERS: Record<string, string> = {
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
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
