import type { PlanSession } from '../../domain/schedule/plan.ts';
import { planSchema } from '../../schemas/plan.ts';

/**
 * Sessions that a plan's file may hold. One that it may not is reduced to its title, form and note, and where even that may not stand is left out.
 * `left` says in Chinese what became of it: a bad row refuses no plan.
 */
export function soundSessions(sessions: readonly PlanSession[]): { sessions: PlanSession[]; left: string[] } {
  const sound: PlanSession[] = [];
  const left: string[] = [];
  for (const session of sessions) {
    const reduced = { id: session.id, title: session.title, form: session.form, note: notesOf(session) };
    const fit = [session, reduced].find(isSound);
    if (fit) sound.push(fit);
    if (fit !== session)
      left.push(`“${session.title.slice(0, 40)}”有字段通不过检查，原话：${notesOf(session)}`);
  }
  return { sessions: sound, left };
}

function isSound(session: PlanSession): boolean {
  return planSchema.safeParse({ campaign: 'x', title: 'x', sessions: [session] }).success;
}

function notesOf({ note, ...fields }: PlanSession): string {
  const { chair, lead, speakers, attendees, observers, place, requirement, responsible, readings, when } =
    fields;
  const others = {
    ...{ chair, lead, speakers, attendees, observers, place },
    ...{ requirement, responsible, readings, when },
  };
  const words = Object.values(others).flatMap((value) =>
    value === undefined ? [] : [JSON.stringify(value)],
  );
  return [...(note === undefined ? [] : [note]), ...words].join('\n');
}
