import { parse } from 'yaml';
import { workCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import type { Adjustment, FollowedPlan, Plan, PlanSession } from '../../../../src/domain/schedule/plan.ts';
import type { ScheduledSession } from '../../../../src/domain/schedule/schedule.ts';
import type { TabledPlan } from '../../../../src/domain/schedule/table/plan-table.ts';
import { planTable } from '../../../../src/domain/schedule/table/plan-table.ts';
import { readingWords } from '../../../../src/domain/schedule/table/reading-words.ts';
import { workOutSchedules } from '../../../../src/domain/schedule/work-out.ts';
import { CellLedger } from '../../../../src/import/tables/cell-ledger.ts';
import { Grid } from '../../../../src/import/tables/grid.ts';
import { importPlan } from '../../../../src/import/tables/import-plan.ts';
import { findPlanHead } from '../../../../src/import/tables/plan-head.ts';
import { readPlanRows } from '../../../../src/import/tables/plan-rows.ts';
import { readWorkbook } from '../../../../src/import/tables/read-workbook.ts';
import { planWorkbook } from '../../../../src/ooxml/plan-workbook.ts';
import { writeWorkbook } from '../../../../src/ooxml/workbook/write-workbook.ts';
import type { Content } from '../../../../src/source/read-content.ts';

/** An office as a plan's table is held against it. */
export type Office = Pick<Content, 'site' | 'items'>;

/** An office of these files, each as `texts/outline: { title: … }`; nothing is read from a disk. */
export function officeOf(files: Record<string, object>): Office {
  const items = Object.fromEntries(
    ['texts', 'speeches', 'articles', 'campaigns', 'units', 'plans', 'calendar', 'essays'].map(
      (collection) => [
        collection,
        Object.entries(files)
          .filter(([path]) => path.startsWith(`${collection}/`))
          .map(([path, fields]) => ({ collection, id: path.slice(collection.length + 1), fields })),
      ],
    ),
  );
  return { site: { name: '示例', organisation: '学习办' }, items: items as unknown as Office['items'] };
}

/** Every plan of every unit of an office, worked out. */
export function schedulesOf({ items }: Office): TabledPlan[] {
  const flat = <Each extends { id: string; fields: object }>(list: readonly Each[]) =>
    list.map(({ id, fields }) => ({ ...(fields as Each['fields']), id }));
  return workOutSchedules(flat(items.units), flat(items.plans), flat(items.campaigns), workCalendar());
}

/** What an import made of a plan's table: the plan's file, and what the unit's file gets. */
export interface Imported {
  plan: Omit<Plan, 'id'>;
  adjustments: readonly Adjustment[];
  /** What the unit's file gets: from when to when, and the adjustments. */
  followed: FollowedPlan;
  text: string;
  doubts: string[];
  files: Record<string, string>;
  uses: Record<string, number>;
}

/** Imports the first sheet of a workbook as a plan, and reads what would be written. */
export async function importedPlan(bytes: Uint8Array, office: Office): Promise<Imported> {
  const { sheets, asides } = readWorkbook(bytes);
  const grid = new Grid(sheets[0]!);
  const head = findPlanHead(grid);
  if (!head) throw new Error('no column names found');
  const source = {
    ...{ origin: '导入自 x.xlsx sha256:0', asides, outDir: '/nowhere', sheet: 'x', file: 'x' },
    ...{ taken: new Set<string>(), another: false, standing: [] },
  };
  const ledger = new CellLedger();
  const rows = readPlanRows(grid, head, ledger);
  const { files, toPaste = '', doubts } = await importPlan(grid, rows, ledger, source, office as Content);
  const follow = parse(toPaste) as { plans: [FollowedPlan] };
  const text = files[0]?.text ?? '';
  return {
    plan: parse(text) as Omit<Plan, 'id'>,
    adjustments: follow.plans[0].adjustments ?? [],
    followed: follow.plans[0],
    text,
    doubts,
    files: Object.fromEntries(
      files.map(({ folder, name, ending, text }) => [`${folder}/${name}${ending}`, text]),
    ),
    uses: Object.fromEntries(ledger.counts()),
  };
}

/** A unit's schedule as the site offers it for download. */
export function exported(of: TabledPlan, { items }: Office): Uint8Array {
  const entries = [...items.texts, ...items.speeches, ...items.articles].map(
    ({ collection, id, fields }) => ({
      key: `${collection}/${id}`,
      title: fields.title,
    }),
  );
  return writeWorkbook(planWorkbook(planTable(of, readingWords(entries)), '学习办'));
}

/**
 * Sessions as they are compared after an export and an import. What the table cannot tell apart is brought to one form: a time that is not
 * written is unknown, an empty list is none, and the unit's own place says no more than none.
 */
export function comparable(
  sessions: readonly PlanSession[],
  usual: { place?: string | undefined; chair?: string | undefined },
): PlanSession[] {
  return sessions
    .map((session) => ({
      ...session,
      when: session.when ?? 'unknown',
      place: session.place === usual.place ? undefined : session.place,
      chair: session.chair === usual.chair ? undefined : session.chair,
      readings: session.readings?.length ? session.readings : undefined,
      speakers: session.speakers?.length ? session.speakers : undefined,
    }))
    .map((session) => JSON.parse(JSON.stringify(session)) as PlanSession)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Worked-out sessions as they are compared: all that a reader sees, and why. */
export function seen(sessions: readonly ScheduledSession[]): unknown[] {
  return sessions
    .map((session) => JSON.parse(JSON.stringify({ ...session, adjustments: undefined })) as ScheduledSession)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
