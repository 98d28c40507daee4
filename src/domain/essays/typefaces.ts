/** Names under which one typeface stands in files: with and without its character set, in Chinese and in Latin letters. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    '仿宋',
    '仿宋_GB2312',
    'FangSong',
    'FangSong_GB2312',
    '华文仿宋',
    'STFangsong',
    '方正仿宋_GBK',
    '方正仿宋简体',
  ],
  ['楷体', '楷体_GB2312', 'KaiTi', 'KaiTi_GB2312', '华文楷体', 'STKaiti', '方正楷体_GBK', '方正楷体简体'],
  ['黑体', 'SimHei', '华文黑体', 'STHeiti', '方正黑体_GBK', '方正黑体简体'],
  ['宋体', 'SimSun', '新宋体', 'NSimSun', '华文宋体', 'STSong', '方正书宋_GBK', '方正书宋简体'],
  [
    '小标宋',
    '小标宋体',
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05',
    'FZXiaoBiaoSong-B05S',
    'FZXBSJW--GB1-0',
  ],
  ['微软雅黑', 'Microsoft YaHei'],
  ['等线', 'DengXian'],
];

const familyOf = new Map(
  FAMILIES.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0] ?? name] as const)),
);

/** Whether two names stand for the same typeface: 仿宋 and 仿宋_GB2312 do. */
export function isSameFace(one: string, other: string): boolean {
  const [a, b] = [one.trim().toLowerCase(), other.trim().toLowerCase()];
  return (familyOf.get(a) ?? a) === (familyOf.get(b) ?? b);
}
