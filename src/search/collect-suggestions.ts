import type { FormulaNames } from '../domain/formulas.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import type { Suggestion } from '../domain/search/suggestions.ts';

/**
 * Names that a reader may begin to type: formulas, titles, document numbers, speakers and topics, each once. Records name
 * their own file; `listFile` is that of the page of a list or formula.
 */
export function collectSuggestions(
  records: readonly SearchRecord[],
  formulas: readonly FormulaNames[] = [],
  listFile = '',
): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion): void => {
    found.set(`${suggestion.kind} ${suggestion.address}`, suggestion);
  };
  for (const { id, name } of formulas)
    add({ kind: 'formula', text: name, address: `/formulas/${id}/${listFile}` });
  for (const { title, address, documentNumber, speaker, topics } of records) {
    add({ kind: 'title', text: title, address });
    if (documentNumber) add({ kind: 'number', text: documentNumber, address });
    if (speaker) add({ kind: 'speaker', text: speaker.name, address: `/speakers/${speaker.id}/${listFile}` });
    for (const topic of topics)
      add({ kind: 'topic', text: topic.name, address: `/topics/${topic.id}/${listFile}` });
  }
  return [...found.values()];
}
