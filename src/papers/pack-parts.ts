import { namesOfReadings, readingNamer, type ReadingTitles } from '../domain/schedule/reading-names.ts';
import type { CountedUnit } from '../domain/schedule/expected.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import type { UnitPlan } from '../domain/schedule/work-out.ts';
import { fitted } from './fitted.ts';
import type { Facts, Form, FormSheet } from './form.ts';
import { ARCHIVE } from './forms/archive.ts';

/** A checklist as a pack prints it. */
export interface PackChecklist {
  id: string;
  title: string;
  stage?: { id: string; title: string } | undefined;
  items: readonly { text: string; standard?: string; owner?: string; deadline?: string; note?: string }[];
}

/** What a pack is made from. */
export interface PackSource {
  of: UnitPlan & {
    unit: CountedUnit & {
      contact?: { office?: string | undefined } | undefined;
    };
    campaign: {
      stages?:
        | readonly { id: string; title: string; from?: string | undefined; until?: string | undefined }[]
        | undefined;
    };
  };
  /** Who asks for what is handed in. */
  organiser: string;
  titles: ReadingTitles;
  checklists: readonly PackChecklist[];
}

/** A sheet of a pack, filled. */
export interface PackSheet {
  /** Unique in the pack: its anchor. */
  id: string;
  /** The id of the form it belongs to, by which it can be left out. */
  form: string;
  sheet: FormSheet;
  facts: Facts;
  /** A line under its title that says whose sheet it is. */
  of?: string | undefined;
  /** The first number of a roster's page; 1 where left out. */
  rosterFrom?: number;
}

/** A part of a pack that can be chosen: a session, or papers of the whole plan. */
export interface PackPart {
  id: string;
  title: string;
  stage?: string | undefined;
  /** The session's day or month, in words. */
  time?: string | undefined;
  kind: 'plan' | 'session' | 'calls' | 'checklists';
  sheets: PackSheet[];
}

/** What every form of a pack is filled with. */
export function wholePlan({ of }: PackSource): Record<string, string> {
  return { unit: of.unit.name, plan: of.plan.title, campaign: of.campaign.name };
}

/** What a session reads, by name. */
export function readingsOf({ readings }: ScheduledSession, { titles }: PackSource): string[] {
  return namesOfReadings(readings, readingNamer(titles));
}

/** The sheets of a form, filled; a filled table needs no blank rows. Their anchors end in `suffix`. */
export function sheetsOf(form: Form, suffix: string, facts: Facts): PackSheet[] {
  return form.sheets.map((sheet) => ({
    id: [sheet.id, suffix].filter(Boolean).join('-'),
    form: form.id,
    sheet:
      sheet.blocks.some((block) => block.kind === 'table' && facts.tables?.[block.name]) &&
      form.id !== ARCHIVE.id
        ? { ...sheet, blocks: withoutBlankRows(sheet) }
        : fitted(sheet, facts),
    facts,
  }));
}

/** The blocks of a sheet without blank rows in tables that have data. */
export function withoutBlankRows({ blocks }: FormSheet): FormSheet['blocks'] {
  return blocks.map((block) => (block.kind === 'table' ? { ...block, rows: 0 } : block));
}
