import { ooxmlFile, type RelatedPart } from '../ooxml-file.ts';
import { escaped, OFFICE, part, WORD } from '../xml.ts';
import { blocksXml, paragraphXml } from './body-xml.ts';
import { gapParagraph, type Section, type Style, type WordDocument } from './document.ts';
import { feetXml, sectionXml } from './page-xml.ts';
import { stylesXml } from './style-xml.ts';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** 页脚, under the name by which every program knows it. */
const FOOTER: Style = { id: 'Footer', name: 'footer', face: '宋体', size: 9, line: 240 };

/**
 * Marks that end no line and begin none, as Chinese Word has them by itself, and the parts of a date: 2026年9月18日 is parted neither behind 年 and
 * 月 nor before 年, 月 and 日 (ECMA-376, part 1, 17.15.1.58 and 59). A character without width in the text would do the same in some programs,
 * and in others shows, or takes the date's face from it.
 */
const NOT_LAST = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥年月';
const NOT_FIRST =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠年月日';

const SETTINGS =
  `<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/>' +
  `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${escaped(NOT_LAST)}"/>` +
  `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${escaped(NOT_FIRST)}"/>` +
  '<w:compat><w:ulTrailSpace/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

/** Fallbacks for machines without a face that Chinese offices use: Windows itself has 仿宋 and 楷体 without the character set in the name. */
const SECOND_CHOICE = [
  ['方正小标宋简体', '华文中宋'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
] as const;

const FONT_TABLE = part(
  `<w:fonts xmlns:w="${WORD}">${SECOND_CHOICE.map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  ).join('')}</w:fonts>`,
);

/** A document as the bytes of a .docx file that Word, WPS and LibreOffice open. Equal documents give equal bytes. */
export function writeDocument({ title, creator, styles, sections }: WordDocument): Uint8Array {
  const feet: string[] = [];
  const idOf = (xml: string): string => {
    const known = feet.indexOf(xml);
    if (known < 0) feet.push(xml);
    return `foot${known < 0 ? feet.length : known + 1}`;
  };
  const properties = sections.map(({ page }) => {
    const { odd, even } = feetXml(page);
    return sectionXml(page, { odd: idOf(odd), even: idOf(even) });
  });
  const body = sections.map((section, index) =>
    sectionBody(section, properties[index] ?? '', index === sections.length - 1),
  );
  return ooxmlFile({
    title,
    creator,
    main: {
      name: 'word/document.xml',
      type: `${TYPES}.document.main+xml`,
      xml: part(
        `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body.join('')}</w:body></w:document>`,
      ),
    },
    parts: [
      own('styles', 'styles', stylesXml([...styles, FOOTER])),
      own('settings', 'settings', part(SETTINGS)),
      own('fontTable', 'fontTable', FONT_TABLE),
      ...feet.map((xml, index) => ({ ...own(`footer${index + 1}`, 'footer', xml), id: `foot${index + 1}` })),
    ],
  });
}

/** A part beside the document; `kind` names its relation and its content type. */
function own(name: string, kind: string, xml: string): RelatedPart {
  return { id: name, name: `word/${name}.xml`, type: `${TYPES}.${kind}+xml`, relation: kind, xml };
}

/** The blocks of a section; adjacent tables, and a table at the end, are followed by paragraphs without height. */
function sectionBody({ blocks }: Section, properties: string, isLast: boolean): string {
  const parted = blocks.flatMap((block, index) =>
    'columns' in block && (index === blocks.length - 1 || 'columns' in blocks[index + 1]!)
      ? [block, gapParagraph()]
      : [block],
  );
  const end = isLast ? properties : paragraphXml(gapParagraph(), properties);
  return blocksXml(parted) + end;
}
