import type { SearchRecord } from '../domain/search/record.ts';
import type { Suggestion } from '../domain/search/suggestions.ts';

/** Names that a reader may begin to type: formulas, titles, document numbers, speakers and topics, each once. */
export function collectSuggestions(records: readonly SearchRecord[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion): void => {
    found.set(`${suggestion.kind} ${suggestion.address}`, suggestion);
  };
  for (const { kind, title, address, documentNumber, speaker, topics } of records) {
    add({ kind: kind === 'formulas' ? 'formula' : 'title', text: title, address });
    if (documentNumber) add({ kind: 'number', text: documentNumber, address });
    if (speaker) add({ kind: 'speaker', text: speaker.name, address: `/speakers/${speaker.id}/` });
    for (const topic of topics) add({ kind: 'topic', text: topic.name, address: `/topics/${topic.id}/` });
  }
  return [...found.values()];
}
