import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  SESSION_FORMS,
  type Adjustment,
  type PlanSession,
  type When,
} from '../../../../src/domain/schedule/plan.ts';
import { workOutSchedules } from '../../../../src/domain/schedule/work-out.ts';
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
  const { plan, followed, doubts } = await importedPlan(exported(of, office), office);
  const usual = { place: of.unit.meeting?.place, chair: of.unit.chair };
  // A plan made at random is held on days off, or outside its stage; that is said of it, and changes nothing.
  const { since, until } = of.unit.plans!.find((each) => each.plan === of.plan.id)!;
  const isPartial = since !== undefined || until !== undefined;
  const expected = /是休息日|不在.*的起止日期/u;
  const unexpected = doubts.filter(
    (doubt) => !expected.test(doubt) && !(isPartial && /其余场次不在表里/u.test(doubt)),
  );
  assert.deepEqual(unexpected, [], message);
  // The table of a unit that joins late has no rows of what was before, and says so; what it has comes back.
  const has = new Set(plan.sessions.map(({ id }) => id));
  const rows = new Set(of.schedule.sessions.map(({ id }) => id));
  const told = of.plan.sessions
    .filter(({ id }) => !isPartial || has.has(id))
    .map(({ exceptions, ...session }) => ({
      ...session,
      exceptions: exceptions?.filter(({ turn, drop }) => drop === true || rows.has(`${session.id}-${turn}`)),
    }));
  assert.deepEqual(comparable(plan.sessions, usual), comparable(told, usual), message);
  assert.deepEqual([followed.since, followed.until], [since, until], message);
  for (const key of ['title', 'campaign'] as const) assert.equal(plan[key], of.plan[key], message);
  assert.deepEqual(plan.revisions, of.plan.revisions, message);
  assert.equal(plan.revised, of.plan.revisions ? undefined : of.plan.revised, message);
  assert.equal(plan.onHoliday, of.plan.onHoliday ?? 'confirm', message);
  const unit = { ...of.unit, plans: [{ ...followed, plan: of.plan.id }] };
  const others = office.items.units.filter(({ id }) => id !== unit.id);
  const units = [unit, ...others.map(({ id, fields }) => ({ ...fields, id }))];
  const [again] = workOutSchedules(units, [{ ...plan, id: of.plan.id }], [of.campaign], workCalendar());
  assert.deepEqual(seen(again?.schedule.sessions ?? []), seen(of.schedule.sessions), message);
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

  it('gives a session that another unit hosts back to that unit, and to the plan its own chair and place', async () => {
    const hosted = { session: 's1', hostedBy: 'health', reason: '合署办公' };
    const sessions = [
      { id: 's1', stage: 'study', title: '为什么学', form: '党课', chair: '分管负责人', when: { week: 1 } },
    ];
    const meeting = { weekday: 2, time: '08:40', place: '一楼会议室' };
    const office = officeOf({
      'campaigns/conduct': CAMPAIGN,
      'plans/conduct-plan': { campaign: 'conduct', title: '转作风学习计划', onHoliday: 'confirm', sessions },
      'units/health': { name: '市卫生中心', chair: '书记', meeting, plans: [{ plan: 'conduct-plan' }] },
      'units/blood': { name: '血液中心', plans: [{ plan: 'conduct-plan', adjustments: [hosted] }] },
    });
    const of = schedulesOf(office).find(({ unit }) => unit.id === 'blood')!;
    assert.equal(of.schedule.sessions[0]?.place, '市卫生中心一楼会议室');
    const { plan, adjustments } = await importedPlan(exported(of, office), office);
    assert.deepEqual(adjustments, [hosted]);
    assert.deepEqual(comparable(plan.sessions, {}), comparable(sessions as PlanSession[], {}));
  });
});

describe('A schedule of a branch’s year, exported and imported again', () => {
  it('has its recurring sessions as rules with their exceptions, its class with its sittings, and every form of time', async () => {
    for (const of of schedulesOf(BRANCH)) await assertUnchanged(of, BRANCH, of.unit.id);
  });

  it('says why a unit added what recurs with each of its turns, and gives the reason back once', async () => {
    const of = schedulesOf(BRANCH).find(({ unit }) => unit.id === 'changed')!;
    const reasons = of.schedule.sessions
      .filter(({ id }) => id.startsWith('own-'))
      .map(({ reason }) => reason);
    assert.equal(reasons.length, 12);
    for (const reason of reasons) assert.match(reason ?? '', /党员分在两处|值班|不单独安排/u);
    const { adjustments } = await importedPlan(exported(of, BRANCH), BRANCH);
    assert.deepEqual(
      adjustments.filter(({ session }) => session === 'own').map(({ reason }) => reason),
      ['党员分在两处'],
    );
  });

  it('has the rules whole for a unit that joins late, and says that it lacks what was before', async () => {
    const [of] = schedulesOf(BRANCH);
    const late = {
      ...of!,
      unit: { ...of!.unit, plans: [{ plan: 'year', since: '2026-11-01' }] },
      schedule: { ...of!.schedule, sessions: of!.schedule.sessions.slice(-30) },
    };
    const { plan, followed, doubts } = await importedPlan(exported(late, BRANCH), BRANCH);
    const day = plan.sessions.find(({ id }) => id === 'party-day');
    assert.deepEqual(day?.when, { every: 'month', day: 5, time: '15:00' });
    assert.equal(followed.since, '2026-11-01');
    assert.ok(
      doubts.includes(
        '表是2026年11月1日起参加的单位的，其余场次不在表里，写成的计划里也没有；整份计划从一直参加的单位导出',
      ),
    );
  });
});

