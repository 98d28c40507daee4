import type { Day } from '../../domain/day.ts';
import type { Span } from '../../domain/deadlines/moment.ts';
import type { Recurrence } from '../../domain/schedule/plan.ts';

/** Words beside a time that take turns out of its rule. */
const EXCEPTING = /除外|除.{1,20}(?:外|以外)|暂停|停.{0,2}次|不安排|不召开|隔[月周]|[单双][月周]/u;

/** What stands around the words 每月5日 in a table. */
export interface AroundRule {
  /** The plan's period, or that of the row's stage. */
  span: Span;
  /** The years that the title names. */
  years: readonly number[];
  /** Whether the row's heading or the table's title narrows its time: 一、第一季度, 3月学习计划, a stage that is not known. */
  isNarrowed: boolean;
  /** Whether the row is in a stage of its own. */
  isInStage: boolean;
  note: string;
}

/**
 * The rule of a row with the ends that the table gives it: a plan for 2027 holds its turns in 2027, whatever its campaign's days. `undefined` where
 * the table says more than the rule does.
 */
export function rowRule(rule: Recurrence, around: AroundRule): Recurrence | undefined {
  const { span, years, isNarrowed, isInStage, note } = around;
  if (isNarrowed || EXCEPTING.test(note)) return undefined;
  const [year, another] = years;
  const isDated = span.from !== undefined && span.until !== undefined;
  if (year === undefined || another !== undefined || (isInStage && !isDated)) return rule;
  const from = latest(`${year}-01-01`, span.from);
  const until = earliest(`${year}-12-31`, span.until);
  if (from > until) return undefined;
  return {
    ...rule,
    ...(from === span.from ? {} : { from }),
    ...(until === span.until ? {} : { until }),
  };
}

function latest(day: Day, other: Day | undefined): Day {
  return other !== undefined && other > day ? other : day;
}

function earliest(day: Day, other: Day | undefined): Day {
  return other !== undefined && other < day ? other : day;
}
