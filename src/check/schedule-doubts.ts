import { missingHolidays, missingYear } from '../domain/calendar/missing-tables.ts';
import { AWAITING_TABLE } from '../domain/calendar/working-day.ts';
import { OFFICIAL_TABLES } from '../domain/calendar/official-tables.ts';
import { longDay, shortDay, weekdayName, type Day } from '../domain/day.ts';
import { TO_CONFIRM } from '../domain/desk/copied-plan.ts';
import { makeUpsOf } from '../domain/schedule/adjust.ts';
import { scheduleFindings, type ScheduleFinding } from '../domain/schedule/findings.ts';
import { membershipIn, membershipWords } from '../domain/schedule/membership.ts';
import { ownClashes, type ClashingMeeting, type OwnClash } from '../domain/schedule/own-clashes.ts';
import { isSessionOrTurn } from '../domain/schedule/turns.ts';
import { shortNameOf } from '../domain/units.ts';
import type { Fault, SourcePosition } from '../source/fault.ts';
import type { Doubt } from './doubt.ts';
import type { SiteSchedules } from '../site/site.ts';
import type { Content, Item } from '../source/read-content.ts';

/** A session, who takes part in it, and where that is written. */
type Told = [session: string, attendees: string | undefined, place: () => SourcePosition];
type WithItems = Pick<Content, 'items'>;
type Words = Pick<Fault, 'reason' | 'remedy'>;
type Finding<Kind extends ScheduleFinding['kind']> = Extract<ScheduleFinding, { kind: Kind }>;

/** What is doubtful in plans, schedules, campaigns and calendars. `today` decides from when on next year's official calendar is missed. */
export function scheduleDoubts(
  content: WithItems,
  { calendar, schedules }: Pick<SiteSchedules, 'calendar' | 'schedules'>,
  today: Day,
): Doubt[] {
  const findings = scheduleFindings(schedules, calendar);
  return [
    ...findings.flatMap((finding) => findingDoubts(finding, content)),
    ...hostDoubts(schedules, content),
    ...observerDoubts(content),
    ...unconfirmedDoubts(content),
    ...ownClashDoubts(ownClashes(schedules), content),
    ...statementDoubts(content),
    ...tableDoubts(content),
    ...missingTableDoubts(missingYear(today, calendar)),
  ];
}

function findingDoubts(finding: ScheduleFinding, content: WithItems): Doubt[] {
  switch (finding.kind) {
    case 'double booking':
      return [doubleBooking(finding, content)];
    case 'outside stage':
      return inTheirPlaces(finding, content, (who) => outsideStage(finding, who));
    case 'rest day':
      return inTheirPlaces(finding, content, (who) => ({
        reason: `${who}${finding.session} 定在${dayWords(finding.day)}，当天${offWords(finding)}`,
        remedy: '改到工作日；确需当天进行的不必改',
      }));
    case 'to confirm':
      return inTheirPlaces(finding, content, (who) => ({
        reason: `${who}${finding.session} 没有日期：${finding.reason}`,
        remedy: finding.reason.includes(AWAITING_TABLE)
          ? `公布后补上 calendar/${finding.day.slice(0, 4)}.yaml，或在单位文件的 adjustments 里写 on: 日期`
          : '在单位文件的 adjustments 里写 on: 日期，或在计划里写 onHoliday',
      }));
    case 'unknown session':
    case 'unknown stage':
      return [];
  }
}

function outsideStage({ day, session, stage, from, until }: Finding<'outside stage'>, who: string): Words {
  const period = `${from ? longDay(from) : ''}至${until ? longDay(until) : ''}`;
  return {
    reason: `${who}${session} 在${dayWords(day)}，不在${stage ? `阶段 ${stage} ` : '活动'}的起止日期（${period}）之内`,
    remedy: '改日期，或改所属阶段',
  };
}

function offWords({ day, reason }: Finding<'rest day'>): string {
  return reason === weekdayName(day) ? `是${reason}` : `${reason}放假`;
}

/** A finding, reported at its cause: a unit's own adjustment, or the plan where units just follow it. */
function inTheirPlaces(
  finding: { plan: string; session: string; units: string[]; day: Day },
  content: WithItems,
  words: (who: string) => Words,
): Doubt[] {
  const own: Doubt[] = [];
  const following: string[] = [];
  for (const id of finding.units) {
    const unit = content.items.units.find((item) => item.id === id);
    const place = unit && ownPositionOf(unit, finding);
    if (place) own.push(scheduled(place, finding.session, words('')));
    else following.push(unitName(id, content));
  }
  if (following.length === 0) return own;
  const place = timePositionOf(content, finding);
  return place ? [...own, scheduled(place, finding.session, words(`${listed(following)}的 `))] : own;
}

