const BLOCK = 512;

/** One regular file of a tar archive: its path inside the archive and its bytes. */
export interface TarFile {
  name: string;
  data: Buffer;
  /** Whether its owner may run it. */
  isProgram: boolean;
}

/**
 * The regular files of an uncompressed ustar archive; folders are left out.
 * Throws a RangeError on any other kind of entry (links, long names), rather than unpacking half of it.
 */
export function readTar(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  let offset = 0;
  while (offset + BLOCK <= archive.length && archive[offset] !== 0) {
    const folder = text(archive, offset + 345, 155);
    const name = `${folder === '' ? '' : `${folder}/`}${text(archive, offset, 100)}`;
    const mode = Number.parseInt(text(archive, offset + 100, 8), 8);
    const size = Number.parseInt(text(archive, offset + 124, 12), 8);
    const kind = text(archive, offset + 156, 1);
    const start = offset + BLOCK;
    if (kind === '' || kind === '0') {
      const data = archive.subarray(start, start + size);
      files.push({ name, data, isProgram: (mode & 0o100) !== 0 });
    } else if (kind !== '5') throw new RangeError(`unsupported tar entry of type ${kind}: ${name}`);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(archive: Buffer, start: number, length: number): string {
  const field = archive.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end).trim();
}
