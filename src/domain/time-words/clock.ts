/** Parts of a day. */
export const HALF = '上午|下午|晚上|晚间|傍晚|晚|中午|早上|凌晨';
const CLOCK = `(?:(?:${HALF})\\s*)?\\d{1,2}(?:[:点时](?:\\d{1,2}(?:分|:00(?!\\d))?|半|整)?)`;
const TO = '[—–\\-~至到]+';

/** Hours at the start of normal words: 14:30, 下午2点半, 9:00—11:30. */
export const HOURS = new RegExp(`^(${CLOCK})(?:\\s*${TO}\\s*(${CLOCK}))?`, 'u');

/** Before this hour nobody meets: 2:30 without 下午 is not taken for the night. */
const EARLIEST = '07:00';

/** Whether an hour may be meant as it stands, without a word for the part of the day. */
export function isClear(time: string): boolean {
  return time >= EARLIEST;
}

/** The hours that a match of `HOURS` names, `undefined` for what no clock shows or an end before the start. */
export function hoursOf([, first = '', last]: RegExpExecArray):
  { from: string; until?: string | undefined; half?: string | undefined } | undefined {
  const from = clock(first);
  const half = new RegExp(`^(?:${HALF})`, 'u').exec(first)?.[0];
  if (from === undefined) return undefined;
  if (last === undefined) return { from, half };
  const plain = clock(/^\d/.test(last) ? (half ?? '') + last : last);
  const until = plain !== undefined && plain < from ? clock(last) : plain;
  return until === undefined || until <= from ? undefined : { from, until, half };
}

/** An hour moved to the afternoon where another word says 下午 or 晚上. */
export function inHalf(time: string, half: string): string {
  const hour = Number(time.slice(0, 2));
  return /^(?:下午|晚|傍晚)/u.test(half) && hour < 12 ? `${hour + 12}${time.slice(2)}` : time;
}

/** `14:30` for 下午2:30, 下午2点半, 14时30分. */
function clock(words: string): string | undefined {
  const [, hour = '', minute = ''] = /(\d{1,2})[:点时](\d{1,2}|半)?/u.exec(words) ?? [];
  const isLate = /^(?:下午|晚|傍晚)/u.test(words) || (words.startsWith('中午') && Number(hour) < 11);
  const hours = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0);
  const minutes = minute === '半' ? 30 : Number(minute);
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
