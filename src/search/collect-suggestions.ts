import type { SearchRecord } from '../domain/search/record.ts';
import type { Suggestion } from '../domain/search/suggestions.ts';

/** Names that a reader may begin to type: formulas, titles, document numbers, speakers and topics, each once. Records name their own file; `listFile` is that of a list's page. */
export function collectSuggestions(records: readonly SearchRecord[], listFile = ''): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion): void => {
    found.set(`${suggestion.kind} ${suggestion.address}`, suggestion);
  };
  for (const { kind, title, address, documentNumber, speaker, topics } of records) {
    add({ kind: kind === 'formulas' ? 'formula' : 'title', text: title, address });
    if (documentNumber) add({ kind: 'number', text: documentNumber, address });
    if (speaker) add({ kind: 'speaker', text: speaker.name, address: `/speakers/${speaker.id}/${listFile}` });
    for (const topic of topics)
      add({ kind: 'topic', text: topic.name, address: `/topics/${topic.id}/${listFile}` });
  }
  return [...found.values()];
}
