import { isUtf8 } from 'node:buffer';
import type { FileState } from '../files/content-folder.ts';
import { NotOurs } from '../files/content-folder.ts';
import { desk } from '../../strings/desk.ts';

/** The text of a file, byte for byte. Throws NotOurs where it is none. */
export function textOf({ bytes }: FileState): string {
  if (!isUtf8(bytes)) throw new NotOurs(desk.notText);
  return bytes.toString('utf8');
}