function scheduled(place: SourcePosition, session: string, words: Words): Doubt {
  return { ...place, kind: '学习安排', words: session, ...words };
}

/** The adjustment with which a unit set that day itself, or added the session. */
function ownPositionOf(
  unit: Item<'units'>,
  { plan, session, day }: { plan: string; session: string; day: Day },
): SourcePosition | undefined {
  const at = unit.fields.plans?.findIndex((followed) => followed.plan === plan) ?? -1;
  const adjustments = unit.fields.plans?.[at]?.adjustments ?? [];
  const path = (index: number, ...rest: PropertyKey[]) =>
    unit.positionOf(['plans', at, 'adjustments', index, ...rest]);
  for (const [index, adjustment] of adjustments.entries()) {
    if (adjustment.session !== session) continue;
    if (adjustment.on === day) return path(index, 'on');
    const group = adjustment.groups?.findIndex(({ on }) => on === day) ?? -1;
    if (group >= 0) return path(index, 'groups', group, 'on');
    const makeUp = makeUpsOf(adjustment).findIndex(({ on }) => on === day);
    if (makeUp >= 0)
      return path(index, 'makeUp', ...(Array.isArray(adjustment.makeUp) ? [makeUp, 'on'] : ['on']));
    const sitting = adjustment.add?.sittings?.findIndex(({ on }) => on === day) ?? -1;
    if (sitting >= 0) return path(index, 'add', 'sittings', sitting, 'on');
    if (adjustment.add) return path(index, 'add', 'when');
  }
  return undefined;
}

/** Where a plan sets the day: its sitting of that day, or when the session is held. */
function timePositionOf(
  content: WithItems,
  { plan, session, day }: { plan: string; session: string; day: Day },
): SourcePosition | undefined {
  const planned = content.items.plans
    .find(({ id }) => id === plan)
    ?.fields.sessions.find(({ id }) => id === session);
  const sitting = planned?.sittings?.findIndex(({ on }) => on === day) ?? -1;
  const rest = sitting < 0 ? ['when'] : ['sittings', sitting, 'on'];
  return planPositionOf(content, plan, session, rest);
}

function planPositionOf(
  { items }: WithItems,
  planId: string,
  session: string,
  rest: readonly PropertyKey[],
): SourcePosition | undefined {
  const plan = items.plans.find(({ id }) => id === planId);
  const index = plan?.fields.sessions.findIndex((planned) => isSessionOrTurn(session, planned)) ?? -1;
  return plan && index >= 0 ? plan.positionOf(['sessions', index, ...rest]) : undefined;
}

function doubleBooking({ of, name, day, bookings }: Finding<'double booking'>, content: WithItems): Doubt {
  const [first] = bookings;
  const unit = content.items.units.find(({ id }) => id === first?.unit);
  const place =
    (unit && first && bookingPositionOf(unit, { ...first, of, name })) ??
    (first && planPositionOf(content, first.plan, first.session, [of === 'speaker' ? 'speakers' : 'place']));
  const who = bookings.map(
    ({ unit: id, session, time }) => `${unitName(id, content)} ${session}${time ? `（${time}）` : ''}`,
  );
  return scheduled(place ?? { file: `units/${first?.unit ?? ''}.yaml`, line: 1, column: 1 }, name, {
    reason: `${of === 'speaker' ? '主讲或发言人' : '地点'}“${name}”在${dayWords(day)}同时安排给${who.join('、')}`,
    remedy:
      '与有关单位商定后错开，在单位文件的 adjustments 里调整；合在一起进行的，在计划里写明日期、时刻和地点',
  });
}

/** Clashes of units with themselves; those that the same two lines set in several units are told once. */
function ownClashDoubts(clashes: readonly OwnClash[], content: WithItems): Doubt[] {
  const byLines = new Map<string, { clash: OwnClash; units: string[]; places: SourcePosition[] }>();
  for (const clash of clashes) {
    const places = clash.meetings.map((meeting) => positionOfMeeting(meeting, content));
    const { unit } = clash.meetings[0];
    const lines = places.map(({ file, line }) => `${file}:${line}`).join(' ');
    const key = `${lines} ${clash.meetings.map(({ session }) => session).join(' ')}`;
    const same = byLines.get(key);
    if (!same) byLines.set(key, { clash, units: [unit], places });
    else if (!same.units.includes(unit)) same.units.push(unit);
  }
  return [...byLines.values()].map(({ clash, units, places: [here, other] }) =>
    scheduled(here!, clash.meetings[0].session, {
      reason: `${listed(units.map((id) => unitName(id, content)))}${clashWords(clash, content, other!)}`,
      remedy: '错开日期或时刻，在单位文件的 adjustments 里调整；本来合在一起开的，其中一场写 drop: true',
    }),
  );
}

