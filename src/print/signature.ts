/** Width of a text in characters of the body: a Han character or mark is one, a Latin letter or digit half of one. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
}

/** How far the signature and the day stand from the right edge of the type area, in characters. */
export interface SignaturePlace {
  signer: number;
  day: number;
}

/**
 * Where 署名 and 成文日期 stand on an unsealed paper (GB/T 9704-2012, 7.3.5.2): the signer two characters from the right edge, the day's first
 * character two to the right of the signer's first; where the day is longer than the signer, the day stands two characters from the
 * edge and the signer moves left.
 */
export function signaturePlace(signer: string, day: string): SignaturePlace {
  const signerWidth = widthInCharacters(signer);
  const dayWidth = widthInCharacters(day);
  return dayWidth > signerWidth
    ? { signer: 2 + dayWidth + 2 - signerWidth, day: 2 }
    : { signer: 2, day: 2 + signerWidth - 2 - dayWidth };
}
