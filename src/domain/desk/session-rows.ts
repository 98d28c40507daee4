import type { EntryKind } from '../entry.ts';
import type { SessionForm } from '../schedule/plan.ts';
import { freeCode } from './adjustments.ts';
import type { FieldValues } from './api.ts';
import { TO_CONFIRM } from './copied-plan.ts';
import type { WhenLine } from './plans.ts';
import { noteKeeping } from './when-line.ts';

/** Sessions of a plan that is being edited, as its fields have them. */
export function sessionsOf({ sessions }: FieldValues): FieldValues[] {
  return Array.isArray(sessions) ? (sessions as FieldValues[]) : [];
}

/** A session with the time that words for it were understood as; words that are not certain, or say more, are kept in its note. */
export function withTime(session: FieldValues, words: string, line: WhenLine): FieldValues {
  const note = typeof session.note === 'string' ? session.note : undefined;
  const kept = noteKeeping(note, line.isWhole ? undefined : words);
  const when = words.trim() === '' ? null : (line.when ?? null);
  const before = session.sittings === undefined || session.sittings === null ? {} : { sittings: null };
  return {
    ...session,
    ...before,
    when,
    ...(line.sittings ? { sittings: line.sittings } : {}),
    note: kept ?? null,
  };
}

/** The form that most sessions have. */
export const USUAL_FORM: SessionForm = '集中学习';

/** A session of which nothing is known yet, under a code that no other has. */
export function newSession(sessions: readonly FieldValues[]): FieldValues {
  const stage = sessions.at(-1)?.stage;
  return {
    id: freeCode(codesOf(sessions), 's'),
    ...(typeof stage === 'string' ? { stage } : {}),
    form: USUAL_FORM,
  };
}

/** The same session once more, under a code of its own. */
export function duplicateOf(session: FieldValues, sessions: readonly FieldValues[]): FieldValues {
  return { ...session, id: freeCode(codesOf(sessions), 's') };
}

function codesOf(sessions: readonly FieldValues[]): string[] {
  return sessions.map(({ id }) => String(id));
}

/** What has to be confirmed of a session's day that was moved from an earlier year. */
export function toConfirm({ note }: FieldValues): string | undefined {
  if (typeof note !== 'string') return undefined;
  return note.split('\n').find((line) => line.startsWith(TO_CONFIRM));
}

/** A session whose day was confirmed. */
export function confirmed(session: FieldValues): FieldValues {
  const lines = typeof session.note === 'string' ? session.note.split('\n') : [];
  const left = lines.filter((line) => !line.startsWith(TO_CONFIRM));
  return { ...session, note: left.length > 0 ? left.join('\n') : null };
}

/** The folders of what sessions read. */
export const LIBRARY_FOLDERS: readonly string[] = ['texts', 'speeches', 'articles'] satisfies EntryKind[];
