import { openPackage } from '../../../domain/package/open-package.ts';
import { countOoxml } from '../../account/ooxml/ooxml.ts';
import type { Reading } from '../reading.ts';
import { BodyReader } from './body-reader.ts';
import { readEmbedded } from './embedded.ts';
import { WordParts, type OpenPackage } from './parts.ts';
import { looseWords } from './loose-words.ts';

/** Parts that stand beside the text and are left out, what each is to the body, and why. */
const ASIDE: readonly [kinds: readonly string[], reason: string][] = [
  [['header', 'footer'], '页眉页脚'],
  [['comments'], '批注'],
  [['glossaryDocument'], '备用的文档部件'],
];
const NOTES = { footnotes: '脚注', endnotes: '尾注' } as const;
/** Parts that are read where the body calls them, or whose words its account does not count. */
const ELSEWHERE = new Set([
  ...['styles', 'numbering', 'footnotes', 'endnotes', 'diagramData', 'aFChunk'],
  ...ASIDE.flatMap(([kinds]) => kinds),
]);
const OTHERS: Record<string, string> = {
  ...{ chart: '图表里的文字', chartEx: '图表里的文字', diagramDrawing: 'SmartArt 的图形副本' },
};
/** Deeper files in files are made to break programs. */
const DEEPEST_EMBEDDING = 3;

/**
 * Reads a Word file (.docx, .docm): all words, automatic numbers, tables, footnotes, text boxes, formulas, fields. Macros are never run. Throws
 * UnreadableFile.
 */
export function readDocx(bytes: Uint8Array): Reading {
  return readDocxInside(bytes, 0);
}

/** The same of a file that stands inside of others, `depth` of them. */
export function readDocxInside(bytes: Uint8Array, depth: number): Reading {
  return readWordPackage((isWanted) => openPackage(bytes, isWanted), 'Word（.docx）', depth);
}

/** The same of a file whose parts are packed in some other way. `depth` is how many files it stands in. */
export function readWordPackage(open: OpenPackage, format: string, depth = 0): Reading {
  const parts = new WordParts(open);
  const reader = new BodyReader(parts, (name, bytes) =>
    depth < DEEPEST_EMBEDDING ? readEmbedded(name, bytes, depth + 1) : undefined,
  );
  for (const [kind, place] of Object.entries(NOTES)) {
    for (const name of parts.ofKind(kind)) reader.readNotes(parts.root(name), place);
  }
  reader.readBody(parts.root(parts.main));
  for (const [kinds, reason] of ASIDE)
    for (const name of parts.ofKind(...kinds)) reader.leaveWhole(parts.root(name), reason, reason);
  reader.leaveDiagrams();
  for (const { target, reason } of otherParts(parts))
    reader.collector.leave(looseWords(parts.root(target)), reason, reason);
  noteWhatIsNotRead(parts, reader);
  return reader.collector.finish(format, countOoxml(open));
}

/** Parts with words that are neither text nor stand beside it, and what they are. */
function otherParts(parts: WordParts): { target: string; reason: string }[] {
  const direct = parts.relations
    .filter(
      ({ kind, target }) =>
        !ELSEWHERE.has(kind) && target !== parts.main && parts.bytes(target) !== undefined,
    )
    .map(({ kind, target }) => ({ target, reason: OTHERS[kind] ?? `${target} 里的文字` }));
  const further = parts.further.map((target) => ({ target, reason: `${target} 里的文字` }));
  const once = new Map([...direct, ...further].map((part) => [part.target, part]));
  return [...once.values()].sort((one, other) => (one.target < other.target ? -1 : 1));
}

function noteWhatIsNotRead(parts: WordParts, { collector }: BodyReader): void {
  if (parts.names.some((name) => /vbaProject\.bin$/i.test(name)))
    collector.note('文件带宏，没有运行，也没有带入');
  if (
    parts.relations.some(
      ({ isExternal, kind }) =>
        isExternal && /^(?:attachedTemplate|frame|subDocument|oleObject|aFChunk)$/.test(kind),
    )
  )
    collector.note('文件引用了外部模板或对象，没有去取');
}
