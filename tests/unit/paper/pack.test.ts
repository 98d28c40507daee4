import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeFacts, noticeText } from '../../../src/domain/schedule/notice.ts';
import { packOf } from '../../../src/papers/pack.ts';
import { pieces } from '../../../src/papers/form.ts';
import { noticeTitle } from '../../../src/papers/session-notice.ts';
import type { ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import { session, source } from './pack-source.ts';

test('a session has a notice, sign-in sheets for every person of the unit, a record with its second page, photographs and a file list', () => {
  const [, part] = packOf(source([session({ id: 's1' })]));
  assert.deepEqual(
    part?.sheets.map(({ id }) => id),
    [
      'notice-s1',
      'sign-in-s1',
      'sign-in-s1-2',
      'record-s1',
      'record-continued-s1',
      'photos-s1',
      'archive-s1',
    ],
  );
  assert.equal(part.sheets[2]?.rosterFrom, 31);
});

test('each group of a session signs in and keeps its record by itself, at its own time and place, on one notice', () => {
  const groups = [
    { name: '第一组', day: '2026-09-18', time: '14:30', place: '二楼' },
    { name: '第二组', day: '2026-09-21', time: '09:00', place: '库房', chair: '组长' },
  ];
  const [, part] = packOf(source([session({ id: 's1', chair: '书记', groups })]));
  const ids = part?.sheets.map(({ id }) => id) ?? [];
  assert.deepEqual(
    ids.filter((id) => id.startsWith('notice')),
    ['notice-s1'],
  );
  const valuesOf = (id: string) => part?.sheets.find((sheet) => sheet.id === id)?.facts.values ?? {};
  for (const form of ['sign-in', 'record']) {
    const [first, second] = [valuesOf(`${form}-s1-group-1`), valuesOf(`${form}-s1-group-2`)];
    assert.deepEqual(
      [first.meeting, first.time, first.place, first.chair],
      ['怎么学（第一组）', '2026年9月18日（周五）14:30', '二楼', '书记'],
    );
    assert.deepEqual(
      [second.meeting, second.time, second.place, second.chair],
      ['怎么学（第二组）', '2026年9月21日（周一）09:00', '库房', '组长'],
    );
  }
  const notice = part?.sheets[0]?.facts.texts?.notice?.map(({ text }) => text).join('\n') ?? '';
  assert.match(notice, /^第一组 2026年9月18日（周五）14:30；\n第二组 2026年9月21日（周一）09:00。$/m);
  assert.match(notice, /第一组在二楼；第二组在库房。/);
});

test('each sitting of a session has its sign-in sheet and record, and one notice and file list stand for all', () => {
  const sittings = [
    { name: '学原文', day: '2026-09-18', time: '09:00', until: '11:30', place: '二楼' },
    { day: '2026-09-18', time: '14:30', place: '报告厅', chair: '组长', speakers: ['党校教师'] },
  ];
  const [, part] = packOf(source([session({ id: 's1', chair: '书记', sittings })]));
  const ids = part?.sheets.map(({ id }) => id) ?? [];
  const countOf = (start: string) => ids.filter((id) => id.startsWith(start)).length;
  assert.deepEqual(['notice-', 'archive-', 'photos-'].map(countOf), [1, 1, 1]);
  const valuesOf = (id: string) => part?.sheets.find((sheet) => sheet.id === id)?.facts.values ?? {};
  for (const form of ['sign-in', 'record']) {
    const [first, second] = [valuesOf(`${form}-s1-sitting-1`), valuesOf(`${form}-s1-sitting-2`)];
    assert.deepEqual(
      [first.meeting, first.time, first.place, first.chair],
      ['怎么学（学原文）', '2026年9月18日（周五）09:00—11:30', '二楼', '书记'],
    );
    assert.deepEqual(
      [second.meeting, second.time, second.place, second.chair],
      ['怎么学', '2026年9月18日（周五）14:30', '报告厅', '组长'],
    );
  }
  const notice = part?.sheets[0]?.facts.texts?.notice?.map(({ text }) => text).join('\n') ?? '';
  assert.match(notice, /^学原文 2026年9月18日（周五）09:00—11:30；\n2026年9月18日（周五）14:30。$/m);
  assert.match(notice, /学原文在二楼；9月18日14:30在报告厅。/);
  assert.match(notice, /9月18日14:30由组长主持，党校教师发言。/);
});

test('a meeting within some days, or before a festival, says so on its notice and leaves its time to be written', () => {
  const noticeTime = (fields: Partial<ScheduledSession>) => {
    const [, part] = packOf(source([session({ id: 's1', time: undefined, ...fields })]));
    assert.equal(part!.sheets.find(({ id }) => id === 'record-s1')?.facts.values?.time, undefined);
    return part!.sheets[0]?.facts.texts?.notice?.[2]?.text;
  };
  const within = { timing: 'within', day: null, said: '2027年3月上旬' } as const;
  assert.equal(noticeTime(within), '2027年3月上旬，具体时间另行通知。');
  assert.match(
    noticeText(noticeFacts(session({ id: 's1', ...within }), '甲', [])),
    /时间：2027年3月上旬，具体时间另行通知\n/,
  );
  const before = { timing: 'by', day: '2027-06-30', said: '七一前' } as const;
  assert.equal(noticeTime(before), '七一前，2027年6月30日（周三）前，具体时间另行通知。');
});

test('a meeting that is to be held by a day has its papers, whose time is left to be written', () => {
  const [, part] = packOf(source([session({ id: 's1', timing: 'by', day: '2026-09-30', time: undefined })]));
  assert.ok(part?.sheets.some(({ id }) => id === 'sign-in-s1'));
  assert.equal(part!.sheets.find(({ id }) => id === 'record-s1')?.facts.values?.time, undefined);
  assert.match(
    part!.sheets[0]?.facts.texts?.notice?.[2]?.text ?? '',
    /^2026年9月30日（周三）前，具体时间另行通知。$/,
  );
});

test('self-study and dropped sessions have no papers, yet stand in the schedule', () => {
  const parts = packOf(
    source([
      session({ id: 's1', form: '个人自学' }),
      session({ id: 's2', form: '个人自学', timing: 'by' }),
      session({ id: 's3', status: 'dropped', reason: '与市级培训合并' }),
    ]),
  );
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ['plan'],
  );
  const rows = parts[0]?.sheets[0]?.facts.tables?.['sessions'] ?? [];
  assert.equal(rows.length, 3);
  assert.match(rows[2]?.[1] ?? '', /^不单独安排：与市级培训合并$/);
});

