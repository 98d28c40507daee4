/** What the page and the server say to each other about tables that were brought in, as JSON. */

/** A session of a plan that was read from a table. */
export interface ReadSession {
  id: string;
  title: string;
  /** Its time in words; nothing where the table has none that could be read. */
  when?: string;
  readings: string[];
  /** Titles that name no entry of the library, as its note keeps them. */
  unmatched: string[];
}

/** A unit's dates by a plan that was read. */
export interface UnitPreview {
  id: string;
  name: string;
  /** Whether the table was made for this unit. */
  isOwn: boolean;
  /** For each session, in their order, its day in words, or why it has none. */
  days: { words: string; isOpen: boolean }[];
}

/** A plan that was read from a table, with every unit's dates. */
export interface PlanPreview {
  id: string;
  title: string;
  sessions: ReadSession[];
  units: UnitPreview[];
}

/** A file that a table brings in another state. */
export interface TableUpdate {
  file: string;
  differences: string[];
  /** Until which day the table counts, where it says so. */
  asOf?: string;
}

/** A table of a workbook. */
export interface InboxTable {
  kind: string;
  /** Files that accepting it makes. */
  files: string[];
  /** What has to be looked to. */
  doubts: string[];
  plan?: PlanPreview;
  update?: TableUpdate;
}

/** What a person has decided about a table. */
export interface TableDecision {
  /** Its place in the workbook. */
  index: number;
  /** The units that are to follow its plan. */
  units: string[];
  /** What was chosen for sessions: a day, and entries to be read. */
  sessions: { id: string; on?: string; readings?: string[] }[];
  /** Whether the file that is there is to be as the table has it. */
  isUpdate: boolean;
}
