/** How a list stands to the number in its name (数字简称). */
export type Verdict = '相符' | '不符' | '未列举' | '部分列举' | '无法判定';

/** A number with how many things are listed for it, and whether the list says that it goes on (等). */
export interface CountedList {
  /** The number in the name; undefined where the name has none. */
  number?: number | undefined;
  items: number;
  more: boolean;
}

/**
 * The verdict on a list: 未列举 where nothing is listed, 无法判定 where there is no number to hold it against, 部分列举 where it says that it goes
 * on and has fewer, 相符 where the number is right (a 等 after the last item then only closes the list), 不符 otherwise.
 */
export function verdictOf({ number, items, more }: CountedList): Verdict {
  if (items === 0) return '未列举';
  if (number === undefined) return '无法判定';
  if (items === number) return '相符';
  return more && items < number ? '部分列举' : '不符';
}

/** A formula as texts may call it. */
export interface FormulaNames {
  id: string;
  name: string;
  aliases?: readonly string[] | undefined;
}

/** A formula that a text names, and where. */
export interface Mention {
  id: string;
  at: number;
  length: number;
}

export type FindMentions = (text: string) => Mention[];

/**
 * A finder of every place where a text names one of the formulas, the longest name at each; 五不准 is not found in 十五不准. One pass
 * over a text, however many formulas there are.
 */
export function mentionFinder(formulas: readonly FormulaNames[]): FindMentions {
  const idOf = new Map(
    formulas.flatMap(({ id, name, aliases = [] }) => [name, ...aliases].map((each) => [each, id] as const)),
  );
  if (idOf.size === 0) return () => [];
  const names = [...idOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(
    names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'gu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: name, index: at }) => {
      const id = idOf.get(name);
      const isPartOfNumber =
        /^[一二三四五六七八九十\d]/u.test(name) && /[一二三四五六七八九十百\d]$/u.test(text.slice(0, at));
      return id === undefined || isPartOfNumber ? [] : [{ id, at, length: name.length }];
    });
}

/** A paragraph of a source. */
interface Paragraph {
  anchor: string;
  text: string;
}

/** The paragraph of a source that sets out an item: one that begins with it at or after the list, else any that holds it. */
export function paragraphOfItem(
  item: string,
  paragraphs: readonly Paragraph[],
  list: string | undefined,
): string | undefined {
  const from = Math.max(
    0,
    paragraphs.findIndex(({ anchor }) => anchor === list),
  );
  const after = paragraphs.slice(from + (list === undefined ? 0 : 1));
  const begins = new RegExp(`^[（(]?[一二三四五六七八九十\\d]*[)）]?[、.．是]?\\s*“?`, 'u');
  return (
    after.find(({ text }) => text.replace(begins, '').startsWith(item)) ??
    paragraphs.slice(from).find(({ text }) => text.includes(item)) ??
    paragraphs.find(({ text }) => text.includes(item))
  )?.anchor;
}
