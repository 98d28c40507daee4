import type { Settings } from '../../source/settings.ts';
import type { Candidate } from '../../withdraw/withdraw.ts';
import { Newest } from './newest.ts';
import { ReadingThread } from './reading-thread.ts';
import type { Found } from '../../domain/desk/search-texts.ts';
import type { DatedEvent } from '../../domain/desk/publishing.ts';
import type { Checked, Listing, Publication } from './snapshot.ts';

/**
 * What the desk knows of the content: always the newest that has been read. What it holds is read in one thread and what is the matter with it in
 * another, since of a large library the second takes ten times as long and nobody is to wait for it.
 */
export class Reading {
  readonly #lister: ReadingThread;
  readonly #checker: ReadingThread;
  readonly #listing: Newest<Listing>;
  readonly #checked: Newest<Checked>;
  readonly #events: Newest<DatedEvent[]>;

  constructor(settings: Settings) {
    this.#lister = new ReadingThread(settings);
    this.#checker = new ReadingThread(settings);
    this.#listing = new Newest(() => this.#lister.ask({ what: 'listing' }));
    this.#checked = new Newest(() => this.#checker.ask({ what: 'checked' }));
    this.#events = new Newest(() => this.#checker.ask({ what: 'events' }));
    // The first check would take the processor from the first list, for which somebody waits.
    const check = () => {
      this.#events.refresh();
      this.#checked.refresh();
    };
    this.#listing.current().then(check, check);
  }

  /** Has the content read once more; changes while it is read are read in another round. */
  refresh(): void {
    this.#listing.refresh();
    if (!this.#listing.known) return;
    this.#events.refresh();
    this.#checked.refresh();
  }

  /** What the content holds, everything that was asked for before this call included. */
  listing(): Promise<Listing> {
    return this.#listing.current();
  }

  /** What is known of faults and doubts. */
  checked(): Checked & { isWhole: boolean } {
    const { faults, doubts } = this.#checked.known ?? { faults: [], doubts: [] };
    return { faults, doubts, isWhole: this.#checked.isNewest };
  }

  /** The sittings and deadlines of units, everything that was asked for before this call included. */
  events(): Promise<DatedEvent[]> {
    return this.#events.current();
  }

  /** The same as far as it has been read, however old. */
  get knownEvents(): DatedEvent[] {
    return this.#events.known ?? [];
  }

  /** What publishing would publish, as the files are now. */
  publication(): Promise<Publication> {
    return this.#checker.ask({ what: 'publication' });
  }

  /** Where words stand in the texts, as the files are now. */
  search(words: string): Promise<Found[]> {
    return this.#lister.ask({ what: 'search', words });
  }

  /** An item that may be withdrawn, as the files are now. Throws WithdrawError. */
  candidate(key: string): Promise<Candidate> {
    return this.#lister.ask({ what: 'candidate', key });
  }

  async end(): Promise<void> {
    await Promise.all([this.#lister.end(), this.#checker.end()]);
  }
}
