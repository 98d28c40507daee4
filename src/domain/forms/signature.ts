/** Width of a text in characters of the body: a Han character or mark is one, a Latin letter or digit half of one. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
}

/** How far the signature and the day stand from the right edge of the type area, in characters. */
export interface SignatureLayout {
  signer: number;
  day: number;
}

/**
 * Where 署名 and 成文日期 stand on an unsealed paper (GB/T 9704-2012, 7.3.5.2): the signer two characters from the right edge, the day's first
 * character two to the right of the signer's first; where the day is longer than the signer, the day stands two characters from the
 * edge and the signer moves left.
 */
export function signatureLayout(signer: string, day: string): SignatureLayout {
  const signerWidth = widthInCharacters(signer);
  const dayWidth = widthInCharacters(day);
  return isDayLonger(signer, day)
    ? { signer: 2 + dayWidth + 2 - signerWidth, day: 2 }
    : { signer: 2, day: 2 + signerWidth - 2 - dayWidth };
}

/** Whether the day is longer than the signer, so that the signer moves on an unsealed paper. */
export function isDayLonger(signer: string, day: string): boolean {
  return widthInCharacters(day) > widthInCharacters(signer);
}

/** How far the day of a sealed paper stands from the right edge, in characters (GB/T 9704-2012, 7.3.5.1). */
const SEALED_INDENT = 4;

/**
 * Their position on a paper to be sealed (GB/T 9704-2012, 7.3.5.1): the day four characters from the right edge, the signer centred above it. A
 * signer that would then leave the type area ends at its edge, and the day is centred below.
 */
export function sealedLayout(signer: string, day: string): SignatureLayout {
  const overhang = (widthInCharacters(signer) - widthInCharacters(day)) / 2;
  return isSignerWide(signer, day)
    ? { signer: 0, day: overhang }
    : { signer: SEALED_INDENT - overhang, day: SEALED_INDENT };
}

/** Whether a signer centred above the day of a sealed paper would leave the type area. */
export function isSignerWide(signer: string, day: string): boolean {
  return (widthInCharacters(signer) - widthInCharacters(day)) / 2 > SEALED_INDENT;
}
