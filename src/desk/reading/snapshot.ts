import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildCache } from '../../build-cache/build-cache.ts';
import { checkContent } from '../../check/check-content.ts';
import type { Doubt } from '../../check/doubt.ts';
import { reportOf } from '../../check/report.ts';
import { todayInShanghai } from '../../check/today.ts';
import type { Finding, ItemCard } from '../../domain/desk/api.ts';
import type { DatedEvent, PublishedState } from '../../domain/desk/publishing.ts';
import { searchTexts, type Found } from '../../domain/desk/search-texts.ts';
import type { ShownFiles } from '../../domain/desk/unpublished.ts';
import { whyHidden, type Shownness, type Visibility } from '../../domain/visibility.ts';
import { groundOf } from '../../import/run-import.ts';
import { eventsOfUnits, recordUpdates, type EventsOfUnit } from '../../publish/record/publication.ts';
import { idOfFile } from '../../source/content-files.ts';
import { readContent, type Content, type EarlierReading, type Item } from '../../source/read-content.ts';
import { readBytes } from '../../source/read-bytes.ts';
import { readTextFile, type ReadText } from '../../source/read-text-file.ts';
import type { Settings } from '../../source/settings.ts';
import { candidateOf, type Candidate } from '../../withdraw/withdraw.ts';
import { groundOfPlans, type PlanGround } from '../plans/ground.ts';
import { openKnownFields } from './known-fields.ts';

/** What is held against the files that are brought in. */
export type ImportGround = Awaited<ReturnType<typeof groundOf>>;

/** What a content folder holds, as plain data. */
export interface Listing {
  site: string;
  items: ItemCard[];
  shown: ShownFiles;
  ground: ImportGround;
  plans: PlanGround;
}

/** What is the matter with it. */
export interface Checked {
  faults: Finding[];
  doubts: Doubt[];
}

/** What publishing the content would publish, all of one reading. */
export interface Publication extends PublishedState {
  /** What stops it. */
  faults: Finding[];
  /** The records of publication that go with it, each with the digest of the file that it replaces. */
  records: { file: string; text: string; on: string | undefined }[];
}

/** What a reader can be asked, and what it answers. */
export type Question =
  | { what: 'listing' }
  | { what: 'checked' }
  | { what: 'events' }
  | { what: 'publication' }
  | { what: 'search'; words: string }
  | { what: 'candidate'; key: string };

export interface Answers {
  listing: Listing;
  checked: Checked;
  events: DatedEvent[];
  publication: Publication;
  search: Found[];
  candidate: Candidate;
}

/** What the desk writes at every publication, and readers never see. */
const RECORDS = 'published';

