import type { Answer } from '../doubts/settled.ts';
import type { InboxTable, TableDecision } from './bring-in.ts';
import type { Due } from './due.ts';

/**
 * What the page of the desk and its server say to each other, as JSON. Both sides take their types from here. Addresses of requests stand in `ROUTES`.
 */

/** The addresses of requests; files are named in the query (`?file=texts/outline.md`), since their paths hold slashes. */
export const ROUTES = {
  home: '/api/home',
  items: '/api/items',
  search: '/api/search',
  item: '/api/item',
  kind: '/api/kind',
  settle: '/api/settle',
  withdraw: '/api/withdraw',
  remove: '/api/remove',
  inbox: '/api/inbox',
  inboxItem: '/api/inbox/item',
  accept: '/api/inbox/accept',
  history: '/api/history',
  undo: '/api/undo',
  publish: '/api/publish',
  preview: '/api/preview',
} as const;

/** Said with every request of the page: a form of another site cannot say it. */
export const ASKED_BY_PAGE = { name: 'x-zhixing-desk', value: '1' } as const;

/** A request that was not done: why, in Chinese. */
export interface Refused {
  refused: string;
}

/** A place in a file of the content. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** What stops a build, or has to be looked at. */
export interface Finding extends Place {
  reason: string;
  remedy: string;
  /** What `settled` calls it; faults have none. */
  kind?: string;
  words?: string;
  /** The paragraph of the page, from 1. */
  paragraph?: number;
  /** The field that it is about, where it is about one. */
  field?: string;
  /** The change that mends it, where only one can be meant. */
  mend?: Mend;
}

/** A change of fields that mends a fault: what its button says, and the fields as they are to be. */
export interface Mend {
  label: string;
  fields: FieldValues;
}

/** An item of the content as lists show it. */
export interface ItemCard {
  collection: string;
  id: string;
  file: string;
  title: string;
  /** A day, `unknown`, or nothing for items that have none. */
  date?: string;
  isDraft: boolean;
  isInternal: boolean;
  isWithdrawn: boolean;
  /** Whether its file is at fault, so that nothing else is known of it. */
  isFaulty: boolean;
}

/** What stands differently in the content than in the site that was last published. */
export interface Unpublished {
  file: string;
  change: 'added' | 'changed' | 'removed';
  title: string;
}

/** Another desk that is open on the same content. */
export interface OtherDesk {
  /** The name of its machine. */
  host: string;
  /** When it was opened, ISO 8601, UTC. */
  since: string;
}

/** What needs a person now. */
export interface Home {
  site: string;
  /** Whether the whole content has been looked through since the last change; until then faults and doubts are those of before. */
  isChecked: boolean;
  items: number;
  faults: Finding[];
  doubts: Finding[];
  drafts: ItemCard[];
  unpublished: Unpublished[];
  /** Whether the desk has ever published this content. */
  hasPublished: boolean;
  /** What is due within seven days. */
  due: Due[];
  /** Other desks that are open on this content. */
  others: OtherDesk[];
  inbox: number;
}

/** How a field is filled in. */
export type FieldShape =
  | { type: 'words'; names?: string }
  | { type: 'day'; mayBeUnknown: boolean }
  | { type: 'time' | 'month' | 'number' }
  /** Yes or no; what nothing written means. */
  | { type: 'boolean'; byDefault: boolean }
  /** One of several words; `words` are those that readers know for them, where they are others. */
  | { type: 'choice'; options: string[]; words?: Record<string, string> }
  | { type: 'list'; item: FieldShape }
  | { type: 'group'; fields: FormField[] }
  /** One of several ways to fill it in. */
  | { type: 'variants'; variants: Variant[] }
  /** Nothing but this. */
  | { type: 'constant'; value: string }
  /** Numbers by names that nobody knows beforehand. */
  | { type: 'counts' };

/** A way to fill a field in. */
export interface Variant {
  label: string;
  help: string;
  shape: FieldShape;
}

/** A field of a form, made from its schema. */
export interface FormField {
  name: string;
  /** Its name in Chinese. */
  label: string;
  /** What else its schema says of it; may be empty. */
  help: string;
  isRequired: boolean;
  shape: FieldShape;
  example?: string;
}

/** The form of a kind of items. */
export interface KindForm {
  collection: string;
  name: string;
  fields: FormField[];
}

/** Fields by their names, as their file gives them. */
export type FieldValues = Record<string, unknown>;

/** A piece of a paragraph: words with marks, a line break, the mark of a footnote, or what the page shows but does not edit. */
export type Inline =
  | { type: 'text'; text: string; marks?: Mark[] }
  | { type: 'break' }
  | { type: 'note'; label: string }
  /** Its signs as they stand in the file: a picture among words, a component, a comment. */
  | { type: 'raw'; source: string };

export type Mark =
  { type: 'strong' | 'emphasis' | 'strike' | 'code' } | { type: 'link'; href: string; title?: string };

/** How a column of a table is set. */
export type Align = 'left' | 'center' | 'right' | null;

