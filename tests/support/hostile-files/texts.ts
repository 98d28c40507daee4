import { textOf, times, type HostileFile } from './hostile-file.ts';
import { MARKS } from './marks.ts';

const text = (name: string, words: () => string, isLong = false): HostileFile => ({
  name,
  bytes: () => textOf(words()),
  isLong,
});
const page = (name: string, inside: () => string): HostileFile =>
  text(
    `${name}.html`,
    () =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body>${inside()}</body></html>`,
  );

/** Bytes of no meaning, the same each time. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = (state >> 12) % 255 || 1;
  }
  return bytes;
}

/** Pages, plain texts, Markdown. */
export const TEXTS: readonly HostileFile[] = [
  page('entities', () => times(6_500_000, '&lt;')),
  page('entities-just-below', () => times(290_000, '&lt;')),
  page('bad-entities', () => times(4_000_000, '&#xFFFFFFFF')),
  page('nested-divs', () => times(100_000, '<div>')),
  page('nested-divs-just-below', () => `${times(450, '<div>')}<p>${times(300, '群众的事情要办好。')}</p>`),
  page('nested-tables', () => times(100_000, '<table><tr><td>')),
  page('nested-formatting', () => times(60_000, '<b><i><font><p>甲')),
  page(
    'million-attributes',
    () => `<div ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}`).join(' ')}>甲</div>`,
  ),
  page('attributes-in-all', () => times(80_000, '<p a b c d e f g h i j k l m n o p>甲</p>')),
  page('attributes-just-below', () => times(60_000, '<p a b c d e f g h i j k l m n o p>甲')),
  page('long-attribute', () => `<div title="${times(15_000_000, 'x')}">甲</div>`),
  page('too-long', () => times(30_000_000, 'x')),
  page(
    'spans',
    () =>
      `<table>${times(3000, '<tr><td colspan=1000000 rowspan=65534>甲<td colspan=1000000>乙</tr>')}</table>`,
  ),
  page('many-paragraphs', () => times(100_000, '<p>甲')),
  page('just-below', () => times(50_000, '<p>群众的事情要办好。</p>')),
  page('links', () => times(60_000, '<a href=x>甲</a><br>')),
  page('lists', () => times(400, '<ol><li>甲') + times(50_000, '<li>乙')),
  page('open-comments', () => times(3_000_000, '<!--')),
  page('open-scripts', () => times(140_000, '<script>')),
  page('open-quotes', () => times(140_000, `<a b="`)),
  page('open-tags', () => times(4_000_000, '<a ')),
  page('selects', () => times(100_000, '<select><option>甲')),
  page('headline-candidates', () => times(50_000, '<h1>一二三四五六</h1>')),
  text('one-line.txt', () => times(13_000_000, '一')),
  text('one-line-just-below.txt', () => times(1_400_000, '一')),
  text('one-line-latin.txt', () => times(39_000_000, 'x')),
  text('blanks.txt', () => `甲${times(1_400_000, ' ')}乙`),
  text('wide-blanks.txt', () => `甲\n${times(1_400_000, '　')}乙`),
  text('empty-lines.txt', () => `甲\n${times(1_400_000, '\n')}乙`),
  text('lines.txt', () => times(2_000_000, '甲\n')),
  text('lines-just-below.txt', () => times(59_000, '一、要把群众的事情办好。\n')),
  text('short-lines-just-below.txt', () => times(59_000, '甲\n')),
  text('titles.txt', () =>
    times(20_000, '关于转作风的通知\n各科室要从群众最急的事做起，把办事指南贴在门口。\n'),
  ),
  text('dates.txt', () => times(100_000, '2026年9月1日')),
  text('digits.txt', () => times(1_400_000, '1')),
  text('digits-and-dots.txt', () => times(400_000, '1.')),
  text('commas.txt', () => times(1_400_000, '，')),
  text('quotation-marks.txt', () => times(700_000, '“')),
  text('brackets.txt', () => times(700_000, '（')),
  text('title-marks.txt', () => times(400_000, '《甲')),
  text('spaced-words.txt', () => times(600_000, '甲 ')),
  text('pinyin.txt', () => times(200_000, '甲(jiǎ)')),
  text('addresses.txt', () => times(100_000, 'http://a.b/c ')),
  text('traditional.txt', () => times(600_000, '轉')),
  text('traditional-lines.txt', () => times(50_000, '轉變作風\n')),
  text('numbers.txt', () => times(60_000, '13800000000,')),
  text('lone-marks.txt', () => times(700_000, '\u200b甲')),
  text('returns.txt', () => times(700_000, '甲\r')),
  text('headings.md', () => times(1_000_000, '# 甲\n')),
  text('headings-just-below.md', () => times(59_000, '# 甲\n')),
  ...MARKS.map((mark, index) =>
    text(`flood-${index}.md`, () => `# 通知\n\n${times(Math.floor(1_300_000 / mark.length), mark)}\n`),
  ),
  text('definitions.md', () =>
    Array.from({ length: 50_000 }, (_, index) => `[a${index}]: http://x\n[a${index}]\n`).join('\n'),
  ),
  text('table.md', () => `|${times(100_000, '|')}\n|${times(100_000, '-|')}\n${times(1000, '|\n')}`),
  text('front-matter.md', () => `甲\n---\n${times(200_000, 'a: &a [*a,*a]\n')}---\n`),
  { name: 'noise.txt', bytes: () => noise(20_000_000) },
  { name: 'noise.html', bytes: () => noise(15_000_000) },
  { name: 'noise-without-name', bytes: () => noise(1000) },
  { name: 'pairs.txt', bytes: () => noise(20_000_000).map((byte) => byte | 0x80) },
];