function clashWords(
  { meetings, place, people }: OwnClash,
  content: WithItems,
  other: SourcePosition,
): string {
  const [first, second] = meetings;
  const isOneUnit = first.unit === second.unit;
  const words = ({ title, plan, session, time = '' }: ClashingMeeting) =>
    `“${title}”（${plan} 的 ${session}，${time}）`;
  const shared = [
    ...(place === undefined ? [] : [`同在${place}`]),
    ...(people.length > 0 ? [`都要${people.join('、')}到场`] : []),
  ];
  return (
    `${isOneUnit ? '' : `与上级${unitName(second.unit, content)}`}同一时间有两场，${dayWords(first.day)}：` +
    `${words(first)}和${words(second)}，后一场写在 ${other.file}:${other.line}` +
    shared.map((each) => `；${each}`).join('')
  );
}

function unitName(id: string, { items }: WithItems): string {
  const fields = items.units.find((unit) => unit.id === id)?.fields;
  return fields ? shortNameOf(fields) : id;
}

/** The line that sets the day of a meeting: the unit's own, else the exception of a turn, else the plan's. */
function positionOfMeeting(meeting: ClashingMeeting, content: WithItems): SourcePosition {
  const unit = content.items.units.find(({ id }) => id === meeting.unit);
  return (
    (unit && ownPositionOf(unit, meeting)) ??
    exceptionPositionOf(meeting, content) ??
    planPositionOf(content, meeting.plan, meeting.session, ['when']) ?? {
      file: `units/${meeting.unit}.yaml`,
      line: 1,
      column: 1,
    }
  );
}

/** The exception with which a plan set the day of a turn. */
function exceptionPositionOf(
  { plan: planId, session, day }: ClashingMeeting,
  { items }: WithItems,
): SourcePosition | undefined {
  const plan = items.plans.find(({ id }) => id === planId);
  const index = plan?.fields.sessions.findIndex((planned) => isSessionOrTurn(session, planned)) ?? -1;
  const planned = plan?.fields.sessions[index];
  const at =
    planned?.exceptions?.findIndex(({ turn, on }) => on === day && session === `${planned.id}-${turn}`) ?? -1;
  return at < 0 ? undefined : plan?.positionOf(['sessions', index, 'exceptions', at, 'on']);
}

/** The adjustment with which a unit added a speaker or place. */
function bookingPositionOf(
  unit: Item<'units'>,
  { plan, session, of, name }: { plan: string; session: string; of: 'speaker' | 'place'; name: string },
): SourcePosition | undefined {
  const at = unit.fields.plans?.findIndex((followed) => followed.plan === plan) ?? -1;
  const adjustments = unit.fields.plans?.[at]?.adjustments ?? [];
  const index = adjustments.findIndex(
    (adjustment) =>
      adjustment.session === session &&
      (adjustment.add !== undefined ||
        (of === 'place' && JSON.stringify(adjustment).includes(JSON.stringify(name)))),
  );
  return index < 0 ? undefined : unit.positionOf(['plans', at, 'adjustments', index, 'session']);
}

/** Sessions that a unit leaves to a host which takes no part at their time. Hosts that never hold them are faults. */
function hostDoubts(schedules: SiteSchedules['schedules'], content: WithItems): Doubt[] {
  return content.items.units.flatMap(({ id: unit, fields, positionOf }) =>
    (fields.plans ?? []).flatMap(({ plan, adjustments = [] }, at) =>
      adjustments.flatMap(({ session, hostedBy }, index): Doubt[] => {
        const host = schedules.find((of) => of.unit.id === hostedBy && of.plan.id === plan);
        const own = schedules.find((of) => of.unit.id === unit && of.plan.id === plan);
        const isOwed = own?.schedule.sessions.some(({ id }) => id === session) ?? false;
        const time = host && membershipWords(membershipIn(plan, host.unit));
        if (!isOwed || time === undefined || host?.schedule.sessions.some(({ id }) => id === session))
          return [];
        const words = {
          reason: `承办单位 ${hostedBy} 只在${time}参加这份计划，${session} 那时它不开，这里按本单位自己的时间地点`,
          remedy: `改承办单位，或改 ${hostedBy} 的 since、until`,
        };
        return [scheduled(positionOf(['plans', at, 'adjustments', index, 'hostedBy']), session, words)];
      }),
    ),
  );
}

