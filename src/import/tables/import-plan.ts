import { officeTable } from '../../domain/calendar/office-table.ts';
import { workCalendar } from '../../domain/calendar/work-calendar.ts';
import { withoutForbidden } from '../../domain/characters.ts';
import type { Day } from '../../domain/day.ts';
import { membershipWords } from '../../domain/schedule/membership.ts';
import type { Adjustment } from '../../domain/schedule/plan.ts';
import { CELL_LABELS } from '../../domain/schedule/table/columns.ts';
import { slugFromChinese } from '../../domain/slug.ts';
import { namesOfUnit, shortNameOf, unitFinder } from '../../domain/units.ts';
import type { Fields } from '../../schemas/collections.ts';
import { planSchema } from '../../schemas/plan.ts';
import { formatFault } from '../../source/fault.ts';
import type { WorkbookContent } from './workbook-content.ts';
import { validate } from '../../source/validate.ts';
import { parseYaml } from '../../source/yaml.ts';
import type { CellLedger } from './cell-ledger.ts';
import type { Grid } from './grid.ts';
import { draftPlan } from './plan-draft.ts';
import { earlierPlan, type EarlierPlan } from './earlier-plan.ts';
import { campaignText, followText, planText } from './plan-file.ts';
import { misfits } from './plan-fit.ts';
import { planTitle, readPlanLine, type PlanLine } from './plan-line.ts';
import { lostWords } from './lost-words.ts';
import type { KnownEntry } from './readings.ts';
import { writtenWords } from './written-words.ts';
import { soundSessions } from './sound-sessions.ts';
import { whatIsOtherwise } from './what-is-otherwise.ts';
import type { PlanRows } from './plan-rows.ts';
import { planYears } from './plan-year.ts';
import { freeName, madeFrom, type NewFile } from './new-files.ts';
import { stagesFrom, type TableStage } from './stages.ts';
import { TableFailure, type TableImport, type TableSource } from './table-import.ts';

/** What follows from the adjustments, and is compared with them (see `draftPlan`). */
const MOVED_LINE = new RegExp(`^${CELL_LABELS.moved}.*$`, 'gmu');

/**
 * Makes a plan from a 学习计划安排表, whose rows `readPlanRows` or `readTimeGrid` has read. A plan that the folder has already is not written again: what
 * the table has otherwise is told. Throws TableFailure where the table has no sessions.
 */
export async function importPlan(
  grid: Grid,
  rows: PlanRows,
  ledger: CellLedger,
  source: TableSource,
  content: WorkbookContent,
): Promise<TableImport> {
  if (rows.sessions.length === 0) throw new TableFailure('列名下面没有学习场次');
  const same = await madeFrom(source.outDir, 'plans', source.origin);
  if (same !== undefined) return { ...nothing(ledger), present: [same] };

  const about = readAbout(rows, source, content);
  const planId = await freeName(source.outDir, 'plans', slugFromChinese(about.title), source.taken);
  const campaign = await campaignFor(rows, about, source, content);
  const calendar = workCalendar(content.items.calendar.map(({ fields }) => officeTable(fields)));
  const entries = entriesOf(content);
  const draft = draftPlan(rows.sessions, {
    ...{ planId, title: about.title, onHoliday: about.line.onHoliday, campaignId: campaign.id },
    ...{ campaign: { ...campaign.span, stages: campaign.stages }, stages: campaign.stages },
    ...{ unit: about.unit, findUnit: unitFinder(about.units), entries, calendar, times: about },
    ...{ isOwnTable: about.line.plan !== undefined, revisions: about.line.revisions },
  });
  const { sessions, left } = soundSessions(draft.sessions);
  const { adjustments } = draft;
  const told = [...about.doubts, ...draft.doubts, ...left];
  const earlier = await earlierPlan(source, about, sessions);
  const followed = rows.sessions.flatMap(({ words }) => words.note?.match(MOVED_LINE) ?? []);
  const { meeting, chair, parts } = about.unit ?? {};
  const hosts = about.units
    .filter(({ id }) => adjustments.some(({ hostedBy }) => hostedBy === id))
    .map(namesOfUnit);
  const others = [
    adjustments,
    meeting,
    chair,
    parts,
    hosts,
    about.line,
    draft.understood,
    draft.doubts,
    left,
    followed,
  ];
  const written = writtenWords(sessions, campaign.stages, entries, others);
  const lost = lostWords(grid.cells, ledger, written);
  if (earlier?.isStanding === true && !source.another)
    return asked(earlier, adjustments, about.line, ledger, [...told, ...besideTable(rows, lost, '没有写入')]);

  const { revised, revisions, onHoliday } = about.line;
  const plan = { id: planId, title: about.title, campaign: campaign.id, revisions, sessions };
  const fitted = misfits(
    { ...plan, onHoliday: about.line.onHoliday ?? 'confirm' },
    { ...campaign.span, stages: campaign.stages },
    { id: 'unit', ...about.unit, plans: [{ plan: planId, adjustments }] },
    calendar,
  );
  const lines = [...about.line.others, ...rows.below, ...rows.beside, ...source.asides, ...left, ...lost];
  const comments = [source.origin, ...commentsOf(lines)];
  const text = planText(
    {
      ...{ campaign: campaign.id, title: about.title, onHoliday, revisions, sessions },
      ...(revisions === undefined && { revised }),
    },
    comments,
  );
  const { faults } = validate(planSchema, parseYaml(text, `plans/${planId}.yaml`));
  if (faults.length > 0)
    throw new TableFailure(`写成的计划通不过检查：${faults.map(formatFault).join('；')}`);
  return {
    kind: '学习计划',
    ledger,
    files: [{ folder: 'plans', name: planId, ending: '.yaml', text }, ...campaign.files],
    present: [],
    lines: [followLine(about.unit)],
    toPaste: followText(planId, adjustments, about.line.takesPart),
    ...(about.unit && { follow: { unit: about.unit.id, adjustments } }),
    doubts: [
      ...campaign.doubts,
      ...besideWritten(earlier),
      ...told,
      ...fitted,
      ...partial(about.line),
      ...besideTable(rows, lost, '照录在文件开头'),
    ],
  };
}

