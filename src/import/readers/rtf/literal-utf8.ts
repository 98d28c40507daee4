const HIGH = /[\u0080-\u00FF]+/g;
/** As few bytes of another encoding may look like UTF-8 by chance. */
const FEWEST = 7;

/** Whether the bytes of a source that stand in it as they are, beyond ASCII, are UTF-8 whatever it says, as web systems write RTF. It has one byte a character. */
export function holdsLiteralUtf8(source: string): boolean {
  let bytes = 0;
  for (const [run] of source.matchAll(HIGH)) {
    bytes += run.length;
    if (Buffer.from(run, 'latin1').toString('utf8').includes('\uFFFD')) return false;
  }
  return bytes >= FEWEST;
}
