import type { Package } from '../../../domain/package/open-package.ts';
import type { Counted, CountedWords } from '../counted.ts';
import { xmlTokens } from '../xml-tokens.ts';
import { CountedNumbers } from './list-numbers.ts';
import { reachedParts, textOf, type Reached } from './reach.ts';
import { storyWords } from './story.ts';

/** Where the words of each kind of part stand in the account. */
const PLACES: Record<string, string> = {
  ...{ header: '页眉页脚', footer: '页眉页脚', comments: '批注', glossaryDocument: '备用的文档部件' },
  ...{ chart: '图表里的文字', chartEx: '图表里的文字', diagramDrawing: 'SmartArt 的图形副本' },
};
const NOTES: Record<string, string> = { footnotes: '脚注', endnotes: '尾注' };

/**
 * Counts the words of a Word package: every text, sign, field code without a result, number and text-bearing attribute of every part that the
 * body reaches by relations. It reads tokens where the reader reads trees, and finds parts, fields and numbers by itself.
 */
export function countOoxml(open: (isWanted: (name: string) => boolean) => Package): Counted {
  const index = open((name) => name.endsWith('.rels'));
  const parts = reachedParts(index);
  const names = new Set(parts.map(({ name }) => name));
  const { files } = open((name) => names.has(name));
  const xmlOf = ({ name }: Reached) => textOf(files.get(name) ?? new Uint8Array());
  const [main, ...others] = parts;
  if (!main) return { cannot: '找不到正文部分' };
  const first = (kind: string) => others.find((part) => part.kind === kind && part.isDirect);
  const [numbering, styles] = [first('numbering'), first('styles')];
  const numbers = new CountedNumbers(numbering ? xmlOf(numbering) : '', styles ? xmlOf(styles) : '');
  const direct = others.filter(({ isDirect }) => isDirect);
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => direct.filter((part) => part.kind === kind));
  const diagrams = direct.filter(({ kind }) => kind === 'diagramData');
  const words: CountedWords[] = [
    ...notes.flatMap((part) => storyWords(xmlOf(part), NOTES[part.kind] ?? '', numbers)),
    ...storyWords(xmlOf(main), '正文', numbers),
    ...diagrams.flatMap((part, at) => looseWords(xmlOf(part), `SmartArt 图形 ${at + 1}`)),
  ];
  for (const part of others) {
    if (notes.includes(part) || diagrams.includes(part) || part === numbering || part === styles) continue;
    const place = (part.isDirect ? PLACES[part.kind] : undefined) ?? `${part.name} 里的文字`;
    const isStory = part.isDirect && /^(?:header|footer|comments|glossaryDocument)$/.test(part.kind);
    words.push(...(isStory ? storyWords(xmlOf(part), place, undefined) : looseWords(xmlOf(part), place)));
  }
  return { words };
}

/** Every text of a part, whatever it belongs to. */
function looseWords(xml: string, place: string): CountedWords[] {
  const words: CountedWords[] = [];
  let open = 0;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (open > 0) words.push({ text: token.text, place, what: 'drawing' });
    } else if (/^(?:w:t|w:delText|m:t|a:t|c:v)$/.test(token.name)) open += token.kind === 'open' ? 1 : -1;
  }
  return words;
}
