import type { Day } from '../day.ts';
import type { Schedule, ScheduledSession, Sitting } from './schedule.ts';
import { meetingsOf } from './sittings.ts';

/** How long a session without an end is taken to last, in minutes; a stated 学时 counts as an hour. */
const USUAL_MINUTES = 120;

/** Roles that exist in every unit, so that the same words in two units mean two people. */
export const ROLE_OF_EACH_UNIT = new RegExp(
  `^(?:${[
    '本|各|所在|相关|有关|单位|科室|处室|部门|窗口|办公室',
    '党委|党组|党总支|党支部|党组织|支部|班子|领导|机关党委',
    '主要|分管|联系|牵头|负责人|书记|副书记|副?主任|副?院长|副?局长|副?校长|科长|处长',
    '纪检|组织委员|宣传委员|青年|党员|党务|政工|全体|职工|骨干|学员|代表|联络员|领读人|领学人|实事|整改|未参与',
  ].join('|')})`,
  'u',
);

/** Room names that exist in any unit's own building. */
const ROOM_OF_EACH_UNIT =
  /^(?:本|各|所在|[一二三四五六七八九十\d]+(?:楼|层|号)|(?:大|小|第[一二三四五六七八九十]+|党委)?会议室|党员活动室|党建活动室|职工之家|阅览室|多功能厅|报告厅|(?:行政|综合|办公|门诊|住院|业务|实验)[\p{Script=Han}]{0,3}楼)/u;

/** A speaker or a place taken by one session of one unit. */
export interface Booking {
  of: 'speaker' | 'place';
  name: string;
  day: Day;
  /** Start and end in minutes after midnight; the whole day where no time is known. */
  from: number;
  until: number;
  time?: string | undefined;
  unit: string;
  plan: string;
  session: string;
  /** Units that share this meet together, so that it is no clash. Empty where the unit meets by itself. */
  joint: string;
}

/**
 * What a schedule takes that other units could take as well: named speakers and places that are not the unit's own. What another unit hosts
 * is taken by that one.
 */
export function bookingsOf({ unit, plan, sessions }: Schedule): Booking[] {
  const own = sessions.filter(({ host }) => host === undefined);
  return own.flatMap((session) =>
    meetingsOf(session).flatMap((sitting) => {
      const shared = isShared(sitting.place, session);
      const joint = shared ? [plan, session.id, sitting.day, sitting.time, sitting.place].join('|') : '';
      const common = {
        day: sitting.day,
        time: sitting.time,
        ...bookedSpan(sitting, sitting.kind === 'sitting' ? sitting : session),
        unit,
        plan,
        session: session.id,
        joint,
      };
      const speakers = [...(session.speakers ?? []), ...(sitting.speakers ?? [])].filter(
        (name) => !ROLE_OF_EACH_UNIT.test(name),
      );
      return [
        ...speakers.map((name): Booking => ({ of: 'speaker', name, ...common })),
        ...(shared ? [{ of: 'place', name: sitting.place ?? '', ...common } satisfies Booking] : []),
      ];
    }),
  );
}

/** Whether a place is called as rooms of any unit are, so that elsewhere nobody knows whose it is. */
export function isRoomOfAnyUnit(place: string): boolean {
  return ROOM_OF_EACH_UNIT.test(place);
}

function isShared(place: string | undefined, session: ScheduledSession): place is string {
  if (place === undefined || isRoomOfAnyUnit(place)) return false;
  return !(session.ownPlace && place === session.place);
}

/** From when to when a sitting takes what it takes, in minutes after midnight; the whole day where no time is known. */
export function bookedSpan(
  { time, until }: Sitting,
  { hours }: Pick<Sitting, 'hours'>,
): { from: number; until: number } {
  if (time === undefined) return { from: 0, until: 24 * 60 };
  const from = minutes(time);
  if (until !== undefined && until > time) return { from, until: minutes(until) };
  return { from, until: from + (hours === undefined ? USUAL_MINUTES : hours * 60) };
}

function minutes(time: string): number {
  const [hours, rest] = time.split(':').map(Number) as [number, number];
  return hours * 60 + rest;
}
