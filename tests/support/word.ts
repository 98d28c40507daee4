import { strFromU8, unzipSync } from 'fflate';

/** An element of an XML part. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

const TOKEN = /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;

/** Reads XML strictly: throws where it is not well formed. */
export function readXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [whole, end, name, attributes = '', empty, text, stray] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (stray !== undefined) throw new Error(`a stray < near ${whole}`);
    if (text !== undefined) parent.text += plain(text);
    else if (name !== undefined && end) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const node: XmlNode = { name, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('the root is not closed');
  return root.children[0]!;
}

function attributesOf(source: string): Record<string, string> {
  const found = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    plain(value),
  ]);
  if (new Set(found.map(([key]) => key)).size !== found.length)
    throw new Error(`an attribute twice: ${source}`);
  return Object.fromEntries(found) as Record<string, string>;
}

function plain(text: string): string {
  if (/&(?!(amp|lt|gt|quot);)/.test(text)) throw new Error(`a stray & in ${text}`);
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** All elements of a name, in the order of the document. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The parts of an Office file, read. */
export function partsOf(file: Uint8Array): Map<string, XmlNode> {
  return new Map(Object.entries(unzipSync(file)).map(([name, data]) => [name, readXml(strFromU8(data))]));
}

/** The words of a document's body, as a reader of the file meets them. */
export function bodyText(file: Uint8Array): string {
  return all(partsOf(file).get('word/document.xml')!, 'w:t')
    .map(({ text }) => text)
    .join('');
}
