import { decode, type Decoded } from './decode.ts';
import { withHongKongCharacters } from './hkscs.ts';

/** Characters that GB 18030 had no code points for when its tables were made (GB 18030-2022, annex): decoders give private use for their codes. */
const LATER: Readonly<Record<string, string>> = {
  '\ue816': '\u{20087}',
  '\ue817': '\u{20089}',
  '\ue818': '\u{200cc}',
  '\ue831': '\u{215d7}',
  '\ue83b': '\u{2298f}',
  '\ue855': '\u{241fe}',
};

/** Turns the bytes of a source into text as `decode` does, with the characters that its decoders take for private use in their places. Throws UnreadableFile. */
export function decodeSource(bytes: Uint8Array, asked?: string): Decoded {
  const decoded = decode(bytes, asked);
  if (decoded.encoding.startsWith('GB18030'))
    return { ...decoded, text: decoded.text.replace(/[\ue816-\ue855]/g, (code) => LATER[code] ?? code) };
  if (!decoded.encoding.startsWith('Big5')) return decoded;
  const text = withHongKongCharacters(decoded.text);
  return text === decoded.text ? decoded : { ...decoded, text, encoding: 'Big5-HKSCS（繁体，香港增补字符）' };
}
