import { longDay } from '../domain/day.ts';
import { numberedSessions } from '../domain/schedule/by-stage.ts';
import { SELF_STUDY } from '../domain/schedule/plan.ts';
import { ARCHIVE, PHOTOS, SCHEDULE, SCHEDULE_WIDE } from './forms/archive.ts';
import { CHECKLIST } from './forms/ledgers.ts';
import { NOTICE, RECORD, SIGN_IN, SPEECH_OUTLINE } from './forms/meeting.ts';
import { CALLS, SUBMISSION } from './forms/submission.ts';
import { callsPart } from './pack-calls.ts';
import { withoutBlankRows, wholePlan, type PackPart, type PackSheet, type PackSource } from './pack-parts.ts';
import { scheduleSheets } from './pack-schedule.ts';
import { sessionPart } from './pack-session.ts';
import { inCell, periodWords } from './words.ts';

export type { PackChecklist, PackPart, PackSheet, PackSource } from './pack-parts.ts';

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

/** Everything on paper for one unit and one plan, in the order in which it is bound. Depends on nothing but its argument. */
export function packOf(source: PackSource): PackPart[] {
  const { of, checklists } = source;
  const sessions = numberedSessions(of.schedule, of.campaign.stages).map((session, index) => ({
    session,
    number: index + 1,
  }));
  const held = sessions.filter(
    ({ session: { status, form } }) => status !== 'dropped' && form !== SELF_STUDY,
  );
  return [
    { id: 'plan', title: '学习计划安排表', kind: 'plan', sheets: scheduleSheets(source) },
    ...(of.deadlines.length > 0 ? [callsPart(source)] : []),
    ...held.map(({ session, number }) => sessionPart(session, number, source)),
    ...(checklists.length > 0 ? [checklistPart(source)] : []),
  ];
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
