import type { Festival } from '../calendar/festivals.ts';
import type { Edge } from '../deadlines/moment.ts';

/** A day as words give it: the year may be missing. */
export interface SaidDay {
  year?: number | undefined;
  month: number;
  day: number;
}

/** A month, a quarter (1 to 4), half a year (1 or 2), or where none of these stands a whole year. */
export interface SaidPeriod {
  year?: number | undefined;
  month?: number | undefined;
  quarter?: number | undefined;
  half?: number | undefined;
}

/** 月初, 上旬, 中旬, 下旬, 月底, and the halves of a month. */
export type PartOfMonth = 'start' | 'early' | 'mid' | 'late' | 'end' | 'first half' | 'second half';

/** How often something comes again. */
export type Turn = 'day' | 'week' | 'ten days' | 'half-month' | 'month' | 'quarter' | 'half-year' | 'year';

/** An edge of a campaign or stage, or a session, as this project's own tables name them. */
export interface SaidMoment {
  /** A stage by its number or id; `own` for that of the session. */
  stage?: number | 'own' | string | undefined;
  session?: string | undefined;
  plan?: string | undefined;
  edge?: Edge | undefined;
}

/** What words say of a time, before its year is known. What no other kind holds is `unread`: then the words themselves are all that is known. */
export type SaidTime =
  | { kind: 'nothing' }
  | { kind: 'undecided' }
  | { kind: 'unread' }
  | { kind: 'day'; day: SaidDay }
  /** Done on this day or earlier. */
  | { kind: 'by'; day: SaidDay }
  /** Done by the last day of a period. */
  | { kind: 'by end'; of: SaidPeriod }
  /** Some time in a period; in a part of it (上旬, 第一周) that `isPart`, and which, where plans have it. */
  | { kind: 'within'; period: SaidPeriod; isPart: boolean; part?: PartOfMonth | undefined }
  /** On a festival, or before it (七一前); the month beside it must be its own. */
  | { kind: 'festival'; festival: Festival; isBefore: boolean; period: SaidPeriod }
  /** From one day to another, both included. */
  | { kind: 'span'; from: SaidDay; until: SaidDay }
  /** The nth week of the stage or campaign. */
  | { kind: 'week'; number: number }
  | {
      kind: 'recurring';
      every: Turn;
      /** The day of the month. */
      day?: number | 'last' | undefined;
      /** The other day of the month, where it is held twice: 每月5日和20日. */
      secondDay?: number | undefined;
      /** Whether day and weekday are those of the last month of the turn: 每季度末月5日. */
      isInLastMonth?: boolean | undefined;
      weekday?: number | undefined;
      /** Which of the month's weekdays. */
      nth?: number | 'last' | undefined;
    }
  | { kind: 'moment'; moment: SaidMoment; isBefore: boolean };

/** A time as words say it, with what stands beside the day. */
export interface Said {
  time: SaidTime;
  /** `HH:MM` */
  from?: string | undefined;
  until?: string | undefined;
  /** 上午, 下午, 晚上, 全天: the part of the day, where no hour is named. */
  half?: string | undefined;
  /** 1 (Monday) to 7. */
  weekday?: number | undefined;
  /** Whether nothing was said besides. */
  isWhole: boolean;
  /** Where the words contradict each other, in Chinese. */
  conflict?: string | undefined;
}
