import { defineCollection } from 'astro:content';
import { contentFolder } from './catalog/content-folder.ts';
import { COLLECTIONS, siteSchema } from './schemas/collections.ts';

export const collections = {
  texts: defineCollection({ loader: contentFolder('texts'), schema: COLLECTIONS.texts.schema }),
  speeches: defineCollection({ loader: contentFolder('speeches'), schema: COLLECTIONS.speeches.schema }),
  articles: defineCollection({ loader: contentFolder('articles'), schema: COLLECTIONS.articles.schema }),
  essays: defineCollection({ loader: contentFolder('essays'), schema: COLLECTIONS.essays.schema }),
  bulletins: defineCollection({ loader: contentFolder('bulletins'), schema: COLLECTIONS.bulletins.schema }),
  checklists: defineCollection({
    loader: contentFolder('checklists'),
    schema: COLLECTIONS.checklists.schema,
  }),
  ledgers: defineCollection({ loader: contentFolder('ledgers'), schema: COLLECTIONS.ledgers.schema }),
  receipts: defineCollection({ loader: contentFolder('receipts'), schema: COLLECTIONS.receipts.schema }),
  campaigns: defineCollection({ loader: contentFolder('campaigns'), schema: COLLECTIONS.campaigns.schema }),
  units: defineCollection({ loader: contentFolder('units'), schema: COLLECTIONS.units.schema }),
  plans: defineCollection({ loader: contentFolder('plans'), schema: COLLECTIONS.plans.schema }),
  calendar: defineCollection({ loader: contentFolder('calendar'), schema: COLLECTIONS.calendar.schema }),
  published: defineCollection({ loader: contentFolder('published'), schema: COLLECTIONS.published.schema }),
  formulas: defineCollection({ loader: contentFolder('formulas'), schema: COLLECTIONS.formulas.schema }),
  topics: defineCollection({ loader: contentFolder('topics'), schema: COLLECTIONS.topics.schema }),
  speakers: defineCollection({ loader: contentFolder('speakers'), schema: COLLECTIONS.speakers.schema }),
  site: defineCollection({ loader: contentFolder('site'), schema: siteSchema }),
};