/** What a block says, apart from where it stands. */
export type BlockContent =
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'heading'; depth: number; content: Inline[] }
  /** Items hold paragraphs and further lists; between the items of a loose one there is space. */
  | { kind: 'list'; isOrdered: boolean; start: number; isLoose: boolean; items: BlockContent[][] }
  /** Rows of cells; the head is empty where the table has none. */
  | { kind: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  /** Paragraphs and lists; `said` where its source is named: an entry, or words. */
  | { kind: 'quote'; said?: { from?: string; source?: string }; content: BlockContent[] }
  /** A picture by itself; one with a caption is a figure. */
  | { kind: 'picture'; src: string; alt: string; caption?: string }
  /** What a footnote says. */
  | { kind: 'footnote'; label: string; content: Inline[] }
  /** All else: shown by its signs, and left alone. */
  | { kind: 'raw'; source: string };

/** A block of a body as it was read. */
export type Block = BlockContent & {
  /** First and last line in the file. */
  lines: [number, number];
};

/** A block as it is to be: what it says, and which of the blocks that were read it was, if any. */
export type EditedBlock = BlockContent & { origin?: number };

/** A file opened for editing. */
export interface OpenItem {
  file: string;
  collection: string;
  id: string;
  digest: string;
  /** What the file's fields say; `undefined` where they cannot be read, so that only the source can be edited. */
  fields?: FieldValues;
  /** Its body, where it has one and it can be read. */
  blocks?: Block[];
  /** The whole text. */
  source: string;
  form: KindForm;
  findings: Finding[];
  /** The lines in which the paragraphs of the page begin, where its body can be read. */
  paragraphLines?: number[];
  isWithdrawn: boolean;
  /** Whether it has a page of its own on the site, under its folder and id. */
  hasPage: boolean;
  /** Whether readers can see it in the site that was published last. */
  isPublished: boolean;
}

/** A change of a file: of fields (those named, `null` takes one away), of the body, or of the whole text. */
export interface SaveRequest {
  file: string;
  /** Of the text that the change was made on. */
  digest: string;
  fields?: FieldValues;
  blocks?: EditedBlock[];
  source?: string;
  role?: string;
}

/** A change that was not made because the file had changed meanwhile: what it is now, and what it would have become. */
export interface Conflict extends Refused {
  conflict: { file: string; theirs?: string; yours: string };
}

/** An empty item to be made. */
export interface NewRequest {
  collection: string;
  id?: string;
  fields: FieldValues;
}

/** 原件如此: why nothing is to be changed where a doubt asks. */
export interface SettleRequest {
  file: string;
  digest: string;
  doubt: { kind: Answer['doubt']; words: string; reason: string; paragraph?: number | undefined };
  because: string;
}

export interface WithdrawRequest {
  /** `texts/outline`. */
  key: string;
  undo?: boolean;
  reason?: string;
}

/** What withdrawing an item means, before it is done. */
export interface WithdrawAccount {
  lines: string[];
}

/** How sure the import is of a field. */
export type Confidence = '高' | '中' | '低';

/** A field as the import read it. */
export interface ReadField {
  /** The field of the item; `kind` for its folder. */
  field: string;
  label: string;
  shown: string;
  evidence: string;
  confidence: Confidence;
}

/** A piece of the source before and after its clean-up. */
export interface TracePiece {
  text: string;
  fate: 'kept' | 'removed' | 'inserted';
  rule?: string;
}

/** One article of a file that was brought in. */
export interface InboxArticle {
  kind: string;
  title: string;
  /** The fields that it would be written with. */
  fields: FieldValues;
  read: ReadField[];
  doubts: string[];
  /** Where it was put, once it is accepted or where it had been imported before. */
  file?: string;
}

/** A rule that changed a source. */
export interface RuleUse {
  name: string;
  title: string;
  count: number;
}

/** A file that was brought in and is not done with. */
export interface InboxItem {
  id: number;
  name: string;
  state: 'waiting' | 'reading' | 'read' | 'refused' | 'done';
  refused?: string;
  articles: InboxArticle[];
  /** What has to be looked to in the file as a whole. */
  asked: string[];
  trace: TracePiece[];
  rules: RuleUse[];
  /** Names of rules that are left out. */
  without: string[];
  /** The account of a table that was brought in. */
  report?: string;
  /** Its tables. */
  tables?: InboxTable[];
}

/** Reads a file of the inbox anew: as another kind, or without some rules. */
export interface RereadRequest {
  id: number;
  kind?: string;
  without: string[];
}

/** Articles to be put into the content. */
export interface AcceptRequest {
  id: number;
  /** By their place in the file; fields differ from those read where a person has changed them. */
  articles: { index: number; fields: FieldValues; asDraft: boolean }[];
  /** What was decided about the tables of a workbook. */
  tables?: TableDecision[];
}

/** An entry of the history. */
export interface Commit {
  id: string;
  title: string;
  /** ISO 8601, UTC. */
  at: string;
  files: string[];
  role?: string;
}

/** How far a publication is. */
export interface Publishing {
  state: 'none' | 'running' | 'done' | 'failed';
  /** What it has said, in order. */
  lines: string[];
  /** Where the site can be looked at, once there is one. */
  address?: string;
  pages?: number;
  seconds?: number;
}
