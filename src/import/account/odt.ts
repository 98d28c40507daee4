import type { Counted, CountedWords } from './counted.ts';
import { xmlTokens } from './xml-tokens.ts';

/** Counts the words of an OpenDocument text: all text of the body, of headers and footers, and of formulas that stand in files of their own. */
export function countOdt(content: string, styles: string, formulas: readonly string[]): Counted {
  return {
    words: [
      ...textWithin(content, 'office:body', '正文', 'text'),
      ...textWithin(content, 'office:master-styles', '页眉页脚', 'text'),
      ...textWithin(styles, 'office:master-styles', '页眉页脚', 'text'),
      ...formulas.flatMap((formula) => textWithin(formula, /^(?:\w+:)?math$/, '公式', 'formula')),
    ],
  };
}

function textWithin(
  xml: string,
  name: string | RegExp,
  place: string,
  what: 'text' | 'formula',
): CountedWords[] {
  const isName = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
  const words: CountedWords[] = [];
  let depth = 0;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (depth > 0) words.push({ text: token.text, place, what });
    } else if (isName(token.name)) depth += token.kind === 'open' ? 1 : -1;
  }
  return words;
}
