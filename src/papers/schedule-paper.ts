import { shortDay, weekdayName, type Day } from '../domain/day.ts';
import type { DeadlineResult } from '../domain/deadlines/deadline.ts';
import { period } from '../domain/period.ts';
import { rowsByStage } from '../domain/schedule/by-stage.ts';
import { meetingWords } from '../domain/schedule/meeting.ts';
import type { ScheduledDeadline } from '../domain/schedule/work-out.ts';
import type { Facts, FormSheet } from './form.ts';
import { SCHEDULE_WIDE } from './forms/archive.ts';
import { packOf, type PackSource } from './pack.ts';
import { deadlineWords } from './words.ts';

/** A sheet of a schedule that is to be edited: all that the schedule's page says. */
export interface ScheduleSheet {
  sheet: FormSheet;
  facts: Facts;
  /** Words across the whole table above a row, by the row's index: the stages. */
  bands?: Readonly<Record<number, string>> | undefined;
}

/** Over sessions of no stage, where others have one. */
const OTHERS = '其他';

const DUE: FormSheet = {
  id: 'due',
  title: '应报送材料一览表',
  subtitle: '{unit:12}　{plan:14}',
  format: 'wide',
  blocks: [
    {
      kind: 'table',
      name: 'due',
      columns: [
        { head: '序号', width: 4 },
        { head: '材料', width: 18 },
        { head: '由谁报送', width: 12 },
        { head: '截止时间', width: 20 },
        { head: '报至', width: 12 },
        { head: '日期计算说明', width: 34 },
        { head: '报出日期', width: 8 },
      ],
      rows: 0,
      height: 12,
    },
  ],
};

/**
 * The 学习计划安排表 of a unit as a paper to be edited: sessions under their stages, with the numbers they have in the print pack, and what is to
 * be handed in with the 日期计算说明 of its days. Depends on nothing but its argument.
 */
export function schedulePaper(source: PackSource): ScheduleSheet[] {
  const { deadlines } = source.of;
  const facts: Facts = { values: { unit: source.of.unit.name, plan: source.of.plan.title } };
  const due = deadlines.map((deadline, index) => dueRow(deadline, index + 1));
  return [
    sessionsSheet(source),
    ...(due.length > 0 ? [{ sheet: DUE, facts: { ...facts, tables: { due } } }] : []),
  ];
}

/** The lying form of the pack, its rows in the order of the stages. */
function sessionsSheet(source: PackSource): ScheduleSheet {
  const { of } = source;
  const [form] = SCHEDULE_WIDE.sheets;
  const [{ sheets } = { sheets: [] }] = packOf(source);
  const { sheet, facts } = sheets.find(({ sheet: { id } }) => id === form!.id)!;
  const all = facts.tables?.sessionsWide ?? [];
  const bands: Record<number, string> = {};
  const rows = all.map(([, time = '', ...rest], index) => [
    String(index + 1),
    time.replaceAll('；', '；\n'),
    ...rest,
  ]);
  const stages = rowsByStage({ schedule: of.schedule, deadlines: [] }, of.campaign.stages);
  let above = 0;
  for (const { title = OTHERS, rows: sessions, ...span } of stages) {
    if (stages.some((stage) => stage.title)) bands[above] = [title, period(span)].filter(Boolean).join('　');
    above += sessions.length;
  }
  return {
    sheet: { ...sheet, subtitle: `${sheet.subtitle ?? ''}\n${occasion(source)}`, blocks: forWords(sheet) },
    facts: { ...facts, tables: { sessionsWide: rows } },
    bands,
  };
}

/** A date with its weekday stands on one line; heads of four characters do. */
const WIDTHS = [3.6, 15, 10, 13, 5, 6, 6, 6, 7, 7, 3.6, 9.4, 6, 8];

/** The form's table with columns for what stands in it; rows carry the numbers that their sessions have in the pack, whatever their order here. */
function forWords({ blocks }: FormSheet): FormSheet['blocks'] {
  return blocks.map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          numbered: false,
          columns: block.columns.map((column, index) => ({
            ...column,
            width: WIDTHS[index] ?? column.width,
          })),
        }
      : block,
  );
}

/** The campaign with its days, and when and where the unit meets. */
function occasion({ of: { campaign, unit } }: PackSource): string {
  const usual = unit.meeting && meetingWords(unit.meeting);
  return [campaign.name, period(campaign), usual].filter(Boolean).join('　');
}

function dueRow({ title, from, to, result }: ScheduledDeadline, number: number): string[] {
  return [
    String(number),
    title,
    from ?? '',
    deadlineWords(result).replaceAll('；', '\n'),
    to ?? '',
    countingWords(result),
    '',
  ];
}

/** How a deadline was counted, with every day counted and skipped. */
function countingWords(result: DeadlineResult): string {
  const { explanation } = result;
  const { counted = [], skipped = [] } = 'counted' in result ? result : {};
  return [
    explanation,
    daysLine(
      '计入的日子',
      counted.map(({ day, reason }) => dayWords(day, reason)),
    ),
    daysLine(
      '不计的日子',
      skipped.map(({ day, reason }) => dayWords(day, reason === weekdayName(day) ? undefined : reason)),
    ),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function daysLine(label: string, days: readonly string[]): string {
  return days.length > 0 ? `${label}：${days.join('、')}` : '';
}

function dayWords(day: Day, reason: string | undefined): string {
  return `${shortDay(day)} ${weekdayName(day)}${reason ? `（${reason}）` : ''}`;
}
