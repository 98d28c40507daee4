import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isAbandoned, ownName } from '../../build-cache/own-name.ts';
import type { OtherDesk } from '../../domain/desk/api.ts';

const STEM = '.open';
/** Milliseconds between two signs of life. */
const BEAT = 30_000;
/** Milliseconds after the last sign of life of a desk on another machine in which it still counts as open. */
const PATIENCE = 4 * BEAT;

const recordSchema = z.object({ host: z.string(), since: z.iso.datetime() });

/** The desks that are open on a content folder, this one among them, each with a file in the desk's own folder. */
export class OpenDesks {
  readonly #folder: string;
  readonly #name = ownName(STEM);
  readonly #host: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(folder: string, host: string) {
    this.#folder = folder;
    this.#host = host;
    this.#beat = setInterval(() => void this.#touch(), BEAT).unref();
  }

  /** Notes that a desk is open here. Throws file-system errors. */
  static async join(deskFolder: string, since = new Date(), host = hostname()): Promise<OpenDesks> {
    const desks = new OpenDesks(deskFolder, host);
    const record = { host, since: since.toISOString() };
    await writeFile(join(deskFolder, desks.#name), JSON.stringify(record), { flag: 'wx' });
    return desks;
  }

  /**
   * The other desks that are open, the oldest first. Of this machine the system knows which still run; those of other machines give signs of life,
   * whose age is told by the clock of the disk that holds them all.
   */
  async others(): Promise<OtherDesk[]> {
    await this.#touch();
    const now = await timeOf(join(this.#folder, this.#name));
    const found: OtherDesk[] = [];
    for (const name of await readdir(this.#folder)) {
      if (!name.startsWith(`${STEM}-`) || name === this.#name) continue;
      const path = join(this.#folder, name);
      const record = recordOf(await readFile(path, 'utf8').catch(() => ''));
      const isGone =
        record?.host === this.#host
          ? isAbandoned(name, STEM)
          : (now ?? 0) - ((await timeOf(path)) ?? 0) > PATIENCE;
      if (!record || isGone) await rm(path, { force: true });
      else found.push(record);
    }
    return found.sort((one, other) => (one.since < other.since ? -1 : 1));
  }

  async end(): Promise<void> {
    clearInterval(this.#beat);
    await rm(join(this.#folder, this.#name), { force: true });
  }

  async #touch(): Promise<void> {
    const now = new Date();
    await utimes(join(this.#folder, this.#name), now, now).catch(() => undefined);
  }
}

function recordOf(text: string): OtherDesk | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function timeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
