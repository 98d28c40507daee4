import { DEADLINE_ALARMS, SESSION_ALARMS, type IcsEvent } from '../../../src/ics/event.ts';
import type { IcsFile } from '../../../src/ics/write-ics.ts';

/** A session from 14:30 to 16:30 on a Friday. */
export const SESSION: IcsEvent = {
  uid: 'blood-center-conduct-2026-s1@zhixing',
  plan: 'conduct-2026',
  title: '学什么、怎么学',
  day: '2026-09-18',
  time: { from: '14:30', until: '16:30' },
  place: '二楼会议室',
  description: '主持：党支部书记\n要求：每人一页提纲',
  address: 'http://study.example/units/blood-center/conduct-2026/#s1',
  alarms: SESSION_ALARMS,
};

/** An all-day deadline on the last day of a month. */
export const DEADLINE: IcsEvent = {
  uid: 'blood-center-conduct-2026-essay@zhixing',
  plan: 'conduct-2026',
  title: '心得体会报送截止',
  day: '2026-09-30',
  alarms: DEADLINE_ALARMS,
};

export const CALENDAR: IcsFile = {
  name: '云川市血液中心学习安排',
  description: '转作风、优服务学习计划；以正式通知为准',
  revised: '2026-09-10',
  events: [SESSION, DEADLINE],
};

/** Texts that a careless writer breaks. */
export const AWKWARD_TEXTS = [
  '专'.repeat(400),
  `a${'题'.repeat(400)}`,
  `ab${'目'.repeat(400)}`,
  '👩‍👩‍👧‍👦🇨🇳😀'.repeat(40),
  `x${'😀'.repeat(60)}`,
  `${' '.repeat(200)}后面`,
  '分号;逗号,反斜杠\\冒号:引号"百分号%',
  '反斜杠在末尾\\',
  '不是换行\\n，这才是\n第二行\n\n第四行',
  'BEGIN:VEVENT\nEND:VCALENDAR',
  '\\;\\,\\\\n',
  '制表\t符',
];
