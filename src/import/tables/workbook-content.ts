import type { Fields, LibraryKind, Site } from '../../schemas/collections.ts';
import type { Content } from '../../source/read-content.ts';

/** What the words of workbooks are held against: the part of a content folder that goes to the process that reads them. */
export interface WorkbookContent {
  site: Site;
  items: Record<LibraryKind, readonly NamedEntry[]> & {
    essays: readonly { id: string; fields: { title: string } }[];
  } & {
    [Name in 'units' | 'campaigns' | 'calendar']: readonly { id: string; fields: Fields<Name> }[];
  };
}

interface NamedEntry {
  collection: LibraryKind;
  id: string;
  fields: { title: string };
}

/** The part of a content folder that workbooks need, as plain data. */
export function workbookContentOf({ site, items }: Pick<Content, 'site' | 'items'>): WorkbookContent {
  const named = ({ collection, id, fields }: NamedEntry) => ({
    collection,
    id,
    fields: { title: fields.title },
  });
  return {
    site,
    items: {
      texts: items.texts.map(named),
      speeches: items.speeches.map(named),
      articles: items.articles.map(named),
      essays: items.essays.map(({ id, fields: { title } }) => ({ id, fields: { title } })),
      units: items.units.map(({ id, fields }) => ({ id, fields })),
      campaigns: items.campaigns.map(({ id, fields }) => ({ id, fields })),
      calendar: items.calendar.map(({ id, fields }) => ({ id, fields })),
    },
  };
}
