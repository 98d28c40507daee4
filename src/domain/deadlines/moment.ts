import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { AWAITING_TABLE } from '../calendar/working-day.ts';
import type { Day } from '../day.ts';
import { chineseNumber } from '../chinese-number.ts';

export type Edge = 'start' | 'end';

/** A moment as content writes it: a day, the edge of the campaign or of a stage, or the day of a session. */
export type Moment =
  Day | { campaign: Edge } | { stage: string; edge: Edge } | { plan?: string | undefined; session: string };

/** Why there is no date: the source does not say, the schedule does not say yet, or the year's official calendar is not out. */
export type UnknownReason = '原文未注明' | '时间待定，另行通知' | typeof AWAITING_TABLE;

/** A period whose ends the source may leave open. */
export interface Span {
  from?: Day | undefined;
  until?: Day | undefined;
}

/** A stage as far as dates go. */
export interface StageSpan extends Span {
  id: string;
}

/** The day of a session as its schedule has it. */
export interface SessionDay {
  title: string;
  /** Its day, of several the last. */
  day: Day | null;
  /** The first day, where it takes several. */
  from?: Day | undefined;
  /** Why there is no day; 时间待定，另行通知 where left out. */
  reason?: UnknownReason | undefined;
}

/** What moments are resolved against. Stages stand in the campaign's order. */
export interface MomentContext {
  campaign?: Span | undefined;
  stages?: readonly StageSpan[] | undefined;
  /** The day of a session; of the plan at hand where no plan is named. */
  session?: ((session: string, plan: string | undefined) => SessionDay | undefined) | undefined;
}

/** What deadlines are resolved against. */
export interface DeadlineContext extends MomentContext {
  calendar: WorkCalendar;
}

/** A moment's day, with the words that stand before and after the day in a sentence: 第一阶段 … 结束. */
export interface KnownMoment {
  day: Day;
  before: string;
  after: string;
}
export type ResolvedMoment = KnownMoment | { day: undefined; reason: UnknownReason; words: string };

/**
 * The day a moment falls on, or why it has none. What is counted to a session of several days is counted to its first one (`side` `start`), all
 * else from its last. Never throws: a stage or session that does not exist has no day.
 */
export function resolveMoment(moment: Moment, context: MomentContext, side: Edge = 'end'): ResolvedMoment {
  if (typeof moment === 'string') return { day: moment, before: '', after: '' };
  if ('campaign' in moment) return edgeOf(context.campaign ?? {}, moment.campaign, '活动');
  if ('stage' in moment) {
    const index = context.stages?.findIndex(({ id }) => id === moment.stage) ?? -1;
    const stage = context.stages?.[index];
    if (!stage) return unknown('原文未注明', `阶段“${moment.stage}”的起止时间`);
    return edgeOf(stage, moment.edge, `第${chineseNumber(index + 1)}阶段`);
  }
  return sessionMoment(context.session?.(moment.session, moment.plan), side);
}

function edgeOf(span: Span, edge: Edge, name: string): ResolvedMoment {
  const day = edge === 'start' ? span.from : span.until;
  const what = edge === 'start' ? '开始' : '结束';
  return day === undefined ? unknown('原文未注明', `${name}${what}时间`) : { day, before: name, after: what };
}

function sessionMoment(session: SessionDay | undefined, side: Edge): ResolvedMoment {
  if (!session) return unknown('时间待定，另行通知', '所依据的学习场次时间');
  if (session.day === null)
    return unknown(session.reason ?? '时间待定，另行通知', `“${session.title}”学习时间`);
  if (session.from === undefined)
    return { day: session.day, before: `“${session.title}”定于`, after: '学习' };
  return side === 'start'
    ? { day: session.from, before: `“${session.title}”从`, after: '开始' }
    : { day: session.day, before: `“${session.title}”到`, after: '结束' };
}

function unknown(reason: UnknownReason, words: string): ResolvedMoment {
  return { day: undefined, reason, words };
}
