import { decode, UnreadableFile } from '../../../domain/decode.ts';
import { readHtml } from '../html/html.ts';
import { readMhtml } from '../mhtml/mhtml.ts';
import { plainReading, type Reading } from '../reading.ts';
import { readRtf } from '../rtf/rtf.ts';
import { readDocxInside } from './docx.ts';

/** Reads a file that stands whole inside of another (`w:altChunk`); `undefined` for kinds that are not read. */
export function readEmbedded(name: string, bytes: Uint8Array, depth: number): Reading | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  try {
    if (start.startsWith('PK\u0003\u0004')) return readDocxInside(bytes, depth);
    if (start.startsWith('{\\rtf')) return readRtf(bytes);
    if (/\.mht(?:ml)?$/i.test(name) || /^MIME-Version:/im.test(start)) return readMhtml(bytes);
    if (/\.x?html?$/i.test(name) || /^\W{0,3}\s*<(?:!doctype html|html|body|p|div)\b/i.test(start))
      return readHtml(bytes, undefined);
    if (/\.txt$/i.test(name)) return plainReading('文本', 'rich', decode(bytes).text, undefined);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}
