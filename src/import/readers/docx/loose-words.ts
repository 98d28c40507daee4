import { elementsOf, type XmlElement } from '../xml.ts';

/** All words of a tree, whatever they are, in the order of the file: of copies for old programs, charts, drawings. */
export function looseWords(element: XmlElement | undefined, withDescriptions = false): string {
  if (!element) return '';
  const { descr = '', title = '', alt = '' } = element.attributes;
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
    case 'a:t':
    case 'c:v':
      return element.text;
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbolCharacter(element);
    case 'v:textpath':
      return element.attributes.string ?? '';
    default: {
      const said = element.name === 'wp:docPr' ? descr + title : element.name === 'v:shape' ? alt : '';
      const inside = elementsOf(element).map((child) => looseWords(child, withDescriptions));
      return (withDescriptions ? said : '') + inside.join('');
    }
  }
}

/** The character that the code of `w:sym` stands for in its font; empty where the code is none. */
export function symbolCharacter(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
