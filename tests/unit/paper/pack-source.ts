import type { ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import type { PackSource } from '../../../src/papers/pack.ts';

/** A session that is held on a day, unless said otherwise. */
export function session(fields: Partial<ScheduledSession> & { id: string }): ScheduledSession {
  return {
    title: '怎么学',
    form: '集中学习',
    timing: 'on',
    day: '2026-09-18',
    time: '14:30',
    status: 'fixed',
    adjustments: [],
    ownPlace: true,
    ...fields,
  };
}

/** What a pack is made from: a unit of 60 that holds these sessions. */
export function source(sessions: ScheduledSession[], fields: Partial<PackSource> = {}): PackSource {
  return {
    of: {
      unit: { id: 'unit', name: '甲单位', headcount: 60 },
      plan: { id: 'plan', title: '学习计划', campaign: 'campaign', sessions: [] },
      campaign: { id: 'campaign', name: '学习活动' },
      schedule: { plan: 'plan', unit: 'unit', sessions },
      deadlines: [],
    } as unknown as PackSource['of'],
    organiser: '学习办',
    titles: {},
    checklists: [],
    ...fields,
  };
}
