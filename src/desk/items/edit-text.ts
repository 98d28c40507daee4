import type { EditedBlock, FieldValues } from '../../domain/desk/api.ts';
import { partsOf } from '../../withdraw/mark.ts';
import { writeBlocks } from '../body/write-blocks.ts';
import { setFields } from '../fields/set-fields.ts';
import { desk } from '../../strings/desk.ts';

/** Thrown where a change cannot be made in a text; the message says in Chinese why, and what to do instead. */
export class EditError extends Error {
  override name = 'EditError';
}

/** A text cut where its fields and its body begin; put together again it is the same. */
export interface FileParts {
  before: string;
  fields: string;
  /** The line that closes the fields of a Markdown file. */
  fence: string;
  body: string;
}

/** Cuts the text of a file. All of a YAML file is fields. */
export function filePartsOf(text: string): FileParts {
  const { before, fields, after } = partsOf(text);
  const fence = /^.*(?:\r?\n|$)/.exec(after)?.[0] ?? '';
  return { before, fields, fence, body: after.slice(fence.length) };
}

/** A text with fields set and its body's blocks as they are to be; every byte that is not about these stays. Throws EditError and UnwritableBlock. */
export function editedText(
  text: string,
  { fields, blocks }: { fields?: FieldValues | undefined; blocks?: readonly EditedBlock[] | undefined },
  isMdx: boolean,
): string {
  const parts = filePartsOf(text);
  const newFields = fields === undefined ? parts.fields : setFields(parts.fields, fields);
  if (newFields === undefined) throw new EditError(desk.cannotEditFields);
  if (blocks !== undefined && parts.fence === '') throw new EditError(desk.noBody);
  const fence =
    parts.fence !== '' && blocks?.length && !parts.fence.endsWith('\n') ? `${parts.fence}\n` : parts.fence;
  const body = blocks === undefined ? parts.body : writeBlocks(parts.body, isMdx, blocks);
  return parts.before + newFields + fence + body;
}
