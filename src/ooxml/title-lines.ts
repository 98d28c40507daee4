import { widthInCharacters } from '../domain/forms/signature.ts';

/** A title's parts end after a closing mark or a pause. */
const PART = /[^”》〉’）、，：；]+[”》〉’）、，：；]*/gu;

/**
 * A title over its lines, `\n` between: broken where its sense allows (GB/T 9704-2012, 7.3.1: 词意完整), as near the middle as that goes. One that
 * fits a line, or has no such place, is left to the program.
 */
export function titleLines(title: string, lineWidth: number): string {
  if (widthInCharacters(title) <= lineWidth) return title;
  const parts = title.match(PART) ?? [title];
  const middle = widthInCharacters(title) / 2;
  const breaks = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(''));
  const fitting = breaks.filter((before) => {
    const width = widthInCharacters(before);
    return width <= lineWidth && widthInCharacters(title) - width <= lineWidth;
  });
  const isOpen = (text: string) =>
    (text.match(/[“《〈‘（]/gu) ?? []).length > (text.match(/[”》〉’）]/gu) ?? []).length;
  const [best] = fitting.sort(
    (a, b) =>
      Number(isOpen(a)) - Number(isOpen(b)) ||
      Math.abs(widthInCharacters(a) - middle) - Math.abs(widthInCharacters(b) - middle),
  );
  return best === undefined ? title : `${best}\n${title.slice(best.length)}`;
}
