import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';

/** A report page that grows while files are imported and takes its name only when it is whole. */
export class ReportFile {
  readonly #path: string;
  readonly #file: FileHandle;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Begins a report; `present` where a file of that name exists, which is never overwritten. */
  static async create(path: string): Promise<ReportFile | 'present'> {
    const exists = await stat(path).then(
      () => true,
      () => false,
    );
    if (exists) return 'present';
    return new ReportFile(path, await open(`${path}.part`, 'w'));
  }

  async write(html: string): Promise<void> {
    await this.#file.write(html);
  }

  /** Gives the report its name. */
  async close(): Promise<void> {
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
  }

  /** Takes the unfinished report away. */
  async discard(): Promise<void> {
    await this.#file.close();
    await rm(`${this.#path}.part`, { force: true });
  }
}
