import { isDay } from '../day.ts';

/** How a value is written otherwise without saying anything else, likeliest first; `undefined` is nothing written. Whether a field takes it its schema says. */
export function sameInOtherWords(value: unknown): unknown[] {
  if (value === null) return [undefined];
  if (typeof value === 'number' || typeof value === 'boolean')
    return [String(value), ...paragraphOf(String(value))];
  if (Array.isArray(value)) return withoutRepetition(value);
  if (typeof value !== 'string') return [];
  const plain = value.normalize('NFKC').trim();
  if (plain === '') return [undefined];
  return [
    ...dayOf(plain),
    ...monthOf(plain),
    ...timeOf(plain),
    ...paragraphOf(plain),
    ...listOf(plain),
    ...truthOf(plain),
  ];
}

/** 2026年3月5日, 2026/3/5 and 2026.3.5 name one day. */
function dayOf(words: string): string[] {
  const [, year, month, day] =
    /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(words) ?? [];
  const found = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  return isDay(found) ? [found] : [];
}

function monthOf(words: string): string[] {
  const [, year, month] = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*月?$/.exec(words) ?? [];
  return year && month ? [`${year}-${month.padStart(2, '0')}`] : [];
}

/** 9:30 and 9点30分 name one time; whether 下午 is meant nobody can tell of less than 12 without the word. */
function timeOf(words: string): string[] {
  const [, half, hour, minute = '00'] =
    /^(上午|下午)?\s*(\d{1,2})\s*[:点时]\s*(?:(\d{1,2})\s*分?)?$/.exec(words) ?? [];
  if (hour === undefined) return [];
  const isAfternoon = half === '下午' && Number(hour) < 12;
  return [`${String(Number(hour) + (isAfternoon ? 12 : 0)).padStart(2, '0')}:${minute.padStart(2, '0')}`];
}

function paragraphOf(words: string): string[] {
  const number = /^(?:第?\s*([1-9]\d*)\s*段?|[pP]\s*([1-9]\d*))$/.exec(words);
  return number ? [`p${number[1] ?? number[2]}`] : [];
}

/** One name is a list of one; several in a row could be one name as well. */
function listOf(words: string): string[][] {
  return /[\s,;，；、]/u.test(words) ? [] : [[words]];
}

function truthOf(words: string): boolean[] {
  if (['是', 'true', 'yes'].includes(words.toLowerCase())) return [true];
  return ['否', 'false', 'no'].includes(words.toLowerCase()) ? [false] : [];
}

function withoutRepetition(items: readonly unknown[]): unknown[][] {
  if (!items.every((item) => typeof item === 'string')) return [];
  const once = [...new Set(items)];
  return once.length < items.length ? [once] : [];
}

/** What to do about a doubt, with the fields that it is to be written into called as the buttons of the desk call them. */
export function remedyAtDesk(remedy: string): string {
  return remedy
    .replaceAll(/写进 corrections ?/g, '写校订')
    .replaceAll('写进 settled', '答“原件如此”')
    .replaceAll(/ ?corrections ?/g, '校订')
    .replaceAll(/ ?settled ?/g, '答“原件如此”');
}
