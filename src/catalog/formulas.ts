import type { Entry } from '../domain/entry.ts';
import { paragraphOfItem, verdictOf, type Verdict } from '../domain/formulas.ts';
import type { Block } from '../markdown/blocks.ts';
import { readBlocks } from '../markdown/body.ts';
import { writtenBody } from './content.ts';
import { getCatalog, type Formula } from './library.ts';

/** A place in an entry. */
export interface FormulaPlace {
  entry: Entry;
  /** The paragraph, where one is named. */
  anchor?: string | undefined;
}

/** What one source lists for a number. */
export interface FormulaList {
  number?: number | undefined;
  of?: string | undefined;
  items: { text: string; anchor?: string | undefined }[];
  more: boolean;
  verdict: Verdict;
  source: FormulaPlace;
  note?: string | undefined;
}

/** A formula as its page prints it. */
export interface FormulaPage {
  id: string;
  address: string;
  name: string;
  aliases: string[];
  summary?: string | undefined;
  lists: FormulaList[];
  /** Whether sources list the same number differently. */
  differs: boolean;
}

/** Every formula that this build shows, in the order of ids. What a hidden entry lists is hidden with it. */
export async function getFormulas(): Promise<FormulaPage[]> {
  const { formulas, byKey } = await getCatalog();
  return formulas.map((formula) => pageOf(formula, byKey));
}

/** The page of a formula by its id, `undefined` where this build shows none. */
export async function findFormula(id: string): Promise<FormulaPage | undefined> {
  return (await getFormulas()).find((formula) => formula.id === id);
}

/** Where the entries of the library name a formula for the first time, headings included, in the order of the library. */
export async function mentionsOf(id: string): Promise<FormulaPlace[]> {
  const { library, mentions } = await getCatalog();
  const names = (text: string) => mentions(text).some((mention) => mention.id === id);
  return library.entries.flatMap((entry) => {
    if (!names(writtenBody(entry.kind, entry.id).text)) return [];
    const block = blocksOf(entry).find(({ text }) => names(text));
    return block ? [{ entry, anchor: block.anchor }] : [];
  });
}

function pageOf(
  { id, name, aliases = [], summary, lists }: Formula,
  byKey: ReadonlyMap<string, Entry>,
): FormulaPage {
  const shown = lists.flatMap(({ source, ...list }): FormulaList[] => {
    const [key = '', anchor] = source.split('#');
    const entry = byKey.get(key);
    if (!entry) return [];
    const blocks = blocksOf(entry);
    const items = list.items.map(({ text, at }) => ({
      text,
      anchor: at ?? paragraphOfItem(text, blocks, anchor),
    }));
    const verdict = verdictOf({ ...list, items: items.length });
    return [{ ...list, items, verdict, source: { entry, anchor } }];
  });
  return { id, address: `/formulas/${id}/`, name, aliases, summary, lists: shown, differs: differ(shown) };
}

function differ(lists: readonly FormulaList[]): boolean {
  const listed = lists.filter(({ items }) => items.length > 0);
  const wordsOf = ({ items }: FormulaList) => items.map(({ text }) => text).join('\n');
  return listed.some((one) =>
    listed.some((other) => one.of === other.of && one !== other && wordsOf(one) !== wordsOf(other)),
  );
}

function blocksOf({ kind, id, corrections }: Entry): Block[] {
  const { text, isMdx } = writtenBody(kind, id);
  return readBlocks(text, { isMdx, corrections });
}
