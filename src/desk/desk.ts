import type {
  FieldValues,
  Home,
  OpenItem,
  SaveRequest,
  SettleRequest,
  NewRequest,
  WithdrawAccount,
  WithdrawRequest,
  Commit,
} from '../domain/desk/api.ts';
import { answerTo, unanswered } from '../domain/desk/answer.ts';
import type { Answer } from '../domain/doubts/settled.ts';
import { dueSoon } from '../domain/desk/due.ts';
import { movesOf } from '../domain/desk/moves.ts';
import type { PublishedTo, PublishPlan } from '../domain/desk/publishing.ts';
import type { Found } from '../domain/desk/search-texts.ts';
import { unpublishedOf } from '../domain/desk/unpublished.ts';
import { todayInShanghai } from '../check/today.ts';
import { findKind } from '../new/kinds.ts';
import { newFile } from '../new/new-file.ts';
import type { Doubt } from '../check/doubt.ts';
import { settledSchema } from '../schemas/settled.ts';
import { idOfFile, listItemFiles } from '../source/content-files.ts';
import type { Settings } from '../source/settings.ts';
import { desk } from '../strings/desk.ts';
import { accountOf, alreadySo } from '../withdraw/account.ts';
import { marked, unmarked } from '../withdraw/mark.ts';
import { markOf } from '../withdraw/withdraw.ts';
import { ContentFolder, FileChanged, NotOurs, type FileState } from './files/content-folder.ts';
import { valuesOf } from './fields/set-fields.ts';
import { kindForm } from './forms/kind-form.ts';
import { Inbox } from './inbox/inbox.ts';
import { EditError, editedText, filePartsOf } from './items/edit-text.ts';
import { openItem } from './items/open-item.ts';
import { collectionOf, ownFaults } from './items/own-faults.ts';
import { textOf } from './items/text-of.ts';
import type { PlanGround } from './plans/ground.ts';
import { Preview } from './preview/preview.ts';
import { Publisher } from './publishing/publisher.ts';
import { Reading } from './reading/reading.ts';

/** A change that could not be made because the file had changed meanwhile, with the text that it would have become. */
export class SaveConflict extends FileChanged {
  readonly yours: string;

  constructor(file: string, now: FileState | undefined, yours: string) {
    super(file, now);
    this.yours = yours;
  }
}

const MOST_COMMITS = 200;

/** Everything that the page can ask for, on the content of one folder. Routes only translate. */
export class Desk {
  readonly content: ContentFolder;
  readonly inbox: Inbox;
  readonly publisher: Publisher;
  readonly preview: Preview;
  readonly #reading: Reading;

