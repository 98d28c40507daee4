import type { CountedDay, SkippedDay } from '../calendar/count-working-days.ts';
import type { AWAITING_TABLE } from '../calendar/working-day.ts';
import type { Day } from '../day.ts';
import type { Edge, Moment, UnknownReason } from './moment.ts';

interface WithTime {
  /** Time of day `HH:MM`. */
  time?: string | undefined;
}

/** How often a report or a bulletin is due. */
export const DUE_RHYTHMS = ['week', 'half-month', 'month', 'quarter'] as const;
export type Rhythm = (typeof DUE_RHYTHMS)[number];

/** A report due again and again. `from` and `until` are both included. */
export interface RhythmDeadline extends WithTime {
  every: Rhythm;
  /** The day of the month, of all but weeks. */
  day?: number | undefined;
  /** From 1 (Monday) to 7 (Sunday), of weeks only. */
  weekday?: number | undefined;
  from: Moment;
  until: Moment;
}

/** A deadline as content writes it. */
export type Deadline =
  | 'unknown'
  | ({ on: Day } & WithTime)
  | ({ month: string } & WithTime)
  | ({ campaign: Edge } & WithTime)
  | ({ stage: string; edge: Edge } & WithTime)
  | ({ workingDays: number; after: Moment; includeFirst?: boolean | undefined } & WithTime)
  | ({ workingDays: number; before: Moment } & WithTime)
  | ({ days: number; after: Moment; includeFirst?: boolean | undefined } & WithTime)
  | ({ days: number; before: Moment } & WithTime)
  | RhythmDeadline;

/** What to say beside a date that stands: hand in by an earlier working day. */
export interface Announcement {
  /** The last working day before: still in time. */
  day: Day;
  /** The date itself is a rest day, or it follows directly on a holiday of three days or more. */
  because: 'rest day' | 'after holiday';
  /** 请于10月30日前报送 */
  text: string;
}

/** A date that stands whatever the calendar says, with what the calendar adds to it. */
export interface DatedDeadline {
  date: Day;
  announce?: Announcement | undefined;
  /** Set where the date's year has no table, so that nothing can be said of rest days yet. */
  awaiting?: typeof AWAITING_TABLE | undefined;
}

/** A deadline worked out. `explanation` is the 日期计算说明, one or more Chinese sentences. */
export type DeadlineResult = WithTime & { explanation: string } & (
    | ({ kind: 'date'; counted: CountedDay[]; skipped: SkippedDay[] } & DatedDeadline)
    /** `YYYY-MM`; no day is promised. */
    | { kind: 'month'; month: string }
    | { kind: 'occurrences'; occurrences: DatedDeadline[] }
    /** For a counting that left the tables, what was counted before it had to stop. */
    | { kind: 'unknown'; reason: UnknownReason; counted: CountedDay[]; skipped: SkippedDay[] }
  );