/** 列席 among those who take part: they are no part of 应到, and sign in by themselves. */
function observerDoubts({ items }: WithItems): Doubt[] {
  const ofPlans = items.plans.flatMap(({ fields, positionOf }) =>
    fields.sessions.map(({ id, attendees }, index): Told => [
      id,
      attendees,
      () => positionOf(['sessions', index, 'attendees']),
    ]),
  );
  const ofUnits = items.units.flatMap(({ fields, positionOf }) =>
    (fields.plans ?? []).flatMap(({ adjustments = [] }, plan) =>
      adjustments.flatMap(({ session, add, groups = [] }, index): Told[] => {
        const at = (...rest: PropertyKey[]) => positionOf(['plans', plan, 'adjustments', index, ...rest]);
        return [
          [session, add?.attendees, () => at('add', 'attendees')],
          ...groups.map(({ attendees }, group): Told => [
            session,
            attendees,
            () => at('groups', group, 'attendees'),
          ]),
        ];
      }),
    ),
  );
  return [...ofPlans, ...ofUnits].flatMap(([session, attendees, place]) =>
    attendees?.includes('列席')
      ? [
          scheduled(place(), session, {
            reason: `${session} 的参加人员里写着列席：${attendees}`,
            remedy: '列席的移到 observers，不算在应到人数里，签到另列一栏',
          }),
        ]
      : [],
  );
}

/** Days that were only moved from an earlier year's plan, and that nobody has confirmed yet. */
function unconfirmedDoubts({ items }: WithItems): Doubt[] {
  return items.plans.flatMap(({ fields, positionOf }) =>
    fields.sessions.flatMap(({ id, note }, index) => {
      const moved = note?.split(TO_CONFIRM)[1];
      if (moved === undefined) return [];
      return [
        scheduled(positionOf(['sessions', index, 'note']), id, {
          reason: `${id} 的日期是照上一年推来的，还没有确认：${moved.trim()}`,
          remedy: `核实后改好日期，删去备注里“${TO_CONFIRM}”起的一句；在编辑台里按“日期已确认”`,
        }),
      ];
    }),
  );
}

function statementDoubts({ items }: WithItems): Doubt[] {
  return items.campaigns.flatMap(({ fields, positionOf }) =>
    (fields.statements ?? []).map(({ about, says }, index) => ({
      ...positionOf(['statements', index]),
      kind: '说法不一' as const,
      words: about,
      reason: `“${about}”原文有 ${says.length} 种说法：${says.map((words) => words.replace(/[。；]$/u, '')).join('；')}`,
      remedy: '向主办单位核实；核实后按核实的写，删去这一条',
    })),
  );
}

/** An office's file for a year that does not ship with the project has to be whole; one for a known year names what it changes. */
function tableDoubts({ items }: WithItems): Doubt[] {
  const shipped = new Set(OFFICIAL_TABLES.map(({ year }) => year));
  const firstOf = new Map<number, (typeof items.calendar)[number]>();
  for (const item of items.calendar) {
    if (!shipped.has(item.fields.year) && !firstOf.has(item.fields.year)) firstOf.set(item.fields.year, item);
  }
  return [...firstOf].flatMap(([year, { positionOf }]) => {
    const holidays = items.calendar.flatMap(({ fields }) => (fields.year === year ? fields.holidays : []));
    const missing = missingHolidays({ holidays });
    if (missing.length === 0) return [];
    return [
      {
        ...positionOf(['holidays']),
        kind: '放假安排' as const,
        words: missing.join('、'),
        reason: `${year}年放假安排里没有${missing.join('、')}`,
        remedy: '照国务院办公厅的通知补全；七个节日都要写上',
      },
    ];
  });
}

function missingTableDoubts(year: number | undefined): Doubt[] {
  if (year === undefined) return [];
  const file = `calendar/${year}.yaml`;
  return [
    {
      file,
      line: 1,
      column: 1,
      kind: '放假安排',
      words: `${year}`,
      reason: `还没有${year}年放假安排，${year}年的工作日和期限算不出来`,
      remedy: `国务院办公厅公布后新建这个文件，写 year、notice、holidays、workdays`,
    },
  ];
}

function dayWords(day: Day): string {
  return `${day.slice(0, 4)}年${shortDay(day)}（${weekdayName(day)}）`;
}

/** A list of names; of a long one the first few and the total. */
function listed(names: readonly string[]): string {
  return names.length <= 5 ? names.join('、') : `${names.slice(0, 5).join('、')}等 ${names.length} 个单位`;
}
