/** A typeface by its office name; `FACES` says which fonts stand for it. */
export type Face = 'fang' | 'kai' | 'hei' | 'song' | 'title';

/**
 * Font stacks: the faces of Chinese Windows and WPS first, then those of a Mac, then open fonts. Of these the ones in TrueType outlines go first: of
 * others Chromium's PDFs hold drawings without a name (Type 3), which are larger and slower to print.
 */
export const FACES: Record<Face, readonly string[]> = {
  fang: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', 'FandolFang', 'Noto Serif SC'],
  kai: [
    'KaiTi_GB2312',
    '楷体_GB2312',
    'KaiTi',
    '楷体',
    'STKaiti',
    'Kaiti SC',
    'LXGW WenKai',
    'Noto Serif SC',
  ],
  hei: ['SimHei', '黑体', 'STHeiti', 'Heiti SC', 'Noto Sans SC', 'Source Han Sans SC', 'Noto Sans CJK SC'],
  song: [
    'SimSun',
    '宋体',
    'STSong',
    'Songti SC',
    'Noto Serif SC',
    'Source Han Serif SC',
    'Noto Serif CJK SC',
  ],
  title: [
    'FZXiaoBiaoSong-B05S',
    '方正小标宋简体',
    'FZXBSJW--GB1-0',
    '方正小标宋_GBK',
    'STZhongsong',
    'Noto Serif SC',
    'Source Han Serif SC',
    'Noto Serif CJK SC',
  ],
};

/** Faces whose open stand-in must be set bold to look like the original. */
const BOLD_FACES: readonly Face[] = ['title'];

/** Whether a face is set bold. */
export function isBold(face: Face): boolean {
  return BOLD_FACES.includes(face);
}

/** A font stack as CSS writes it; `first` names fonts that go before. */
export function stack(face: Face, ...first: (string | undefined)[]): string {
  const generic = face === 'hei' ? 'sans-serif' : 'serif';
  const names = [...first.filter((name) => name !== undefined), ...FACES[face]];
  return [...names.map((name) => `"${name.replace(/["\\]/g, '')}"`), generic].join(', ');
}

/** Words in font names that tell the kind, the more specific first. */
const KINDS: readonly [RegExp, Face][] = [
  [/小标宋|中宋|FZXB|Zhongsong/iu, 'title'],
  [/仿宋|FangSong/iu, 'fang'],
  [/楷|KaiTi/iu, 'kai'],
  [/黑|Hei/iu, 'hei'],
  [/宋|Song|SimSun/iu, 'song'],
];

/** The kind of a font by its name; `undefined` for other kinds, such as 隶书. */
export function faceNamed(name: string): Face | undefined {
  return KINDS.find(([words]) => words.test(name))?.[1];
}
