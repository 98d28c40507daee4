import { numberFormatOf } from '../../../domain/list-numbers.ts';
import { countWordXml } from '../../account/ooxml/word-xml.ts';
import type { Reading } from '../reading.ts';
import { childOf, elementsOf, xmlText, type XmlElement } from '../xml.ts';
import { BodyReader } from './body-reader.ts';
import { partRoot } from './namespaces.ts';
import type { Parts } from './parts.ts';

/** Names of Word 2003 by those that took their place. */
const RENAMED: Record<string, string> = {
  ...{ 'w:listPr': 'w:numPr', 'w:ilfo': 'w:numId', 'w:listDef': 'w:abstractNum', 'w:list': 'w:num' },
  ...{ 'w:ilst': 'w:abstractNumId', 'w:listStyleLink': 'w:numStyleLink', 'w:lists': 'w:numbering' },
};
const ATTRIBUTES: Record<string, string> = { 'w:listDefId': 'w:abstractNumId', 'w:ilfo': 'w:numId' };
const CHANGES: Record<string, string> = {
  ...{ 'Word.Insertion': 'w:ins', 'Word.Deletion': 'w:del', 'Word.Comment': 'w:comment' },
};

/** Reads an XML document of Word 2003 (WordprocessingML 2003), usually saved as .doc or .xml. Throws UnreadableFile. */
export function readWord2003(bytes: Uint8Array): Reading {
  const root = partRoot(bytes, 'Word 2003 XML');
  const headers: XmlElement[] = [];
  modernize(root, headers);
  const reader = new BodyReader(partsOf(root), () => undefined);
  reader.readBody(root);
  for (const header of headers) reader.leaveWhole(header, '页眉页脚', '页眉页脚');
  if (root.attributes['w:macrosPresent'] === 'yes') reader.collector.note('文件带宏，没有运行，也没有带入');
  return reader.collector.finish('Word 2003 XML 文档', countWordXml(xmlText(bytes)));
}

/** The file as parts: styles and lists stand in it beside the body. */
function partsOf(root: XmlElement): Parts {
  const parts = new Map([
    ['styles', childOf(root, 'w:styles')],
    ['numbering', childOf(root, 'w:numbering')],
  ]);
  return {
    ofKind: (...kinds) => kinds.filter((kind) => parts.get(kind) !== undefined),
    byId: () => undefined,
    bytes: () => undefined,
    root: (name) => parts.get(name ?? ''),
  };
}

/** Gives elements the names and places that later files give them; headers, which stand among the properties of a section, are taken out. */
function modernize(root: XmlElement, headers: XmlElement[]): void {
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    const { attributes } = element;
    if (element.name === 'aml:annotation')
      element.name = CHANGES[attributes['w:type'] ?? ''] ?? 'aml:content';
    if (element.name === 'w:nfc') {
      element.name = 'w:numFmt';
      attributes['w:val'] = numberFormatOf(Number(attributes['w:val'] ?? 0));
    }
    if (element.name === 'w:suff') attributes['w:val'] = (attributes['w:val'] ?? '').toLowerCase();
    for (const [old, recent] of Object.entries(ATTRIBUTES)) {
      const value = attributes[old];
      if (value !== undefined) attributes[recent] = value;
    }
    element.name = RENAMED[element.name] ?? element.name;
    const heads = elementsOf(element).filter(({ name }) => name === 'w:hdr' || name === 'w:ftr');
    headers.push(...heads);
    element.children = element.children.filter((child) => !heads.includes(child as XmlElement));
    open.push(...elementsOf(element).reverse(), ...[...heads].reverse());
  }
}
