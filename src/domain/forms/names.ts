/** A line of a sign-in list. */
export interface Attendee {
  name: string;
  /** Department and post, as the secretary wrote them. */
  post: string;
}

/** Most characters of a personal name that stands alone; more is read as something else. */
const LONGEST_NAME = 15;
const HEADINGS = /^(序号|姓名|名单|人员名单|签到名单)$/;

/**
 * Reads a list of people as offices keep them: a line each, name first, then department and post after a tab, comma or blanks; numbers in
 * front, quotation marks of a CSV file and a heading row are dropped. One line with several names between 、 is several people.
 */
export function parseNames(text: string): Attendee[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .flatMap(readLine);
}

function readLine(line: string): Attendee[] {
  const cells = line
    .split(/[\t,，;；]|\s{2,}|(?<=\S)[ \u3000](?=\S)/)
    .map((cell) => cell.trim().replace(/^"|"$/g, '').trim())
    .filter((cell) => cell !== '');
  const withoutNumber = cells.length > 1 && /^\d+[.、．]?$/.test(cells[0] ?? '') ? cells.slice(1) : cells;
  const [first, ...rest] = joinSplitName(
    withoutNumber.map((cell, index) => (index === 0 ? cell.replace(/^\d+[.、．]\s*/, '') : cell)),
  );
  if (first === undefined || HEADINGS.test(first) || first.length > LONGEST_NAME * 8) return [];
  const names = first.split('、').filter((name) => name !== '');
  if (names.length > 1) return names.map((name) => ({ name, post: '' }));
  const [name] = names;
  return name === undefined || name.length > LONGEST_NAME ? [] : [{ name, post: rest.join(' ') }];
}

/** A name of two characters is often typed with a blank between them, to stand as wide as one of three. */
function joinSplitName(cells: readonly string[]): readonly string[] {
  const [first = '', second = '', ...rest] = cells;
  return [...first].length === 1 && [...second].length === 1 ? [first + second, ...rest] : cells;
}
