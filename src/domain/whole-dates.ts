/** Words, or a date that no line break may part: its day, and its weekday where one stands behind it. */
export type DatedPiece = { kind: 'words'; text: string } | { kind: 'date'; day: string; weekday: string };

/** 2026年9月18日, 9月18日, 2026年9月, 2026年, 9月; behind a day （周五）; 14:30—16:00; the number of a turn: （第3次. */
const DATE =
  /(?<day>\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)(?<weekday>（周[一二三四五六日]）)?|(?<whole>\d{1,2}:\d{2}(?:—\d{1,2}:\d{2})?|（第\d+次)/gu;

/** Whether words have something that no line break may part. */
export function hasDate(words: string): boolean {
  return datedPieces(words).some(({ kind }) => kind === 'date');
}

/** Cuts words at their dates, hours and numbers of turns, which stand whole on a line of paper or screen. Together the pieces are the words. */
export function datedPieces(words: string): DatedPiece[] {
  const pieces: DatedPiece[] = [];
  let end = 0;
  for (const match of words.matchAll(DATE)) {
    const { day, weekday = '', whole } = match.groups ?? {};
    if (match.index > end) pieces.push({ kind: 'words', text: words.slice(end, match.index) });
    pieces.push({ kind: 'date', day: day ?? whole ?? '', weekday });
    end = match.index + match[0].length;
  }
  if (end < words.length) pieces.push({ kind: 'words', text: words.slice(end) });
  return pieces;
}
