import { HOLIDAY_WORDS, PLAN_LINE } from '../../domain/schedule/table/columns.ts';
import type { HolidayRule, Revision } from '../../domain/schedule/plan.ts';
import { readMembership, type Membership } from '../../domain/schedule/membership.ts';
import { readRevision } from '../../domain/schedule/revisions.ts';
import { dayInCell } from '../../tables/cells.ts';

/** What stands above the column names of a plan's table. */
export interface PlanLine {
  title?: string | undefined;
  unit?: string | undefined;
  plan?: string | undefined;
  campaign?: string | undefined;
  onHoliday?: HolidayRule | undefined;
  /** From when to when its unit follows the plan: the table has no other sessions. */
  takesPart?: Membership | undefined;
  revised?: string | undefined;
  revisions?: Revision[] | undefined;
  /** Lines that are none of these. */
  others: string[];
}

type Part = 'unit' | 'plan' | 'campaign' | 'onHoliday' | 'takesPart' | 'revised' | 'revisions';
const LABELS: Record<Part, readonly string[]> = {
  unit: [PLAN_LINE.unit, '填报单位', '单位名称', '制表单位', '报送单位', '学习单位', '党支部', '支部名称'],
  plan: [PLAN_LINE.plan, '计划名称'],
  campaign: [PLAN_LINE.campaign, '活动名称', '活动'],
  onHoliday: [PLAN_LINE.onHoliday],
  takesPart: [PLAN_LINE.takesPart],
  revised: [PLAN_LINE.revised, '制表日期', '制表时间', '填表日期', '填报日期', '填报时间', '日期'],
  revisions: [PLAN_LINE.revisions],
};
const PART_OF = new Map(
  (Object.keys(LABELS) as Part[]).flatMap((part) => LABELS[part].map((label) => [label, part])),
);
/** What only says that the plan is drawn as a table: 计划安排表, 安排表 without 表. */
const TABLE_NAME = /(?<=计划)(?:安排|日程|一览|配档)?表$|(?<=安排|日程)表$|(?:一览表|配档表)$/u;
/** How the title of a plan's table ends. */
export const PLAN_NAME = /(?:计划|安排|方案|配档|日程|一览|课程|表)(?:[（(][^（()）]*[)）])?$/u;

/** Reads the lines above a table: a title, and parts such as 单位：…, each behind a label. */
export function readPlanLine(lines: readonly string[]): PlanLine {
  const line: PlanLine = { others: [] };
  for (const words of lines) {
    for (const piece of piecesOf(words)) takePiece(piece, line);
  }
  return line;
}

/** Parts stand apart by a wide blank; a wide blank within a part's own words joins them again. */
function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  for (const piece of words.split(/\n|\u3000+|\s{2,}/u).map((each) => each.trim())) {
    if (piece === '') continue;
    const last = pieces.at(-1);
    if (last !== undefined && labelled(last) && !labelled(piece) && dayAlone(piece) === undefined)
      pieces[pieces.length - 1] = `${last}\u3000${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

function labelled(piece: string): { part: Part; words: string } | undefined {
  const [, label = '', words = ''] = /^([^：:]{1,8})[：:](.*)$/su.exec(piece) ?? [];
  const part = PART_OF.get(label.replace(/\s/gu, ''));
  return part && { part, words: words.replace(/[\s_]+$/u, '').trim() };
}

/** The day that a piece is, in brackets or not. */
function dayAlone(piece: string): string | undefined {
  return dayInCell(piece.replace(/^[（(](.*)[)）]$/u, '$1'));
}

function takePiece(piece: string, line: PlanLine): void {
  const found = labelled(piece);
  const day = found ? undefined : dayAlone(piece);
  if (day !== undefined && line.revised === undefined) line.revised = day;
  else if (!found) {
    const isTitle = !/^[（(].*[)）]$/u.test(piece);
    if (isTitle && line.title === undefined) line.title = piece;
    else if (isTitle && PLAN_NAME.test(piece) && !PLAN_NAME.test(line.title ?? '')) {
      line.others.push(line.title ?? '');
      line.title = piece;
    } else line.others.push(piece);
  } else takePart(found, piece, line);
}

function takePart({ part, words }: { part: Part; words: string }, piece: string, line: PlanLine): void {
  if (words === '') return;
  if (part === 'onHoliday') {
    line.onHoliday = (Object.keys(HOLIDAY_WORDS) as HolidayRule[]).find(
      (rule) => HOLIDAY_WORDS[rule] === words,
    );
    if (line.onHoliday === undefined) line.others.push(piece);
  } else if (part === 'takesPart') {
    const membership = readMembership(words);
    if (Object.keys(membership).length > 0) line.takesPart = membership;
    else line.others.push(piece);
  } else if (part === 'revised') {
    line.revised = dayInCell(words);
    if (line.revised === undefined) line.others.push(piece);
  } else if (part === 'revisions') {
    const read = words.split(/；(?=\d{4}年\d{1,2}月\d{1,2}日，)/u).map(readRevision);
    const revisions = read.filter((revision) => revision !== undefined);
    if (revisions.length < read.length) line.others.push(piece);
    else line.revisions = revisions;
  } else line[part] = words;
}

/** The plan's name from its table's title: without 安排表, and without the unit in front. */
export function planTitle(title: string, unitNames: readonly string[]): string {
  const own = unitNames.find((name) => title.startsWith(name) && title.length > name.length + 3);
  const words = own === undefined ? title : title.slice(own.length);
  const short = words.replace(/[（(]?(?:横式|竖式|表样)[)）]?$/u, '').replace(TABLE_NAME, '');
  return short === '' ? words : short;
}
