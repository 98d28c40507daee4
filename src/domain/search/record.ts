/** A name with the id its page is found under. */
export interface Named {
  id: string;
  name: string;
}

/** One block of a text (heading, paragraph, list item, table row) and the anchor it is reached by, such as `p3`. */
export interface Paragraph {
  anchor: string;
  text: string;
}

/** The kind of the handbook's pages: searched like entries, but no entries of the library. */
export const HANDBOOK_KIND = 'help';

/** Everything the search knows about one page of the site. */
export interface SearchRecord {
  /** Identifies everything that the record is made from, the code included: equal keys, equal records. Without a key a record equals no other. */
  key?: string | undefined;
  /** Folder and id, such as `speeches/mid-year`. */
  entry: string;
  /** The page's address within the site, without the base path: `/speeches/mid-year/`. */
  address: string;
  /** The folder the entry is kept in: `texts`, `speeches`, `articles`, … */
  kind: string;
  title: string;
  subtitle?: string;
  /** A day as `YYYY-MM-DD`, or null where it is unknown. */
  date: string | null;
  documentNumber?: string;
  speaker?: Named;
  /** The units concerned; former names are already folded into the unit's present id. */
  units: Named[];
  topics: Named[];
  campaign?: Named;
  /** In reading order. */
  paragraphs: Paragraph[];
}
