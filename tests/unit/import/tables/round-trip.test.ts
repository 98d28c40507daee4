import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  SESSION_FORMS,
  type Adjustment,
  type PlanSession,
  type When,
} from '../../../../src/domain/schedule/plan.ts';
import { scheduleOf } from '../../../../src/domain/schedule/schedule-of.ts';
import type { TabledPlan } from '../../../../src/domain/schedule/table/plan-table.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { workCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import { ROOT } from '../../../support/site.ts';
import { comparable, exported, importedPlan, officeOf, schedulesOf, seen, type Office } from './office.ts';

/**
 * What unchanged means: every session of the plan has the fields it had (see `comparable`), and the plan worked out for the unit with the
 * adjustments that the import proposes is, session by session, what was exported: day, hours, place, people, groups, reasons.
 */
async function assertUnchanged(of: TabledPlan, office: Office, message: string): Promise<void> {
  const { plan, adjustments, doubts } = await importedPlan(exported(of, office), office);
  const usual = of.unit.meeting?.place;
  // A plan made at random is held on days off, or outside its stage; that is said of it, and changes nothing.
  const unexpected = doubts.filter((doubt) => !/是休息日|不在.*的起止日期/u.test(doubt));
  assert.deepEqual(unexpected, [], message);
  assert.deepEqual(comparable(plan.sessions, usual), comparable(of.plan.sessions, usual), message);
  for (const key of ['title', 'campaign', 'revised'] as const) assert.equal(plan[key], of.plan[key], message);
  assert.equal(plan.onHoliday, of.plan.onHoliday ?? 'confirm', message);
  const unit = { ...of.unit, plans: [{ plan: of.plan.id, adjustments }] };
  const again = scheduleOf({ ...plan, id: of.plan.id }, of.campaign, unit, workCalendar());
  assert.deepEqual(seen(again.sessions), seen(of.schedule.sessions), message);
}

describe('A schedule exported to .xlsx and imported again', () => {
  it('comes back unchanged for every plan of every unit of the demo office', async () => {
    const office = await readContent(join(ROOT, 'content'));
    const all = schedulesOf(office);
    assert.ok(all.length >= 6);
    for (const of of all) await assertUnchanged(of, office, `${of.unit.id} ${of.plan.id}`);
  });

  it('comes back unchanged for plans made at random', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const office = randomOffice(seed);
      for (const of of schedulesOf(office)) await assertUnchanged(of, office, `seed ${seed}`);
    }
  });
});

const ENTRIES = {
  'texts/outline': { title: '学习纲要' },
  'texts/rules': { title: '关于印发《五个工作日办结办法（试行）》的通知' },
  'speeches/mid-year': { title: '在年中会议上的讲话' },
  'articles/same-a': { title: '同名报道' },
  'articles/same-b': { title: '同名报道' },
};
const CAMPAIGN = {
  name: '“转作风”学习活动',
  organiser: '学习办',
  from: '2026-09-14',
  until: '2027-01-22',
  stages: [
    { id: 'study', title: '学习动员', from: '2026-09-14', until: '2026-10-09' },
    { id: 'check', title: '对照检查', from: '2026-10-10', until: '2026-12-25' },
    { id: 'later', title: '巩固' },
  ],
};
const PHRASES = [
  '为什么学',
  '=1+1',
  '“五不准”：看红线',
  '一事一学（第二次）',
  '主要领导讲、大家谈',
  '3楼<会议室> & 走廊',
  '@全体',
  '带一件来件，当场数一遍日子',
  '第一行\n第二行',
  '会场占用',
];

