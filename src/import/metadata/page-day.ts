import type { Day } from '../../domain/day.ts';
import { dayOf } from './days.ts';
import type { Finding } from './finding.ts';

const LABELLED = /(?:时间|日期)[:：]\s*(?<day>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)/u;
const IN_ADDRESS = /https?:\/\/\S*?\/(?<year>(?:19|20)\d{2})[-/]?(?<month>\d{2})[-/]?(?<date>\d{2})\//;

/** The day of the web page: written on it, or part of its address. It is neither the day of the event nor of publication. */
export function readPageDay(furniture: readonly string[]): Finding<Day> | undefined {
  return first(furniture, labelledDay) ?? first(furniture, dayInAddress);
}

function labelledDay(line: string): Finding<Day> | undefined {
  const words = LABELLED.exec(line)?.groups?.day;
  const day = words === undefined ? undefined : dayOf(words);
  return day === undefined ? undefined : { value: day, evidence: `网页标注“${words}”`, confidence: '高' };
}

function dayInAddress(line: string): Finding<Day> | undefined {
  const match = IN_ADDRESS.exec(line);
  const { year, month, date } = match?.groups ?? {};
  const day = dayOf(`${year}-${month}-${date}`);
  return day === undefined
    ? undefined
    : {
        value: day,
        evidence: `网址中的“${year}-${month}-${date}”`,
        confidence: '中',
      };
}

function first<Value>(
  lines: readonly string[],
  read: (line: string) => Value | undefined,
): Value | undefined {
  for (const line of lines) {
    const found = read(line);
    if (found !== undefined) return found;
  }
  return undefined;
}
