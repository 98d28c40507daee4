import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { ASK_EACH_TIME, cachingOf } from '../hosting/caching.ts';
import { isText, mediaTypeOf } from '../hosting/media-types.ts';
import { byteRangeOf, type ByteRange } from './byte-range.ts';
import { openSiteFile, type SiteFile } from './site-file.ts';
import { targetOf } from './target.ts';

/** A built site, and the path under which it is served, a slash at both ends. */
export interface ServedSite {
  folder: string;
  basePath: string;
}

/** The methods that a site of files knows. */
export const ALLOWED = 'GET, HEAD';

const WORDS: Record<number, string> = {
  400: '地址写得不对',
  404: '没有这个网页',
  405: '只能读取',
  416: '没有要的这一段',
  500: '服务器出错了',
};

/** Answers one request. Throws what the file system refuses, and where the reader leaves in the midst of it. */
export async function answer(
  site: ServedSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answerInWords(response, 405, { allow: ALLOWED });
    return;
  }
  const target = targetOf(request.url ?? '', site.basePath);
  if (target.kind === 'malformed') answerInWords(response, 400);
  else if (target.kind === 'way in') response.writeHead(302, { location: site.basePath }).end();
  else if (target.kind === 'nothing' || !(await sendIfThere(site.folder, target.parts, request, response)))
    await answerMissing(site.folder, request, response);
}

/** Sends a file of a folder, or what a request asks of it. Resolves to whether it is there; where it is not, nothing has been sent. */
export async function sendIfThere(
  folder: string,
  parts: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = await openSiteFile(folder, parts);
  if (!file) return false;
  try {
    await sendFile(file, request, response);
  } finally {
    await file.handle.close();
  }
  return true;
}

/** Says in a few words what is the matter with a request. */
export function answerInWords(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${WORDS[status] ?? status}\n`);
}

async function sendFile(file: SiteFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { name, path, size, modified } = file;
  const tag = `W/"${size}-${modified.getTime()}"`;
  response.setHeader('etag', tag);
  response.setHeader('last-modified', modified.toUTCString());
  response.setHeader('cache-control', cachingOf(path));
  response.setHeader('accept-ranges', 'bytes');
  if (isKnown(tag, request.headers['if-none-match'])) {
    response.writeHead(304).end();
    return;
  }
  // `If-Range` asks for the whole of a file that may have changed, and a weak tag never says that it has not (RFC 9110, 13.1.5).
  const isForPart = request.method === 'GET' && request.headers['if-range'] === undefined;
  const range = isForPart ? byteRangeOf(request.headers.range, size) : 'whole';
  if (range === 'impossible') {
    answerInWords(response, 416, { 'content-range': `bytes */${size}` });
    return;
  }
  response.setHeader('content-type', typeOf(name));
  if (range === 'whole') {
    response.writeHead(200, { 'content-length': size });
    await sendBytes(file, { start: 0, end: size - 1 }, request, response);
    return;
  }
  const { start, end } = range;
  response.writeHead(206, {
    'content-range': `bytes ${start}-${end}/${size}`,
    'content-length': end - start + 1,
  });
  await sendBytes(file, range, request, response);
}

/** The site's own page for what is not there, or a few words. */
async function answerMissing(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', ASK_EACH_TIME);
  const page = await openSiteFile(folder, ['404.html']);
  if (!page) {
    answerInWords(response, 404);
    return;
  }
  try {
    response.writeHead(404, { 'content-type': typeOf(page.name), 'content-length': page.size });
    await sendBytes(page, { start: 0, end: page.size - 1 }, request, response);
  } finally {
    await page.handle.close();
  }
}

async function sendBytes(
  { handle }: SiteFile,
  { start, end }: ByteRange,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'HEAD' || start > end) {
    response.end();
    return;
  }
  const bytes = handle.createReadStream({ start, end, autoClose: false });
  await pipeline(bytes, response);
  // A file that was cut short meanwhile: the reader would wait for the rest of it.
  if (bytes.bytesRead < end - start + 1) request.socket.destroy();
}

function isKnown(tag: string, known = ''): boolean {
  return known.split(',').some((each) => ['*', tag].includes(each.trim()));
}

function typeOf(name: string): string {
  const type = mediaTypeOf(name) ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}
