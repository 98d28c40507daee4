import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { docxOf, packageOf, paragraph } from '../ooxml-files.ts';
import { ROOT } from '../site.ts';
import { BYTE_DAMAGES, MOST } from './bytes.ts';
import { MARKDOWN_DAMAGES } from './markdown.ts';
import { Random } from './random.ts';
import { TABLES } from './samples.ts';
import { damagedWorkbook, workbookOf } from './tables.ts';

/** A damaged file for the import. */
export interface Source {
  seed: number;
  what: string;
  name: string;
  bytes: Uint8Array;
}

const NOTICE =
  '关于转作风的通知\n各科室：\n现将有关事项通知如下。\n一、总体要求\n要从群众最急的事做起，把办事指南贴在门口。\n（一）学习\n每周一次，每次不少于一小时。\n二、工作安排\n1.先读原文\n2.再谈体会\n云川市中心血站\n2026年9月1日\n';
const TRADITIONAL =
  '關於轉變作風的通知\n各科室要從羣眾最急的事做起，把辦事指南貼在門口。\n雲川市中心血站\n2026年9月1日\n';
const lines = NOTICE.trim().split('\n');

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body><div class="nav"><a href="/">首页</a></div><h1>${lines[0] ?? ''}</h1>${lines
  .slice(1)
  .map((line) => `<p>${line}</p>`)
  .join(
    '',
  )}<table><tr><td>科室</td><td>人数</td></tr><tr><td>办公室</td><td>三人</td></tr></table><script>var a = "甲";</script></body></html>`;
const RTF = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\pard ${lines.map((line) => `${[...line].map((letter) => `\\u${letter.charCodeAt(0)}?`).join('')}\\par `).join('')}}`;
const DOCX = docxOf(
  `${lines.map((line) => paragraph(line)).join('')}<w:tbl><w:tr><w:tc>${paragraph('科室')}</w:tc><w:tc>${paragraph('人数')}</w:tc></w:tr></w:tbl>`,
);
const ODT = packageOf({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': `<office:document-content xmlns:office="office" xmlns:text="text"><office:body><office:text>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
});

/** A page of Latin text, which needs no font of its own. */
function pdf(): Uint8Array {
  const stream = ['A notice', 'Read the text first.', 'Talk about it later.']
    .map((line, index) => `BT /F1 12 Tf 72 ${700 - index * 20} Td (${line}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF`);
}

/** Real files of many kinds and encodings, where they are at hand. */
export const RAW = join(resolve(process.env.ZHIXING_SHARED ?? join(ROOT, '../shared')), 'raw');

function samples(): { name: string; bytes: Buffer }[] {
  const made: Record<string, Uint8Array | string> = {
    'notice.txt': NOTICE,
    'notice-traditional.txt': TRADITIONAL,
    'notice-gb18030.txt': Uint8Array.from([
      0xb9, 0xd8, 0xd3, 0xda, 0xd1, 0xa7, 0xcf, 0xb0, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa, 0x0a, 0xd5, 0xe2,
      0xca, 0xc7, 0xd2, 0xbb, 0xb8, 0xf6, 0xd6, 0xd0, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa, 0xa1, 0xa3, 0x0a,
    ]),
    'notice.md': `# ${NOTICE.replaceAll('\n', '\n\n')}`,
    'notice.html': PAGE,
    'notice.rtf': RTF,
    'notice.docx': DOCX,
    'notice.odt': ODT,
    'notice.pdf': pdf(),
    'notice.doc': readFileSync(join(ROOT, 'tests/unit/import/fixtures/reading-class.doc')),
    'receipts.xlsx': workbookOf(TABLES.receipts),
    'opinions.xlsx': workbookOf(TABLES.ledgers),
  };
  const raw = existsSync(RAW)
    ? readdirSync(RAW)
        .filter((name) => !['.json', '.tsv'].includes(extname(name)))
        .sort()
    : [];
  return [
    ...Object.entries(made).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes as Uint8Array) })),
    ...raw.map((name) => ({ name, bytes: readFileSync(join(RAW, name)) })),
  ];
}

const SAMPLES = samples();
const ENDINGS = [
  '.txt',
  '.docx',
  '.doc',
  '.rtf',
  '.html',
  '.pdf',
  '.odt',
  '.md',
  '.xlsx',
  '.zip',
  '',
  '.TXT',
];

/** The damaged file of a seed, always the same where the real files are the same. */
export function sourceOf(seed: number): Source {
  const random = new Random(seed);
  const { name, bytes } = random.pick(SAMPLES);
  const ending = extname(name);
  const { what, bytes: damaged } = damagedAs(ending, bytes, random);
  const other = random.chance(0.1) ? random.pick(ENDINGS) : ending;
  return {
    seed,
    what: `${name}: ${what}`,
    name: `${seed}-${basename(name, ending).slice(0, 30)}${other}`,
    bytes: damaged,
  };
}

