import { isDeepStrictEqual } from 'node:util';
import type { OpenItem } from '../../domain/desk/api.ts';
import type { ComponentsRequest } from '../../domain/desk/write.ts';
import { deskWrite as words } from '../../strings/desk-write.ts';
import { readBlocks } from '../body/read-blocks.ts';
import { SaveConflict, type Desk } from '../desk.ts';
import { FileChanged } from '../files/content-folder.ts';
import { EditError, filePartsOf } from '../items/edit-text.ts';
import { ownFaults } from '../items/own-faults.ts';
import { textOf } from '../items/text-of.ts';

/**
 * Makes a text one that may hold components (`.mdx`), so that a quotation can say where it is from. Its address stays, and so does every byte.
 * Throws EditError where it would read otherwise, FileChanged and SaveConflict.
 */
export async function allowComponents(desk: Desk, { file, digest }: ComponentsRequest): Promise<OpenItem> {
  const state = await desk.content.read(file);
  if (!state) throw new FileChanged(file, undefined);
  const text = textOf(state);
  if (!file.endsWith('.md')) throw new EditError(words.noComponents);
  const renamed = `${file}x`;
  const { body } = filePartsOf(text);
  const [plain, withComponents] = [false, true].map((isMdx) => readBlocks(body, isMdx));
  if (ownFaults(renamed, text).length > 0 || !isDeepStrictEqual(plain, withComponents))
    throw new EditError(words.readsOtherwise);
  if (state.digest !== digest) throw new SaveConflict(file, state, text);
  await desk.content.write(
    [
      { file: renamed, bytes: state.bytes, on: undefined },
      { file, bytes: undefined, on: digest },
    ],
    { title: words.allowedComponents(file) },
  );
  desk.contentChanged();
  return desk.openFile(renamed);
}
