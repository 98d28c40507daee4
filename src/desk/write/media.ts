import { extname } from 'node:path';
import { readMedia } from '../../check/media.ts';
import { MOST_MEDIA, type PlacedFile } from '../../domain/desk/write.ts';
import { mediaPath } from '../../markdown/addresses.ts';
import { endingFor, endingOf, isAttachment, nameOfKind } from '../../media/kinds.ts';
import { outgoing } from '../../media/outgoing.ts';
import { MediaTrouble } from '../../media/stripped.ts';
import { listFiles, MEDIA_FOLDER } from '../../source/content-files.ts';
import { deskWrite as words } from '../../strings/desk-write.ts';
import type { Desk } from '../desk.ts';
import { digestOf } from '../files/content-folder.ts';
import { EditError } from '../items/edit-text.ts';

const LONGEST_NAME = 60;

/** Puts a picture or an attachment into `media/`, under a name that every disk and address takes; one that is there already is not put there twice. Throws EditError. */
export async function placeMedia(desk: Desk, name: string, bytes: Uint8Array): Promise<PlacedFile> {
  if (bytes.length > MOST_MEDIA) throw new EditError(words.mediaTooLarge(MOST_MEDIA / 1024 / 1024));
  const safe = safeName(name, bytes);
  requireSound(safe, bytes);
  const there = new Set(
    (await listFiles(desk.content.folder, MEDIA_FOLDER, [])).map((file) => file.toLowerCase()),
  );
  const ending = extname(safe);
  const stem = safe.slice(0, safe.length - ending.length);
  for (let count = 1; ; count += 1) {
    const file = `${MEDIA_FOLDER}/${count === 1 ? stem : `${stem}-${count}`}${ending}`;
    const placed = { src: `../${file}`, isPicture: !isAttachment(file) };
    const now = await desk.content.read(file);
    if (now?.digest === digestOf(bytes)) return placed;
    if (now || there.has(file.toLowerCase())) continue;
    await desk.content.write([{ file, bytes, on: undefined }], { title: words.mediaPlaced(file) });
    desk.contentChanged();
    return placed;
  }
}

/** A picture that a text names, as it will go out; `undefined` where there is none that may be shown. */
export async function shownPicture(
  desk: Desk,
  src: string,
): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  const file = mediaPath(src);
  const ending = endingOf(file);
  const type = ending && TYPES[ending];
  if (!type || file.split('/').some((part) => part.startsWith('.'))) return undefined;
  const read = await readMedia(desk.content.folder, file);
  return 'refusal' in read ? undefined : { bytes: read.bytes, type };
}

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** Letters, Chinese, digits and hyphens, with the ending that says what the file is. */
function safeName(name: string, bytes: Uint8Array): string {
  const plain = name.normalize('NFKC').split(/[\\/]/).at(-1) ?? '';
  const written = endingOf(plain);
  const ending = written ?? endingFor(nameOfKind(bytes) ?? '') ?? extname(plain).toLowerCase();
  const stem = (/\.[^.]+$/.test(plain) ? plain.replace(/\.[^.]+$/, '') : plain)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return (Array.from(stem).slice(0, LONGEST_NAME).join('') || 'file') + ending;
}

function requireSound(name: string, bytes: Uint8Array): void {
  try {
    outgoing(name, bytes);
  } catch (error) {
    if (!(error instanceof MediaTrouble)) throw error;
    throw new EditError(`${error.message} — ${error.remedy}`);
  }
}