function damagedAs(ending: string, bytes: Buffer, random: Random): { what: string; bytes: Uint8Array } {
  if (random.chance(0.4)) return byBytes(bytes, random);
  if (ending === '.xlsx') return damagedWorkbook(bytes, random);
  if (['.docx', '.odt'].includes(ending)) return damagedPackage(bytes, random);
  const damages =
    ending === '.rtf'
      ? RTF_DAMAGES
      : ending === '.html'
        ? HTML_DAMAGES
        : ending === '.pdf'
          ? PDF_DAMAGES
          : undefined;
  if (damages) {
    const [what, damage] = random.pick(damages);
    return { what, bytes: Buffer.from(damage(bytes.toString('latin1'), random), 'latin1') };
  }
  if (!['.txt', '.md'].includes(ending)) return byBytes(bytes, random);
  const [what, damage] = random.pick(MARKDOWN_DAMAGES);
  return { what, bytes: Buffer.from(damage(bytes.toString('utf8'), random)) };
}

function byBytes(bytes: Buffer, random: Random): { what: string; bytes: Uint8Array } {
  const [what, damage] = random.pick(BYTE_DAMAGES);
  return { what, bytes: damage(bytes, random) };
}

type LatinDamage = readonly [name: string, damage: (text: string, random: Random) => string];

const put = (text: string, random: Random, piece: string) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
};
const putMany =
  (...pieces: string[]) =>
  (text: string, random: Random) => {
    const piece = random.pick(pieces);
    return put(text, random, piece.repeat(Math.ceil(random.size(MOST) / piece.length)));
  };

