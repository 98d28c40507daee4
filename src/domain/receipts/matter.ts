import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Day } from '../day.ts';
import type { DatedDeadline, DeadlineResult } from '../deadlines/deadline.ts';
import { lastDayOf } from '../month.ts';
import { lateUntil } from './late-until.ts';

/** Something that units hand in: the essays of a call, or a report of a campaign. */
export interface Matter {
  /** Unique in its campaign: `essays/<id>`, or `report-` and a number. */
  id: string;
  title: string;
  /** The id of the essay call, which a table may write instead of the title. */
  call?: string | undefined;
  /** Ids of the units that are asked. */
  units: readonly string[];
  deadline: DeadlineResult;
}

/** One thing to hand in by one date: a matter, or one turn of a matter that comes again and again. */
export interface Due {
  key: string;
  matter: Matter;
  /** 1, 2 … of a matter with a rhythm. */
  turn?: number | undefined;
  /** The last day in time; `undefined` where the source gives none. */
  until?: Day | undefined;
  /** `YYYY-MM`, where the source gives a month only. */
  month?: string | undefined;
  announce?: DatedDeadline['announce'];
  /** Of a turn that another one follows: until when what comes after its date is late for it (see `lateUntil`). */
  lateUntil?: Day | undefined;
}

/** What is to be handed in, in the order given; a rhythm becomes one for each of its dates. Without a calendar all days count for `lateUntil`. */
export function duesOf(matters: readonly Matter[], calendar?: WorkCalendar): Due[] {
  return matters.flatMap((matter): Due[] => {
    const { id, deadline } = matter;
    switch (deadline.kind) {
      case 'date':
        return [{ key: id, matter, until: deadline.date, announce: deadline.announce }];
      case 'month':
        return [{ key: id, matter, until: lastDayOf(deadline.month), month: deadline.month }];
      case 'occurrences':
        return deadline.occurrences.map(({ date, announce }, index, { [index + 1]: next }) => ({
          key: `${id}-${index + 1}`,
          matter,
          turn: index + 1,
          until: date,
          announce,
          lateUntil: next && lateUntil(date, next.date, calendar),
        }));
      case 'unknown':
        return [{ key: id, matter }];
    }
  });
}

/** A matter as a table names it, with the turn meant where it says so: 整改进展情况（第2次）, 整改进展情况（11月30日）. */
export interface NamedMatter {
  name: string;
  turn?: number | undefined;
  /** `MM-DD` */
  date?: string | undefined;
}

/** Reads what a table writes in its column 事项. */
export function readMatterName(words: string): NamedMatter {
  const name = plain(words);
  const match = /^(.+?)\((?:第(\d{1,2})次|(?:\d{4}[-年])?(\d{1,2})[-月](\d{1,2})日?)\)$/u.exec(name);
  if (!match) return { name };
  const [, base = name, turn, month, day] = match;
  if (turn !== undefined) return { name: base, turn: Number(turn) };
  return { name: base, date: `${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` };
}

/** The matter that a table's words name, by title, by the id of its call, or by `essays/<id>`. */
export function findMatter<Known extends Pick<Matter, 'id' | 'title' | 'call'>>(
  words: string,
  matters: readonly Known[],
): Known | undefined {
  const whole = plain(words);
  const { name } = readMatterName(words);
  const named = (wanted: string) =>
    matters.find(({ id, title, call }) => plain(title) === wanted || call === wanted || id === wanted);
  return named(whole) ?? named(name);
}

/** Words without spaces, title marks and differences of width. */
function plain(words: string): string {
  return words.normalize('NFKC').replace(/[\s《》“”"]/gu, '');
}
