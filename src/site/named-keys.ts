import { HIDEABLE } from '../domain/visibility.ts';
import { itemKey, mayHideNames } from '../markdown/addresses.ts';
import type { BodySurvey } from '../markdown/body.ts';

const NAMED = new RegExp(
  `\\b(${HIDEABLE.join('|')})/([a-z0-9-]+)|<Formula\\s[^>]*?name=["']([a-z0-9-]+)`,
  'g',
);

/**
 * The keys of the items that a body names, each once: entries, other items that may be hidden, and the formulas that it lists. Most bodies
 * tell by their mere text; one whose text may hide an address is parsed (`survey`).
 */
export function namedKeys(body: string, survey: () => BodySurvey): string[] {
  const plain = Array.from(body.matchAll(NAMED), ([, collection = '', id = '', formula]) =>
    formula === undefined ? `${collection}/${id}` : `formulas/${formula}`,
  );
  return [...new Set(mayHideNames(body) ? [...plain, ...keysIn(survey())] : plain)];
}

function keysIn({ references, listings }: BodySurvey): string[] {
  return [
    ...references.flatMap(({ target }) => itemKey(target) ?? []),
    ...listings.map(({ formula }) => `formulas/${formula}`),
  ];
}
