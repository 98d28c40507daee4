import type { ScheduledDeadline, UnitPlan } from '../domain/schedule/work-out.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { SELF_STUDY } from '../domain/schedule/plan.ts';
import type { Facts, Form, FormSheet, Paragraph } from './form.ts';
import { ARCHIVE, ARCHIVE_ROWS, PHOTOS, SCHEDULE, SCHEDULE_WIDE } from './forms/archive.ts';
import { CHECKLIST } from './forms/ledgers.ts';
import { NOTICE, RECORD, ROSTER_ROWS, SIGN_IN, SPEECH_OUTLINE } from './forms/meeting.ts';
import { CALLS, SUBMISSION } from './forms/submission.ts';
import {
  deadlineWords,
  inCell,
  makeUpTime,
  periodWords,
  quoted,
  sessionTime,
  titled,
  UNDATED,
} from './words.ts';
import { longDay } from '../domain/day.ts';

/** A checklist as a pack prints it. */
export interface PackChecklist {
  id: string;
  title: string;
  stage?: { id: string; title: string } | undefined;
  items: readonly { text: string; standard?: string; owner?: string; deadline?: string; note?: string }[];
}

/** What a pack is made from. */
export interface PackSource {
  of: UnitPlan & {
    unit: {
      name: string;
      headcount?: number | undefined;
      contact?: { office?: string | undefined } | undefined;
    };
    campaign: {
      stages?:
        | readonly { id: string; title: string; from?: string | undefined; until?: string | undefined }[]
        | undefined;
    };
  };
  /** Who asks for what is handed in. */
  organiser: string;
  titleOf: (reading: string) => string | undefined;
  checklists: readonly PackChecklist[];
}

/** A sheet of a pack, filled. */
export interface PackSheet {
  /** Unique in the pack: its anchor. */
  id: string;
  /** The id of the form it belongs to, by which it can be left out. */
  form: string;
  sheet: FormSheet;
  facts: Facts;
  /** A line under its title that says whose sheet it is. */
  of?: string | undefined;
  /** The first number of a roster's page; 1 where left out. */
  rosterFrom?: number;
}

/** A part of a pack that can be chosen: a session, or papers of the whole plan. */
export interface PackPart {
  id: string;
  title: string;
  stage?: string | undefined;
  /** The session's day or month, in words. */
  time?: string | undefined;
  kind: 'plan' | 'session' | 'calls' | 'checklists';
  sheets: PackSheet[];
}

/** The forms a pack can hold, with the names under which they are chosen and listed. */
export const PACK_FORMS: readonly { id: string; name: string; atFirst: boolean }[] = [
  { id: SCHEDULE.id, name: '安排表（竖）', atFirst: true },
  { id: SCHEDULE_WIDE.id, name: '安排表（横）', atFirst: true },
  { id: CALLS.id, name: '应报送材料', atFirst: true },
  { id: NOTICE.id, name: '通知', atFirst: true },
  { id: SIGN_IN.id, name: '签到', atFirst: true },
  { id: RECORD.id, name: '记录', atFirst: true },
  { id: PHOTOS.id, name: '照片', atFirst: true },
  { id: ARCHIVE.id, name: '归档', atFirst: true },
  { id: SPEECH_OUTLINE.id, name: '发言提纲', atFirst: true },
  { id: SUBMISSION.id, name: '报送封面、汇总表', atFirst: true },
  { id: CHECKLIST.id, name: '检查清单', atFirst: true },
];

/** Forms of sessions at which people speak in turn. */
const SPOKEN: readonly string[] = ['交流研讨', '中心组学习', '组织生活会', '总结会'];
/** Verbs that a notice uses; 召开 for meetings, 举办 for lectures, 开展 for the rest. */
const CONVENED: readonly string[] = ['动员会', '总结会', '会议', '组织生活会'];
const HELD: readonly string[] = ['辅导报告', '读书班', '党课'];

/** Everything on paper for one unit and one plan, in the order in which it is bound. Depends on nothing but its argument. */
export function packOf(source: PackSource): PackPart[] {
  const { of, checklists } = source;
  const held = of.schedule.sessions.filter(
    ({ status, form, timing }) => status !== 'dropped' && form !== SELF_STUDY && timing !== 'by',
  );
  const numbers = new Map(of.schedule.sessions.map((session, index) => [session.id, index + 1]));
  return [
    { id: 'plan', title: '学习计划安排表', kind: 'plan', sheets: scheduleSheets(source) },
    ...(of.deadlines.length > 0 ? [callsPart(source)] : []),
    ...held.map((session) => sessionPart(session, numbers.get(session.id) ?? 0, source)),
    ...(checklists.length > 0 ? [checklistPart(source)] : []),
  ];
}

function wholePlan({ of }: PackSource): Record<string, string> {
  return { unit: of.unit.name, plan: of.plan.title, campaign: of.campaign.name };
}