  private constructor(content: ContentFolder, settings: Settings) {
    this.content = content;
    this.#reading = new Reading(settings);
    this.inbox = new Inbox(content, async () => (await this.#reading.listing()).ground);
    this.publisher = new Publisher(settings, content);
    this.preview = new Preview(settings);
  }

  /** Opens the desk on the content folder of the settings. Throws file-system errors. */
  static async open(settings: Settings): Promise<Desk> {
    const content = await ContentFolder.open(settings.contentDir);
    const opened = new Desk(content, { ...settings, contentDir: content.folder });
    await opened.inbox.restore();
    return opened;
  }

  async end(): Promise<void> {
    this.preview.end();
    this.inbox.end();
    await Promise.all([this.publisher.end(), this.#reading.end(), this.content.end()]);
  }

  /** What needs a person now; `isFresh` has the content looked through for what others did to it. */
  async home(isFresh: boolean): Promise<Home> {
    if (isFresh) this.#reading.refresh();
    const { site, items, shown } = await this.#reading.listing();
    const { faults, doubts, isWhole } = this.#reading.checked();
    const published = await this.publisher.published();
    return {
      site,
      isChecked: isWhole,
      items: items.length,
      faults,
      doubts,
      drafts: items.filter(({ isDraft }) => isDraft),
      unpublished: unpublishedOf(published ?? {}, shown),
      hasPublished: published !== undefined,
      others: await this.content.others(),
      due: dueSoon(this.#reading.knownEvents, todayInShanghai()),
      inbox: this.inbox.list().filter(({ state }) => state !== 'done').length,
    };
  }

  async items() {
    return (await this.#reading.listing()).items;
  }

  /** Where words stand in the texts of everything, drafts too. */
  search(words: string): Promise<Found[]> {
    return this.#reading.search(words);
  }

  /** What plans, schedules and receipts are made of. */
  async planGround(): Promise<PlanGround> {
    return (await this.#reading.listing()).plans;
  }

  /** A file opened for editing. Throws NotOurs where there is none. */
  async openFile(file: string): Promise<OpenItem> {
    const state = await this.content.read(file);
    if (!state) throw new NotOurs(desk.noSuchFile(file));
    const text = textOf(state);
    const form = kindForm(file === 'site.yaml' ? 'site' : collectionOf(file));
    if (!form) throw new NotOurs(desk.notOurs(file));
    const { faults, doubts } = this.#reading.checked();
    const own = ownFaults(file, text);
    const beside = faults.filter(
      (fault) => fault.file === file && own.every(({ reason }) => reason !== fault.reason),
    );
    return openItem(file, text, {
      digest: state.digest,
      form,
      findings: [...own, ...beside, ...unanswered(doubtsIn(file, doubts), answersIn(text))],
      isPublished: Object.hasOwn((await this.publisher.published()) ?? {}, file),
    });
  }

  /** Changes a file. Throws SaveConflict, EditError, UnwritableBlock, NotOurs. */
  async save({ file, digest, fields, blocks, source, role }: SaveRequest): Promise<OpenItem> {
    const state = await this.content.read(file);
    if (!state) throw new FileChanged(file, undefined);
    const isMdx = file.endsWith('.mdx');
    const text = source ?? editedText(textOf(state), { fields, blocks }, isMdx);
    if (state.digest !== digest) throw new SaveConflict(file, state, text);
    await this.#write(file, text, digest, desk.saved(titleIn(text) ?? file), role);
    return this.openFile(file);
  }

  /** Writes into a file why nothing is to be changed where a doubt asks. Throws EditError, SaveConflict. */
  async settle({ file, digest, doubt, because }: SettleRequest): Promise<OpenItem> {
    const state = await this.content.read(file);
    if (!state) throw new FileChanged(file, undefined);
    const words = because.trim();
    if (words === '' || /\p{C}/u.test(words)) throw new EditError(desk.settledBecause);
    const text = textOf(state);
    const answer = answerTo(doubt, doubtsIn(file, this.#reading.checked().doubts), words);
    const settled = [...answersIn(text), { ...answer, on: todayInShanghai() }];
    const changed = editedText(text, { fields: { settled } }, file.endsWith('.mdx'));
    if (state.digest !== digest) throw new SaveConflict(file, state, changed);
    await this.#write(file, changed, digest, desk.settled(titleIn(text) ?? file));
    return this.openFile(file);
  }

  /** Makes an empty item with some fields. Throws EditError where they are at fault, FileChanged where there is one of that name. */
  async make({ collection, id, fields }: NewRequest): Promise<OpenItem> {
    const kind = findKind(collection);
    if (!kind || kind.id !== collection) throw new EditError(desk.noSuchKind);
    const { plain, groups } = partsOfFields(fields);
    const empty = newFile({ kind, id: id === '' ? undefined : id, values: new Map(Object.entries(plain)) });
    if (typeof empty === 'string') throw new EditError(empty);
    const { path } = empty;
    const text = isEmpty(groups) ? empty.text : editedText(empty.text, { fields: groups }, false);
    const made = { path, text };
    const same = (await listItemFiles(this.content.folder, kind.id, kind.format)).find(
      (each) => idOfFile(each) === idOfFile(path),
    );
    if (same !== undefined) throw new EditError(desk.alreadyThere(same));
    await this.#write(path, made.text, undefined, desk.made(titleIn(made.text) ?? path));
    return this.openFile(path);
  }

  /** Removes a file; the history keeps it. Throws FileChanged. */
  async remove(file: string, digest: string): Promise<void> {
    const state = await this.content.read(file);
    const title = (state && titleIn(textOf(state))) ?? file;
    await this.content.write([{ file, bytes: undefined, on: digest }], { title: desk.removed(title) });
    this.#reading.refresh();
  }

  /** What withdrawing an item, or putting it back, means. Throws WithdrawError. */
  async withdrawAccount({ key }: WithdrawRequest): Promise<WithdrawAccount> {
    return { lines: accountOf(await this.#reading.candidate(key)) };
  }

  /** Withdraws an item or puts it back. Throws WithdrawError, EditError. */
  async withdraw({ key, undo = false, reason }: WithdrawRequest): Promise<void> {
    const candidate = await this.#reading.candidate(key);
    const already = alreadySo(candidate, undo);
    if (already !== undefined) throw new EditError(already);
    const { file, title } = candidate;
    const state = await this.content.read(file);
    if (!state) throw new FileChanged(file, undefined);
    const text = undo ? unmarked(textOf(state)) : marked(textOf(state), markOf(todayInShanghai(), reason));
    if (text === undefined) throw new EditError(desk.cannotEditFields);
    await this.#write(file, text, state.digest, undo ? desk.putBack(title) : desk.withdrew(title));
  }

  commits(file: string | undefined): Promise<Commit[]> {
    return this.content.history.list(MOST_COMMITS, file);
  }

  /** Makes the files of a change what they were before it. Throws EditError where there is no such change, or one of them has changed since. */
  async undo(id: string): Promise<void> {
    const [commit] = (await this.commits(undefined)).filter((each) => each.id === id);
    if (!commit) throw new EditError(desk.noSuchCommit);
    const writes = [];
    for (const { file, before, after } of await this.content.history.changesOf(id)) {
      const now = await this.content.read(file);
      const isAsLeft = after === undefined ? now === undefined : now?.bytes.equals(after) === true;
      if (!isAsLeft) throw new EditError(desk.cannotUndo(file));
      writes.push({ file, bytes: before, on: now?.digest });
    }
    await this.content.write(writes, { title: desk.undone(commit.title) });
    this.#reading.refresh();
  }

  /** Begins to publish what the content shows now. */
  publish(): PublishedTo {
    return this.publisher.begin(() => this.#reading.publication());
  }

  /** What publishing will do: what readers will see change, and what moves in the calendars of units. */
  async publishPlan(): Promise<PublishPlan> {
    this.#reading.refresh();
    const [{ shown }, events] = [await this.#reading.listing(), await this.#reading.events()];
    const published = await this.publisher.state();
    const noWayBack = await this.publisher.whyNoWayBack();
    return {
      changes: unpublishedOf(published?.files ?? {}, shown),
      moves: published ? movesOf(published.events, events) : [],
      hasPublished: published !== undefined,
      ...this.publisher.destination(),
      ...(noWayBack !== undefined && { noWayBack }),
    };
  }

  /** Has the content read again, after the inbox has put something into it. */
  contentChanged(): void {
    this.#reading.refresh();
  }

  async #write(
    file: string,
    text: string,
    on: string | undefined,
    title: string,
    role?: string,
  ): Promise<void> {
    await this.content.write([{ file, bytes: Buffer.from(text), on }], { title, role });
    this.#reading.refresh();
  }
}

/** Fields that an empty file has a line for, and those of several lines, which are set in it afterwards. */
function partsOfFields(fields: FieldValues): { plain: FieldValues; groups: FieldValues } {
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  const isPlain = (value: unknown) =>
    typeof value !== 'object' || (Array.isArray(value) && value.every((item) => typeof item !== 'object'));
  return {
    plain: Object.fromEntries(given.filter(([, value]) => isPlain(value))),
    groups: Object.fromEntries(given.filter(([, value]) => !isPlain(value))),
  };
}

function isEmpty(fields: FieldValues): boolean {
  return Object.keys(fields).length === 0;
}

function doubtsIn(file: string, doubts: readonly Doubt[]): Doubt[] {
  return doubts.filter((doubt) => doubt.file === file);
}

/** The answers to doubts that stand in a file; none where its fields are at fault. */
function answersIn(text: string): Answer[] {
  const { data } = settledSchema.safeParse(valuesOf(filePartsOf(text).fields)?.settled);
  return data ?? [];
}

function titleIn(text: string): string | undefined {
  const { title, name } = valuesOf(filePartsOf(text).fields) ?? {};
  return [title, name].find((words) => typeof words === 'string');
}
