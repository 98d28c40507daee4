/** Far more than any folder that somebody drops on purpose. */
const MOST_FILES = 2000;
const DEEPEST = 40;

/** Files of the disk's and of office programs' own, which nobody means to bring in. */
const OWN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** The files that were dropped, those in folders and their folders too, in the order of their names. Entries have to be taken while the event lasts. */
export async function droppedFiles(data: DataTransfer | null): Promise<File[]> {
  const entries = [...(data?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return [...(data?.files ?? [])];
  const found: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, found, 0);
  return found;
}

/** The files of a chosen folder that somebody may mean to bring in. */
export function wantedFiles(files: Iterable<File>): File[] {
  return [...files].filter(({ name }) => !OWN.test(name)).slice(0, MOST_FILES);
}

async function collect(entry: FileSystemEntry, found: File[], depth: number): Promise<void> {
  if (OWN.test(entry.name) || found.length >= MOST_FILES || depth > DEEPEST) return;
  if (isFile(entry)) found.push(await new Promise<File>((settle, fail) => entry.file(settle, fail)));
  if (isFolder(entry)) for (const inner of await entriesIn(entry)) await collect(inner, found, depth + 1);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives some at a time, and none when it has no more. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((settle, fail) => reader.readEntries(settle, fail));
    if (some.length === 0) return all.sort((one, other) => one.name.localeCompare(other.name, 'zh-Hans'));
    all.push(...some);
  }
}
