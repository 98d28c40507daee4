/** Bytes of a file, both ends included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The part of a file of `size` bytes that a `Range` header asks for (RFC 9110, 14.1.2). The whole file where there is no header, or one that
 * a server may pass over: another unit, several ranges, words that are no range. Impossible where no byte of the file lies in it.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'whole' | 'impossible' {
  const [, first, last] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return 'whole';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : 'impossible';
}
