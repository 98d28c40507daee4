import { parseXml, XmlCdata, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import { decode, UnreadableFile } from '../../domain/decode.ts';

export type { XmlElement, XmlNode } from '@rgrove/parse-xml';

/**
 * The root element of an XML file. A document type (and with it every entity a file could define or fetch) is refused, not read.
 * Throws UnreadableFile.
 */
export function rootOf(bytes: Uint8Array, name: string): XmlElement {
  const text = xmlText(bytes);
  try {
    const { root } = parseXml(text);
    if (root) return root;
  } catch (error) {
    throw new UnreadableFile(`${name} 不是合格的 XML；请用 Word 或 WPS 打开后另存一份`, { cause: error });
  }
  throw new UnreadableFile(`${name} 是空的`);
}

/** The text of an XML file, if it is safe to read. Throws UnreadableFile. */
export function xmlText(bytes: Uint8Array): string {
  const text = decode(bytes, undefined).text.replace(/^\uFEFF/, '');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new UnreadableFile('内含 XML 文档类型或实体定义，可能是恶意文件，已拒绝');
  return text;
}

/** The element children of a node. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement);
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
}

/** The child elements of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (
    element?.children.filter((child): child is XmlElement => isElement(child) && child.name === name) ?? []
  );
}

export function isElement(node: XmlNode): node is XmlElement {
  return node instanceof XmlElement;
}

/** The words of a text node, `undefined` for any other. */
export function wordsOf(node: XmlNode): string | undefined {
  return node instanceof XmlText || node instanceof XmlCdata ? node.text : undefined;
}
