const FIGURES = '一二三四五六七八九〇';

/** A text with 〇 for each ○ and Ｏ that stands beside Chinese figures; everything keeps its place, as each is one code unit. */
export function withZeros(text: string): string {
  return text.replace(/[○Ｏ]+/g, (found, at: number) => {
    const beside = [text[at - 1], text[at + found.length]];
    return beside.some((figure) => figure !== undefined && FIGURES.includes(figure))
      ? '〇'.repeat(found.length)
      : found;
  });
}
