import { docxOf, paragraph } from '../ooxml-files.ts';
import { deflated, packageOf, rawPackage, times, type HostileFile } from './hostile-file.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (body: string) =>
  `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
const word = (name: string, body: () => string, isLong = false): HostileFile => ({
  name: `${name}.docx`,
  bytes: () => packageOf({ 'word/document.xml': documentOf(body()) }),
  isLong,
});
const long = (file: HostileFile): HostileFile => ({ ...file, isLong: true });

const MEGABYTE = 1024 * 1024;
const MIME = 'application/vnd.oasis.opendocument.text';
const ODT = 'xmlns:office="office" xmlns:text="text" xmlns:table="table"';
const odt = (name: string, inside: () => string): HostileFile => ({
  name: `${name}.odt`,
  bytes: () =>
    packageOf({
      mimetype: MIME,
      'content.xml': `<office:document-content ${ODT}><office:body><office:text>${inside()}</office:text></office:body></office:document-content>`,
    }),
});

/** Packages that unpack to more than they show, and Word files that hold more than anybody writes. */
export const PACKAGES: readonly HostileFile[] = [
  {
    name: 'flat-bomb.docx',
    bytes: () => packageOf({ 'word/document.xml': Buffer.alloc(200 * MEGABYTE, 32) }, 6),
  },
  {
    name: 'sum-of-parts.docx',
    bytes: () => {
      const part = documentOf(times(60_000, `<w:p><w:r><w:t>${'甲乙丙丁'.repeat(30)}</w:t></w:r></w:p>`));
      const headers = Array.from({ length: 8 }, (_, index) => [`word/header${index}.xml`, part]);
      return packageOf(
        { 'word/document.xml': part, ...(Object.fromEntries(headers) as Record<string, string>) },
        6,
      );
    },
  },
  {
    name: 'understated.docx',
    bytes: () =>
      rawPackage([
        { name: 'word/document.xml', packed: deflated(Buffer.alloc(300 * MEGABYTE, 32)), stated: 1000 },
      ]),
  },
  {
    name: 'overlapping.docx',
    bytes: () => {
      const packed = deflated(Buffer.alloc(900_000, 32));
      const parts = Array.from({ length: 4000 }, (_, index) => ({
        name: `word/header${index}.xml`,
        packed,
        stated: 900_000,
      }));
      return rawPackage([{ ...parts[0]!, name: 'word/document.xml' }, ...parts], true);
    },
  },
  {
    name: 'many-entries.docx',
    bytes: () =>
      packageOf(
        Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`word/x${index}.xml`, 'x'])),
      ),
  },
  {
    name: 'many-small-parts.docx',
    bytes: () =>
      packageOf({
        'word/document.xml': documentOf(paragraph('甲')),
        ...Object.fromEntries(
          Array.from({ length: 4500 }, (_, index) => [
            `word/header${index}.xml`,
            documentOf(times(900, '<w:p/>')),
          ]),
        ),
      }),
  },
  {
    name: 'nested.docx',
    bytes: () =>
      packageOf({
        'word/document.xml': packageOf({
          'word/document.xml': packageOf({ x: Buffer.alloc(50 * MEGABYTE) }),
        }),
      }),
  },
  { name: 'cut-off.docx', bytes: () => docxOf(paragraph('甲').repeat(500)).subarray(0, 700) },
  word('empty-paragraphs', () => times(350_000, '<w:p/>')),
  word('full-paragraphs', () => times(120_000, '<w:p><w:r><w:t>甲乙丙丁</w:t></w:r></w:p>')),
  word('just-below', () => times(55_000, '<w:p><w:r><w:t>一、群众的事情要办好。</w:t></w:r></w:p>')),
  word('one-long-run', () => `<w:p><w:r><w:t>${times(1_400_000, '甲')}</w:t></w:r></w:p>`),
  word('too-long-run', () => `<w:p><w:r><w:t>${times(16_000_000, '甲')}</w:t></w:r></w:p>`),
  word('deep', () => times(200_000, '<w:sdt><w:sdtContent>')),
  word(
    'deep-but-sound',
    () => times(3000, '<w:sdt><w:sdtContent>') + paragraph('甲') + times(3000, '</w:sdtContent></w:sdt>'),
  ),
  word(
    'boxes-in-boxes',
    () =>
      times(900, '<w:p><w:r><w:drawing><w:txbxContent>') +
      paragraph('甲') +
      times(900, '</w:txbxContent></w:drawing></w:r></w:p>'),
  ),
  word(
    'million-attributes',
    () => `<w:p ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
  ),
  long(
    word(
      'half-million-attributes',
      () => `<w:p ${Array.from({ length: 480_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
    ),
  ),
  word('long-attribute', () => `<w:p x="${times(45 * MEGABYTE, 'x')}"/>`),
  word('open-fields', () =>
    times(
      8000,
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>甲</w:instrText><w:t>乙</w:t></w:r></w:p>',
    ),
  ),
  word(
    'table-of-cells',
    () => `<w:tbl>${times(300, `<w:tr>${times(300, '<w:tc><w:p/></w:tc>')}</w:tr>`)}</w:tbl>`,
  ),
  word(
    'ragged-table',
    () =>
      `<w:tbl><w:tr>${times(60_000, '<w:tc><w:p/></w:tc>')}</w:tr>${times(30_000, `<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>`)}</w:tbl>`,
  ),
  word(
    'tables-in-tables',
    () => times(400, '<w:tbl><w:tr><w:tc>') + paragraph('甲') + times(400, '</w:tc></w:tr></w:tbl>'),
  ),
  word(
    'wide-spans',
    () =>
      `<w:tbl>${times(2000, `<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraph('甲')}</w:tc></w:tr>`)}</w:tbl>`,
  ),
  {
    name: 'billion-laughs.docx',
    bytes: () =>
      packageOf({
        'word/document.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`).join('')}]><w:document ${W}><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>`,
      }),
  },
  {
    name: 'external-entity.docx',
    bytes: () =>
      packageOf({
        'word/document.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body><w:p>&e;</w:p></w:body></w:document>`,
      }),
  },
  {
    name: 'million-styles.docx',
    bytes: () =>
      docxOf(paragraph('甲'), {
        styles: Array.from(
          { length: 200_000 },
          (_, index) => `<w:style w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
        ).join(''),
      }),
  },
  {
    name: 'circle-of-styles.docx',
    bytes: () =>
      docxOf(times(3000, paragraph('甲', '<w:pStyle w:val="s0"/>')), {
        styles: Array.from(
          { length: 20_000 },
          (_, index) =>
            `<w:style w:styleId="s${index}"><w:basedOn w:val="s${(index + 1) % 20_000}"/></w:style>`,
        ).join(''),
      }),
  },
  {
    name: 'many-numberings.docx',
    bytes: () =>
      docxOf(times(20_000, paragraph('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>')), {
        numbering: Array.from(
          { length: 50_000 },
          (_, index) =>
            `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0"><w:lvlText w:val="${times(20, '%1')}"/></w:lvl></w:abstractNum><w:num w:numId="${index}"><w:abstractNumId w:val="${index}"/></w:num>`,
        ).join(''),
      }),
  },
  odt(
    'repeated-columns',
    () =>
      `<table:table>${times(500, '<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"><text:p>甲</text:p></table:table-cell></table:table-row>')}</table:table>`,
  ),
  odt('spaces', () => times(30_000, '<text:p>甲<text:s text:c="999999999"/>乙</text:p>')),
  odt('paragraphs', () => times(300_000, '<text:p/>')),
  odt(
    'lists-in-lists',
    () =>
      times(1500, '<text:list><text:list-item>') +
      '<text:p>甲</text:p>' +
      times(1500, '</text:list-item></text:list>'),
  ),
];
