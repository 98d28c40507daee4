import type { Day } from '../day.ts';

/** The paper a year's arrangement rests on: its number, the day written on it, or both. */
export interface Notice {
  number?: string | undefined;
  day?: Day | undefined;
}

/** A run of days off under one name, both ends included. */
export interface Holiday {
  name: string;
  from: Day;
  until: Day;
}

/**
 * One year's arrangement of days off. It may reach into the last days of December before:
 * the arrangement for 2019 begins on 30 December 2018.
 */
export interface YearTable {
  year: number;
  /** The year's own notice first, then those that changed it. */
  notices: readonly Notice[];
  holidays: readonly Holiday[];
  /** Weekend days that are worked in exchange (调休上班). */
  workdays: readonly Day[];
}
