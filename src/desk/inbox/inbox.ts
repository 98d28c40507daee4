import { join } from 'node:path';
import type { AcceptRequest, InboxArticle, InboxItem, RereadRequest } from '../../domain/desk/api.ts';
import { Importer } from '../../import/importer.ts';
import type { JobResult } from '../../import/import-job.ts';
import type { NewDraft } from '../../import/draft.ts';
import { LibraryFolder } from '../../import/library-folder.ts';
import { RULES, STEPS } from '../../import/rules/all-rules.ts';
import { placeTables } from '../../import/tables/import-workbook.ts';
import { reportWorkbook } from '../../import/tables/report-workbook.ts';
import type { LibraryKind } from '../../schemas/collections.ts';
import { formatFault } from '../../source/fault.ts';
import { desk } from '../../strings/desk.ts';
import { DESK_FOLDER, type ContentFolder } from '../files/content-folder.ts';
import { valuesOf } from '../fields/set-fields.ts';
import { EditError, editedText, filePartsOf } from '../items/edit-text.ts';
import { ownFaults } from '../items/own-faults.ts';
import { forgetFile, keepFile, keptFiles, noteFile, type KeptFile } from './kept-files.ts';
import { inboxTable, placeWorkbook } from './place-workbook.ts';
import type { ImportGround } from '../reading/snapshot.ts';

/** A file that was brought in, with what the import made of it. */
interface Held {
  item: InboxItem;
  kept: KeptFile;
  kind: LibraryKind | undefined;
  result?: Exclude<JobResult, { refusal: string }>;
}

const FOLDER = 'inbox';
/** Bytes of all files that wait. */
const MOST_BYTES = 500_000_000;

/** Files that were brought in and wait for a person, also over an end of the desk; they are read one after the other. */
export class Inbox {
  readonly #content: ContentFolder;
  readonly #ground: () => Promise<ImportGround>;
  readonly #mostBytes: number;
  readonly #held = new Map<number, Held>();
  #turn: Promise<unknown> = Promise.resolve();
  #last = 0;

  constructor(content: ContentFolder, ground: () => Promise<ImportGround>, mostBytes = MOST_BYTES) {
    this.#content = content;
    this.#ground = ground;
    this.#mostBytes = mostBytes;
  }

