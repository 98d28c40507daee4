import type { Random } from './random.ts';

const ENDINGS = [
  '.md',
  '.mdx',
  '.yaml',
  '.yml',
  '.csv',
  '.xlsx',
  '.MD',
  '.md.bak',
  '.txt',
  '',
  '.',
  '.md ',
  '.html',
  '.svg',
];
const STEMS = [
  'Upper',
  'with space',
  ' lead',
  'trail ',
  '提纲',
  'a.b',
  'a..b',
  'a_b',
  '-lead',
  'trail-',
  'a--b',
  '--help',
  '...',
  '..a',
  '~lock',
  '#hash',
  'q?mark',
  '100%',
  '%2e%2e%2f',
  '%',
  '%zz',
  'a&b',
  "a'b",
  'a"b',
  'a`b',
  'a;b',
  'a|b',
  'a<b>',
  'a:b',
  'a\\b',
  '$HOME',
  '{a}',
  '[a]',
  'a\nb',
  'a\tb',
  'a\u001b[31mb',
  '\u202eabc',
  '\u200b',
  'e\u0301',
  '\u00e9',
  '😀',
  'con',
  'nul',
  'aux',
  'com1',
  'index',
  '404',
  'page',
  'print',
  'feed',
  'undefined',
  'null',
  '__proto__',
  'constructor',
  'tostring',
  '0',
  '1',
  '2026',
  'a'.repeat(60),
  'a'.repeat(120),
  'a'.repeat(200),
  'a'.repeat(240),
  'a-'.repeat(115) + 'a',
  '提'.repeat(80),
  'five-donts',
  'FIVE-DONTS',
  'five-donts.en',
  'texts',
  'media',
  '全角ＡＢＣ',
  'ａ',
  '①',
  'ß',
  'ı',
];
const FOLDERS = [
  '2026/',
  'a/b/c/d/e/',
  '提纲/',
  'UP/',
  '-/',
  ' /',
  '\u202e/',
  'con/',
  'a.md/',
  `${'d'.repeat(200)}/${'d'.repeat(200)}/`,
];

/** Another path for a file of the content, with its folder and, mostly, its ending; file systems can hold it. */
export function strangePath(path: string, random: Random): string {
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '';
  const ending = random.chance(0.75) ? path.slice(path.lastIndexOf('.')) : random.pick(ENDINGS);
  const inner = random.chance(0.2) ? random.pick(FOLDERS) : '';
  const outer = random.chance(0.1)
    ? random.pick(['', 'TEXTS/', 'text/', '文件/', '__proto__/', 'originals/texts/', 'media/'])
    : folder;
  return outer + inner + fitting(random.pick(STEMS), ending);
}

/** A name as long as file systems allow, 255 bytes. */
function fitting(stem: string, ending: string): string {
  let name = stem;
  while (Buffer.byteLength(name + ending) > 255) name = name.slice(0, -1);
  return `${name}${ending}` || 'x';
}