function scheduleSheets(source: PackSource): PackSheet[] {
  const { of } = source;
  const values = wholePlan(source);
  const sessions = of.schedule.sessions;
  const reasons = sessions.flatMap(({ status, reason }, index) =>
    reason && status !== 'dropped' ? [`第${index + 1}场：${reason}。`] : [],
  );
  const notes = { reasons: reasons.length > 0 ? ['时间有变动或者待定的，说明如下：', ...reasons] : [] };
  return [
    ...sheetsOf(SCHEDULE, '', {
      values,
      notes,
      tables: { sessions: sessions.map((session) => narrowRow(session, source)) },
    }),
    ...sheetsOf(SCHEDULE_WIDE, '', {
      values,
      notes,
      tables: { sessionsWide: sessions.map((session) => wideRow(session, source)) },
    }),
  ];
}

function timeInTable(session: ScheduledSession): string {
  const { status, reason } = session;
  if (status === 'dropped') return `不单独安排${reason ? `：${reason}` : ''}`;
  const makeUp = makeUpTime(session);
  return inCell([sessionTime(session) ?? UNDATED, makeUp && `补学：${makeUp}`].filter(Boolean).join('\n'));
}

function readingsOf(session: ScheduledSession, { titleOf }: PackSource): string[] {
  return (session.readings ?? []).flatMap((reading) => titleOf(reading) ?? []);
}

function narrowRow(session: ScheduledSession, source: PackSource): string[] {
  const readings = titled(readingsOf(session, source));
  const people = [
    session.chair,
    session.lead && `领学：${session.lead}`,
    session.speakers && `发言：${session.speakers.join('、')}`,
  ];
  return [
    '',
    timeInTable(session),
    [session.title, readings].filter(Boolean).join('\n'),
    session.form,
    people.filter(Boolean).join('\n'),
    session.requirement ?? '',
  ];
}

function wideRow(session: ScheduledSession, source: PackSource): string[] {
  return [
    '',
    timeInTable(session),
    session.title,
    titled(readingsOf(session, source)),
    session.form,
    session.chair ?? '',
    session.lead ?? '',
    session.speakers?.join('、') ?? '',
    session.status === 'dropped' ? '' : (session.place ?? ''),
    session.attendees ?? '',
    session.hours === undefined ? '' : String(session.hours),
    session.requirement ?? '',
    session.responsible ?? '',
    session.note ?? '',
  ];
}

function callsPart(source: PackSource): PackPart {
  const { of, organiser } = source;
  const rows = of.deadlines.map(({ title, from, to, result }) => [
    '',
    title,
    from ?? '',
    inCell(deadlineWords(result)),
    to ?? '',
    '',
  ]);
  const list = sheetsOf(CALLS, '', { values: wholePlan(source), tables: { calls: rows } });
  const essays = of.deadlines.filter(({ id }) => id.startsWith('essay-'));
  const covers = (essays.length > 0 ? essays : [undefined]).flatMap((call) =>
    coverSheets(call, source, organiser),
  );
  return { id: 'calls', title: '应报送材料', kind: 'calls', sheets: [...list, ...covers] };
}

/** The cover and summary that go with what is handed in; the notice is the asking office's own paper. */
function coverSheets(
  call: ScheduledDeadline | undefined,
  source: PackSource,
  organiser: string,
): PackSheet[] {
  const facts: Facts = {
    values: {
      ...wholePlan(source),
      matter: call?.title,
      deadline: call && inCell(deadlineWords(call.result)),
      office: call?.to ?? organiser,
    },
  };
  const [, ...handedIn] = SUBMISSION.sheets;
  return handedIn.map((sheet) => ({
    id: [sheet.id, call?.id].filter(Boolean).join('-'),
    form: SUBMISSION.id,
    sheet,
    facts,
  }));
}

function sessionPart(session: ScheduledSession, number: number, source: PackSource): PackPart {
  const facts = sessionFacts(session, source);
  const of = `第${number}场　${session.title}`;
  const sheets = [
    ...sheetsOf(NOTICE, session.id, facts).map((notice) => withTitle(notice, noticeTitle(session))),
    ...rosterSheets(session.id, facts, source.of.unit.headcount),
    ...sheetsOf(RECORD, session.id, facts),
    ...(SPOKEN.includes(session.form) ? sheetsOf(SPEECH_OUTLINE, session.id, facts) : []),
    ...sheetsOf(PHOTOS, session.id, facts),
    ...sheetsOf(ARCHIVE, session.id, facts),
  ].map((sheet) => (sheet.form === NOTICE.id ? sheet : { ...sheet, of }));
  return {
    id: `session-${session.id}`,
    title: of,
    stage: session.stage,
    time: sessionTime(session) ?? UNDATED,
    kind: 'session',
    sheets,
  };
}

function withTitle(sheet: PackSheet, title: string): PackSheet {
  return { ...sheet, sheet: { ...sheet.sheet, title } };
}

/** What the forms of a session are filled with. */
export function sessionFacts(session: ScheduledSession, source: PackSource): Facts {
  const { unit, campaign } = source.of;
  const stages: readonly { id: string; title?: string }[] = campaign.stages ?? [];
  const readings = readingsOf(session, source);
  return {
    values: {
      ...wholePlan(source),
      meeting: session.title,
      time: sessionTime(session),
      place: session.place,
      chair: session.chair,
      form: session.form,
      content: [session.title, titled(readings)].filter(Boolean).join('；'),
      makeUp: makeUpTime(session),
      office: unit.contact?.office,
      stage: stages.find(({ id }) => id === session.stage)?.title,
    },
    texts: { notice: noticeParagraphs(session, source, readings) },
    tables: { archive: ARCHIVE_ROWS },
  };
}

