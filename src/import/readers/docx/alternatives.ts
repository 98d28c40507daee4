import { elementsOf, type XmlElement } from '../xml.ts';
import { looseWords } from './loose-words.ts';

/**
 * The half of a choice (`mc:AlternateContent`, ECMA-376-3, 7.7) that is read: the first one with words; where none of the newer halves has any, the last
 * resort for old programs, `mc:Fallback`, if that has.
 */
export function chosenOf(element: XmlElement): XmlElement | undefined {
  const halves = elementsOf(element);
  const choices = halves.filter(({ name }) => name === 'mc:Choice');
  const fallback = halves.find(({ name }) => name === 'mc:Fallback');
  const hasWords = (half: XmlElement) => looseWords(half).trim() !== '' || isDiagram(half);
  const withWords = choices.find(hasWords);
  if (withWords) return withWords;
  return fallback && hasWords(fallback) ? fallback : (choices[0] ?? fallback);
}

/** The words of a diagram stand in a part of its own. */
function isDiagram(element: XmlElement): boolean {
  return element.name === 'dgm:relIds' || elementsOf(element).some(isDiagram);
}
