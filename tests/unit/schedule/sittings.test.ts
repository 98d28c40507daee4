import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { agendaOf } from '../../../src/domain/schedule/agenda.ts';
import { noticeFacts, noticeText } from '../../../src/domain/schedule/notice.ts';
import type { Adjustment, Plan } from '../../../src/domain/schedule/plan.ts';
import type { ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import { meetingsOf, occasionsOf, placeOfAll } from '../../../src/domain/schedule/sittings.ts';
import { workOutSchedules, type UnitPlan } from '../../../src/domain/schedule/work-out.ts';
import { scheduleEvents } from '../../../src/ics/schedule-events.ts';
import { sessionPlace, sessionTime } from '../../../src/papers/words.ts';

const PLAN: Plan = {
  id: 'p',
  title: '学习计划',
  campaign: 'c',
  onHoliday: 'confirm',
  sessions: [
    { id: 's1', title: '集中学习', form: '集中学习', chair: '党支部书记', when: { on: '2026-12-02' } },
  ],
};

const GROUPS: Adjustment = {
  session: 's1',
  groups: [
    { name: '第一党小组', on: '2026-12-03' },
    { name: '第二党小组', on: '2026-12-04', place: '库房二楼会议室', chair: '第二党小组组长' },
    { name: '第三党小组', on: '2026-12-04', time: '19:00' },
  ],
  makeUp: { on: '2026-12-07', time: '17:30', place: '一楼' },
};

function workedOut(...adjustments: Adjustment[]): UnitPlan {
  const meeting = { weekday: 5, time: '15:00', until: '17:00', place: '三楼党员活动室' };
  const unit = { id: 'u', meeting, plans: [{ plan: 'p', adjustments }] };
  return workOutSchedules([unit], [PLAN], [{ id: 'c', name: '活动' }], workCalendar([]))[0]!;
}
const sessionOf = (...adjustments: Adjustment[]): ScheduledSession =>
  workedOut(...adjustments).schedule.sessions[0]!;

describe('a session in groups', () => {
  const session = sessionOf(GROUPS);
  const of = workedOut(GROUPS);

  it('tells of each group when and where it meets, and who chairs it', () => {
    assert.deepEqual(
      occasionsOf(session).map(({ kind, name, day, time, until, place, chair }) => [
        kind,
        name,
        day,
        time,
        until,
        place,
        chair,
      ]),
      [
        ['group', '第一党小组', '2026-12-03', '15:00', '17:00', '三楼党员活动室', '党支部书记'],
        ['group', '第二党小组', '2026-12-04', '15:00', '17:00', '库房二楼会议室', '第二党小组组长'],
        ['group', '第三党小组', '2026-12-04', '19:00', undefined, '三楼党员活动室', '党支部书记'],
        ['makeUp', undefined, '2026-12-07', '17:30', undefined, '一楼', undefined],
      ],
    );
  });

  it('has no place of all where one group goes elsewhere, and one where all go to the same', () => {
    assert.equal(placeOfAll(session), undefined);
    assert.equal(
      placeOfAll(
        sessionOf({
          session: 's1',
          groups: [
            { name: '甲', on: '2026-12-03', place: '库房' },
            { name: '乙', on: '2026-12-04', place: '库房' },
          ],
        }),
      ),
      '库房',
    );
    assert.equal(placeOfAll(sessionOf()), '三楼党员活动室');
  });

  it('goes to the same rooms at the same hours in every output', () => {
    const expected = occasionsOf(session)
      .map(({ day, time, place }) => `${day} ${time} ${place}`)
      .sort();
    const surroundings = { fullAddress: (address: string) => address, nameReading: () => undefined };
    const events = scheduleEvents(of, surroundings as unknown as Parameters<typeof scheduleEvents>[1]);
    assert.deepEqual(events.map(({ day, time, place }) => `${day} ${time?.from} ${place}`).sort(), expected);
    const items = agendaOf([of]).weeks.flatMap((week) => week.items);
    assert.deepEqual(
      items
        .map((item) => item.kind === 'session' && `${item.day} ${item.sitting?.time} ${item.sitting?.place}`)
        .sort(),
      expected,
    );
    assert.equal(
      sessionPlace(session),
      '第一党小组在三楼党员活动室；第二党小组在库房二楼会议室；第三党小组在三楼党员活动室',
    );
    assert.equal(
      sessionTime(session),
      '第一党小组 2026年12月3日（周四）15:00—17:00；第二党小组 2026年12月4日（周五）15:00—17:00；第三党小组 2026年12月4日（周五）19:00',
    );
    const text = noticeText(noticeFacts(session, '机关一支部', []));
    for (const line of [
      '第一党小组：2026年12月3日（周四） 15:00—17:00，三楼党员活动室，党支部书记主持',
      '第二党小组：2026年12月4日（周五） 15:00—17:00，库房二楼会议室，第二党小组组长主持',
      '第三党小组：2026年12月4日（周五） 19:00，三楼党员活动室，党支部书记主持',
      '补学：2026年12月7日（周一） 17:30，一楼',
    ])
      assert.ok(text.split('\n').includes(line), text);
    assert.doesNotMatch(text, /^(?:时间|地点|主持)：/m, 'who chairs is said once, at each group');
  });

  it('is one meeting in a notice for which a day was set by hand', () => {
    const facts = { ...noticeFacts(session, '机关一支部', []), day: '2026-12-09', place: '礼堂' };
    assert.match(noticeText(facts), /^时间：2026年12月9日（周三）$/m);
    assert.match(noticeText(facts), /^地点：礼堂$/m);
    assert.match(noticeText(facts), /^主持：党支部书记$/m);
  });
});

describe('the occasions of a session', () => {
  it('are none where it is not held or has no day, and its make-up day where it has one', () => {
    assert.deepEqual(occasionsOf(sessionOf({ session: 's1', drop: true })), []);
    const undated = { ...sessionOf(), day: null };
    assert.deepEqual(occasionsOf(undated), []);
    const makeUp = { day: '2026-12-07' };
    assert.deepEqual(occasionsOf({ ...undated, makeUp: [makeUp] }), [{ ...makeUp, kind: 'makeUp' }]);
  });

  it('are no meetings where work is due by a day', () => {
    const due: ScheduledSession = { ...sessionOf(), timing: 'by' };
    assert.equal(occasionsOf(due).length, 1);
    assert.deepEqual(meetingsOf(due), []);
  });
});