test('without a day a notice says so and a form leaves the place blank', () => {
  const [, part] = packOf(source([session({ id: 's1', timing: 'unknown', day: null, time: undefined })]));
  const [notice, signIn] = part?.sheets ?? [];
  const [, , time, place] = notice?.facts.texts?.['notice'] ?? [];
  assert.equal(`${time?.lead}${time?.text}`, '一、时间：待定，另行通知。');
  assert.equal(`${place?.lead}${place?.text}`, '二、地点：待定，另行通知。');
  assert.equal(signIn?.facts.values?.['time'], undefined);
});

test('a notice quotes its subject; a subject that names a meeting stands alone', () => {
  assert.equal(noticeTitle(session({ id: 's1', title: '看“五不准”' })), '关于开展“看‘五不准’”集中学习的通知');
  assert.equal(
    noticeTitle(session({ id: 's1', title: '活动总结会', form: '总结会' })),
    '关于召开活动总结会的通知',
  );
});

test('a notice does not say twice what is done, asks to be in time only where there is one, and speaks to members of a branch', () => {
  const textOf = (fields: Partial<ScheduledSession>, name = '甲单位') => {
    const from = source([session({ id: 's1', ...fields })]);
    const [, part] = packOf({ ...from, of: { ...from.of, unit: { ...from.of.unit, name } } });
    return (part?.sheets[0]?.facts.texts?.notice ?? []).map(({ text }) => text);
  };
  assert.equal(noticeTitle(session({ id: 's1', title: '支部集中学习' })), '关于开展支部集中学习的通知');
  assert.equal(
    noticeTitle(session({ id: 's1', title: '集中学习（第3次，3月）' })),
    '关于开展集中学习（第3次，3月）的通知',
  );
  assert.equal(
    noticeTitle(session({ id: 's1', title: '支部党员大会（第2次，第二季度）', form: '会议' })),
    '关于召开支部党员大会（第2次，第二季度）的通知',
  );
  assert.match(textOf({}).at(-1) ?? '', /^请准时参加；因故不能参加的，会前请假。$/);
  assert.match(textOf({ time: undefined }).at(-1) ?? '', /^因故不能参加的，会前请假。$/);
  assert.equal(textOf({})[0], '各科室：');
  assert.equal(textOf({}, '云川市示例馆机关第一党支部')[0], '全体党员：');
  assert.equal(textOf({ attendees: '支部委员' })[0], '支部委员：');
  assert.equal(textOf({ attendees: '全体党员；列席：离退休党支部委员' })[0], '全体党员：');
  assert.equal(textOf({ attendees: '第一组在第三研讨室，第二组在第五研讨室' })[0], '各参加人员：');
  assert.match(
    textOf({ title: '很长的专题'.repeat(7) })[1] ?? '',
    /^按照学习计划安排，现就有关事项通知如下：$/,
  );
});

