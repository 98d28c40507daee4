import { hash } from 'node:crypto';

/** `dev` keeps no pages, and keys to ten thousand of them would take longer than the page that is asked for. */
const NOT_KEPT = '';

/**
 * A digest of a page’s props: it changes with anything in them. Throws a TypeError for what is not plain data, which a digest would
 * pass over.
 */
export function keyOf(props: object): string {
  if (import.meta.env?.DEV) return NOT_KEPT;
  return hash('sha1', JSON.stringify(props, plainOnly), 'base64');
}

function plainOnly(name: string, value: unknown): unknown {
  const isPlain =
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    isRecord(value) ||
    value instanceof Date;
  if (typeof value === 'function' || !isPlain)
    throw new TypeError(`a page cannot print ${name}: it is no plain data`);
  return value;
}

function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
