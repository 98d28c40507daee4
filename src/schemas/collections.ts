import type { z } from 'zod';
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
  texts: { schema: textSchema, form: 'markdown' },
  speeches: { schema: speechSchema, form: 'markdown' },
  articles: { schema: articleSchema, form: 'markdown' },
  essays: { schema: essaySchema, form: 'markdown' },
  bulletins: { schema: bulletinSchema, form: 'markdown' },
  checklists: { schema: checklistSchema, form: 'yaml' },
  ledgers: { schema: ledgerSchema, form: 'yaml' },
  receipts: { schema: receiptsSchema, form: 'table' },
  campaigns: { schema: campaignSchema, form: 'yaml' },
  units: { schema: unitSchema, form: 'yaml' },
  plans: { schema: planSchema, form: 'yaml' },
  calendar: { schema: calendarSchema, form: 'yaml' },
  published: { schema: publishedSchema, form: 'yaml' },
  formulas: { schema: formulaSchema, form: 'yaml' },
  topics: { schema: topicSchema, form: 'yaml' },
  speakers: { schema: speakerSchema, form: 'yaml' },
} as const;

export type CollectionName = keyof typeof COLLECTIONS;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];
/** Collections whose items have a body. */
export type BodyCollection = {
  [Name in CollectionName]: (typeof COLLECTIONS)[Name]['form'] extends 'markdown' ? Name : never;
}[CollectionName];
/** The validated fields of an item of that collection. */
export type Fields<Name extends CollectionName> = z.output<(typeof COLLECTIONS)[Name]['schema']>;
/** The validated fields of any library entry. */
export type EntryFields = Fields<LibraryKind>;
export type Site = z.output<typeof siteSchema>;

export { siteSchema };
