import { yearsInTitle } from '../../domain/time-words/years.ts';

/** The years that a plan is for, and where they are said if not in its title, in Chinese. */
export interface PlanYears {
  years: readonly number[];
  doubt?: string | undefined;
}

/** The years of a plan: of the lines above its table, the title first, else of the name of its sheet or file. The day of compiling says nothing of them. */
export function planYears(
  lines: readonly string[],
  { sheet, file }: { sheet: string; file: string },
): PlanYears {
  for (const line of lines) {
    const years = yearsInTitle(line);
    if (years.length > 0) return { years };
  }
  const elsewhere = [
    ['工作表名', sheet],
    ['文件名', file],
  ] as const;
  for (const [what, name] of elsewhere) {
    const found = yearsInTitle(name);
    if (found.length > 0)
      return { years: found, doubt: `标题里没有年份，按${what}“${name}”作${found.join('、')}年，请核对` };
  }
  return { years: [] };
}
