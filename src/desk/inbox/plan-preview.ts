import { officeTable } from '../../domain/calendar/office-table.ts';
import { workCalendar } from '../../domain/calendar/work-calendar.ts';
import { lastDay, longDay } from '../../domain/day.ts';
import type { PlanPreview, UnitPreview } from '../../domain/desk/bring-in.ts';
import type { Plan, PlanSession } from '../../domain/schedule/plan.ts';
import type { ScheduledSession } from '../../domain/schedule/schedule.ts';
import { ruleWords } from '../../domain/schedule/table/rule-words.ts';
import { whenWords } from '../../domain/schedule/table/when-words.ts';
import { isRecurrence } from '../../domain/schedule/turns.ts';
import { workOutSchedules } from '../../domain/schedule/work-out.ts';
import type { ReadTable } from '../../import/tables/table-import.ts';
import { COLLECTIONS } from '../../schemas/collections.ts';
import { deskBringIn as words } from '../../strings/desk-bring-in.ts';
import { valuesOf } from '../fields/set-fields.ts';
import type { ImportGround } from '../reading/snapshot.ts';

/** A plan that was read from a table, with the dates that it gives to every unit; `undefined` where the table makes no plan. */
export function planPreview(
  { files, follow }: ReadTable,
  { content }: ImportGround,
): PlanPreview | undefined {
  const file = files.find(({ folder }) => folder === 'plans');
  const read = file && COLLECTIONS.plans.schema.safeParse(valuesOf(file.text)).data;
  if (!file || !read) return undefined;
  const plan: Plan = { ...read, id: file.name };
  const campaign = campaignOf(plan.campaign, files, content);
  if (!campaign) return undefined;
  const calendar = workCalendar(content.items.calendar.map(({ fields }) => officeTable(fields)));
  const units = content.items.units.map(({ id, fields }) => ({
    ...fields,
    id,
    plans: [{ plan: plan.id, adjustments: follow?.unit === id ? [...follow.adjustments] : [] }],
  }));
  const schedules = workOutSchedules(units, [plan], [campaign], calendar);
  return {
    id: plan.id,
    title: plan.title,
    sessions: plan.sessions.map(({ id, title, when, readings = [], note = '' }) => ({
      id,
      title,
      ...(when === undefined || when === 'unknown'
        ? {}
        : { when: isRecurrence(when) ? ruleWords(when) : whenWords(when, campaign) }),
      readings: [...readings],
      unmatched: note.match(/《[^》]+》/gu) ?? [],
    })),
    units: schedules.map(({ unit, schedule }): UnitPreview => ({
      id: unit.id,
      name: unit.name,
      isOwn: follow?.unit === unit.id,
      days: plan.sessions.map((planned) => dayOf(schedule.sessions.filter(({ id }) => isOf(id, planned)))),
    })),
  };
}

/** Whether a session of a schedule is one of the plan, or a turn of it. */
function isOf(id: string, { id: planned, when }: PlanSession): boolean {
  return id === planned || (isRecurrence(when) && id.startsWith(`${planned}-`));
}

/** The days of a session; of a recurring one, of all its turns. */
function dayOf(turns: readonly ScheduledSession[]): UnitPreview['days'][number] {
  const days = turns.flatMap(({ day }) => day ?? []);
  const [day, ...others] = days;
  if (day !== undefined)
    return { words: [longDay(day), ...others.map((each) => lastDay(day, each))].join('、'), isOpen: false };
  const [first] = turns;
  return { words: first?.said ?? first?.reason ?? words.noDay, isOpen: true };
}

function campaignOf(id: string, files: ReadTable['files'], content: ImportGround['content']) {
  const known = content.items.campaigns.find((campaign) => campaign.id === id)?.fields;
  const made = files.find(({ folder, name }) => folder === 'campaigns' && name === id);
  const fields = known ?? (made && COLLECTIONS.campaigns.schema.safeParse(valuesOf(made.text)).data);
  return fields && { ...fields, id };
}
