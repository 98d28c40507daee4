import { decodeSource } from '../../domain/decode-source.ts';
import { UnreadableFile } from '../../domain/decode.ts';
import { readDoc } from './doc/doc.ts';
import { readDocx } from './docx/docx.ts';
import { readFlatOpc } from './docx/flat-opc.ts';
import { readWord2003 } from './docx/word-2003.ts';
import { readHtml } from './html/html.ts';
import { isMhtml, readMhtml } from './mhtml/mhtml.ts';
import { readFlatOdt, readOdt } from './odt/odt.ts';
import { otherFile, unknownFile } from './other-files.ts';
import { readPdf } from './pdf/pdf.ts';
import { readRtf } from './rtf/rtf.ts';
import { plainReading, type Reading } from './reading.ts';

type Reader = (bytes: Uint8Array, encoding: string | undefined) => Reading | Promise<Reading>;

const TEXT_NAMES: Record<string, string> = {
  '.txt': '文本（.txt）',
  '.text': '文本（.txt）',
  '.md': 'Markdown（.md）',
  '.markdown': 'Markdown（.md）',
};
const PAGE_NAMES = ['.html', '.htm', '.shtml', '.xhtml'];

/**
 * Reads a source by what it is, not by what its name says: much that is called .doc was saved by a web system as a page, as RTF or as
 * .docx. `extension` is lower-case with its dot. Throws UnreadableFile.
 */
export async function readSource(
  extension: string,
  bytes: Uint8Array,
  encoding: string | undefined,
): Promise<Reading> {
  const other = otherFile(extension, bytes);
  if (other !== undefined) throw new UnreadableFile(other);
  const found = readerFor(extension, bytes);
  if (found === undefined) throw new UnreadableFile(unknownFile(extension));
  return found(bytes, encoding);
}

/** Every extension that can be imported, for the command's help. */
export const EXTENSIONS = [
  '.docx',
  '.docm',
  '.doc',
  '.wps',
  '.rtf',
  '.odt',
  '.pdf',
  ...PAGE_NAMES,
  ...Object.keys(TEXT_NAMES),
];

function readerFor(extension: string, bytes: Uint8Array): Reader | undefined {
  const start = latin1(bytes, 512);
  if (start.startsWith('PK\u0003\u0004'))
    return start.includes('application/vnd.oasis.opendocument.text') ? readOdt : packageReader(extension);
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) return readDoc;
  if (start.startsWith('{\\rtf')) return readRtf;
  if (start.includes('%PDF-')) return readPdf;
  if (!(extension in TEXT_NAMES) && isMhtml(latin1(bytes, 4096))) return readMhtml;
  const xml = xmlReader(bytes);
  if (xml) return xml;
  if (PAGE_NAMES.includes(extension) || /^\W{0,3}\s*(?:<!doctype html|<html[\s>])/i.test(start))
    return readHtml;
  const name = TEXT_NAMES[extension];
  return name === undefined ? undefined : (source, encoding) => readText(name, source, encoding);
}

function latin1(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

/** A Word file that is one XML text, by the vocabulary of its root, in whatever encoding. */
function xmlReader(bytes: Uint8Array): Reader | undefined {
  const start = latin1(bytes, 8192).replaceAll('\0', '');
  if (!/^[^<]{0,4}<[?!\w]/.test(start)) return undefined;
  if (start.includes('http://schemas.microsoft.com/office/2006/xmlPackage')) return readFlatOpc;
  if (start.includes('http://schemas.microsoft.com/office/word/2003/wordml')) return readWord2003;
  return start.includes('urn:oasis:names:tc:opendocument:xmlns:office:1.0') ? readFlatOdt : undefined;
}

/** Any other package is taken for a Word file. */
function packageReader(extension: string): Reader {
  return extension === '.odt' || extension === '.ott' ? readOdt : readDocx;
}

function readText(name: string, bytes: Uint8Array, encoding: string | undefined): Reading {
  const decoded = decodeSource(bytes, encoding);
  return plainReading(name, name.includes('.md') ? 'markdown' : 'plain', decoded.text, decoded);
}
