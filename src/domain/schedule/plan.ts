import type { Festival } from '../calendar/festivals.ts';
import type { Day } from '../day.ts';
import type { Moment, Span, StageSpan } from '../deadlines/moment.ts';

/** The forms a session may take, as plans write them. */
export const SESSION_FORMS = [
  '个人自学',
  '集中学习',
  '交流研讨',
  '中心组学习',
  '辅导报告',
  '党课',
  '主题党日',
  '组织生活会',
  '读书班',
  '现场教学',
  '警示教育',
  '收听收看',
  '调研',
  '动员会',
  '总结会',
  '会议',
] as const;
export type SessionForm = (typeof SESSION_FORMS)[number];

/** The form that is no meeting, so that no holiday moves it. */
export const SELF_STUDY: SessionForm = '个人自学';

/** Forms that take people elsewhere, or anywhere: the unit's meeting room is not their place unless somebody says so. */
export const AWAY_FORMS: ReadonlySet<SessionForm> = new Set(['调研', '现场教学', '收听收看']);

/** What becomes of a session whose meeting day is no working day. */
export const HOLIDAY_RULES = ['before', 'nextMeetingDay', 'nextWorkingDay', 'confirm', 'keep'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** How often a recurring session is held. */
export const RHYTHMS = ['week', 'half-month', 'month', 'quarter', 'half-year'] as const;

/**
 * The rule of a recurring session: on a day of the month, on a weekday (of the week, or the `nth` of the month), or some time in its period. In
 * a quarter and a half-year both are those of the last month. Ends left out are those of the session's stage, or of the campaign.
 */
export interface Recurrence {
  every: (typeof RHYTHMS)[number];
  day?: number | undefined;
  /** From 1 (Monday) to 7 (Sunday). */
  weekday?: number | undefined;
  nth?: number | 'last' | undefined;
  from?: Moment | undefined;
  until?: Moment | undefined;
  time?: string | undefined;
}

/** One turn of a recurring session that is otherwise than the rule, named by its period: 2027-03, 2027-q1, or the Monday of a week. */
export interface TurnException {
  turn: string;
  on?: Day | undefined;
  time?: string | undefined;
  place?: string | undefined;
  drop?: boolean | undefined;
  title?: string | undefined;
  readings?: readonly string[] | undefined;
  reason?: string | undefined;
}

/** Parts of a month as offices say them: 月初, 上旬, 中旬, 下旬, 月底. */
export const MONTH_PARTS = ['start', 'early', 'mid', 'late', 'end'] as const;
export type MonthPart = (typeof MONTH_PARTS)[number];

/**
 * When a session is held, as a plan writes it. Only `week` moves, and the day of a session that has a rule for days off. `before` a festival is by
 * the day before it (七一前 is by 30 June); `period` is the key of a quarter, a half-year or a half month.
 */
export type When =
  | 'unknown'
  | { on: Day; time?: string | undefined }
  | { week: number }
  | { by: Moment; time?: string | undefined }
  | { month: string; part?: MonthPart | undefined }
  | { period: string }
  | { festival: Festival; year: number; time?: string | undefined }
  | { before: Festival; year: number };

/** What is done at a session, and by whom; shared by the plan and the schedule worked out from it. */
export interface SessionFacts {
  id: string;
  stage?: string | undefined;
  /** Its subject (专题). */
  title: string;
  form: SessionForm;
  readings?: readonly string[] | undefined;
  /** 主持人 */
  chair?: string | undefined;
  /** 领学人 */
  lead?: string | undefined;
  speakers?: readonly string[] | undefined;
  attendees?: string | undefined;
  /** 列席: who sits in without being one of those who take part, and is not counted among them. */
  observers?: string | undefined;
  place?: string | undefined;
  /** 学时: planned and printed, never tracked. */
  hours?: number | undefined;
  requirement?: string | undefined;
  responsible?: string | undefined;
  note?: string | undefined;
}

/** One coming-together of a session that takes several (读书班), with what is its own. */
export interface PlannedSitting {
  on: Day;
  time?: string | undefined;
  until?: string | undefined;
  title?: string | undefined;
  place?: string | undefined;
  chair?: string | undefined;
  speakers?: readonly string[] | undefined;
  /** 学时 of this sitting; those of the session are their sum. */
  hours?: number | undefined;
}

/** What a session was before the plan itself was changed: its former time and place, and why they changed. */
export interface FormerSession {
  when: When;
  place?: string | undefined;
  /** What became of the former day when it was no working day; where left out, a day that the plan named stood. */
  onHoliday?: HolidayRule | undefined;
  reason?: string | undefined;
}

/** One meeting or self-study task with at most one time, or the sittings of one heading. Without both, its time is unknown. */
export interface SingleSession extends SessionFacts {
  when?: When | undefined;
  /** In the order of time, in the place of `when`. */
  sittings?: readonly PlannedSitting[] | undefined;
  formerly?: FormerSession | undefined;
  /** What becomes of its day when it is no working day; where left out, a day that the plan names stands. */
  onHoliday?: HolidayRule | undefined;
}

/** A session as a plan writes it: one, or by a rule many turns, some of them otherwise. */
export interface PlanSession extends Omit<SingleSession, 'when' | 'formerly'> {
  when?: When | Recurrence | undefined;
  exceptions?: readonly TurnException[] | undefined;
}

/** A change of a plan that was published (修订). */
export interface Revision {
  on: Day;
  what: string;
  /** The session, or the turn of one, that was changed. */
  session?: string | undefined;
  /** What it was before, as far as that was changed. */
  formerly?: { on?: Day | undefined; time?: string | undefined; place?: string | undefined } | undefined;
}

/** A campaign's ordered sessions, written once for all units. */
export interface Plan {
  id: string;
  title: string;
  /** The campaign's id. */
  campaign: string;
  /** The day the plan was last changed: where revisions are listed, that of the newest. */
  revised?: Day | undefined;
  revisions?: readonly Revision[] | undefined;
  onHoliday: HolidayRule;
  sessions: readonly PlanSession[];
}

/** A campaign as far as dates go; its stages stand in order. */
export interface CampaignDates extends Span {
  stages?: readonly StageSpan[] | undefined;
}

/** A day and hour that a unit sets for a group, or for those who make a session up. */
export interface PlannedOccasion {
  on: Day;
  time?: string | undefined;
  place?: string | undefined;
}

/** Those of a unit that sit by themselves (分批), and what is otherwise with them. A part of the unit is named by its id, anybody else by a name. */
export interface PlannedGroup extends PlannedOccasion {
  part?: string | undefined;
  name?: string | undefined;
  chair?: string | undefined;
  attendees?: string | undefined;
  headcount?: number | undefined;
}

/** A unit's own change to one session of a plan. With `add` it is a session of the unit's own under a new id. */
export interface Adjustment {
  session: string;
  /** Which of the session's sittings alone it changes, counted from 1; all of the session where left out. */
  sitting?: number | undefined;
  on?: Day | undefined;
  time?: string | undefined;
  place?: string | undefined;
  chair?: string | undefined;
  observers?: string | undefined;
  /** The unit, by its id, that holds the session for this one as well. */
  hostedBy?: string | undefined;
  drop?: boolean | undefined;
  groups?: readonly PlannedGroup[] | undefined;
  /** The day on which absentees make it up (补学), or several. */
  makeUp?: PlannedOccasion | readonly PlannedOccasion[] | undefined;
  add?: Omit<PlanSession, 'id'> | undefined;
  reason?: string | undefined;
}

/** When and where a unit meets as a rule; weekdays run from 1 (Monday) to 7 (Sunday). */
export interface Meeting {
  weekday: number;
  time: string;
  until?: string | undefined;
  place?: string | undefined;
}

/** What a unit and each of its parts may have of its own. */
interface OwnRhythm {
  /** Who chairs where a plan names nobody. */
  chair?: string | undefined;
  headcount?: number | undefined;
  meeting?: Meeting | undefined;
  plans?: readonly FollowedPlan[] | undefined;
}

/** A part of a unit: 党支部, 党小组, 中心组. */
export interface UnitPart extends OwnRhythm {
  /** Unlike any other of the unit. */
  id: string;
  name: string;
  shortName?: string | undefined;
}

/** A unit as far as schedules go. */
export interface ScheduleUnit extends OwnRhythm {
  id: string;
  parts?: readonly UnitPart[] | undefined;
  /** Of a part that is a unit of its own, the other parts of its unit, which may sit with it. */
  siblings?: readonly UnitPart[] | undefined;
}

/** A plan that a unit follows, all of it or from a day on or until a day, with the unit's changes. */
export interface FollowedPlan {
  plan: string;
  since?: Day | undefined;
  until?: Day | undefined;
  adjustments?: readonly Adjustment[] | undefined;
}