/** Reads a content folder again and again: what has not changed since the last time is not parsed anew. */
export class SnapshotReader {
  readonly #settings: Settings;
  readonly #texts = new Map<string, { looks: string; read: ReadText }>();
  readonly #fields: Promise<BuildCache<object>>;
  #isSaved = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#fields = openKnownFields(settings);
  }

  /** Throws WithdrawError for an item that cannot be withdrawn. */
  answer(question: Question): Promise<Answers[Question['what']]> {
    switch (question.what) {
      case 'listing':
        return this.list();
      case 'checked':
        return this.check();
      case 'events':
        return this.events();
      case 'publication':
        return this.publication();
      case 'search':
        return this.search(question.words);
      default:
        return this.candidate(question.key);
    }
  }

  /** An item that may be withdrawn, with everything that names it. Throws WithdrawError. */
  async candidate(key: string): Promise<Candidate> {
    return candidateOf(key, await readContent(this.#settings.contentDir, await this.#earlier()));
  }

  /** What the folder holds now. */
  async list(): Promise<Listing> {
    const content = await readContent(this.#settings.contentDir, await this.#earlier());
    await this.#saveFields();
    return {
      site: content.site.name,
      items: [...cardsOf(content), ...faultyCards(content)],
      shown: await this.#shownFiles(content),
      ground: await groundOf(content, this.#settings.contentDir),
      plans: groundOfPlans(content),
    };
  }

  /** The files in whose texts words stand now, fields and drafts included. */
  async search(words: string): Promise<Found[]> {
    const content = await readContent(this.#settings.contentDir, await this.#earlier());
    const files = [...cardsOf(content), ...faultyCards(content)].map(({ file }) => file);
    const texts = files.map((file): [string, string] => [file, this.#texts.get(file)?.read.text ?? '']);
    return searchTexts(texts, words);
  }

  /** What is the matter with it now. */
  async check(): Promise<Checked> {
    const { faults, doubts } = reportOf(await this.#checked());
    return { faults, doubts };
  }

  /** The sittings and deadlines of its units. */
  async events(): Promise<DatedEvent[]> {
    const content = await readContent(this.#settings.contentDir, await this.#earlier());
    return datedEvents(eventsOfUnits(content, this.#settings));
  }

  /** What publishing would publish now; nothing but faults where there are some. */
  async publication(): Promise<Publication> {
    const checked = await this.#checked();
    const { faults } = reportOf(checked);
    if (faults.length > 0) return { faults, files: {}, events: [], records: [] };
    const { content } = checked;
    const units = eventsOfUnits(content, this.#settings);
    const records = [];
    for (const { file, text } of recordUpdates(content, units, todayInShanghai())) {
      const isThere = content.items.published.some((item) => item.file === file);
      records.push({ file, text, on: isThere ? await this.#digestOf(file) : undefined });
    }
    return { faults, files: await this.#shownFiles(content), events: datedEvents(units), records };
  }

  async #checked() {
    const options = { visibility: this.#settings, address: this.#settings, ...(await this.#earlier()) };
    return checkContent(this.#settings.contentDir, options);
  }

  /** Once is enough: what is edited later is little. */
  async #saveFields(): Promise<void> {
    if (this.#isSaved) return;
    this.#isSaved = true;
    await (await this.#fields).save();
  }

  async #earlier(): Promise<EarlierReading> {
    return {
      fields: await this.#fields,
      readText: async (contentDir: string, file: string) => {
        const looks = await looksOf(join(contentDir, file));
        const known = this.#texts.get(file);
        if (known && looks !== undefined && known.looks === looks) return known.read;
        const read = await readTextFile(contentDir, file);
        if (looks !== undefined) this.#texts.set(file, { looks, read });
        return read;
      },
    };
  }

  async #shownFiles(content: Content): Promise<ShownFiles> {
    const shown: Record<string, { digest: string; title: string }> = {};
    for (const item of Object.values(content.items).flat() as Item[]) {
      if (item.collection === RECORDS || !isShown(item, this.#settings)) continue;
      shown[item.file] = { digest: await this.#digestOf(item.file), title: titleOf(item) };
    }
    return shown;
  }

  async #digestOf(file: string): Promise<string> {
    const text = this.#texts.get(file)?.read.text;
    const bytes = text ?? (await readBytes(this.#settings.contentDir, file)).bytes ?? '';
    return createHash('sha256').update(bytes).digest('hex');
  }
}

/** How a file looks from outside; a file that was put back has its earlier time of change, so that the time of the disk is looked at, too. */
async function looksOf(path: string): Promise<string | undefined> {
  const about = await stat(path).catch(() => undefined);
  return about && `${about.size} ${about.mtimeMs} ${about.ctimeMs} ${about.ino}`;
}

function datedEvents(units: readonly EventsOfUnit[]): DatedEvent[] {
  return units.flatMap(({ name, events }) =>
    events.map(({ uid, title, day, time }) => ({
      uid,
      unit: name,
      title,
      day,
      ...(time && { time: time.from }),
    })),
  );
}

function isShown({ fields }: Item, visibility: Visibility): boolean {
  const { access = 'public', draft = false, withdrawn } = fields as Partial<Shownness>;
  return whyHidden({ access, draft, withdrawn }, visibility) === undefined;
}

function titleOf({ fields, id }: Item): string {
  const { title, name } = fields as { title?: string; name?: string };
  return title ?? name ?? id;
}

function cardsOf({ items }: Content): ItemCard[] {
  return (Object.values(items).flat() as Item[]).map((item) => {
    const { date, draft, access, withdrawn } = item.fields as Partial<Shownness> & { date?: string };
    return {
      collection: item.collection,
      id: item.id,
      file: item.file,
      title: titleOf(item),
      ...(date === undefined ? {} : { date }),
      isDraft: draft === true,
      isInternal: access === 'internal',
      isWithdrawn: withdrawn !== undefined,
      isFaulty: false,
    };
  });
}

/** Files at fault are items, too: somebody has to mend them. */
function faultyCards({ faulty, faults }: Content): ItemCard[] {
  return faulty.flatMap(({ collection, id, names }) => {
    const file = faults.find(
      (fault) => fault.file.startsWith(`${collection}/`) && idOfFile(fault.file) === id,
    )?.file;
    const state = { isDraft: false, isInternal: false, isWithdrawn: false, isFaulty: true };
    return file === undefined ? [] : [{ collection, id, file, title: names[0] ?? id, ...state }];
  });
}
