import type { CopyAnswer, CopyRequest } from '../../domain/desk/plans.ts';
import { copiedPlan } from '../../domain/desk/copied-plan.ts';
import { slugFromChinese } from '../../domain/slug.ts';
import { ID } from '../../schemas/entry.ts';
import { planSchema } from '../../schemas/plan.ts';
import { plans as words } from '../../strings/desk-plans.ts';
import type { Desk } from '../desk.ts';
import { setFields, valuesOf } from '../fields/set-fields.ts';
import { FileChanged } from '../files/content-folder.ts';
import { EditError } from '../items/edit-text.ts';
import { textOf } from '../items/text-of.ts';
import { schedulesOn } from './ground.ts';

/** What is of one year only, or of what was published. */
const LEFT_OUT = { revised: null, revisions: null, settled: null };

/**
 * A plan like an earlier one some years later (see `copiedPlan`), written as a file of its own once it has an id; the comments of the earlier one stay.
 * Throws EditError, and FileChanged where the earlier one is gone.
 */
export async function copyPlan(
  desk: Desk,
  { file, years, title, campaign, id }: CopyRequest,
): Promise<CopyAnswer> {
  const state = await desk.content.read(file);
  if (!state || !file.startsWith('plans/')) throw new FileChanged(file, undefined);
  const text = textOf(state);
  const values = valuesOf(text);
  const sound = planSchema.safeParse(values);
  if (!values || !sound.success) throw new EditError(words.faultyPlan);
  const ground = await desk.planGround();
  // As they are written, lines of notes included.
  const given = { sessions: values.sessions as typeof sound.data.sessions };
  const { sessions, times } = copiedPlan(given, years, schedulesOn({ ...ground, units: [] }).calendar);
  if (id === undefined) return { times };
  if (title.trim() === '') throw new EditError(words.noTitle);
  const name = id === '' ? slugFromChinese(title) : id;
  if (!ID.test(name)) throw new EditError(words.badId(name));
  if (ground.plans.some((plan) => plan.id === name)) throw new EditError(words.planThere(name));
  const copy = setFields(text, { campaign, title: title.trim(), sessions, ...LEFT_OUT });
  if (copy === undefined) throw new EditError(words.cannotCopy);
  const target = `plans/${name}.yaml`;
  await desk.content.write([{ file: target, bytes: Buffer.from(copy), on: undefined }], {
    title: words.copied(title),
  });
  desk.contentChanged();
  return { times, file: target };
}
