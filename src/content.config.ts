import { defineCollection } from 'astro:content';
import { contentLoader } from './loader/content-loader.ts';
import { COLLECTIONS } from './schemas/collections.ts';
import { siteEntrySchema } from './schemas/site-entry.ts';

const { texts, speeches, articles, essays, bulletins, checklists, ledgers, receipts } = COLLECTIONS;
const { campaigns, units, plans, calendar, published, formulas, topics, speakers } = COLLECTIONS;

/**
 * A collection for every folder of the content, and `site` for the content as a whole. The loaders give what the content check has passed
 * by these same schemas: the shown entries only, with their fields; bodies stay in their files (`site/read-bodies.ts`). What
 * pages print of it is resolved in `site/` and looked up nowhere else.
 */
export const collections = {
  site: defineCollection({ loader: contentLoader('site'), schema: siteEntrySchema }),
  texts: defineCollection({ loader: contentLoader('texts'), schema: texts.schema }),
  speeches: defineCollection({ loader: contentLoader('speeches'), schema: speeches.schema }),
  articles: defineCollection({ loader: contentLoader('articles'), schema: articles.schema }),
  essays: defineCollection({ loader: contentLoader('essays'), schema: essays.schema }),
  bulletins: defineCollection({ loader: contentLoader('bulletins'), schema: bulletins.schema }),
  checklists: defineCollection({ loader: contentLoader('checklists'), schema: checklists.schema }),
  ledgers: defineCollection({ loader: contentLoader('ledgers'), schema: ledgers.schema }),
  receipts: defineCollection({ loader: contentLoader('receipts'), schema: receipts.schema }),
  campaigns: defineCollection({ loader: contentLoader('campaigns'), schema: campaigns.schema }),
  units: defineCollection({ loader: contentLoader('units'), schema: units.schema }),
  plans: defineCollection({ loader: contentLoader('plans'), schema: plans.schema }),
  calendar: defineCollection({ loader: contentLoader('calendar'), schema: calendar.schema }),
  published: defineCollection({ loader: contentLoader('published'), schema: published.schema }),
  formulas: defineCollection({ loader: contentLoader('formulas'), schema: formulas.schema }),
  topics: defineCollection({ loader: contentLoader('topics'), schema: topics.schema }),
  speakers: defineCollection({ loader: contentLoader('speakers'), schema: speakers.schema }),
};
