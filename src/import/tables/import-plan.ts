import { officeTable } from '../../domain/calendar/office-table.ts';
import { workCalendar } from '../../domain/calendar/work-calendar.ts';
import { slugFromChinese } from '../../domain/slug.ts';
import { unitFinder } from '../../domain/units.ts';
import { planSchema } from '../../schemas/plan.ts';
import { formatFault } from '../../source/fault.ts';
import type { WorkbookContent } from './workbook-content.ts';
import { validate } from '../../source/validate.ts';
import { parseYaml } from '../../source/yaml.ts';
import { CellLedger } from './cell-ledger.ts';
import type { Grid } from './grid.ts';
import { draftPlan } from './plan-draft.ts';
import { campaignText, followText, planText } from './plan-file.ts';
import type { PlanHead } from './plan-head.ts';
import { planTitle, readPlanLine } from './plan-line.ts';
import { lostWords } from './lost-words.ts';
import { readPlanRows } from './plan-rows.ts';
import { freeName, madeFrom, type NewFile } from './new-files.ts';
import { stagesFrom, type TableStage } from './stages.ts';
import { TableFailure, type TableImport } from './table-import.ts';

/** Makes a plan from a 学习计划安排表. Throws TableFailure where a cell has no use or the plan would not pass the check. */
export async function importPlan(
  grid: Grid,
  head: PlanHead,
  source: { origin: string; asides: readonly string[]; outDir: string },
  { items, site }: WorkbookContent,
): Promise<TableImport> {
  const ledger = new CellLedger();
  const rows = readPlanRows(grid, head, ledger);
  const unexplained = ledger.unexplained(grid.cells);
  if (unexplained.length > 0) {
    throw new TableFailure(
      `有 ${unexplained.length} 格不知道用在哪里：${unexplained.slice(0, 10).join('、')}；删去或移到有列名的列里再导入`,
    );
  }
  if (rows.sessions.length === 0) throw new TableFailure('列名下面没有学习场次');
  const line = readPlanLine(rows.above);
  const doubts: string[] = [];

  const names = items.units.map(({ id, fields }) => ({ id, ...fields }));
  const unitId =
    line.unit === undefined ? unitInTitle(line.title, names) : unitFinder(names)(line.unit, null);
  if (line.unit !== undefined && unitId === undefined)
    doubts.push(`单位“${line.unit}”不在 units/ 里，按各单位通用的计划导入`);
  const unit = names.find(({ id }) => id === unitId);
  const title =
    line.plan ?? planTitle(line.title ?? '学习计划', unit ? [unit.name, unit.shortName ?? unit.name] : []);

  const planned = await madeFrom(source.outDir, 'plans', source.origin);
  if (planned !== undefined)
    return { kind: '学习计划', ledger, files: [], present: [planned], lines: [], doubts: [] };
  const planId = await freeName(source.outDir, 'plans', slugFromChinese(title));

  const campaignName = line.campaign ?? (title.replace(/(?:学习)?计划$/u, '') || title);
  const known = campaignOf(line.campaign, title, items.campaigns);
  const heads = rows.sessions.flatMap(({ words, stageHead }) => words.stage ?? stageHead ?? []);
  const stages: readonly TableStage[] = known ? (known.fields.stages ?? []) : stagesFrom(heads, line.year);
  const span = known?.fields ?? { from: stages[0]?.from, until: stages.at(-1)?.until };
  const campaignId = known?.id ?? (await freeName(source.outDir, 'campaigns', slugFromChinese(campaignName)));
  if (!known) doubts.push(`没有对上专题活动，另写了一份 campaigns/${campaignId}.yaml，名称和起止日期请核对`);

  const draft = draftPlan(rows.sessions, {
    planId,
    title,
    onHoliday: line.onHoliday,
    campaign: { from: span.from, until: span.until, stages },
    campaignId,
    stages,
    unit,
    entries: [...items.texts, ...items.speeches, ...items.articles].map(({ collection, id, fields }) => ({
      key: `${collection}/${id}`,
      title: fields.title,
    })),
    calendar: workCalendar(items.calendar.map(({ fields }) => officeTable(fields))),
    year: line.year,
  });
  doubts.push(...draft.doubts);
  const lost = lostWords(
    grid.cells,
    ledger,
    JSON.stringify([draft.sessions, draft.adjustments, unit?.meeting]),
  );
  if (lost.length > 0) throw new TableFailure(`有字没有写进计划，未写入：${lost.slice(0, 10).join('、')}`);
  const outside = [...line.others, ...rows.below, ...source.asides].filter(
    (words) => !/^如有调整，以正式通知为准。?$/u.test(words),
  );
  const comments = [
    source.origin,
    ...outside.map((words) => `表外文字：${words.replace(/\s*\n\s*/gu, '；')}`),
  ];
  const fields = { campaign: campaignId, title, revised: line.revised, onHoliday: line.onHoliday };
  const text = planText({ ...fields, sessions: draft.sessions }, comments);
  const { faults } = validate(planSchema, parseYaml(text, `plans/${planId}.yaml`));
  if (faults.length > 0)
    throw new TableFailure(`写成的计划通不过检查：${faults.map(formatFault).join('；')}`);

  const files: NewFile[] = [{ folder: 'plans', name: planId, ending: '.yaml', text }];
  if (!known) {
    const organiser = unit?.name ?? site.organisation;
    files.push({
      folder: 'campaigns',
      name: campaignId,
      ending: '.yaml',
      text: campaignText(campaignName, organiser, span, stages, [source.origin]),
    });
  }
  const to = unit ? `units/${unit.id}.yaml` : '每个要执行它的单位文件 units/….yaml';
  const lines = [
    `要让单位执行这份计划，把下面几行照抄到 ${to} 的末尾（已有 plans: 的，只把 - plan 那一段抄到它下面）：`,
  ];
  const toPaste = followText(planId, draft.adjustments);
  return { kind: '学习计划', ledger, files, present: [], lines, toPaste, doubts };
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
