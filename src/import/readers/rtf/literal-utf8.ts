const HIGH = /[\u0080-\u00FF]+/g;
/** As few bytes of another encoding may look like UTF-8 by chance. */
const FEWEST = 7;

/**
 * A source whose bytes beyond ASCII are UTF-8, whatever it says, as web systems write RTF; these become the file's own Unicode marks. `undefined`
 * where they are not. The source has one byte a character.
 */
export function withoutLiteralUtf8(source: string): string | undefined {
  const runs = source.match(HIGH) ?? [];
  const bytes = runs.reduce((sum, run) => sum + run.length, 0);
  if (bytes < FEWEST || !runs.every(isUtf8)) return undefined;
  return source.replace(HIGH, (run) => {
    const marks = Array.from(decoded(run).split(''), (unit) => `\\u${unit.charCodeAt(0)} `);
    return `{\\uc0${marks.join('')}}`;
  });
}

function decoded(run: string): string {
  return Buffer.from(run, 'latin1').toString('utf8');
}

function isUtf8(run: string): boolean {
  return !decoded(run).includes('\uFFFD');
}
