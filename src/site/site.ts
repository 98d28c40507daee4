import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Entry } from '../domain/entry.ts';
import type { FindMentions } from '../domain/formulas.ts';
import type { Library } from '../domain/library.ts';
import type { Neighbours } from '../domain/neighbours.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import type { EssayCall, UnitPlan } from '../domain/schedule/work-out.ts';
import type { CollectionName, Fields, Site } from '../schemas/collections.ts';
import type { PublishedRecord } from '../schemas/published.ts';
import type { Bodies } from './bodies.ts';
import type { Bulletin } from './bulletins.ts';
import type { Checklist } from './checklists.ts';
import type { Essay } from './essays.ts';
import type { Ledger } from './ledgers.ts';
import type { CampaignReceipts } from './receipts.ts';
import type { Withdrawn } from './shown-content.ts';

/** An item as its file gives it, with the id that its file name is. */
export type WithId<Name extends CollectionName> = Fields<Name> & { id: string };

export type Campaign = WithId<'campaigns'>;
export type Unit = WithId<'units'>;
export type StudyPlan = WithId<'plans'>;
/** A formula (名词解释) as its file gives it. */
export type Formula = WithId<'formulas'>;
/** An essay call (材料报送) as its file gives it, the names in it resolved: `campaign` and `units` are ids. */
export type Call = Fields<'essays'> & EssayCall;

/** A plan worked out for a unit. */
export type UnitSchedule = UnitPlan<Unit, StudyPlan, Campaign>;

/** Where an entry is assigned: a session of a plan, with the units that hold it. */
export interface Assignment {
  plan: StudyPlan;
  campaign: Campaign;
  session: ScheduledSession;
  held: { unit: Unit; session: ScheduledSession }[];
}

/** The library of a site, and the names that its entries are resolved against. */
export interface SiteLibrary {
  /** The fields of `site.yaml`. */
  fields: Site;
  library: Library;
  /** The entries that the site shows, by their keys. */
  byKey: ReadonlyMap<string, Entry>;
  /** The newest first. */
  campaigns: readonly Campaign[];
  units: readonly Unit[];
  formulas: readonly Formula[];
  neighbours: ReadonlyMap<string, Neighbours>;
  withdrawn: readonly Withdrawn[];
  /** Finds formulas in a text. */
  mentions: FindMentions;
  /** Whether the site shows an item, by its key or by one that it had before, such as `essays/theory`. */
  shows(key: string): boolean;
  /** The title of an entry or the name of a formula that the site shows, by its key, such as `formulas/three-same-day`. */
  titleOf(key: string): string | undefined;
  /** Whether an item was taken out of sight, by its key. */
  isWithdrawn(key: string): boolean;
}

/** All schedules of a site. */
export interface SiteSchedules {
  calendar: WorkCalendar;
  plans: readonly StudyPlan[];
  schedules: readonly UnitSchedule[];
  schedulesOf: ReadonlyMap<string, readonly UnitSchedule[]>;
  /** Assignments of an entry, by its key. */
  assignments: ReadonlyMap<string, readonly Assignment[]>;
}

/** What else is worked out from library and schedules. */
export type SiteGround = SiteLibrary & SiteSchedules;

/** What tells who owes what by when. */
export type DueGround = Pick<SiteLibrary, 'campaigns' | 'units'> & SiteSchedules;

/** A site resolved: everything that its pages, files, search and check ask of its content. */
export interface ResolvedSite extends SiteGround {
  /** The newest campaign first, within it the earliest deadline first. */
  essays: readonly Essay[];
  /** By campaign, the newest first, in it by stage, then by id. */
  checklists: readonly Checklist[];
  /** By campaign, the newest first, then by id. */
  ledgers: readonly Ledger[];
  /** One for each campaign with receipts, in the order of the campaigns. */
  receipts: readonly CampaignReceipts[];
  /** The newest first. */
  bulletins: readonly Bulletin[];
  /** The record of published calendar events, by unit. */
  records: ReadonlyMap<string, PublishedRecord>;
  bodies: Bodies;
}
