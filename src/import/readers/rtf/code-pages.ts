const LABELS: Record<number, string> = {
  ...{
    936: 'gb18030',
    54936: 'gb18030',
    950: 'big5',
    932: 'shift_jis',
    949: 'euc-kr',
    1250: 'windows-1250',
    1251: 'windows-1251',
  },
  ...{
    1252: 'windows-1252',
    1253: 'windows-1253',
    1254: 'windows-1254',
    65001: 'utf-8',
    10000: 'macintosh',
    10008: 'gb18030',
  },
};
const DOUBLE_BYTE = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr']);

/** The encoding of a Windows code page. */
export function labelOf(page: number): string | undefined {
  return LABELS[page];
}

/** Whether some bytes end in the first half of a two-byte character, so that the next byte belongs to it. */
export function isDoubleByteLead(bytes: readonly number[], charset: string): boolean {
  if (!DOUBLE_BYTE.has(charset)) return false;
  let isLead = false;
  for (const byte of bytes) isLead = !isLead && byte >= 0x81;
  return isLead;
}
