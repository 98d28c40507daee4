import { festivalDay } from '../../domain/calendar/festivals.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { numberOfChinese } from '../../domain/chinese-number.ts';
import type { Recurrence, When } from '../../domain/schedule/plan.ts';
import { slugFromChinese } from '../../domain/slug.ts';
import { readTime } from '../../domain/time-words/read-time.ts';
import { resolveDay } from '../../domain/time-words/resolve.ts';

/** A stage as tables name it. */
export interface TableStage {
  id: string;
  title: string;
  from?: Day | undefined;
  until?: Day | undefined;
}

const NUMBERED =
  /^(?:第([一二三四五六七八九十\d]{1,3})阶段|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)])/u;

/** The stage that words such as 第二阶段：对照检查（10月10日至11月13日） mean, by its title or else by its number. */
export function stageOf(words: string, stages: readonly TableStage[]): TableStage | undefined {
  const title = titleOf(words);
  const exact = stages.find((stage) => stage.title === title);
  const alike = stages.filter(
    (stage) => title !== '' && (stage.title.includes(title) || title.includes(stage.title)),
  );
  const [, first, second, third] = NUMBERED.exec(words.trim()) ?? [];
  const number = numberOfChinese(first ?? second ?? third ?? '');
  return exact ?? (alike.length === 1 ? alike[0] : number === undefined ? undefined : stages[number - 1]);
}

/** The one stage in whose days a time lies; `undefined` where the time is no day, or none or several stages hold it. */
export function stageAt(when: When | Recurrence, stages: readonly TableStage[]): TableStage | undefined {
  const day = dayOf(when);
  if (typeof day !== 'string') return undefined;
  const holding = stages.filter(
    ({ from, until }) => from !== undefined && until !== undefined && from <= day && day <= until,
  );
  return holding.length === 1 ? holding[0] : undefined;
}

function dayOf(when: When | Recurrence): unknown {
  if (when === 'unknown') return undefined;
  if ('on' in when) return when.on;
  if ('by' in when) return when.by;
  if ('festival' in when) return festivalDay(when.festival, when.year);
  const day = 'before' in when ? festivalDay(when.before, when.year) : undefined;
  return day && addDays(day, -1);
}

/** New stages from the words of a table, in its order, with the days that stand in brackets where they have a year. */
export function stagesFrom(heads: readonly string[], year: number | undefined): TableStage[] {
  const stages = new Map<string, TableStage>();
  for (const words of heads) {
    const title = titleOf(words);
    if (title === '' || title === '其他' || stages.has(title)) continue;
    const slug = slugFromChinese(title);
    const taken = [...stages.values()].some(({ id }) => id === slug);
    stages.set(title, { id: taken ? `${slug}-${stages.size + 1}` : slug, title, ...daysIn(words, year) });
  }
  return [...stages.values()];
}

function titleOf(words: string): string {
  return words
    .replace(/\s+/gu, '')
    .replace(NUMBERED, '')
    .replace(/^[：:、]/u, '')
    .replace(/[（(][^（(]*\d[^（(]*[)）]$/u, '');
}

/** （2026年9月14日至10月9日） */
function daysIn(
  words: string,
  year: number | undefined,
): { from?: Day | undefined; until?: Day | undefined } {
  const [, brackets = ''] = /[（(]([^（()）]{1,60})[)）]\s*$/u.exec(words) ?? [];
  const { time } = readTime(brackets);
  if (time.kind !== 'span') return {};
  const context = { period: {}, year };
  const [from, until] = [time.from, time.until].map((day) => resolveDay(day, undefined, context).day);
  return from !== undefined && until !== undefined && from <= until ? { from, until } : {};
}
