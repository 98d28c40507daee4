import { Uncountable } from './filters.ts';
import type { PdfFile } from './file.ts';
import { bytesOf, isDictionary, nameOf, type Dictionary, type Value } from './values.ts';

/** Words that a file states for what it draws, which hold instead of what the fonts map its glyphs to (ISO 32000-1, 14.9.4). */
export interface Stated {
  text: string;
}

/** Signs that show nothing say nothing of the glyphs that they are stated for. */
const NOTHING = /^[\s\p{C}\ufffd]*$/u;

/** What the properties of marked content state, given in place or by their name in the resources. Throws Uncountable. */
export function statedIn(
  file: PdfFile,
  resources: Dictionary,
  properties: Value | undefined,
): Stated | undefined {
  const name = nameOf(properties);
  const found =
    name === undefined ? properties : file.resolve(file.dictionaryIn(resources.get('Properties')).get(name));
  const bytes = isDictionary(found) ? bytesOf(file.resolve(found.get('ActualText'))) : undefined;
  if (bytes === undefined) return undefined;
  if (name !== undefined && file.isEncrypted) throw new Uncountable('加了密，又另写明了文字（ActualText）');
  const text = textOf(bytes);
  return text === undefined || NOTHING.test(text) ? undefined : { text };
}

const ENCODINGS: readonly (readonly [mark: string, label: string])[] = [
  ['\xfe\xff', 'utf-16be'],
  ['\xff\xfe', 'utf-16le'],
  ['\xef\xbb\xbf', 'utf-8'],
];

/** A text string (ISO 32000-2, 7.9.2.2). Without a mark only ASCII is sure: programs write bytes of any encoding there. */
function textOf(bytes: string): string | undefined {
  const encoding = ENCODINGS.find(([mark]) => bytes.startsWith(mark));
  if (encoding) return new TextDecoder(encoding[1]).decode(Buffer.from(bytes, 'latin1'));
  return /^[\x20-\x7e\s]*$/.test(bytes) ? bytes : undefined;
}
