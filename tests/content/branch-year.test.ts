import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { checkContent } from '../../src/check/check-content.ts';
import { longDay, shortDay, weekdayName } from '../../src/domain/day.ts';
import { noticeText, type NoticeFacts } from '../../src/domain/schedule/notice.ts';
import type { ScheduledSession } from '../../src/domain/schedule/schedule.ts';
import { occasionsOf, type Occasion } from '../../src/domain/schedule/sittings.ts';
import { resolveSite } from '../../src/site/resolve-site.ts';
import type { UnitSchedule } from '../../src/site/site.ts';
import { readContent } from '../../src/source/read-content.ts';
import { formatFault } from '../../src/source/fault.ts';
import { readSettings } from '../../src/source/settings.ts';
import { bare } from '../support/pdf.ts';
import { buildFolder, ROOT, temporaryFolder, wordsOf, writeContent, type ContentFiles } from '../support/site.ts';
import { bodyText } from '../support/word.ts';

/** A year of 三会一课 as rules: eight sessions in the place of fifty. */
const YEAR = `campaign: branch-2027
title: 2027年“三会一课”计划
onHoliday: nextWorkingDay
revisions:
  - { on: 2026-12-20, what: 与全县会议错开, session: lesson-2027-q2, formerly: { on: 2027-06-11 } }
sessions:
  - { id: day, title: 主题党日, form: 主题党日, when: { every: month, day: 5 }, exceptions: [{ turn: 2027-07, on: 2027-07-01, time: "09:00", place: 烈士陵园, reason: 与七一活动合并 }, { turn: 2027-02, drop: true }] }
  - { id: committee, title: 支委会, form: 会议, attendees: 支部委员, when: { every: month, weekday: 1, nth: 1, time: "09:00" } }
  - { id: assembly, title: 支部党员大会, form: 会议, attendees: 全体党员, observers: 入党积极分子, when: { every: quarter } }
  - { id: lesson, title: 党课, form: 党课, attendees: 全体党员, speakers: [党支部书记], when: { every: quarter, weekday: 5, nth: 3, time: "15:00" } }
  - { id: talk, title: 谈心谈话, form: 会议, when: { month: 2027-03, part: early } }
  - { id: birthday, title: 政治生日, form: 主题党日, when: { before: 七一, year: 2027 } }
  - { id: elders, title: 走访老党员, form: 主题党日, when: { festival: 重阳, year: 2027 } }
`;

const GROUPS_YEAR = `campaign: branch-2027
title: 2027年党小组会计划
onHoliday: nextWorkingDay
sessions:
  - { id: group, title: 党小组会, form: 会议, when: { every: month, weekday: 3, nth: 2 } }
`;

const STUDY = `campaign: study-2026
title: “强本领”学习计划
onHoliday: nextWorkingDay
sessions:
  - { id: open, stage: learn, title: 动员会, form: 动员会, attendees: 全体党员, place: 县文化馆报告厅, when: { on: 2026-11-04, time: "09:00" } }
  - id: class
    stage: learn
    title: 读书班
    form: 读书班
    place: 县委党校第一教室
    sittings:
      - { on: 2026-11-26, time: "08:30", until: "11:30", title: 原文研读, hours: 3 }
      - { on: 2026-11-26, time: "14:30", until: "17:30", title: 分组研讨, place: 县委党校第四研讨室, chair: 组织委员, hours: 3 }
      - { on: 2026-11-27, time: "08:30", until: "11:30", title: 交流发言, speakers: [副馆长], hours: 3 }
  - { id: s5, stage: learn, title: 支部集中学习, form: 集中学习, readings: [texts/outline], attendees: 全体党员, when: { week: 5 } }
  - id: long
    stage: learn
    title: 围绕“文化下乡、场馆免费开放、非遗传承、志愿服务四件事怎样对照查摆、怎样立行立改、怎样把群众意见一条一条办到底、办到群众满意为止”开展研讨
    form: 交流研讨
    when: { by: { stage: learn, edge: end } }
  - { id: look, stage: close, title: 回头看, form: 会议, when: { week: 2 } }
`;

