import { isForReaders } from '../hosting/for-readers.ts';

/**
 * What a request asks for: a file of the site by the parts of its path; the way into a site that stands below a path; nothing that
 * readers may have; or no address at all.
 */
export type Target =
  | { kind: 'file'; parts: readonly string[] }
  | { kind: 'way in' }
  | { kind: 'nothing' }
  | { kind: 'malformed' };

/**
 * Reads the target of a request line. Everything is decoded once, part by part, before it is judged, so that no way of writing a dot or a
 * slash says more than another. Never throws.
 */
export function targetOf(url: string, basePath: string): Target {
  const path = url.split('?', 1)[0] ?? '';
  if (!path.startsWith('/')) return { kind: 'malformed' };
  const parts = decoded(path.slice(1));
  if (!parts || parts.some((part) => /[\0\\]/.test(part))) return { kind: 'malformed' };
  const base = basePath.split('/').slice(1, -1);
  const rest = parts.slice(base.length);
  const isBelow = base.every((part, index) => parts[index] === part);
  if (isBelow ? rest.length === 0 : parts.join('/') === '') return { kind: 'way in' };
  const last = rest.pop() || 'index.html';
  const inner = [...rest, last];
  return isBelow && inner.every(isForReaders) ? { kind: 'file', parts: inner } : { kind: 'nothing' };
}

function decoded(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
