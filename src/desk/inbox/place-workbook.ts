import type { InboxTable, TableDecision } from '../../domain/desk/bring-in.ts';
import type { ReadTable } from '../../import/tables/table-import.ts';
import { desk } from '../../strings/desk.ts';
import { deskBringIn as words } from '../../strings/desk-bring-in.ts';
import type { ContentFolder, Write } from '../files/content-folder.ts';
import { setFields, valuesOf } from '../fields/set-fields.ts';
import { EditError } from '../items/edit-text.ts';
import { ownFaults } from '../items/own-faults.ts';
import { textOf } from '../items/text-of.ts';
import type { ImportGround } from '../reading/snapshot.ts';
import { planPreview } from './plan-preview.ts';

/** A table as the page shows it. */
export function inboxTable(table: ReadTable, ground: ImportGround): InboxTable {
  const { kind, files, doubts, update } = table;
  const plan = planPreview(table, ground);
  return {
    kind,
    files: files.map(({ folder, name, ending }) => `${folder}/${name}${ending}`),
    doubts,
    ...(plan && { plan }),
    ...(update && {
      update: {
        file: update.file,
        differences: update.differences,
        ...(update.asOf === undefined ? {} : { asOf: update.asOf }),
      },
    }),
  };
}

/**
 * Puts the tables of a workbook into the content as a person has decided, in one change: new files, what was chosen for sessions, units that follow the
 * plan, registers that are brought up to date. Returns the files. Throws EditError and FileChanged, and nothing is written.
 */
export async function placeWorkbook(
  content: ContentFolder,
  name: string,
  tables: readonly ReadTable[],
  decisions: readonly TableDecision[],
): Promise<string[]> {
  const writes = new Map<string, Write>();
  for (const [index, table] of tables.entries()) {
    const decision = decisions.find((each) => each.index === index);
    for (const { folder, name: id, ending, text } of table.files) {
      const file = `${folder}/${id}${ending}`;
      const decided = folder === 'plans' && decision ? withChoices(file, text, decision) : text;
      writes.set(file, { file, bytes: Buffer.from(decided), on: undefined });
    }
    const plan = table.files.find(({ folder }) => folder === 'plans')?.name;
    for (const unit of plan === undefined ? [] : (decision?.units ?? []))
      await follow(content, writes, unit, plan!, table);
    if (decision?.isUpdate === true) await bringUpToDate(content, writes, table);
  }
  await content.write([...writes.values()], { title: desk.imported(name) });
  return [...writes.keys()];
}

/** A plan with the days and readings that were chosen for its sessions. */
function withChoices(file: string, text: string, { sessions: choices }: TableDecision): string {
  const { sessions } = valuesOf(text) as { sessions: { id: string; readings?: string[] }[] };
  const decided = sessions.map((session) => {
    const choice = choices.find(({ id }) => id === session.id);
    if (!choice) return session;
    const readings = [...new Set([...(session.readings ?? []), ...(choice.readings ?? [])])];
    return {
      ...session,
      ...(readings.length > 0 ? { readings } : {}),
      ...(choice.on === undefined ? {} : { when: { on: choice.on } }),
    };
  });
  const changed = setFields(text, { sessions: decided });
  const [fault] = changed === undefined ? [] : ownFaults(file, changed);
  if (changed === undefined || fault) throw new EditError(words.cannotChoose(fault?.reason ?? file));
  return changed;
}

/** Has a unit follow a plan, behind those that it follows already. */
async function follow(
  content: ContentFolder,
  writes: Map<string, Write>,
  unit: string,
  plan: string,
  { follow: own }: ReadTable,
): Promise<void> {
  const { file, text, digest } = await textAt(content, writes, `units/${unit}.yaml`);
  const plans = (valuesOf(text)?.plans ?? []) as { plan: string }[];
  if (plans.some((each) => each.plan === plan)) return;
  const adjustments = own?.unit === unit ? own.adjustments : [];
  const added = { plan, ...(adjustments.length > 0 ? { adjustments } : {}) };
  const changed = setFields(text, { plans: [...plans, JSON.parse(JSON.stringify(added)) as object] });
  if (changed === undefined) throw new EditError(words.cannotFollow(file));
  writes.set(file, { file, bytes: Buffer.from(changed), on: digest });
}

/** Writes a register as the table has it; one that was an Excel file becomes a .csv file. */
async function bringUpToDate(
  content: ContentFolder,
  writes: Map<string, Write>,
  { update }: ReadTable,
): Promise<void> {
  if (!update) return;
  const { file, text, asOf } = update;
  const now = await content.read(file);
  const csv = file.replace(/\.[a-z]+$/, '.csv');
  if (csv !== file) writes.set(file, { file, bytes: undefined, on: now?.digest });
  writes.set(csv, { file: csv, bytes: Buffer.from(text), on: csv === file ? now?.digest : undefined });
  if (asOf === undefined) return;
  const settings = await textAt(content, writes, file.replace(/\.[a-z]+$/, '.yaml'));
  const changed = setFields(settings.text, { asOf });
  if (changed === undefined) throw new EditError(words.cannotSetAsOf(settings.file));
  writes.set(settings.file, { file: settings.file, bytes: Buffer.from(changed), on: settings.digest });
}

/** The text of a file, as it will be after what is to be written already. Throws EditError where there is none. */
async function textAt(
  content: ContentFolder,
  writes: ReadonlyMap<string, Write>,
  file: string,
): Promise<{ file: string; text: string; digest: string | undefined }> {
  const planned = writes.get(file);
  if (planned?.bytes) return { file, text: Buffer.from(planned.bytes).toString('utf8'), digest: planned.on };
  const state = await content.read(file);
  if (!state) throw new EditError(desk.noSuchFile(file));
  return { file, text: textOf(state), digest: state.digest };
}
