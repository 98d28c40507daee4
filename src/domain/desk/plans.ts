import type { Day } from '../day.ts';
import type { Recurrence, When, PlannedSitting } from '../schedule/plan.ts';
import type { SessionStatus } from '../schedule/schedule.ts';
import type { FieldValues } from './api.ts';

/** What the desk's page and server say to each other of plans, units and receipts. */

export const PLAN_ROUTES = {
  plan: '/api/plans/plan',
  unit: '/api/plans/unit',
  copy: '/api/plans/copy',
  receipts: '/api/plans/receipts',
} as const;

/** A unit as lists offer it. */
export interface UnitChoice {
  id: string;
  name: string;
  /** Whether it follows the plan that is being edited. */
  isFollowing: boolean;
}

/** What was understood of the words for a time. */
export interface WhenLine {
  /** What is to be written; with `sittings` there is none. */
  when?: When | Recurrence;
  sittings?: PlannedSitting[];
  /** The time as a plan's table would say it. */
  understood: string;
  /** Whether that says all that the words say; else the words are to be kept beside it. */
  isWhole: boolean;
  /** What is not certain, in Chinese. */
  doubts: string[];
}

/** A session, or one turn of it, as it comes out for a unit. */
export interface WorkedOutTime {
  id: string;
  title: string;
  /** When, then why, in Chinese. */
  lines: string[];
  status: SessionStatus;
}

/** Asks what a plan that is being edited comes to. */
export interface PlanRequest {
  /** The plan's id. */
  plan: string;
  /** The unit for which dates are worked out. */
  unit?: string | undefined;
  fields: FieldValues;
  /** Words for the times of sessions, by the place of the session in the plan. */
  words: Record<string, string>;
}

/** One session of a plan that is being edited. */
export interface PlanRow {
  /** The session's code. */
  id: string;
  /** Its time in words, as its fields say it. */
  words: string;
  /** What was understood of the words that were given for it. */
  read?: WhenLine;
  times: WorkedOutTime[];
  /** What is wrong with it, in Chinese. */
  faults: string[];
}

export interface PlanAnswer {
  units: UnitChoice[];
  stages: { id: string; title: string }[];
  rows: PlanRow[];
  /** What is wrong with the plan as a whole. */
  faults: string[];
}

/** Asks what a unit that is being edited comes to. */
export interface UnitRequest {
  /** The id of the unit's file. */
  unit: string;
  fields: FieldValues;
  /** Words for the times of sessions that it adds, by `bearer plan session`. */
  words: Record<string, string>;
}

/** A session of a unit's schedule, with what is to be looked at. */
export interface UnitSession extends WorkedOutTime {
  form: string;
  place?: string | undefined;
  chair?: string | undefined;
  day?: Day | undefined;
  doubts: string[];
}

/** A plan that a unit, or a part of it, follows. */
export interface FollowedSchedule {
  plan: string;
  title: string;
  sessions: UnitSession[];
  deadlines: { title: string; words: string; counting: string }[];
  /** What is doubtful and belongs to no single session. */
  doubts: string[];
}

/** A unit itself or one of its parts, by its place in the unit's file. */
export interface Bearer {
  /** The id as a unit of its own. */
  id: string;
  name: string;
  /** The place among the unit's parts; the unit itself has none. */
  part?: number;
  schedules: FollowedSchedule[];
}

export interface UnitAnswer {
  bearers: Bearer[];
  plans: { id: string; title: string }[];
  faults: string[];
  /** What was understood of the words given. */
  read: Record<string, WhenLine>;
}

/** Asks for a plan like an earlier one; without an id only what would become of it is told. */
export interface CopyRequest {
  file: string;
  years: number;
  title: string;
  campaign: string;
  id?: string | undefined;
}

/** What becomes of a session's time in a copied plan. */
export interface CopiedTime {
  title: string;
  /** In Chinese: 10月9日（周五）改为2027年10月9日（周六），周六. */
  became: string;
  isToConfirm: boolean;
}

export interface CopyAnswer {
  times: CopiedTime[];
  /** The new file, once it is written. */
  file?: string;
}

/** Something that units of a campaign hand in, one turn of it where it comes again. */
export interface DueChoice {
  key: string;
  /** As a receipts table names it. */
  title: string;
  due: string;
  /** Ids of the units that are asked. */
  asked: string[];
}

/** What a unit has handed in for one thing due. */
export interface HandedIn {
  due: string;
  unit: string;
  received?: Day | undefined;
  copies?: number | undefined;
  note?: string | undefined;
}

export interface CampaignReceiptsAnswer {
  campaign: string;
  name: string;
  /** The table into which is written; there need not be one yet. */
  file: string;
  digest?: string;
  /** Why it cannot be written to, in Chinese. */
  locked?: string;
  /** The day on this side of midnight in China. */
  today: Day;
  dues: DueChoice[];
  units: ReceiptUnit[];
  handedIn: HandedIn[];
}

/** A unit with every name by which a list may call it. */
export interface ReceiptUnit {
  id: string;
  name: string;
  names: string[];
}

/** Sets what some units have handed in; without a day and a note, a unit's row goes. */
export interface ReceiptsRequest {
  campaign: string;
  /** Of the table that the change was made on; absent where there was none. */
  digest?: string | undefined;
  entries: HandedIn[];
}
