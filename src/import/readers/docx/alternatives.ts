import { elementsOf, type XmlElement } from '../xml.ts';
import { looseWords } from './loose-words.ts';

/** Vocabularies that Word has added since 2010, by the prefixes that it always gives them. */
const KNOWN =
  /^(?:w|w1[0-9]\w*|wp|wp14|wps|wpg|wpc|wpi|a|a14|a16\w*|pic|v|o|m|mc|r|c|c1[0-9]|cx\d?|dgm|aink|am3d|oel|sl|ma|mv)$/;

/**
 * The half of a choice (`mc:AlternateContent`, ECMA-376-3, 7.7) that is read: the first one of whose vocabularies all are known and that has words, unless
 * none has; else the last resort, `mc:Fallback`.
 */
export function chosenOf(element: XmlElement): XmlElement | undefined {
  const halves = elementsOf(element);
  const choices = halves.filter(
    ({ name, attributes }) =>
      name === 'mc:Choice' &&
      (attributes.Requires ?? '')
        .trim()
        .split(/\s+/)
        .every((prefix) => prefix === '' || KNOWN.test(prefix)),
  );
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
