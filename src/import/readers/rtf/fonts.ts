import { groupAt, groupsIn, valueIn, type RtfGroup } from './groups.ts';
import { labelOf } from './code-pages.ts';

/** A font of an RTF file: its name, and the encoding of the bytes that are set in it. */
export interface RtfFont {
  name: string;
  charset: string | undefined;
}

/** Encodings of the character sets that fonts name. */
const CHARSETS: Record<number, string> = {
  ...{ 0: 'windows-1252', 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5', 161: 'windows-1253' },
  ...{ 162: 'windows-1254', 204: 'windows-1251', 238: 'windows-1250' },
};
/** What stands for the encoding of fonts that draw signs: each byte is the code of one. */
export const SIGNS = 'signs';
const SIGN_CHARSET = 2;

/** The fonts of a file by their numbers. */
export function readFonts(source: string): Map<number, RtfFont> {
  const table = groupAt(source, /\{\\fonttbl\b/);
  const inGroups = groupsIn(table, 'f').map(fontIn);
  return new Map(inGroups.map(({ number, ...font }) => [number, font]));
}

function fontIn(group: RtfGroup): RtfFont & { number: number } {
  const [charset, page] = [valueIn(group, 'fcharset'), valueIn(group, 'cpg')];
  return {
    number: valueIn(group, 'f') ?? 0,
    name: group.text.replace(/;.*$/s, '').trim(),
    charset:
      charset === SIGN_CHARSET
        ? SIGNS
        : (CHARSETS[charset ?? -1] ?? (page === undefined ? undefined : labelOf(page))),
  };
}