  list(): InboxItem[] {
    return [...this.#held.values()].map(({ item }) => item);
  }

  /** Takes back what waited when the desk was closed, unless another desk is open, whose files they may be. */
  async restore(): Promise<void> {
    if ((await this.#content.others()).length > 0) return;
    for (const kept of await keptFiles(this.#folder)) this.#hold(kept);
  }

  /** Takes a file in; it is read when its turn comes. Throws EditError where too much waits already, and file-system errors. */
  async add(name: string, bytes: Uint8Array): Promise<InboxItem> {
    const waiting = [...this.#held.values()].filter(({ item }) => item.state !== 'done');
    const sum = waiting.reduce((before, { kept }) => before + kept.bytes, bytes.byteLength);
    if (sum > this.#mostBytes) throw new EditError(desk.inboxFull(this.#mostBytes / 1e6));
    return this.#hold(await keepFile(this.#folder, name, bytes));
  }

  get #folder(): string {
    return join(this.#content.folder, DESK_FOLDER, FOLDER);
  }

  #hold(kept: KeptFile): InboxItem {
    this.#last += 1;
    const item: InboxItem = {
      id: this.#last,
      name: kept.name,
      state: 'waiting',
      articles: [],
      asked: [],
      trace: [],
      rules: [],
      without: kept.without,
    };
    const held: Held = { item, kept, kind: kept.kind as LibraryKind | undefined };
    this.#held.set(item.id, held);
    this.#readInTurn(held);
    return item;
  }

  /** Reads a file anew, as another kind or without some rules. Throws EditError where it is not there. */
  async reread({ id, kind, without }: RereadRequest): Promise<InboxItem> {
    const held = this.#heldAs(id);
    const known = [...RULES, ...STEPS].map(({ name }) => name as string);
    held.item.without = without.filter((name) => known.includes(name));
    if (kind !== undefined) held.kind = kind as LibraryKind;
    held.item.state = 'waiting';
    await noteFile({ ...held.kept, kind: held.kind, without: held.item.without });
    this.#readInTurn(held);
    return held.item;
  }

  /**
   * Puts articles of a file into the content, with the fields that a person has decided on; all of a workbook's tables at once. Throws EditError where
   * the fields are at fault, and nothing of that file is written.
   */
  async accept({ id, articles, tables = [] }: AcceptRequest): Promise<InboxItem> {
    const held = this.#heldAs(id);
    const { item, result } = held;
    if (!result) throw new EditError(desk.noSuchInboxItem);
    if ('workbook' in result) {
      await placeWorkbook(this.#content, item.name, result.workbook.tables, tables);
      return this.#done(held);
    }
    const files = await this.#placeDrafts(held, articles);
    await this.#content.keepNew(files, { title: desk.imported(item.name) });
    return item.articles.every(({ file }) => file !== undefined) ? this.#done(held) : item;
  }

  /** A file all of which is in the content need not be kept any more. */
  async #done({ item, kept }: Held): Promise<InboxItem> {
    item.state = 'done';
    await forgetFile(kept);
    return item;
  }

  /** Forgets a file. What was put into the content stays there. */
  async drop(id: number): Promise<void> {
    const held = this.#held.get(id);
    this.#held.delete(id);
    if (held) await forgetFile(held.kept);
  }

  /** What waits is kept for the next desk. */
  end(): void {
    this.#held.clear();
  }

  #heldAs(id: number): Held {
    const held = this.#held.get(id);
    if (!held) throw new EditError(desk.noSuchInboxItem);
    return held;
  }

  #readInTurn(held: Held): void {
    this.#turn = this.#turn
      .then(() => this.#read(held))
      .catch((error: Error) => {
        Object.assign(held.item, { state: 'refused', refused: error.message });
      });
  }

  async #read(held: Held): Promise<void> {
    const { item } = held;
    if (!this.#held.has(item.id)) return;
    item.state = 'reading';
    const ground = await this.#ground();
    const importer = new Importer({
      ...ground,
      rules: RULES.map(({ name }) => name).filter((name) => !item.without.includes(name)),
      withoutSteps: STEPS.map(({ name }) => name).filter((name) => item.without.includes(name)),
      kind: held.kind,
      encoding: undefined,
      another: false,
      wantsPage: false,
      wantsCard: true,
    });
    const result = await importer.import(held.kept.path).finally(() => importer.end());
    if ('refusal' in result) {
      Object.assign(item, { state: 'refused', refused: result.refusal });
      return;
    }
    held.result = result;
    if ('workbook' in result) {
      const placed = await placeTables(result.workbook.tables, this.#content.folder, true);
      item.report = reportWorkbook(item.name, result.workbook, placed, true);
      item.tables = result.workbook.tables.map((table) => inboxTable(table, ground));
    } else {
      const { card, drafts } = result;
      item.articles = drafts.map(({ draft }, index) => articleOf(draft, card?.articles[index]));
      item.asked = card?.asked ?? [];
      item.trace = card?.trace ?? [];
      item.rules = card?.rules ?? [];
    }
    item.state = 'read';
  }

  async #placeDrafts({ item, result }: Held, articles: AcceptRequest['articles']): Promise<string[]> {
    const drafts = result && 'drafts' in result ? result.drafts : [];
    const wanted = articles.map(({ index, fields, asDraft }) => {
      const made = drafts[index];
      const article = item.articles[index];
      if (!made || !article) throw new EditError(desk.noSuchInboxItem);
      if (article.file !== undefined) throw new EditError(desk.acceptedAlready);
      return { article, originKey: made.originKey, draft: decided(made.draft, fields, asDraft) };
    });
    const library = await LibraryFolder.open(this.#content.folder, false);
    const files: string[] = [];
    for (const { article, draft, originKey } of wanted) {
      const { file, outcome } = await library.place(draft, originKey);
      article.file = file;
      if (outcome === 'new') files.push(file);
    }
    return files;
  }
}

/** A draft with the fields that a person has decided on. Throws EditError where they are at fault. */
function decided(draft: NewDraft, fields: InboxArticle['fields'], asDraft: boolean): NewDraft {
  const text = editedText(draft.text, { fields: { ...fields, draft: asDraft ? true : null } }, false);
  const [fault] = ownFaults(`${draft.kind}/draft.md`, text);
  if (fault) throw new EditError(formatFault(fault).replace(/^\S+ /, ''));
  const title = typeof fields.title === 'string' ? fields.title : draft.title;
  return { ...draft, title, text };
}

function articleOf(
  { kind, title, text }: NewDraft,
  card:
    | {
        findings: {
          field: string;
          name: string;
          value: string;
          evidence: string;
          confidence: '高' | '中' | '低';
        }[];
        doubts: string[];
      }
    | undefined,
): InboxArticle {
  const fields = { ...valuesOf(filePartsOf(text).fields) };
  // Decided by how it is accepted.
  delete fields.draft;
  return {
    kind,
    title,
    fields,
    read: (card?.findings ?? []).map(({ field, name, value, evidence, confidence }) => ({
      field,
      label: name,
      shown: value,
      evidence,
      confidence,
    })),
    doubts: card?.doubts ?? [],
  };
}