/** Numbers from 0 up to, not including, 1; the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function randomOffice(seed: number): Office {
  const next = random(seed);
  const below = (count: number) => Math.floor(next() * count);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const maybe = <Item>(make: () => Item): Item | undefined => (next() < 0.5 ? make() : undefined);
  const line = () => pick(PHRASES.filter((phrase) => !phrase.includes('\n')));
  const label = () => pick(['党支部书记', '分管负责人', '办公室负责人', '=组长', '一楼（东）值班员']);
  const day = () => `2026-${pick(['09', '10', '11', '12'])}-${String(1 + below(28)).padStart(2, '0')}`;
  const time = () => pick(['09:00', '14:30', '16:00', '08:05']);
  /** Hours that no plan and no unit has: an adjustment that only repeats them is not told apart from none. */
  const otherTime = () => pick(['10:10', '15:45']);
  const place = () => pick(['二楼会议室', '报告厅', '3楼<会议室> & 走廊']);
  const whens: (() => When)[] = [
    () => 'unknown',
    () => ({ week: 1 + below(6) }),
    () => ({ on: day() }),
    () => ({ on: day(), time: time() }),
    () => ({ on: `202${5 + below(4)}-03-04` }),
    () => ({ month: pick(['2026-10', '2026-12', '2027-01']) }),
    () => ({ by: day() }),
    () => ({ by: day(), time: time() }),
    () => ({ by: { stage: pick(['study', 'check', 'later']), edge: pick(['start', 'end'] as const) } }),
    () => ({ by: { campaign: pick(['start', 'end'] as const) } }),
  ];
  const facts = (): Omit<PlanSession, 'id'> =>
    JSON.parse(
      JSON.stringify({
        stage: maybe(() => pick(CAMPAIGN.stages).id),
        title: line(),
        form: pick(SESSION_FORMS),
        readings: maybe(() => [
          ...new Set([pick(Object.keys(ENTRIES)), `${pick(Object.keys(ENTRIES))}#p${1 + below(9)}`]),
        ]),
        chair: maybe(label),
        lead: maybe(label),
        speakers: maybe(() => [...new Set([label(), label()])]),
        attendees: maybe(line),
        place: maybe(place),
        hours: maybe(() => pick([0.5, 1.5, 2, 4])),
        when: maybe(() => pick(whens)()),
        requirement: maybe(() => pick(PHRASES)),
        responsible: maybe(label),
        note: maybe(() => pick(PHRASES)),
      }),
    ) as Omit<PlanSession, 'id'>;
  const sessions = Array.from({ length: 1 + below(14) }, (_, index): PlanSession => ({
    ...facts(),
    id: next() < 0.8 ? `s${index + 1}` : `own-${index + 1}`,
  }));
  const meeting = maybe(() => ({
    weekday: 1 + below(5),
    time: time(),
    ...(next() < 0.5 ? { until: '17:30' } : {}),
    ...(next() < 0.7 ? { place: '二楼会议室' } : {}),
  }));
  const changes: ((session: string) => Adjustment)[] = [
    (session) => ({ session, on: day(), reason: line() }),
    (session) => ({ session, on: day(), time: otherTime() }),
    (session) => ({ session, drop: true, reason: line() }),
    (session) => ({ session, chair: '委分管负责人', reason: line() }),
    (session) => ({ session, on: day(), time: otherTime(), place: '临时会场', reason: line() }),
    (session) => ({
      session,
      on: day(),
      makeUp: { on: day(), time: otherTime(), place: '补学会场' },
      reason: line(),
    }),
    (session) => ({
      session,
      makeUp: [
        { on: '2026-11-17', time: otherTime() },
        { on: '2026-11-24', time: otherTime(), place: '补学会场' },
      ],
      reason: line(),
    }),
    (session) => ({
      session,
      groups: [
        { name: '第一批', on: day(), time: otherTime() },
        { name: '第二批（病区）', on: day(), time: otherTime(), place: '示教室' },
        { name: '第三批', on: day(), time: otherTime(), chair: '护士长', attendees: '门诊各科，夜班人员' },
      ],
      reason: line(),
    }),
  ];
  const adjustments = sessions.flatMap(({ id }) => (next() < 0.4 ? [pick(changes)(id)] : []));
  if (next() < 0.4) adjustments.push({ session: 'a1', add: facts(), reason: line() });
  return officeOf({
    ...ENTRIES,
    'campaigns/conduct': CAMPAIGN,
    'plans/conduct-plan': {
      campaign: 'conduct',
      title: '转作风学习计划',
      onHoliday: pick(['before', 'nextMeetingDay', 'nextWorkingDay', 'confirm'] as const),
      ...(next() < 0.5 ? { revised: day() } : {}),
      sessions,
    },
    'units/blood': { name: '血液中心', meeting, plans: [{ plan: 'conduct-plan', adjustments }] },
  });
}
