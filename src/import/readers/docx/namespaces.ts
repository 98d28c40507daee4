import { isElement, rootOf, type XmlElement } from '../xml.ts';

/** The prefixes by which the readers know the vocabularies of Office files: transitional, strict, and of Word 2003. */
const VOCABULARIES: Record<string, readonly string[]> = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
    'http://schemas.microsoft.com/office/word/2003/wordml',
  ],
  m: [
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
    'http://schemas.microsoft.com/office/omml/2004/12/core',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  wp: [
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
  ],
  pic: [
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    'http://purl.oclc.org/ooxml/drawingml/picture',
  ],
  dgm: [
    'http://schemas.openxmlformats.org/drawingml/2006/diagram',
    'http://purl.oclc.org/ooxml/drawingml/diagram',
  ],
  c: ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'],
  v: ['urn:schemas-microsoft-com:vml'],
  o: ['urn:schemas-microsoft-com:office:office'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
  aml: ['http://schemas.microsoft.com/aml/2001/core'],
  wx: ['http://schemas.microsoft.com/office/word/2003/auxHint'],
};
const PREFIXES = new Map(
  Object.entries(VOCABULARIES).flatMap(([prefix, names]) => names.map((name) => [name, prefix])),
);

type Scope = ReadonlyMap<string, string>;

/** The root of a part, its elements and attributes named by the usual prefixes, whatever prefixes the file has. Throws UnreadableFile. */
export function partRoot(bytes: Uint8Array, name: string): XmlElement {
  return withUsualPrefixes(rootOf(bytes, name));
}

/** Renames the elements and attributes of a tree in place. */
export function withUsualPrefixes(root: XmlElement): XmlElement {
  const open: [element: XmlElement, scope: Scope][] = [[root, new Map()]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, outer] = next;
    const scope = scopeOf(element, outer);
    element.name = renamed(element.name, scope, scope.get(''));
    rename(element, scope);
    for (const child of element.children) if (isElement(child)) open.push([child, scope]);
  }
  return root;
}

function scopeOf(element: XmlElement, outer: Scope): Scope {
  const declared = Object.entries(element.attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, value]): [string, string] => [name.slice(6), value])]);
}

function rename(element: XmlElement, scope: Scope): void {
  const written = Object.entries(element.attributes);
  const usual = written.map(([name, value]): [string, string] => [
    name.includes(':') && !name.startsWith('xmlns:') ? renamed(name, scope, undefined) : name,
    value,
  ]);
  if (usual.some(([name], index) => name !== written[index]?.[0]))
    element.attributes = Object.fromEntries(usual);
}

function renamed(name: string, scope: Scope, usual: string | undefined): string {
  const at = name.indexOf(':');
  const vocabulary = at < 0 ? usual : scope.get(name.slice(0, at));
  const prefix = vocabulary === undefined ? undefined : PREFIXES.get(vocabulary);
  return prefix === undefined ? name : `${prefix}:${name.slice(at + 1)}`;
}
