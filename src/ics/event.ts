import type { Day } from '../domain/day.ts';

/** A reminder: minutes before the start, or a time of day `HH:MM` some days before the event's first day (0 for that day itself). */
export type Alarm = { minutesBefore: number } | { daysBefore: number; at: string };

/** One thing that a calendar shows: a session, or a deadline. Times are Asia/Shanghai. */
export interface IcsEvent {
  /** Stable for ever: `<unit>-<plan>-<session>@zhixing` or `<unit>-<plan>-<deadline>@zhixing`, never a host or a date. */
  uid: string;
  /** The plan that it belongs to, so that a plan's own file can pick its events, withdrawn ones included. Never written to the file. */
  plan?: string;
  title: string;
  /** First (or only) day. */
  day: Day;
  /** Last day, where the event takes more than one. */
  lastDay?: Day;
  /** `HH:MM`; without it the event takes whole days, without `until` it has a start only. */
  time?: { from: string; until?: string };
  place?: string;
  /** Lines joined by `\n`. */
  description?: string;
  /** Full URL of the event's page. */
  address?: string;
  /** The day on which its plan was last revised; its own stamp in the file (RFC 5545, 3.8.7.3). */
  revised?: Day | undefined;
  /** Not confirmed yet. */
  isTentative?: boolean;
  alarms?: readonly Alarm[];
}

/** An event together with what the record of publication says about it. */
export interface PublishedEvent extends IcsEvent {
  /** How often it changed since it was first published; 0 when absent. */
  sequence?: number;
  /** Withdrawn: subscribers are told that it does not take place. */
  isCancelled?: boolean;
}

/** One day and one hour before a session. */
export const SESSION_ALARMS: readonly Alarm[] = [{ minutesBefore: 24 * 60 }, { minutesBefore: 60 }];

/** At nine in the morning, three days and one day before a deadline. */
export const DEADLINE_ALARMS: readonly Alarm[] = [
  { daysBefore: 3, at: '09:00' },
  { daysBefore: 1, at: '09:00' },
];
