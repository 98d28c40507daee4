import { DOCX, XLSX } from '../../ooxml/media-types.ts';

/** The types of all files that a site may hold, by file name ending. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  txt: 'text/plain',
  csv: 'text/csv',
  ics: 'text/calendar',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  docx: DOCX,
  xlsx: XLSX,
  zip: 'application/zip',
  wasm: 'application/wasm',
  pf_index: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  pagefind: 'application/octet-stream',
  bin: 'application/octet-stream',
};

/** Whether files of a type are words, which a server sends compressed. Pictures, papers and the search index are compressed in themselves. */
export function isText(type: string): boolean {
  return /^text\/|^image\/svg|[/+](?:json|xml)$/.test(type);
}

/** The type of a file by its name; `undefined` for endings that no site has. */
export function mediaTypeOf(name: string): string | undefined {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined;
}
