import type { Entry } from '../domain/entry.ts';
import { paragraphOfItem, verdictOf, type Verdict } from '../domain/formulas.ts';
import type { Formula, ResolvedSite } from './site.ts';

/** A place in an entry. */
export interface EntryAnchor {
  entry: Entry;
  /** The paragraph, where one is named. */
  anchor?: string | undefined;
}

/** What one source lists for a number. */
export interface FormulaList extends Pick<Formula['lists'][number], 'number' | 'of' | 'more' | 'note'> {
  items: { text: string; anchor?: string | undefined }[];
  verdict: Verdict;
  source: EntryAnchor;
}

/** A formula as its page shows it. */
export interface FormulaPage extends Pick<Formula, 'id' | 'name' | 'summary'> {
  address: string;
  aliases: string[];
  lists: FormulaList[];
  /** Whether sources list the same number differently. */
  differs: boolean;
}

/** Every formula as its page shows it, in the order of ids. */
export function formulaPages(site: ResolvedSite): FormulaPage[] {
  return site.formulas.map((formula) => pageOf(formula, site));
}

/** Where the entries of the library name a formula for the first time, headings included, in the order of the library. */
export function mentionsOf(id: string, { library, mentions, bodies }: ResolvedSite): EntryAnchor[] {
  const names = (text: string) => mentions(text).some((mention) => mention.id === id);
  return library.entries.flatMap((entry) => {
    if (!names(bodies.written(entry.key).text)) return [];
    const block = bodies.survey(entry.key).blocks.find(({ text }) => names(text));
    return block ? [{ entry, anchor: block.anchor }] : [];
  });
}

function pageOf(
  { id, name, aliases = [], summary, lists }: Formula,
  { byKey, bodies }: ResolvedSite,
): FormulaPage {
  const shown = lists.flatMap(({ source, ...list }): FormulaList[] => {
    const [key = '', anchor] = source.split('#');
    const entry = byKey.get(key);
    if (!entry) return [];
    const { blocks } = bodies.survey(key);
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
