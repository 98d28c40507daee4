import { strToU8, zipSync, type Zippable } from 'fflate';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A zip of named texts. */
export function packageOf(files: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable,
  );
}

/** A .docx with the given inside of `w:body`, and of other files of its `word` folder by name (`numbering`, `footnotes` …). */
export function docxOf(body: string, more: Record<string, string> = {}): Uint8Array {
  const others = Object.entries(more).map(([name, inside]) => [
    `word/${name}.xml`,
    `<w:${name} ${W}>${inside}</w:${name}>`,
  ]);
  return packageOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...(Object.fromEntries(others) as Record<string, string>),
  });
}

/** A paragraph of WordprocessingML: its words, its properties, and the properties of its run. */
export function paragraph(words: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}
