import { latin } from './stripped.ts';

/** Pictures that browsers show and nothing else. */
export const PICTURE_ENDINGS = ['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'] as const;
/** Files to which pages may lead. */
export const ATTACHMENT_ENDINGS = ['.pdf', '.docx', '.xlsx', '.zip'] as const;

type Ending = (typeof PICTURE_ENDINGS)[number] | (typeof ATTACHMENT_ENDINGS)[number];

/** What a file is by its first bytes, in words; `undefined` for what is not known. */
export function nameOfKind(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 0, Math.min(bytes.length, 512));
  const found = SIGNATURES.find(([, pattern]) => pattern.test(head));
  return found?.[0];
}

/** The first that fits is what a file is. */
const SIGNATURES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['JPEG', /^\xff\xd8\xff/],
  ['PNG', /^\x89PNG\r\n\x1a\n/],
  ['GIF', /^GIF8[79]a/],
  ['WebP', /^RIFF[^]{4}WEBP/],
  ['AVIF', /^[^]{4}ftyp(?:avi[fs]|(?:mif1|miaf|msf1)[^]{4}(?:[^]{4}){0,16}?avi[fs])/],
  ['HEIC', /^[^]{4}ftyp(?:hei|hev|mif1|msf1)/],
  ['MP4', /^[^]{4}ftyp/],
  ['TIFF', /^(?:II\*\0|MM\0\*)/],
  ['BMP', /^BM[^]{4}\0\0\0\0/],
  ['PDF', /^%PDF-/],
  ['ZIP', /^PK(?:\x03\x04|\x05\x06)/],
  ['旧版 Office 文件', /^\xd0\xcf\x11\xe0/],
  ['网页', /^(?:\xef\xbb\xbf)?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script)\b/i],
  [
    'SVG',
    /^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--[^]*?(?:-->|$)\s*)*(?:<(?:[\w-]+:)?svg\b|<!DOCTYPE\s+svg\b|$)|^(?:\xff\xfe<\0|\xfe\xff\0<)/i,
  ],
];

/** What a file of this ending must be. */
const EXPECTED: Record<Ending, string> = {
  '.svg': 'SVG',
  '.png': 'PNG',
  '.jpg': 'JPEG',
  '.jpeg': 'JPEG',
  '.gif': 'GIF',
  '.webp': 'WebP',
  '.avif': 'AVIF',
  '.pdf': 'PDF',
  '.docx': 'ZIP',
  '.xlsx': 'ZIP',
  '.zip': 'ZIP',
};

/** The ending of a name in small letters where it is one that `media/` may hold. */
export function endingOf(name: string): Ending | undefined {
  const ending = /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(EXPECTED, ending) ? (ending as Ending) : undefined;
}

/** Whether a file is one that pages lead to and do not show. */
export function isAttachment(name: string): boolean {
  return (ATTACHMENT_ENDINGS as readonly (string | undefined)[]).includes(endingOf(name));
}

export function expectedKind(ending: Ending): string {
  return EXPECTED[ending];
}

/** The ending that a file of a kind should have; nothing where `media/` holds no such files. */
export function endingFor(kind: string): string | undefined {
  return Object.entries(EXPECTED).find(([, expected]) => expected === kind)?.[0];
}
