/** Styles of a drawing that ask for nothing outside of it. */
export interface CleanStyles {
  styles: string;
  /** Whether something was asked for from elsewhere, and whether remarks are gone. */
  hadOutside: boolean;
  hadRemarks: boolean;
}

/** Changes data inside of a drawing (`data:…`); nothing for what may not stay. */
export type CleanData = (address: string) => string | undefined;

const REMARK_OR_STRING = /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?/g;
const IMPORT = /@import(?:"[^"]*"|'[^']*'|[^;"'])*;?/gi;
const URL_OF = /\burl\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)]*))\s*\)?/gi;
/** Other ways to name a picture: `image-set("a.png" 1x)`, `image("a.png")`, and the script that old browsers ran. */
const OTHER_PICTURES =
  /(?<![\w-])(?:-webkit-)?(?:image-set|image|src|cross-fade|expression)\((?:[^()]|\([^()]*\))*\)?/gi;
const ASKING =
  /@import|\burl\(|image-set\(|(?<![\w-])(?:image|src|cross-fade|expression)\(|-moz-binding|behavior\s*:/gi;

/**
 * Takes everything out of styles that asks for something outside of the drawing, and remarks. Names that are written with escapes
 * (`u\72l(…)`) so that they are not seen make all of the styles go.
 */
export function cleanStyles(written: string, cleanData: CleanData): CleanStyles {
  let hadRemarks = false;
  const plain = written.replace(REMARK_OR_STRING, (found) => {
    if (!found.startsWith('/*')) return found;
    hadRemarks = true;
    return ' ';
  });
  if (asksIn(unescaped(plain)) !== asksIn(plain)) return { styles: '', hadOutside: true, hadRemarks };
  let hadOutside = false;
  const lose = (instead: string) => {
    hadOutside = true;
    return instead;
  };
  const styles = plain
    .replace(IMPORT, () => lose(''))
    .replace(OTHER_PICTURES, () => lose('none'))
    .replace(URL_OF, (found, double?: string, single?: string, bare?: string) => {
      const target = (double ?? single ?? bare ?? '').trim();
      if (target.startsWith('#') && found.endsWith(')')) return found;
      const data = target.startsWith('data:') ? cleanData(target) : undefined;
      if (data === undefined) return lose('none');
      return data === target && found.endsWith(')') ? found : `url("${data}")`;
    });
  return { styles, hadOutside, hadRemarks };
}

function asksIn(styles: string): number {
  return styles.match(ASKING)?.length ?? 0;
}

/** Escapes read as CSS does: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function unescaped(styles: string): string {
  return styles
    .replace(/\\([0-9a-f]{1,6})[ \t\n\f]?/gi, (_, code: string) => {
      const number = parseInt(code, 16);
      return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd';
    })
    .replace(/\\(?:\n|([^\n]))/g, '$1');
}