function nothing(ledger: CellLedger): TableImport {
  return { kind: '学习计划', ledger, files: [], present: [], lines: [], doubts: [] };
}

/** What a table says of itself: its title, its unit and the years it is for. */
interface AboutTable {
  line: PlanLine;
  title: string;
  unit: (Fields<'units'> & { id: string }) | undefined;
  units: readonly (Fields<'units'> & { id: string })[];
  years: readonly number[];
  month: string | undefined;
  doubts: string[];
}

function readAbout(rows: PlanRows, source: TableSource, { items }: WorkbookContent): AboutTable {
  const line = readPlanLine(rows.above);
  const { years, month, doubt } = planYears(titleLines(line), source);
  const doubts = doubt === undefined ? [] : [doubt];
  const units = items.units.map(({ id, fields }) => ({ ...fields, id }));
  const unitId =
    line.unit === undefined ? unitInTitle(line.title, units) : unitFinder(units)(line.unit, null);
  if (line.unit !== undefined && unitId === undefined)
    doubts.push(`单位“${line.unit}”不在 units/ 里，按各单位通用的计划导入`);
  const unit = units.find(({ id }) => id === unitId);
  const names = unit ? [unit.name, shortNameOf(unit)] : [];
  const title = line.plan ?? planTitle(line.title ?? titleFromFile(source.file), names);
  if (line.plan === undefined && line.title === undefined) doubts.push(`表上没有标题，暂作“${title}”`);
  return { line, title, unit, units, years, month, doubts };
}

/** A file's name is a title where it is in Chinese. */
function titleFromFile(file: string): string {
  const words = withoutForbidden(file).replace(/\s+/gu, ' ').trim();
  return /[一-鿿]{3}/u.test(words) ? words : '学习计划';
}

/** The campaign of a plan: one of the office's own, or a new one with its file. */
interface PlanCampaign {
  id: string;
  stages: readonly TableStage[];
  span: { from?: Day | undefined; until?: Day | undefined };
  files: NewFile[];
  doubts: string[];
}

async function campaignFor(
  rows: PlanRows,
  { line, title, unit, years }: AboutTable,
  source: TableSource,
  { items, site }: WorkbookContent,
): Promise<PlanCampaign> {
  const known = campaignOf(line.campaign, title, items.campaigns);
  if (known) {
    const { from, until, stages = [] } = known.fields;
    return { id: known.id, stages, span: { from, until }, files: [], doubts: [] };
  }
  const name = line.campaign ?? (title.replace(/(?:学习)?计划$/u, '') || title);
  const heads = rows.sessions.flatMap(({ words, stageHead }) => words.stage ?? stageHead ?? []);
  const stages = stagesFrom(heads, years.length === 1 ? years[0] : undefined);
  const span = { from: stages[0]?.from, until: stages.at(-1)?.until };
  const id = await freeName(source.outDir, 'campaigns', slugFromChinese(name), source.taken);
  const text = campaignText(name, unit?.name ?? site.organisation, span, stages, [source.origin]);
  return {
    ...{ id, stages, span },
    files: [{ folder: 'campaigns', name: id, ending: '.yaml', text }],
    doubts: [`没有对上专题活动，另写了一份 campaigns/${id}.yaml，名称和起止日期请核对`],
  };
}

