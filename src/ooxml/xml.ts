/** Namespaces of Office files (ECMA-376, part 1). */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export type Attributes = Readonly<Record<string, string | number>>;

/** An element; `inner` is XML already, attributes are escaped here. */
export function element(name: string, attributes: Attributes = {}, inner = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

/** A part of the file from its root element. */
export function part(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Text for XML. What XML cannot hold (control characters, halves of surrogate pairs) becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text of a cell: `_x0041_` would be read as a character code (ECMA-376, part 1, 22.9.2.19), so its first mark is written as one. */
export function cellText(text: string): string {
  return escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}