/** A small office: a branch with two groups and a committee that meets by itself, one that joins late, one without a meeting day. */
const OFFICE: ContentFiles = {
  'texts/outline.md': '---\ntitle: 学习提纲\ndate: 2026-10-30\n---\n\n第一段。\n',
  'campaigns/branch-2027.yaml': `name: 2027年“三会一课”
organiser: 馆机关党委
from: 2027-01-01
until: 2027-12-31
reports:
  - { title: 完成情况表, from: 各党支部, deadline: { every: quarter, from: { campaign: start }, until: { campaign: end } } }
`,
  'campaigns/study-2026.yaml': `name: “强本领”学习教育
organiser: 馆党组
from: 2026-11-02
until: 2026-12-31
stages:
  - { id: learn, title: 学习, from: 2026-11-02, until: 2026-12-11 }
  - { id: close, title: 总结 }
reports:
  - { title: 学习安排, from: 各党支部, deadline: { workingDays: 5, after: { campaign: start } } }
  - { title: 学习小结, from: 各党支部, deadline: { every: half-month, from: { campaign: start }, until: { campaign: end } } }
  - { title: 典型做法, from: 各党支部, deadline: { workingDays: 5, before: { campaign: end } } }
`,
  'plans/year-2027.yaml': YEAR,
  'plans/groups-2027.yaml': GROUPS_YEAR,
  'plans/study-2026.yaml': STUDY,
  'units/first.yaml': `name: 青溪县文化馆第一党支部
shortName: 一支部
chair: 党支部书记
meeting: { weekday: 5, time: "15:00", until: "17:00", place: 三楼党员活动室 }
headcount: 21
parts:
  - { id: group-1, name: 第一党小组, chair: 第一党小组组长, headcount: 11, meeting: { weekday: 3, time: "16:00", place: 二楼排练厅 }, plans: [{ plan: groups-2027 }] }
  - { id: group-2, name: 第二党小组, chair: 第二党小组组长, headcount: 10, meeting: { weekday: 4, time: "10:00", place: 展厅会客室 } }
plans:
  - plan: study-2026
    adjustments:
      - session: s5
        groups: [{ part: group-1, on: 2026-12-02 }, { part: group-2, on: 2026-12-03 }]
        makeUp: { on: 2026-12-07, time: "17:30" }
        reason: 场馆要有人值守
      - { session: long, on: 2026-12-09, time: "15:00", reason: 与馆务会错开 }
  - plan: year-2027
    adjustments:
      - { session: lesson-2027-q3, on: 2027-09-06, time: "09:30", reason: 与培训错开 }
`,
  'units/second.yaml': `name: 青溪县文化馆第二党支部
shortName: 二支部
meeting: { weekday: 5, time: "15:00", place: 图书阅览区 }
headcount: 7
plans:
  - { plan: study-2026, since: 2026-11-20, adjustments: [{ session: s5, on: 2026-12-01, reason: 送戏下乡 }] }
  - { plan: year-2027, adjustments: [{ session: lesson-2027-q1, hostedBy: first, reason: 合办 }] }
`,
  'units/retired.yaml': `name: 青溪县文化馆离退休党支部
shortName: 离退休支部
plans:
  - plan: study-2026
  - plan: year-2027
`,
};


