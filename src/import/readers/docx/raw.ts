import { tokensOf } from '../xml.ts';

/** The parts of a Word file's body, in the order of the file. */
export const BODY = '正文';
export const TEXT_BOXES = '文本框';

/**
 * The words of a WordprocessingML file by a second way: a walk over its tags that knows nothing of paragraphs, fields or lists. Words in
 * text boxes stand apart; the copy of a text box that old programs read (`mc:Fallback`) is left aside.
 */
export function rawWords(xml: string): { body: string; boxes: string } {
  const found = { body: '', boxes: '' };
  let [text, box, fallback] = [0, 0, 0];
  for (const { open, close, text: words } of tokensOf(xml)) {
    const name = open ?? close;
    const step = open === undefined ? -1 : 1;
    if (name === 'w:t' || name === 'm:t') text += step;
    else if (name === 'w:txbxContent') box += step;
    else if (name === 'mc:Fallback') fallback += step;
    else if (words !== undefined && text > 0 && fallback === 0) found[box > 0 ? 'boxes' : 'body'] += words;
  }
  return found;
}
