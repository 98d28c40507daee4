import hongKong from 'opencc-js/dict/HKVariantsRev';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import { SUPPLEMENTARY_RADICALS } from '../domain/radical-supplement.ts';
import { isGb2312 } from '../domain/search/gb2312.ts';
import { rareVariants } from '../domain/search/variants.ts';

const firstTargets = (entries: string): [string, string][] =>
  entries.split('|').map((entry) => {
    const [source = '', target = ''] = entry.split(' ');
    return [source, target];
  });

/**
 * Traditional and variant characters outside GB 2312 with their Simplified forms, character by character: OpenCC's
 * tables (the forms of Hong Kong and Taiwan first brought to the common Traditional one), then the rarer variants, then radicals.
 * Those of Kangxi need no entry: normalisation makes them ideographs.
 */
export function simplificationTable(): Map<string, string> {
  const simple = new Map(firstTargets(traditional));
  const regional = [...firstTargets(hongKong), ...firstTargets(taiwan)];
  const table = new Map(simple);
  for (const [source, target] of regional) {
    if (!isGb2312(source)) table.set(source, simple.get(target) ?? target); // 么 is no form of 幺 where 什么 is written.
  }
  for (const [source, target] of rareVariants) table.set(source, target);
  for (const [radical, ideograph] of SUPPLEMENTARY_RADICALS) table.set(radical, ideograph);
  for (const [source, target] of table) {
    const end = table.get(target) ?? target;
    if (isGb2312(source) || source === end) table.delete(source);
    else table.set(source, end);
  }
  return table;
}

/** The table as the text of the file that browsers read: variant and standard form in turn, without spaces. */
export function tableToText(table: ReadonlyMap<string, string>): string {
  return [...table].map(([source, target]) => source + target).join('');
}
