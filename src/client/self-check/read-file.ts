import { SELF_CHECK_BUDGET } from '../../domain/budgets.ts';
import { decode } from '../../domain/decode.ts';
import { plainText, type CheckedText } from '../../domain/self-check/checked-text.ts';
import { readDocx } from './read-docx.ts';

/** Thrown for a text that is more than any call asks for; `what` of it is too much. */
export class TextTooLong extends Error {
  override name = 'TextTooLong';
}

/** Reads a chosen file by its content: .docx, or text in any Chinese encoding. Nothing leaves the device. Throws for anything else, TextTooLong for too much. */
export async function readChosenFile(file: File): Promise<CheckedText> {
  if (file.size > SELF_CHECK_BUDGET.fileBytes) throw new TextTooLong();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? withinBudget(readDocx(bytes, file.name)) : readPlain(decode(bytes).text, file.name);
}

/** A text of lines. Throws TextTooLong. */
export function readPlain(text: string, fileName?: string): CheckedText {
  if (text.length > SELF_CHECK_BUDGET.characters) throw new TextTooLong();
  return withinBudget(plainText(text, fileName));
}

function withinBudget(text: CheckedText): CheckedText {
  const { paragraphs, footnotes } = text;
  const characters = [...paragraphs.map((paragraph) => paragraph.text), ...footnotes].reduce(
    (sum, words) => sum + words.length,
    0,
  );
  const isTooLong =
    characters > SELF_CHECK_BUDGET.characters || paragraphs.length > SELF_CHECK_BUDGET.paragraphs;
  if (isTooLong) throw new TextTooLong();
  return text;
}