function entriesOf({ items }: WorkbookContent): KnownEntry[] {
  return [...items.texts, ...items.speeches, ...items.articles].map(({ collection, id, fields }) => ({
    key: `${collection}/${id}`,
    title: fields.title,
  }));
}

function commentsOf(lines: readonly string[]): string[] {
  return lines
    .filter((words) => !/^如有调整，以正式通知为准。?$/u.test(words))
    .map((words) => `表外文字：${words.replace(/\s*\n\s*/gu, '；')}`);
}

function followLine(unit: { id: string } | undefined): string {
  const to = unit ? `units/${unit.id}.yaml` : '每个要执行它的单位文件 units/….yaml';
  return `要让单位执行这份计划，把下面几行照抄到 ${to} 的末尾（已有 plans: 的，只把 - plan 那一段抄到它下面）：`;
}

/** What stands beside the table, or in it and in no field, is told as well as kept. */
function besideTable({ beside, left }: PlanRows, lost: readonly string[], where: string): string[] {
  const told = (words: readonly string[], what: string) =>
    words.length === 0 ? [] : [`${what}，${where}：${words.slice(0, 10).join('；').slice(0, 200)}`];
  const people = left.length > 0 ? [`没有导入的列（姓名、电话等不入库）：${left.join('、')}`] : [];
  return [...people, ...told(beside, `表旁 ${beside.length} 格没有列名`), ...told(lost, '有字没有归入字段')];
}

function besideWritten(earlier: EarlierPlan | undefined): string[] {
  return earlier
    ? [`与 plans/${earlier.id}.yaml 同名，多数场次相同，另写了一份，请核对是不是同一份计划`]
    : [];
}

/** The table of a unit that joined late or left early is not the whole plan. */
function partial({ takesPart }: PlanLine): string[] {
  const words = takesPart && membershipWords(takesPart);
  return words === undefined
    ? []
    : [`表是${words}参加的单位的，其余场次不在表里，写成的计划里也没有；整份计划从一直参加的单位导出`];
}

/** A plan that is there already is left as it is: what the table has otherwise is for the editor to decide. */
function asked(
  { id, differences }: EarlierPlan,
  adjustments: readonly Adjustment[],
  { takesPart }: PlanLine,
  ledger: CellLedger,
  doubts: string[],
): TableImport {
  const file = `plans/${id}.yaml`;
  const isToFollow = adjustments.length > 0 || takesPart !== undefined;
  const follow = isToFollow ? { toPaste: followText(id, adjustments, takesPart) } : {};
  return {
    ...nothing(ledger),
    present: [file],
    lines: whatIsOtherwise(file, differences),
    ...follow,
    doubts,
  };
}

/** The title and what stands beside it without a label. */
function titleLines({ title = '', others }: PlanLine): string[] {
  return [title, ...others.filter((words) => !/[：:]/u.test(words))];
}

/** The unit whose name a title begins with. */
function unitInTitle(
  title: string | undefined,
  units: readonly { id: string; name: string; shortName?: string | undefined }[],
): string | undefined {
  return units.find(
    ({ name, shortName }) =>
      title?.startsWith(name) || (shortName !== undefined && title?.startsWith(shortName)),
  )?.id;
}

/** The campaign that the table names, or whose name or quoted words stand in the plan's title. */
function campaignOf(
  name: string | undefined,
  title: string,
  campaigns: WorkbookContent['items']['campaigns'],
) {
  if (name !== undefined) return campaigns.find(({ id, fields }) => fields.name === name || id === name);
  const alike = campaigns.filter(({ fields }) => {
    const quoted = /“([^”]+)”/u.exec(fields.name)?.[1] ?? fields.name.replace(/(?:学习|专题)?活动$/u, '');
    return quoted.length >= 3 && title.includes(quoted);
  });
  return alike.length === 1 ? alike[0] : undefined;
}
