import { longDay, shortDay, weekdayName, type Day } from '../../day.ts';
import { chineseNumber } from '../../chinese-number.ts';
import type { Moment, Span, StageSpan } from '../../deadlines/moment.ts';
import { festivalWords } from '../festival-times.ts';
import { withinMonth, withinPeriod } from '../periods.ts';
import { needsYear } from '../needs-year.ts';
import type { PlannedSitting, When } from '../plan.ts';
import type { ScheduledSession, Sitting } from '../schedule.ts';
import { CELL_LABELS, NOT_HELD_HERE, sittingLabel, UNDECIDED } from './columns.ts';

/** What the words for a time refer to: the campaign's stages by number, and its period, within which a day needs no year. */
type Period = Span & { stages?: readonly StageSpan[] | undefined };

/** The plan's own words for a time, one line: 第2周, 10月9日（周五） 09:00, 第二阶段结束前, 2026年10月, 2027年3月上旬, 2027年七一前, 待定. */
export function whenWords(when: When, campaign: Period): string {
  if (when === 'unknown') return UNDECIDED;
  if ('week' in when) return `第${when.week}周`;
  if ('month' in when) return withinMonth(when.month, when.part).words;
  if ('period' in when) return withinPeriod(when.period)?.words ?? UNDECIDED;
  if ('before' in when) return `${when.year}年${festivalWords(when)}`;
  if ('festival' in when) return `${when.year}年${festivalWords(when)}${spaced(when.time)}`;
  if ('on' in when) return dayWords(when.on, campaign) + spaced(when.time);
  return `${momentWords(when.by, campaign)}${spaced(when.time)}前`;
}

/**
 * The lines of a time cell: the plan's words first, then what they come to for the unit where that says more: the day, the hours, the groups,
 * the days to make it up. `readWhen` reads them back.
 */
export function timeLines(session: ScheduledSession, when: When, campaign: Period): string[] {
  const { sittings, makeUp = [] } = session;
  const lines = sittings
    ? sittings.map(
        (each, index) =>
          `${sittingLabel(index + 1)}：${sittingWords({ ...each, chair: undefined }, session, campaign)}`,
      )
    : [whenWords(when, campaign)];
  lines.push(...workedOutLines(session, when, campaign));
  for (const each of makeUp) lines.push(`${CELL_LABELS.makeUp}${sittingWords(each, session, campaign)}`);
  if (session.adjustments.length === 0 && session.reason !== undefined) {
    lines.push(`${CELL_LABELS.why}${session.reason}`);
  }
  return lines;
}

function workedOutLines(session: ScheduledSession, when: When, campaign: Period): string[] {
  const { status, groups = [], day, timing, week } = session;
  if (status === 'dropped') return [NOT_HELD_HERE];
  if (groups.length > 0)
    return groups.map((group) => `${group.name}：${sittingWords(group, session, campaign)}`);
  if (day === null || session.sittings) return [];
  if (timing === 'by') {
    if (week) return [`${plainDay(week.from, campaign)}至${plainDay(week.until, campaign)}内完成`];
    const isNamed = when !== 'unknown' && 'by' in when && when.by === day;
    return isNamed ? [] : [`${dayWords(day, campaign)}前`];
  }
  const planned = when !== 'unknown' && 'on' in when ? when : undefined;
  if (planned?.on !== day) return [dayWords(day, campaign) + spaced(hours(session))];
  return planned.time === session.time ? [] : [hours(session)];
}

/** What a sitting was that the unit changed, as a line of a note says it. */
export function formerSitting({ on: day, ...sitting }: PlannedSitting, campaign: Period): string {
  return sittingWords({ ...sitting, day }, {}, campaign);
}

function sittingWords(
  { day, place, chair, headcount, attendees, ...time }: Sitting,
  session: Pick<ScheduledSession, 'place'>,
  campaign: Period,
): string {
  const elsewhere = place !== undefined && place !== session.place ? `，${place}` : '';
  const by = chair === undefined ? '' : `，${CELL_LABELS.chair}${chair}`;
  const many = headcount === undefined ? '' : `，${CELL_LABELS.expected}${headcount}人`;
  const who = attendees === undefined ? '' : `，${CELL_LABELS.attendees}${attendees}`;
  return `${dayWords(day, campaign)}${spaced(hours(time))}${elsewhere}${by}${many}${who}`;
}

function hours({ time, until }: { time?: string | undefined; until?: string | undefined }): string {
  return time === undefined ? '' : `${time}${until === undefined ? '' : `—${until}`}`;
}

/** A line may be broken before a time, never within it. */
function spaced(words: string | undefined): string {
  return words ? ` ${words}` : '';
}

function dayWords(day: Day, campaign: Period): string {
  return `${plainDay(day, campaign)}（${weekdayName(day)}）`;
}

function plainDay(day: Day, campaign: Period): string {
  return needsYear(day, campaign) ? longDay(day) : shortDay(day);
}

function momentWords(moment: Moment, campaign: Period): string {
  if (typeof moment === 'string') return dayWords(moment, campaign);
  if ('campaign' in moment) return `活动${edgeWords(moment.campaign)}`;
  if ('session' in moment) {
    return `${moment.plan === undefined ? '' : `学习计划${moment.plan}的`}学习场次${moment.session}`;
  }
  const index = (campaign.stages ?? []).findIndex(({ id }) => id === moment.stage);
  const stage = index < 0 ? `阶段“${moment.stage}”` : `第${chineseNumber(index + 1)}阶段`;
  return stage + edgeWords(moment.edge);
}

function edgeWords(edge: 'start' | 'end'): string {
  return edge === 'start' ? '开始' : '结束';
}
