import { UnreadableFile } from '../../../domain/decode.ts';
import { readHtml } from '../html/html.ts';
import type { Reading } from '../reading.ts';

interface MimePart {
  headers: ReadonlyMap<string, string>;
  /** From where to where the body stands in the source. */
  body: string;
}

const DEEPEST = 10;
const MOST_PARTS = 2000;

/**
 * Reads a web archive (.mht, and many a .doc): the page that it is of, as any page (RFC 2557). Pictures and styles beside it are passed over. Throws
 * UnreadableFile.
 */
export function readMhtml(bytes: Uint8Array): Reading {
  const source = Buffer.from(bytes).toString('latin1');
  const pages = partsOf(partIn(source), 0).filter((part) =>
    /^text\/html\b|^application\/xhtml/i.test(typeOf(part)),
  );
  const [page] = pages;
  if (!page) throw new UnreadableFile('网页归档（.mht）里没有网页；请用浏览器或 Word 打开后另存为 .docx');
  const content = bodyOf(page);
  const reading = readHtml(content, charsetThatFits(parameter(typeOf(page), 'charset'), content));
  const beside = pages.length - 1;
  return {
    ...reading,
    format: '网页归档（.mht）',
    notes: [
      ...reading.notes,
      ...(beside > 0 ? [`归档里另有 ${beside} 个网页（页眉页脚或框架），没有取`] : []),
    ],
  };
}

/** Whether a file begins as a web archive does. */
export function isMhtml(start: string): boolean {
  return /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart\/related)/i.test(
    start.replace(/^\uFEFF|^ï»¿/, ''),
  );
}

function partIn(source: string): MimePart {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const headers = unfolded.split(/\r?\n/).map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
  });
  return { headers: new Map(headers), body: end ? source.slice(end.index + end[0].length) : '' };
}

/** A part, or the parts inside of it. */
function partsOf(part: MimePart, depth: number): MimePart[] {
  const boundary = parameter(typeOf(part), 'boundary');
  if (!/^multipart\//i.test(typeOf(part)) || boundary === undefined || depth > DEEPEST) return [part];
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1, MOST_PARTS);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsOf(partIn(piece.replace(/^[^\n]*\r?\n/, '')), depth + 1));
}

function typeOf({ headers }: MimePart): string {
  return headers.get('content-type') ?? 'text/plain';
}

function parameter(value: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value);
  return match?.[1] ?? match?.[2];
}

/** The encoding that the archive states, where its bytes can be read in it. */
function charsetThatFits(stated: string | undefined, content: Uint8Array): string | undefined {
  try {
    new TextDecoder(stated, { fatal: true }).decode(content);
    return stated;
  } catch {
    return undefined;
  }
}

/** A part's bytes (RFC 2045, 6). */
function bodyOf({ headers, body }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
