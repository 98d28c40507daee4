import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agendaOf } from '../../../src/domain/schedule/agenda.ts';
import { bookingsOf } from '../../../src/domain/schedule/bookings.ts';
import { scheduleFindings } from '../../../src/domain/schedule/findings.ts';
import { expectedOf } from '../../../src/domain/schedule/expected.ts';
import { guestWords } from '../../../src/domain/schedule/hosted.ts';
import { noticeFacts, noticeText } from '../../../src/domain/schedule/notice.ts';
import type { Adjustment, PlanSession, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { together } from '../../../src/domain/schedule/together.ts';
import { calendar, planOf, session } from './example.ts';
import { conduct, workedOut } from './office.ts';

type Changes = Record<string, Adjustment[]>;

/** Two units, archives on Fridays and health on Mondays, and what they change; sessions by unit. */
function office(changes: Changes, sessions: PlanSession[] = [session('s1'), session('s2')]) {
  const unit = (id: string, weekday: number, place: string): ScheduleUnit & { name: string } => ({
    id,
    name: `市${id}`,
    chair: `${id}书记`,
    meeting: { weekday, time: '14:30', until: '16:00', place },
    plans: [{ plan: 'conduct-2026', adjustments: changes[id] ?? [] }],
  });
  const units = [
    unit('archives', 5, '二楼会议室'),
    unit('health', 1, '一楼会议室'),
    unit('blood', 3, '礼堂'),
  ];
  return workedOut([planOf(sessions)], units, [{ ...conduct, reports: [] }]);
}

function sessionOf(changes: Changes, unit: string, sessions?: PlanSession[], id = 's1') {
  const of = office(changes, sessions).find((each) => each.unit.id === unit);
  return of!.schedule.sessions.find((each) => each.id === id)!;
}

const GUEST: Changes = { health: [{ session: 's1', hostedBy: 'archives' }] };

describe('a session that another unit hosts', () => {
  it('is the unit’s own again where the host takes no part at that time, and the host’s where it does', () => {
    const dayWith = (followed: object) => {
      const units = ['archives', 'health'].map((id, index) => ({
        id,
        meeting: { weekday: 5 - 4 * index, time: '14:30', place: '会议室' },
        plans: [
          {
            plan: 'conduct-2026',
            ...(id === 'archives' ? followed : { adjustments: [{ session: 's1', hostedBy: 'archives' }] }),
          },
        ],
      }));
      const [of] = workedOut([planOf([session('s1')])], units, [{ ...conduct, reports: [] }]).filter(
        ({ unit }) => unit.id === 'health',
      );
      return of?.schedule.sessions[0]?.day;
    };
    assert.equal(dayWith({}), '2026-09-18');
    assert.equal(dayWith({ since: '2026-09-18' }), '2026-09-18');
    assert.equal(dayWith({ since: '2026-09-19' }), '2026-09-14');
    assert.equal(dayWith({ until: '2026-09-17' }), '2026-09-14');
  });

  it('has the host’s day, hours, place and chair, its room called by the host’s name', () => {
    const { day, time, until, place, chair, host, reason, status } = sessionOf(GUEST, 'health');
    assert.deepEqual(
      { day, time, until, place, chair, status },
      {
        day: '2026-09-18',
        time: '14:30',
        until: '16:00',
        place: '市archives二楼会议室',
        chair: 'archives书记',
        status: 'fixed',
      },
    );
    assert.deepEqual(host, { id: 'archives', name: '市archives' });
    assert.equal(reason, '由市archives承办');
  });

  it('goes with the host when that moves it, and to groups where the host has them', () => {
    const moved = { session: 's1', on: '2026-09-17', place: '六楼会议室', reason: '会场占用' };
    const { day, place, reason } = sessionOf({ ...GUEST, archives: [moved] }, 'health');
    assert.deepEqual([day, place], ['2026-09-17', '市archives六楼会议室']);
    assert.match(
      reason ?? '',
      /^由市archives承办；原定9月18日（周五），改为9月17日（周四），.+原因：会场占用$/u,
    );
    const groups = [
      { name: '一', on: '2026-09-17' },
      { name: '二', on: '2026-09-18', place: '市委党校' },
    ];
    const inGroups = sessionOf({ ...GUEST, archives: [{ session: 's1', groups }] }, 'health').groups;
    assert.deepEqual(
      inGroups?.map((group) => group.place),
      ['市archives二楼会议室', '市委党校'],
    );
  });

  it('has each sitting at the host’s place, at its own where it has one', () => {
    const sittings = [
      { on: '2026-09-17', time: '09:00' },
      { on: '2026-09-17', time: '14:30', place: '市委党校' },
    ];
    const held = sessionOf(GUEST, 'health', [session('s1', { when: undefined, sittings })]);
    assert.deepEqual(
      held.sittings?.map(({ time, place }) => [time, place]),
      [
        ['09:00', '市archives二楼会议室'],
        ['14:30', '市委党校'],
      ],
    );
  });

  it('is in the host’s groups only by name: how many of them come says nothing of the guest', () => {
    const groups = [{ name: '一', on: '2026-09-17', headcount: 20 }];
    const changes = { ...GUEST, archives: [{ session: 's1', groups }] };
    const expected = (unit: string) => expectedOf(sessionOf(changes, unit), { name: unit });
    assert.deepEqual([expected('archives'), expected('health')], [20, undefined]);
  });

  it('stands in a year without a table as it stands at the host', () => {
    const january = [session('s1', { stage: 'sum-up', when: { on: '2027-01-12', time: '09:00' } })];
    const settled = { ...GUEST, archives: [{ session: 's1', on: '2027-01-12' }] };
    const of = (changes: Changes) => {
      const { status, reason } = sessionOf(changes, 'health', january);
      return [status, reason];
    };
    assert.deepEqual(of(settled), ['fixed', '由市archives承办']);
    assert.deepEqual(of(GUEST), ['tentative', '由市archives承办；2027年放假安排待国务院办公厅公布']);
  });

  it('keeps what the guest says itself: why, who sits in, the day for absentees', () => {
    const own = { session: 's1', hostedBy: 'archives', observers: '老干部', reason: '合署办公' };
    const held = sessionOf({ health: [{ ...own, makeUp: { on: '2026-09-22' } }] }, 'health');
    assert.deepEqual([held.observers, held.makeUp?.[0]?.day], ['老干部', '2026-09-22']);
    assert.equal(held.reason, '合署办公；由市archives承办');
  });

  it('is no meeting of the guest’s own where the host has no day, place or chair', () => {
    const unknown = [session('s1', { when: 'unknown', form: '调研' })];
    const { day, time, place, reason } = sessionOf(GUEST, 'health', unknown);
    assert.deepEqual([day, time, place], [null, undefined, undefined]);
    assert.equal(reason, '由市archives承办；时间待定，另行通知');
  });

  it('gives its day to what the guest counts from it', () => {
    const sessions = [session('s1'), session('s2', { when: { by: { session: 's1' } } })];
    assert.equal(sessionOf(GUEST, 'health', sessions, 's2').day, '2026-09-18');
  });

  it('may be hosted by each for the other, session by session', () => {
    const changes = { ...GUEST, archives: [{ session: 's2', hostedBy: 'health' }] };
    const sessions = [session('s1'), session('s2', { when: { week: 2 } })];
    assert.equal(sessionOf(changes, 'health', sessions).day, '2026-09-18');
    assert.equal(sessionOf(changes, 'archives', sessions, 's2').day, '2026-09-21');
  });

  it('is the unit’s own where the host does not hold it: dropped, hosted elsewhere, in a ring, unknown', () => {
    const others: Changes[] = [
      { archives: [{ session: 's1', drop: true }] },
      { archives: [{ session: 's1', hostedBy: 'blood' }] },
      { archives: [{ session: 's1', hostedBy: 'health' }] },
    ];
    for (const other of others)
      assert.equal(sessionOf({ ...GUEST, ...other }, 'health').host, undefined, JSON.stringify(other));
    const nobody = { health: [{ session: 's1', hostedBy: 'nobody' }] };
    assert.deepEqual(sessionOf(nobody, 'health').day, '2026-09-14');
  });

  it('takes no room or speaker a second time, and raises nothing that is the host’s', () => {
    const sessions = [session('s1', { speakers: ['李教授'], place: '市委党校', when: { on: '2026-09-19' } })];
    const all = office(GUEST, sessions).filter(({ unit }) => unit.id !== 'blood');
    const bookings = all.flatMap(({ schedule }) => bookingsOf(schedule));
    assert.deepEqual([...new Set(bookings.map(({ unit }) => unit))], ['archives']);
    const findings = scheduleFindings(all, calendar);
    assert.deepEqual(
      findings.map((finding) => [finding.kind, 'units' in finding && finding.units]),
      [['rest day', ['archives']]],
    );
  });

  it('stands once in the office’s week, with both units', () => {
    const [week] = agendaOf(office(GUEST)).weeks;
    const shared = together(week!.items).filter(
      ({ item }) => item.kind === 'session' && item.session.id === 's1',
    );
    assert.deepEqual(
      shared.map(({ units }) => units.map(({ unit }) => unit.id)),
      [['blood'], ['archives', 'health']],
    );
  });

  it('says in its notice who hosts it, and in the host’s with whom', () => {
    const guest = noticeText(noticeFacts(sessionOf(GUEST, 'health'), '市health', []));
    assert.match(guest, /\n承办：市archives\n/);
    const moved = { session: 's1', on: '2026-09-17', reason: '会场占用' };
    const told = sessionOf({ ...GUEST, archives: [moved] }, 'health');
    const words = noticeText(noticeFacts(told, '市health', []));
    assert.match(words, /\n说明：原定9月18日（周五），改为9月17日（周四），原因：会场占用\n/);
    assert.equal(words.match(/承办/g)?.length, 1, 'once');
    const host = sessionOf(GUEST, 'archives');
    assert.match(noticeText(noticeFacts(host, '市archives', [])), /\n联合开展：市health\n/);
    assert.equal(guestWords(host), '与市health联合开展');
    assert.equal(guestWords({ guests: [...'甲乙丙丁戊己'] }), '与甲、乙、丙、丁、戊等 6 个单位联合开展');
  });
});