const BRANCH_SESSIONS: PlanSession[] = [
  {
    ...{ id: 'party-day', title: '主题党日', form: '主题党日', readings: ['texts/outline'] },
    ...{ when: { every: 'month', day: 5, time: '15:00' }, onHoliday: 'nextWorkingDay', note: '带党徽' },
    exceptions: [
      { turn: '2026-02', drop: true, reason: '春节，不安排' },
      { turn: '2026-03', title: '学雷锋', readings: ['texts/rules'], place: '社区', reason: '联学' },
      { turn: '2026-04', on: '2026-04-08', time: '09:00' },
      { turn: '2026-06', time: '10:00' },
      { turn: '2026-08', drop: true },
    ],
  },
  { id: 'committee', title: '支委会', form: '会议', when: { every: 'month', weekday: 1, nth: 'last' } },
  { id: 'all', title: '党员大会', form: '会议', when: { every: 'quarter' }, chair: '党支部书记' },
  {
    ...{ id: 'half', title: '小组会', form: '会议' },
    when: { every: 'half-month', day: 5, from: '2026-05-01', until: { stage: 'later', edge: 'end' } },
  },
  { id: 'study', title: '集中学习', form: '集中学习', when: { every: 'week', until: '2026-02-28' } },
  { id: 'once', title: '组织生活会', form: '组织生活会', when: { every: 'half-year', weekday: 5, nth: 2 } },
  {
    ...{ id: 'class', title: '党员读书班', form: '读书班', chair: '党支部书记', attendees: '全体党员' },
    sittings: [
      { on: '2026-10-12', time: '09:00', until: '11:30', title: '学原文：第一讲', hours: 3 },
      { on: '2026-10-12', time: '14:30', place: '报告厅', speakers: ['党校教师', '老党员'], hours: 2 },
      { on: '2026-10-13', title: '研讨', chair: '分管负责人', hours: 3 },
    ],
  },
  { id: 'early', title: '党课一', form: '党课', when: { month: '2026-03', part: 'early' } },
  { id: 'end', title: '党课二', form: '党课', when: { month: '2026-11', part: 'end' } },
  { id: 'quarter', title: '党课三', form: '党课', when: { period: '2026-q2' } },
  { id: 'half-year', title: '党课四', form: '党课', when: { period: '2026-h2' } },
  { id: 'first', title: '党课五', form: '党课', when: { period: '2026-09-a' } },
  { id: 'founding', title: '党课六', form: '党课', when: { before: '七一', year: 2026 } },
  { id: 'tombs', title: '祭扫', form: '现场教学', when: { festival: '清明', year: 2026, time: '09:00' } },
  { id: 'elders', title: '慰问', form: '调研', when: { before: '重阳', year: 2026 }, onHoliday: 'keep' },
];
const BRANCH = officeOf({
  'texts/outline': { title: '学习纲要' },
  'texts/rules': { title: '关于印发《五个工作日办结办法（试行）》的通知' },
  'campaigns/year': {
    ...{ name: '支部工作年', organiser: '机关党委', from: '2026-01-01', until: '2026-12-31' },
    stages: [{ id: 'later', title: '下半年', from: '2026-07-01', until: '2026-11-30' }],
  },
  'plans/year': { campaign: 'year', title: '三会一课安排', onHoliday: 'before', sessions: BRANCH_SESSIONS },
  'units/plain': {
    ...{ name: '第一支部', meeting: { weekday: 5, time: '14:30', until: '16:00', place: '二楼会议室' } },
    plans: [{ plan: 'year' }],
  },
  'units/changed': {
    ...{ name: '第二支部', meeting: { weekday: 3, time: '14:30', place: '三楼会议室' } },
    plans: [
      {
        plan: 'year',
        adjustments: [
          { session: 'party-day-2026-05', on: '2026-05-08', time: '16:10', reason: '会场占用' },
          { session: 'committee-2026-03', drop: true, reason: '与市级培训合并' },
          { session: 'class', place: '礼堂', reason: '会场占用' },
          {
            ...{ session: 'class', sitting: 2, on: '2026-10-14', time: '09:00', place: '203 室' },
            ...{ chair: '党小组组长', reason: '党校教师有课' },
          },
          { session: 'class', sitting: 1, time: '08:30' },
          { session: 'all-2026-q3', on: '2026-09-16', reason: '定了日期' },
          {
            session: 'own',
            add: { title: '党小组会', form: '会议', when: { every: 'month', day: 20 }, place: '小会议室' },
            reason: '党员分在两处',
          },
          { session: 'own-2026-04', on: '2026-04-22', time: '16:10', reason: '值班' },
          { session: 'own-2026-05', drop: true },
        ],
      },
    ],
  },
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
const PARTS = [
  { id: 'one', name: '第一党小组', meeting: { weekday: 2, time: '08:20', until: '09:20', place: '205 室' } },
  { id: 'two', name: '第二党小组', chair: '组长' },
];
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
        observers: maybe(label),
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
    (session) => ({ session, observers: '机关党委派员', reason: line() }),
    (session) => ({
      session,
      groups: [
        { part: 'one', on: day() },
        { part: 'two', on: day(), time: otherTime(), place: '示教室' },
      ],
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
      ...pick<() => object>([
        () => ({}),
        () => ({ revised: day() }),
        () => ({
          revisions: [
            { on: day(), what: line() },
            { on: day(), what: line(), session: pick(sessions).id, formerly: { on: day(), place: place() } },
          ],
        }),
      ])(),
      sessions,
    },
    'units/blood': {
      name: '血液中心',
      chair: maybe(label),
      parts: PARTS,
      meeting,
      plans: [{ plan: 'conduct-plan', adjustments }],
    },
  });
}
