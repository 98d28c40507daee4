import type { z } from 'zod';
import type { ScheduleUnit } from '../domain/schedule/plan.ts';
import type { EntryFields, EntryKind } from '../domain/entry.ts';
import { assertSame } from './assert-same.ts';
import { articleSchema } from './article.ts';
import { bulletinSchema } from './bulletin.ts';
import { calendarSchema } from './calendar.ts';
import { campaignSchema } from './campaign.ts';
import { checklistSchema } from './checklist.ts';
import { essaySchema } from './essay.ts';
import { formulaSchema } from './formula.ts';
import { ledgerSchema } from './ledger.ts';
import { speakerSchema, topicSchema } from './named.ts';
import { planSchema } from './plan.ts';
import { publishedSchema } from './published.ts';
import { receiptsSchema } from './receipts.ts';
import { siteSchema } from './site.ts';
import { speechSchema } from './speech.ts';
import { textSchema } from './text.ts';
import { unitSchema } from './unit.ts';

/** The three collections whose items are entries with a body, in the order readers see them. */
export const LIBRARY_KINDS = ['texts', 'speeches', 'articles'] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** Every folder of `content/`: the schema of its items and how they are written: with a Markdown body, as fields only, or as a table. */
export const COLLECTIONS = {
  texts: { schema: textSchema, format: 'markdown' },
  speeches: { schema: speechSchema, format: 'markdown' },
  articles: { schema: articleSchema, format: 'markdown' },
  essays: { schema: essaySchema, format: 'markdown' },
  bulletins: { schema: bulletinSchema, format: 'markdown' },
  checklists: { schema: checklistSchema, format: 'yaml' },
  ledgers: { schema: ledgerSchema, format: 'yaml' },
  receipts: { schema: receiptsSchema, format: 'table' },
  campaigns: { schema: campaignSchema, format: 'yaml' },
  units: { schema: unitSchema, format: 'yaml' },
  plans: { schema: planSchema, format: 'yaml' },
  calendar: { schema: calendarSchema, format: 'yaml' },
  published: { schema: publishedSchema, format: 'yaml' },
  formulas: { schema: formulaSchema, format: 'yaml' },
  topics: { schema: topicSchema, format: 'yaml' },
  speakers: { schema: speakerSchema, format: 'yaml' },
} as const;

export type CollectionName = keyof typeof COLLECTIONS;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];
/** Collections whose items have a body. */
export type BodyCollection = {
  [Name in CollectionName]: (typeof COLLECTIONS)[Name]['format'] extends 'markdown' ? Name : never;
}[CollectionName];
/** The validated fields of an item of that collection; a unit that is a part of another one knows the other parts. */
export type Fields<Name extends CollectionName> = z.output<(typeof COLLECTIONS)[Name]['schema']> &
  (Name extends 'units' ? Pick<ScheduleUnit, 'siblings'> : unknown);
export type Site = z.output<typeof siteSchema>;

/** Fields of the first kind, and as optional ones those that only the second has. */
type With<First, Second> = First & Partial<Omit<Second, keyof First>>;
type AllKinds = With<With<Fields<'texts'>, Fields<'speeches'>>, Fields<'articles'>>;

assertSame<EntryKind, LibraryKind>();
assertSame<EntryFields, Omit<AllKinds, 'settled' | 'withdrawn'>>();

export { siteSchema };