test('names of texts stand in a row without a mark between them', () => {
  const from = source([session({ id: 's1', readings: ['texts/a', 'texts/b'] })], {
    titles: { 'texts/a': '甲', 'texts/b': '乙' },
  });
  const content = packOf(from)[1]?.sheets[0]?.facts.texts?.notice?.[5]?.text ?? '';
  assert.match(content, /^学习《甲》《乙》，专题为“怎么学”。$/);
});

test('each speaker gets an outline sheet', () => {
  const [, part] = packOf(source([session({ id: 's1', form: '交流研讨' })]));
  assert.ok(part?.sheets.some(({ id }) => id === 'outline-s1'));
});

test('observers stand in the notice and on sheet and record, and are none of those who are to come', () => {
  const from = source([session({ id: 's1', attendees: '全体职工', observers: '机关党委派员' })]);
  const [, part] = packOf(from);
  const sheetOf = (form: string) => part?.sheets.find((sheet) => sheet.form === form)?.facts;
  assert.equal(sheetOf('meeting-notice')?.texts?.notice?.[4]?.text, '全体职工。列席：机关党委派员。');
  for (const form of ['sign-in', 'study-record']) {
    assert.equal(sheetOf(form)?.values?.observers, '机关党委派员');
    assert.match(
      sheetOf(form)?.values?.counts ?? '',
      /^应到 60 人，实到　+人，请假　+人，缺席　+人，补学　+人$/,
    );
  }
});

test('sheets leave blank how many are to come where that is not known, and of a group say its own number', () => {
  const countsOf = (fields: Partial<ScheduledSession>) =>
    (packOf(source([session({ id: 's1', ...fields })]))[1]?.sheets ?? [])
      .filter(({ form }) => form === 'sign-in')
      .map(({ facts }) => facts.values?.counts?.slice(0, 6));
  assert.deepEqual(countsOf({ attendees: '领导班子成员' }), [undefined, undefined]);
  const day = '2026-09-18';
  assert.deepEqual(
    countsOf({
      groups: [
        { name: '甲', day, headcount: 20 },
        { name: '乙', day, headcount: 40 },
      ],
    }),
    ['应到 20 ', '应到 40 ', '应到 40 '],
  );
});

