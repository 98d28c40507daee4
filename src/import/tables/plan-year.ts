import { PLAN_NAME } from './plan-line.ts';
import { yearsInTitle } from '../../domain/time-words/years.ts';

/** The years that a plan is for, and where they are said if not in its title, in Chinese. */
export interface PlanYears {
  years: readonly number[];
  /** 3月, where the title or the sheet's name says that the plan is for one month. */
  month?: string | undefined;
  doubt?: string | undefined;
}

/** The years of a plan: of the lines above its table, the title first, else of the name of its sheet or file. The day of compiling says nothing of them. */
export function planYears(
  lines: readonly string[],
  { sheet, file }: { sheet: string; file: string },
): PlanYears {
  const month = monthIn(lines[0] ?? '') ?? monthIn(`${sheet}计划`);
  for (const line of lines) {
    const years = yearsInTitle(line);
    if (years.length > 0) return { years, month };
  }
  const elsewhere = [
    ['工作表名', sheet],
    ['文件名', file],
  ] as const;
  for (const [what, name] of elsewhere) {
    const found = yearsInTitle(name);
    if (found.length > 0)
      return {
        years: found,
        month,
        doubt: `标题里没有年份，按${what}“${name}”作${found.join('、')}年，请核对`,
      };
  }
  return { years: [], month };
}

/** The one month before the name of a plan: 2027年3月学习计划. A month in brackets may be that of compiling. */
function monthIn(title: string): string | undefined {
  const words = title.normalize('NFKC').replace(/《[^》]*》|\([^()]*\)/gu, '');
  if (!PLAN_NAME.test(words)) return undefined;
  const months = words.match(/(?<!\d)(?:1[0-2]|[1-9])月份?(?!\d)/gu) ?? [];
  return months.length === 1 && !/[至到—–~-]/u.test(words) ? months[0] : undefined;
}
