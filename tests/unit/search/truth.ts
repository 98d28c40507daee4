import type { SearchRecord } from '../../../src/domain/search/record.ts';
import { commonVariants } from '../../../src/domain/search/variants.ts';
import { simplificationTable } from '../../../src/search/traditional.ts';

const table = new Map([...simplificationTable(), ...commonVariants]);

const TOKEN =
  /(?<gone>[\s\p{Z}\p{C}\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`·•‧・⋅∙])|(?<unit>[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}]*|[\p{L}\p{N}\p{M}])|(?<mark>.)/gsu;

/** A text as `|`-bounded units, written directly from the contract and apart from the code under test. */
export function plainForm(text: string): string {
  const simple = Array.from(
    text.normalize('NFKC').toLowerCase(),
    (letter) => table.get(letter) ?? letter,
  ).join('');
  const units: string[] = [];
  for (const { groups } of simple.matchAll(TOKEN)) {
    if (groups!['unit']) units.push(groups!['unit']);
    else if (groups!['mark'] && units[units.length - 1] !== ',') units.push(',');
  }
  return `|${units.join('|')}|`;
}

/** Finds entries by reading every title and paragraph. */
export function createTruth(records: readonly SearchRecord[]) {
  const forms = records.map((record) => ({
    record,
    forms: [record.title, ...record.paragraphs.map(({ text }) => text)].map(plainForm),
  }));
  return {
    /** Entries that hold the words in a row in their title or in one paragraph, in the order of their names. */
    entriesWith(words: string): string[] {
      const wanted = plainForm(words);
      return forms
        .filter((entry) => entry.forms.some((form) => form.includes(wanted)))
        .map(({ record }) => record.entry)
        .sort();
    },
  };
}
