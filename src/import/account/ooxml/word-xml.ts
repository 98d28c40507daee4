import type { Counted } from '../counted.ts';
import { CountedNumbers } from './list-numbers.ts';
import { storyWords } from './story.ts';

/** Counts the words of an XML document of Word 2003, which holds styles, lists, headers and body in one text. */
export function countWordXml(xml: string): Counted {
  return { words: storyWords(xml, '正文', new CountedNumbers(xml, xml)) };
}
