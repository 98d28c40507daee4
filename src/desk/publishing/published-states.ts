import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PublishedState } from '../../domain/desk/publishing.ts';
import { DESK_FOLDER } from '../files/content-folder.ts';
import { replaceOnDisk } from '../files/write-to-disk.ts';

const RECORD = 'published.json';

const stateSchema = z.object({
  files: z.record(z.string(), z.object({ digest: z.string(), title: z.string() })),
  events: z.array(
    z.object({
      uid: z.string(),
      unit: z.string(),
      title: z.string(),
      day: z.string(),
      time: z.string().optional(),
    }),
  ),
  /** What the served folder calls it. */
  generation: z.string().optional(),
});

const statesSchema = z.object({ now: stateSchema.optional(), before: stateSchema.optional() });
type States = z.output<typeof statesSchema>;

/** What the site that was published last was made of, and the one before, as the desk remembers it beside its history. */
export class PublishedStates {
  readonly #file: string;

  constructor(contentDir: string) {
    this.#file = join(contentDir, DESK_FOLDER, RECORD);
  }

  /** The one that readers see now; `undefined` where the desk does not know. */
  async now(): Promise<PublishedState | undefined> {
    return (await this.#read()).now;
  }

  /** Remembers what has been published, and which generation of a served folder it is. Throws file-system errors. */
  async publish(state: PublishedState, generation: string | undefined): Promise<void> {
    const { now, before } = await this.#read();
    const isSame = now !== undefined && generation !== undefined && now.generation === generation;
    await this.#write({
      now: { ...state, ...(generation !== undefined && { generation }) },
      before: isSame ? before : now,
    });
  }

  /** Knows after a return to this generation what it was made of, where the desk has published it. Throws file-system errors. */
  async goBack(generation: string | undefined): Promise<void> {
    const { before } = await this.#read();
    const isKnown = before?.generation !== undefined && before.generation === generation;
    await this.#write(isKnown ? { now: before } : {});
  }

  async #read(): Promise<States> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    try {
      return statesSchema.safeParse(JSON.parse(text)).data ?? {};
    } catch {
      return {};
    }
  }

  async #write(states: States): Promise<void> {
    await replaceOnDisk(this.#file, Buffer.from(JSON.stringify(states)));
  }
}