test('of a session that has only its week a notice names the week, and a sheet leaves the time blank', () => {
  const week = { number: 1, from: '2026-09-14', until: '2026-09-20' };
  const [plan, part] = packOf(
    source([session({ id: 's1', timing: 'week', day: null, time: undefined, status: 'unconfirmed', week })]),
  );
  const [notice, signIn] = part?.sheets ?? [];
  const words = '2026年9月14日至9月20日当周';
  assert.equal(notice?.facts.texts?.notice?.[2]?.text, `${words}，具体时间另行通知。`);
  assert.equal(signIn?.facts.values?.time, undefined);
  assert.equal(plan?.sheets[0]?.facts.tables?.sessions?.[0]?.[1], words);
});
test('what a title, a place and a wish end with makes no second full stop', () => {
  const from = source([session({ id: 's1', requirement: '每人一页提纲。', place: '二楼会议室；' })]);
  const text = (packOf(from)[1]?.sheets[0]?.facts.texts?.notice ?? []).map((each) => each.text).join('');
  assert.match(text, /二楼会议室。/);
  assert.doesNotMatch(text, /。。|；。/);
});

test('a meeting that is called by its name is no subject of study, and a word on 会 is no meeting', () => {
  const contentOf = (fields: Partial<ScheduledSession>) =>
    packOf(source([session({ id: 's1', ...fields })]))[1]?.sheets[0]?.facts.texts?.notice?.[5]?.text;
  assert.equal(
    contentOf({ title: '支部党员大会', form: '会议', chair: '书记' }),
    '{agenda:18}，由书记主持。',
    'a chair is no content',
  );
  assert.equal(contentOf({ title: '支部党员大会', form: '会议' }), '{agenda:18}。');
  assert.equal(contentOf({ title: '怎么学', form: '交流研讨' }), '围绕“怎么学”研讨。');
  assert.equal(
    contentOf({ title: '讲规矩', form: '党课', speakers: ['书记'] }),
    '专题为“讲规矩”，书记主讲。',
  );
  assert.equal(noticeTitle(session({ id: 's1', title: '服务社会' })), '关于开展“服务社会”集中学习的通知');
});

test('sessions are numbered stage by stage, in the wall sheet as in the titles of their papers', () => {
  const from = source([
    session({ id: 's1', stage: 'late' }),
    session({ id: 's2', stage: 'early', title: '先学' }),
  ]);
  const campaign = { ...from.of.campaign, stages: ['early', 'late'].map((id) => ({ id, title: id })) };
  const [plan, first] = packOf({ ...from, of: { ...from.of, campaign } });
  assert.equal(first?.title, '第1场　先学');
  assert.match(plan?.sheets[0]?.facts.tables?.sessions?.[0]?.[2] ?? '', /^先学/);
});

test('the wall sheet names the place of a session, and of each group below its time', () => {
  const groups = [
    { name: '第一组', day: '2026-09-18', time: '14:30', place: '二楼' },
    { name: '第二组', day: '2026-09-21', place: '库房' },
  ];
  const cellOf = (fields: Partial<ScheduledSession>) =>
    packOf(source([session({ id: 's1', ...fields })]))[0]?.sheets[0]?.facts.tables?.sessions?.[0]?.[1];
  assert.equal(cellOf({ place: '二楼会议室' }), '2026年9月18日（周五）14:30\n二楼会议室');
  assert.equal(
    cellOf({ groups }),
    '第一组\n2026年9月18日（周五）14:30\n二楼\n第二组\n2026年9月21日（周一）\n库房',
  );
});

test('a meeting of which only the name is known has its content left to be written on the notice', () => {
  const contentOf = (fields: Partial<ScheduledSession>) => {
    const [, part] = packOf(source([session({ id: 's1', title: '支委会', form: '会议', ...fields })]));
    const { facts } = part!.sheets[0]!;
    const text = facts.texts?.notice?.find(({ lead }) => lead === '四、内容：')?.text ?? '';
    return pieces(text, facts);
  };
  const blank = { name: 'agenda', width: 18, value: undefined };
  assert.deepEqual(contentOf({ chair: '书记' }), [blank, '，由书记主持。']);
  assert.deepEqual(contentOf({ title: '怎么学', chair: undefined }), ['专题为“怎么学”。']);
});
