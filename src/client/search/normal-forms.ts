import { hasUncommonHan } from '../../domain/search/gb2312.ts';
import { createNormalForm, type NormalForm, type Normalise } from '../../domain/search/normal-form.ts';

/** Normal forms in the browser, where the table of Traditional characters is fetched only for a text that needs it. */
export interface NormalForms {
  /** The function that brings this text to its normal form. Throws SearchFault. */
  functionFor(text: string): Promise<Normalise>;
  /** The normal form of a text. Throws SearchFault. */
  of(text: string): Promise<NormalForm>;
}

function readTable(text: string): Map<string, string> {
  const characters = Array.from(text);
  const table = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2) table.set(characters[at]!, characters[at + 1]!);
  return table;
}

/** `loadTable` yields the text of the table that the index was built with. */
export function createNormalForms(loadTable: () => Promise<string>): NormalForms {
  const plain = createNormalForm(new Map());
  let full: Promise<Normalise> | undefined;
  const functionFor = (text: string): Promise<Normalise> => {
    if (!hasUncommonHan(text.normalize('NFKC'))) return Promise.resolve(plain);
    full ??= loadTable().then(
      (table) => createNormalForm(readTable(table)),
      (error: unknown) => {
        full = undefined;
        throw error;
      },
    );
    return full;
  };
  return { functionFor, of: async (text) => (await functionFor(text))(text) };
}