describe('A branch’s whole year', async () => {
  const folder = await writeContent(OFFICE);
  const site = await buildFolder(folder, join(await temporaryFolder(), 'site'));
  const settings = readSettings({ CONTENT_DIR: folder }, ROOT);
  const { schedules, units } = resolveSite(await readContent(folder), settings);

  const of = (unit: string, plan: string) => schedules.find((each) => each.unit.id === unit && each.plan.id === plan)!;
  const sessionOf = (unit: string, plan: string, id: string) => of(unit, plan).schedule.sessions.find((each) => each.id === id)!;
  const idsOf = (unit: string, plan: string) => of(unit, plan).schedule.sessions.map(({ id }) => id);
  const sheet = async (address: string) => readSheet(await readFile(join(site.folder, address)));
  const page = (unit: string, plan: string) => site.read(`/units/${unit}/${plan}/`);
  const pack = (unit: string, plan: string) => site.read(`/units/${unit}/${plan}/print/`);
  const word = async (address: string) => bare(bodyText(await readFile(join(site.folder, address))));
  const calendar = async (address: string) => eventsIn(await site.read(`/${address}.ics`));

  it('has no fault, and every doubt has its reason', async () => {
    const { faults, doubts } = await checkContent(folder, { today: '2026-11-10' });
    assert.deepEqual(faults.map(formatFault), []);
    assert.deepEqual(doubts.map((doubt) => [doubt.file, doubt.words]), [
      // The State Council has not announced the holidays of 2027 yet.
      ['calendar/2027.yaml', '2027'],
      // The first branch moved its lesson onto the morning of its committee.
      ['plans/year-2027.yaml', 'committee-2027-09'],
    ]);
  });

  it('is written in a third of the lines: a rule in the place of each turn (1)', () => {
    const lines = YEAR.split('\n').filter((line) => line.startsWith('  - { id:')).length;
    const turns = idsOf('first', 'year-2027').length;
    assert.ok(lines * 3 <= turns, `${lines} lines, ${turns} turns`);
    assert.deepEqual(idsOf('first', 'year-2027').filter((id) => id.startsWith('assembly')), ['q1', 'q2', 'q3', 'q4'].map((quarter) => `assembly-2027-${quarter}`));
  });

  it('numbers its turns, with one moved by an exception and one left out, each an event with a UID by its month (1)', async () => {
    assert.equal(sessionOf('second', 'year-2027', 'day-2027-03').title, '主题党日（第3次，3月）');
    assert.ok(!idsOf('second', 'year-2027').includes('day-2027-02'));
    const uids = (await calendar('units/second/year-2027')).map(({ UID }) => UID).filter((uid) => uid?.includes('-day-'));
    const months = ['01', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    assert.deepEqual(uids.sort(), months.map((month) => `second-year-2027-day-2027-${month}@zhixing`));
  });

  it('keeps the words of times that are no day: a part of a month, a quarter, before 七一, on 重阳 (1)', async () => {
    const html = await page('retired', 'year-2027');
    const words = (id: string) => bare(rowOf(html, id));
    assert.match(words('talk'), /^2027年3月上旬时间待定/u);
    assert.match(words('assembly-2027-q1'), /^2027年第一季度时间待定/u);
    assert.match(words('birthday'), /^七一前6月30日/u);
    assert.match(words('elders'), /^10月8日周五重阳当天/u);
  });

  it('says who goes where when alike on page, paper, in Word, Excel, the calendar and the notice (2)', async () => {
    for (const each of schedules) await agrees(each);
  });

  it('names every group in one notice and has a sheet and a record for each; a class has them a sitting (2)', async () => {
    const html = await pack('first', 'study-2026');
    const kinds = (session: string) => [...html.matchAll(new RegExp(`id="(sign-in|record)-(${session}-(?:group|sitting)-\\d)"`, 'g'))].map(([, kind, id]) => `${kind} ${id}`);
    assert.deepEqual(kinds('s5'), ['sign-in s5-group-1', 'record s5-group-1', 'sign-in s5-group-2', 'record s5-group-2']);
    assert.equal(kinds('class').length, 6);
    const notice = bare(wordsOf(sheetOf(html, 'notice-s5')));
    for (const words of ['第一党小组2026年12月2日（周三）16:00', '二楼排练厅', '第二党小组2026年12月3日（周四）10:00', '展厅会客室']) assert.ok(notice.includes(bare(words)), words);
  });

  it('gives parts their own rhythm, chair and head count, and a page where they follow a plan themselves (3)', async () => {
    const group = sessionOf('first-group-1', 'groups-2027', 'group-2027-03');
    assert.deepEqual([group.day, group.time, group.place, group.chair], ['2027-03-10', '16:00', '二楼排练厅', '第一党小组组长']);
    assert.deepEqual(units.map(({ id }) => id), ['first', 'first-group-1', 'retired', 'second']);
    assert.match(bare(sheetOf(await pack('first', 'study-2026'), 'sign-in-open')), /应到21人/u);
  });

  it('owes nothing before it joined: no session, no event, no report (3)', async () => {
    assert.deepEqual(idsOf('second', 'study-2026'), ['class', 's5', 'long', 'look']);
    const { deadlines } = of('second', 'study-2026');
    assert.deepEqual(deadlines.map(({ title }) => title), ['学习小结（第2次）', '学习小结（第3次）', '典型做法', '学习小结（第4次）']);
    for (const { DTSTART = '' } of await calendar('units/second')) assert.ok(DTSTART.replace(/^.*:/u, '') >= '20261120', DTSTART);
  });

  it('shows the week of a session to a unit without a meeting day (3)', async () => {
    const { timing, day, week } = sessionOf('retired', 'study-2026', 's5');
    assert.deepEqual([timing, day, week?.from], ['week', null, '2026-11-30']);
    assert.match(bare(rowOf(await page('retired', 'study-2026'), 's5')), /^2026年11月30日至12月6日|^11月30日至12月6日/u);
  });

  it('writes a session that is held together once: day, hour, room and chair are the host’s, on both pages (3)', async () => {
    const id = 'lesson-2027-q1';
    const [guest, host] = ['second', 'first'].map((unit) => sessionOf(unit, 'year-2027', id));
    assert.deepEqual([guest!.day, guest!.time, guest!.place, guest!.chair], [host!.day, host!.time, `一支部${host!.place}`, host!.chair]);
    assert.match(bare(rowOf(await page('second', 'year-2027'), id)), /由一支部承办/u);
    assert.match(bare(rowOf(await page('first', 'year-2027'), id)), /与二支部联合开展/u);
  });

  it('has who sits in apart from who takes part (3)', async () => {
    const row = bare(rowOf(await page('first', 'year-2027'), 'assembly-2027-q1'));
    assert.match(row, /参加人员：全体党员列席：入党积极分子/u);
  });

  it('says 原定…，改为… with the reason wherever a session moved, and lists the plan’s revisions (4)', async () => {
    const moved: [string, string, string][] = [
      ['second/study-2026', 's5', '原定12月4日（周五），改为12月1日（周二），原因：送戏下乡'],
      ['first/year-2027', 'day-2027-07', '原定7月5日（周一），改为7月1日（周四）09:00，地点改在烈士陵园，原因：与七一活动合并'],
      ['first/year-2027', 'lesson-2027-q2', '原定6月11日（周五），改为6月18日（周五），原因：与全县会议错开'],
    ];
    for (const [address, id, words] of moved) {
      const [unit = '', plan = ''] = address.split('/');
      const event = (await calendar(`units/${address}`)).find(({ UID }) => UID === `${unit}-${plan}-${id}@zhixing`);
      const outputs = {
        page: rowOf(await page(unit, plan), id),
        notice: noticeIn(await page(unit, plan), id),
        paper: wordsOf(sheetOf(await pack(unit, plan), 'schedule')),
        Word: await word(`units/${address}.docx`),
        Excel: (await sheet(`units/${address}.xlsx`)).flat().join(''),
        calendar: event?.['DESCRIPTION'] ?? '',
      };
      for (const [output, text] of Object.entries(outputs)) assert.ok(bare(text).includes(bare(words)), `${output}: ${id}\n${text}`);
    }
    const revision = '2026年12月20日，与全县会议错开（“党课（第2次，第二季度）”：原定2027年6月11日）';
    assert.ok(bare(wordsOf(await page('first', 'year-2027'))).includes(revision));
    assert.ok((await word('units/first/year-2027.docx')).includes(revision));
  });

  it('asks for a campaign’s reports once, a row and an event for each turn (5)', async () => {
    const titles = (events: Event[]) => events.map(({ SUMMARY = '' }) => SUMMARY).filter((title) => title.startsWith('报送截止'));
    const own = titles(await calendar('units/first'));
    assert.equal(new Set(own).size, own.length);
    assert.deepEqual(own.filter((title) => title.includes('完成情况表')), [1, 2, 3, 4].map((turn) => `报送截止：完成情况表（第${turn}次）`));
    assert.deepEqual(titles(await calendar('units/first-group-1')), [], 'the branch hands in for its groups');
    assert.match(bare(wordsOf(await page('first', 'study-2026'))), /请于11月13日前报送/u);
    assert.ok((await word('units/first/study-2026.docx')).includes('请于11月13日前报送'));
  });

  it('leaves the weeks of a stage without dates open, and days of a year without a table tentative (5)', async () => {
    const { day, week } = sessionOf('first', 'study-2026', 'look');
    assert.deepEqual([day, week], [null, undefined]);
    const event = (await calendar('units/first/year-2027')).find(({ UID = '' }) => UID.includes('committee-2027-01'));
    assert.equal(event?.['STATUS'], 'TENTATIVE');
    assert.match(event?.['DESCRIPTION'] ?? '', /2027年放假安排待国务院办公厅公布/u);
  });

  it('tells of its own clash with both lines, and of no other (6)', async () => {
    const { doubts } = await checkContent(folder, { today: '2026-11-10' });
    const clashes = doubts.filter(({ reason }) => reason.includes('同一时间有两场'));
    assert.equal(clashes.length, 1);
    assert.match(clashes[0]!.reason, /后一场写在 units\/first\.yaml:\d+/u);
  });

  it('has a form of the year’s attendance for each unit and part, 应到 filled where it is known (7)', async () => {
    for (const { id } of units) assert.ok((await sheet(`units/${id}.xlsx`)).length > 5, id);
    const rows = await sheet('units/first.xlsx');
    assert.deepEqual(rows.find(([, , title]) => title === '读书班')?.slice(4, 6), [9, 21]);
    assert.equal(rows.find(([, , title]) => title === '支部集中学习')?.[5], 21);
  });

  it('tells the year’s attendance alike on the page, in Word and in Excel (7)', async () => {
    for (const { id } of units) {
      const rows = (await sheet(`units/${id}.xlsx`)).filter(([number]) => typeof number === 'number');
      assert.ok(rows.length > 0, id);
      const outputs = {
        page: wordsOf(await site.read(`/units/${id}/print/attendance/`)),
        Word: await word(`units/${id}.docx`),
      };
      const planned = rows.map((row) => row.slice(0, 6).map((cell) => String(cell ?? '')).join(''));
      for (const [output, text] of Object.entries(outputs))
        for (const row of planned) assert.ok(bare(text).includes(bare(row)), `${id} ${output}: ${row}`);
    }
  });

  it('has notice, sheet and record for a meeting set by a day, and asks nobody to be in time without an hour (8)', async () => {
    const html = await pack('retired', 'study-2026');
    for (const id of ['notice-long', 'sign-in-long', 'record-long']) assert.ok(html.includes(`id="${id}"`), id);
    assert.doesNotMatch(sheetOf(html, 'notice-long'), /请准时参加|各科室|如有调整[^<]*<\/p>\s*<p class="signature/u);
    assert.ok(bare(wordsOf(sheetOf(html, 'notice-long'))).includes('12月11日（周五）前'));
  });

  it('numbers sessions alike in Word, on paper and in Excel (8)', async () => {
    const rows = await sheet('units/first/study-2026.xlsx');
    const inExcel = rows.flatMap((row) => (typeof row[0] === 'number' ? [`第${row[0]}场`] : []));
    const html = wordsOf(await pack('first', 'study-2026'));
    const onPaper = [...new Set(html.match(/第\d+场(?=　)/gu))];
    assert.deepEqual(onPaper, inExcel);
  });

  /** Every occasion of every session of a schedule, in each output. */
  async function agrees({ unit, plan, schedule }: UnitSchedule): Promise<void> {
    const address = `units/${unit.id}/${plan.id}`;
    const html = await page(unit.id, plan.id);
    const paper = await pack(unit.id, plan.id);
    const events = await calendar(address);
    const inWord = await word(`${address}.docx`);
    const rows = (await sheet(`${address}.xlsx`)).map((row) => bare(row.join('|')));
    for (const session of schedule.sessions) {
      const inExcel = rows.filter((row) => row.includes(bare(session.title))).join('\n');
      for (const occasion of occasionsOf(session)) {
        const which = `${address} ${session.id} ${occasion.name ?? ''}`;
        const { day, time = '', place = '' } = occasion;
        const said = { page: rowOf(html, session.id), Excel: inExcel, Word: inWord, notice: noticeIn(html, session.id) };
        for (const [output, text] of Object.entries(said)) {
          if (output === 'notice' && occasion.kind === 'makeUp') continue;
          for (const words of [shortDay(day), time, place]) assert.ok(bare(text).includes(bare(words)), `${which} ${output} ${words}\n${text}`);
        }
        const event = events.find(({ UID = '', DTSTART }) => UID.startsWith(`${unit.id}-${plan.id}-${session.id}`) && DTSTART?.includes(startOf(occasion)));
        assert.equal(event?.['LOCATION'] ?? '', place, `${which} calendar`);
        if (occasion.kind !== 'makeUp' && session.timing === 'on') onPaper(paper, session, occasion, which);
      }
    }
  }
});

/** The sheets of an occasion name its day, hour and room, and no other room of the session. */
function onPaper(html: string, session: ScheduledSession, occasion: Occasion, which: string): void {
  const all = occasionsOf(session).filter(({ kind }) => kind !== 'makeUp');
  const part = occasion.kind === 'whole' ? '' : `-${occasion.kind}-${all.indexOf(all.find(({ name, day, time }) => name === occasion.name && day === occasion.day && time === occasion.time)!) + 1}`;
  const others = all.flatMap(({ place }) => (place === undefined || place === occasion.place ? [] : [place]));
  for (const kind of ['sign-in', 'record']) {
    const words = bare(wordsOf(sheetOf(html, `${kind}-${session.id}${part}`)));
    for (const wanted of [`${longDay(occasion.day)}（${weekdayName(occasion.day)}）`, occasion.time ?? '', occasion.place ?? '']) assert.ok(words.includes(bare(wanted)), `${which} ${kind} ${wanted}\n${words}`);
    for (const other of others) assert.ok(!words.includes(bare(other)), `${which} ${kind} ${other}`);
  }
}

function startOf({ day, time }: Occasion): string {
  return day.replaceAll('-', '') + (time === undefined ? '' : `T${time.replace(':', '')}00`);
}

/** The words of a session's row of a page. */
function rowOf(html: string, id: string): string {
  const [, row = ''] = new RegExp(`<tr data-session="${id}"[^>]*>([\\s\\S]*?)</tr>`).exec(html) ?? [];
  return wordsOf(row);
}

/** The notice that a page copies for a session. */
function noticeIn(html: string, id: string): string {
  const [, row = ''] = new RegExp(`<tr data-session="${id}"[^>]*>([\\s\\S]*?)</tr>`).exec(html) ?? [];
  const [, facts = ''] = /data-notice="([^"]*)"/.exec(row) ?? [];
  return facts === '' ? '' : noticeText(JSON.parse(wordsOf(facts)) as NoticeFacts);
}

function sheetOf(html: string, id: string): string {
  return new RegExp(`<section class="sheet[^>]* id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';
}

/** The events of a calendar file, each as its properties by name. */
function eventsIn(ics: string): Event[] {
  const [, ...events] = ics.replace(/\r?\n /gu, '').split('BEGIN:VEVENT');
  return events.map((event) => {
    const own = event.split('BEGIN:VALARM')[0]!.split(/\r?\n/u);
    return Object.fromEntries(own.map((line) => [/^[A-Z-]*/u.exec(line)![0], line.replace(/^[^:]*:/u, '')]));
  });
}

type Event = Record<string, string | undefined>;