/** The title of a session's notice: what is convened. */
export function noticeTitle(session: ScheduledSession): string {
  return `关于${occasionOf(session)}的通知`;
}

/** What is done, with its verb: 开展“…”集中学习; a subject that is itself the name of a meeting stands alone: 召开总结会. */
function occasionOf({ form, title }: ScheduledSession): string {
  if (title.endsWith('会')) return `召开${title}`;
  const verb = CONVENED.includes(form) ? '召开' : HELD.includes(form) ? '举办' : '开展';
  return `${verb}${quoted(title)}${form}`;
}

function noticeParagraphs(
  session: ScheduledSession,
  source: PackSource,
  readings: readonly string[],
): Paragraph[] {
  const { plan, unit } = source.of;
  const { form, title, chair, lead, speakers, attendees, place, requirement, responsible } = session;
  const people = [
    chair && `由${chair}主持`,
    lead && `${lead}领学`,
    speakers && `${speakers.join('、')}发言`,
  ].filter(Boolean);
  const makeUp = makeUpTime(session);
  const office = unit.contact?.office;
  const time = sessionTime(session);
  return [
    { text: '各科室：', flush: true },
    { text: `按照${plan.title}安排，现就${occasionOf(session)}有关事项通知如下：` },
    { lead: '一、时间：', text: `${time ?? UNDATED}。` },
    { lead: '二、地点：', text: `${place ?? '另行通知'}。` },
    { lead: '三、参加人员：', text: `${attendees ?? '{attendees:14}'}。` },
    {
      lead: '四、内容：',
      text: `${readings.length > 0 ? `学习${titled(readings)}，围绕` : '围绕'}${quoted(title)}进行${form === '交流研讨' ? '研讨' : '学习'}${people.length > 0 ? `，${people.join('，')}` : ''}。`,
    },
    {
      lead: '五、要求：',
      text: `${requirement ? `${requirement}。` : ''}请提前10分钟到场签到${office ? `；因故不能参加的，会前向${office}请假` : '；因故不能参加的，会前请假'}${makeUp ? `，补学时间为${makeUp}` : ''}。${responsible ? `会务由${responsible}负责。` : ''}`,
    },
  ];
}

function rosterSheets(session: string, facts: Facts, headcount = 1): PackSheet[] {
  const onePage = ROSTER_ROWS * 2;
  const pages = Math.max(1, Math.ceil(headcount / onePage));
  return Array.from({ length: pages }, (_, page) =>
    sheetsOf(SIGN_IN, session, facts).map((sheet) => ({
      ...sheet,
      id: page === 0 ? sheet.id : `${sheet.id}-${page + 1}`,
      rosterFrom: page * onePage + 1,
    })),
  ).flat();
}

function checklistPart(source: PackSource): PackPart {
  const sheets = source.checklists.map(({ id, title, stage, items }): PackSheet => {
    const [sheet] = CHECKLIST.sheets;
    const rows = items.map(({ text, standard = '', owner = '', deadline = '', note = '' }) => [
      '',
      text,
      standard,
      owner,
      inCell(deadline),
      '□是　□否',
      '',
      note,
    ]);
    return {
      id: `checklist-${id}`,
      form: CHECKLIST.id,
      sheet: { ...sheet!, title, subtitle: undefined, blocks: withoutBlankRows(sheet!) },
      facts: { values: { ...wholePlan(source), stage: stage?.title }, tables: { checklist: rows } },
    };
  });
  return { id: 'checklists', title: '检查清单', kind: 'checklists', sheets };
}

function withoutBlankRows({ blocks }: FormSheet): FormSheet['blocks'] {
  return blocks.map((block) => (block.kind === 'table' ? { ...block, rows: 0 } : block));
}

/** The sheets of a form, filled; a filled table needs no blank rows. Their anchors end in `suffix`. */
function sheetsOf(form: Form, suffix: string, facts: Facts): PackSheet[] {
  return form.sheets.map((sheet) => ({
    id: [sheet.id, suffix].filter(Boolean).join('-'),
    form: form.id,
    sheet:
      sheet.blocks.some((block) => block.kind === 'table' && facts.tables?.[block.name]) &&
      form.id !== ARCHIVE.id
        ? { ...sheet, blocks: withoutBlankRows(sheet) }
        : sheet,
    facts,
  }));
}

/** The cover's lines: what the pack is, for whom, and how old it is. */
export function coverLines({ of, organiser }: PackSource): [string, string][] {
  const { unit, plan, campaign } = of;
  return [
    ['单位', unit.name],
    ['专题活动', campaign.name],
    ['起止', periodWords(campaign)],
    ['主办', organiser],
    ['更新日期', plan.revised ? longDay(plan.revised) : '原文未注明'],
  ];
}
