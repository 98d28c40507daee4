import { plainText, type CheckedText } from '../../domain/self-check/checked-text.ts';
import { decode } from '../../domain/decode.ts';
import { readDocx } from './read-docx.ts';

/** Reads a chosen file by its content: .docx, or text in any Chinese encoding. Nothing leaves the device. Throws for anything else. */
export async function readChosenFile(file: File): Promise<CheckedText> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readDocx(bytes, file.name) : plainText(decode(bytes).text, file.name);
}
