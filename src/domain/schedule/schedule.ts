import type { Day } from '../day.ts';
import type { SessionFacts } from './plan.ts';

/**
 * `fixed`: the day stands. `moved`: it stands, and is not the one the plan would give. `tentative`: it stands until the year's official
 * calendar is out. `unconfirmed`: no day yet. `dropped`: not held by this unit; it stays on the schedule with its reason.
 */
export type SessionStatus = 'fixed' | 'moved' | 'tentative' | 'unconfirmed' | 'dropped';

/** How the day is to be read: held on it, due by it, within some days or a week, or nothing known. */
export type Timing = 'on' | 'by' | 'within' | 'week' | 'unknown';

/** What a unit changed, in the order of its file. `reason` is the unit's own words, given once for all parts of an adjustment. */
export interface AppliedAdjustment {
  kind:
    'moved' | 'dropped' | 'added' | 'groups' | 'makeUp' | 'time' | 'place' | 'chair' | 'observers' | 'hosted';
  reason?: string | undefined;
}

/** One coming-together: of a group (分批), of all where a session takes several, or of absentees who make it up (补学). */
export interface Sitting {
  /** The name of a group, or the title of a sitting. */
  name?: string | undefined;
  day: Day;
  time?: string | undefined;
  /** Its end, where it is held at the session's own hours. */
  until?: string | undefined;
  place?: string | undefined;
  /** Who chairs it, where it is not the session's own chair. */
  chair?: string | undefined;
  attendees?: string | undefined;
  speakers?: readonly string[] | undefined;
  /** 学时 of this sitting alone, where the session takes several. */
  hours?: number | undefined;
  /** The part of the unit that it is, by its id, and how many are to come, where the unit says so. */
  part?: string | undefined;
  headcount?: number | undefined;
}

/** A session worked out for one unit. */
export interface ScheduledSession extends SessionFacts {
  timing: Timing;
  /** The day it is held on or due by; `null` where there is none (yet). */
  day: Day | null;
  /** The plan's own words for its time, where a day does not say them: 2027年3月上旬, 2027年第一季度, 七一前. */
  said?: string | undefined;
  /** The first and the last of the days within which it is held, where the plan names a month, a part of one, or a longer period. */
  within?: { from: Day; until: Day } | undefined;
  /** The week the plan names: its number, its Monday and its Sunday. */
  week?: { number: number; from: Day; until: Day } | undefined;
  /** Start and end, `HH:MM`. */
  time?: string | undefined;
  until?: string | undefined;
  status: SessionStatus;
  /** Where the schedule has another day or none: the meeting day that could not be kept, or the plan's day that the unit changed. */
  plannedDay?: Day | undefined;
  /** Why it was moved, dropped or otherwise changed, is tentative or has no day: Chinese, without a full stop. Says all that `adjustments` give as reasons. */
  reason?: string | undefined;
  /** The unit that holds it for this one as well, and where it is this one, the others that come. */
  host?: { id: string; name: string } | undefined;
  guests?: readonly string[] | undefined;
  groups?: Sitting[] | undefined;
  /** Where all come together several times, every time in its order; `day` is then that of the first. */
  sittings?: Sitting[] | undefined;
  /** The days on which absentees make it up (补学), in their order; never empty. */
  makeUp?: Sitting[] | undefined;
  adjustments: AppliedAdjustment[];
  /** Whether the place is the unit's own meeting room, whose name means nothing elsewhere. */
  ownPlace: boolean;
}

/** A plan worked out for one unit, in the order of the days. Derived, never written by hand. */
export interface Schedule {
  plan: string;
  unit: string;
  sessions: ScheduledSession[];
}
