import { addDays, type Day } from '../../domain/day.ts';

/** Formats that a file names by number alone; those from 27 on as Chinese Excel and WPS show them (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Day 0 of spreadsheets, right for every day after February 1900; and that of workbooks from old Macs. */
const DAY_ZERO = { 1900: '1899-12-30', 1904: '1904-01-01' } as const;
/** 9999-12-31, the last day that spreadsheets know. */
const LAST_DAY = 2_958_465;
const MINUTES_A_DAY = 1440;

/** The code of a number format: the file's own, or a built-in one. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? '';
}

/** A number of a sheet as it is shown, and the whole day behind it where it is one. */
export interface ShownNumber {
  text: string;
  day?: Day | undefined;
}

/**
 * A number as its format shows it, as far as days and times go: `2026-10-16`, `10月16日` where the format has no year, `2026年10月`, `14:30`.
 * Any other number in plain figures.
 */
export function shownNumber(value: number, code: string, epoch: keyof typeof DAY_ZERO): ShownNumber {
  const parts = partsOf(code);
  const isInCalendar = value >= 0 && value <= LAST_DAY;
  if ((!parts.day && !parts.month && !parts.year && !parts.hour) || !isInCalendar) {
    return { text: String(Number(value.toFixed(6))) };
  }
  const minutes = Math.round(value * MINUTES_A_DAY);
  const day = addDays(DAY_ZERO[epoch], Math.floor(minutes / MINUTES_A_DAY));
  const rest = minutes % MINUTES_A_DAY;
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  const [year, month, date] = day.split('-').map(Number);
  const isDate = parts.day || parts.month || parts.year;
  if (!isDate) return { text: time };
  const shown = !parts.day ? `${year}年${month}月` : parts.year ? day : `${month}月${date}日`;
  return { text: parts.hour ? `${shown} ${time}` : shown, day };
}

function partsOf(code: string): Record<'year' | 'month' | 'day' | 'hour', boolean> {
  const marks = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ' ')
    .replace(/am\/pm|a\/p|上午\/下午|general|g\/通用格式/gi, ' ')
    .toLowerCase();
  const [year, day, hour] = [/[ye]/.test(marks) && !/0/.test(marks), /d/.test(marks), /h/.test(marks)];
  return { year, day, hour, month: /m/.test(marks) && (year || day || (!hour && !/s/.test(marks))) };
}