const RTF_DAMAGES: readonly LatinDamage[] = [
  [
    'many of one kind',
    putMany(
      '{',
      '}',
      '\\',
      '{\\*\\x ',
      "\\'",
      "\\'8",
      '\\u',
      '\\u-1?',
      '\\par ',
      '{\\footnote ',
      '\\trowd\\intbl a\\cell',
      '\\row',
      '{\\v ',
      '\\bin99 ',
      '{\\field{\\*\\fldinst ',
      '\\uc9 ',
    ),
  ],
  [
    'a control word',
    (text, random) =>
      put(
        text,
        random,
        random.pick([
          '\\bin999999999 ',
          '\\bin-1 ',
          '\\uc99999 ',
          '\\u99999999?',
          '\\u-99999?',
          '\\f999 ',
          '\\ansicpg0 ',
          '\\ansicpg99999 ',
          "\\'zz",
          "\\'",
          '\\cell\\row\\cell',
          '{\\pict 00}',
          '{\\object }',
          '\\u55357?',
          '\\deff999',
          '\\ls99999\\ilvl99 ',
        ]),
      ),
  ],
];
const HTML_DAMAGES: readonly LatinDamage[] = [
  [
    'many of one kind',
    putMany(
      '<',
      '>',
      '<div>',
      '</div>',
      '<p>',
      '<b>',
      '<table>',
      '<table><tr><td>',
      '<!--',
      '<script>',
      '<a href="',
      '&',
      '&#',
      '&amp;',
      '<ul><li>',
      '<svg>',
      '<template>',
      '<td rowspan=9 colspan=9>',
      '<br>',
      '<font>',
      '<span ',
      '"',
      '<![CDATA[',
      '<select><option>',
      '<p><a>',
    ),
  ],
  [
    'a piece',
    (text, random) =>
      put(
        text,
        random,
        random.pick([
          '<td rowspan="99999" colspan="99999">',
          '<td colspan="-1">',
          '<td colspan="1e9">',
          '<plaintext>',
          '<base href="//evil.test/">',
          '<meta charset="utf-7">',
          '<meta charset="x-none">',
          '<iframe srcdoc="<p>x">',
          '<frameset>',
          '&#0;&#xD800;&#x110000;',
          '<ol start="99999999999"><li>a',
          '<ol type="i" start="-5"><li>a',
          '<math><mtext><table>',
          '<noscript><p title="</noscript>">',
          '</html></body>',
          '<h9>',
          '<h1><h1><h1>',
        ]),
      ),
  ],
];
const PDF_DAMAGES: readonly LatinDamage[] = [
  ['a reference to itself', (text) => text.replace('/Kids [3 0 R]', '/Kids [2 0 R]')],
  ['a page of pages', (text) => text.replace('/Count 1', '/Count 999999999')],
  ['a length that lies', (text) => text.replace(/\/Length \d+/, '/Length 99999999')],
  ['contents of themselves', (text) => text.replace('/Contents 4 0 R', '/Contents 3 0 R')],
  ['a font that is not there', (text) => text.replace('/F1 5 0 R', '/F1 9 0 R')],
  ['encrypted', (text) => text.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R')],
  ['a box without end', (text) => text.replace('595 842', '1e38 -1e38')],
  ['many of one kind', putMany('[', '<<', '(', ' q ', 'BT ', '1 0 obj\n', '%', '\\')],
  ['much text', (text, random) => text.replace('ET', `${'(a) Tj '.repeat(random.size(MOST / 10))}ET`)],
];

type PartDamage = readonly [name: string, damage: (xml: string, random: Random) => string];

const XML_DAMAGES: readonly PartDamage[] = [
  ['a part empty', () => ''],
  ['a part cut short', (xml, random) => xml.slice(0, random.below(xml.length + 1))],
  [
    'an entity',
    (xml) => `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${xml.replace(/^<\?.*?\?>/, '')}`,
  ],
  [
    'deep elements',
    (xml, random) =>
      inside(
        xml,
        deepened(
          random.pick([
            'w:p',
            'w:tbl',
            'w:r',
            'w:ins',
            'w:sdt',
            'text:list',
            'text:span',
            'text:section',
            'x',
          ]),
          random.size(MOST / 5),
        ),
      ),
  ],
  [
    'a huge text',
    (xml, random) => xml.replace(/<(w:t|text:p)\b[^>]*>/, (tag) => tag + '甲'.repeat(random.size(MOST))),
  ],
  [
    'many paragraphs',
    (xml, random) => inside(xml, '<w:p><w:r><w:t>甲</w:t></w:r></w:p>'.repeat(random.size(MOST / 10))),
  ],
  [
    'many table cells',
    (xml, random) =>
      inside(xml, `<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(random.size(MOST / 20))}</w:tr></w:tbl>`),
  ],
  ['tables in tables', (xml, random) => inside(xml, `${'<w:tbl><w:tr><w:tc>'.repeat(random.size(2000))}`)],
  ['numbers that are none', (xml) => xml.replace(/w:val="[^"]*"/g, 'w:val="-99999999999"')],
  [
    'spans beyond reason',
    (xml) =>
      inside(
        xml,
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><table:table-cell table:number-columns-repeated="999999999"/><text:s text:c="999999999"/>',
      ),
  ],
  ['characters that are none', (xml) => xml.replace(/(<(?:w:t|text:p)\b[^>]*>)/, '$1&#0;&#xFFFF;&nbsp;')],
  ['a tag misspelt', (xml, random) => put(xml, random, '<')],
  [
    'a field that never ends',
    (xml) =>
      inside(
        xml,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>',
      ),
  ],
  [
    'a change of changes',
    (xml, random) => inside(xml, deepened('w:ins', random.size(200)) + deepened('w:del', random.size(200))),
  ],
];

function inside(xml: string, piece: string): string {
  return xml.replace(/<(w:body|office:text)>/, (tag) => tag + piece);
}

function deepened(tag: string, depth: number): string {
  return `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);
}

/** A Word or OpenDocument file with something wrong inside of it. */
function damagedPackage(bytes: Uint8Array, random: Random): { what: string; bytes: Uint8Array } {
  const parts: Zippable = unzipSync(bytes);
  const names = Object.keys(parts);
  const main = names.find((name) => /(?:word\/document|^content)\.xml$/.test(name)) ?? '';
  const name = random.chance(0.7) ? main : random.pick(names);
  const options = { level: random.chance(0.5) ? 6 : 0, mtime: '2026-01-01' } as const;
  if (random.chance(0.2)) {
    const what = random.pick(['a part missing', 'a bomb', 'a part that leads outside', 'many parts']);
    if (what === 'a part missing') Reflect.deleteProperty(parts, name);
    if (what === 'a bomb') parts['word/media/image1.png'] = new Uint8Array(random.size(MOST * 300));
    if (what === 'a part that leads outside') parts['../../../../tmp/zhixing-escaped.txt'] = strToU8('甲');
    if (what === 'many parts')
      for (let part = random.size(8000); part > 0; part -= 1) parts[`word/x${part}.xml`] = strToU8('');
    return { what: `${what} (${name})`, bytes: zipSync(parts, options) };
  }
  const [what, damage] = random.pick(XML_DAMAGES);
  parts[name] = strToU8(damage(strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()), random));
  return { what: `${what} (${name})`, bytes: zipSync(parts, options) };
}
