import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCorpusLines, type CorpusLine } from '../search-corpus.ts';

/** A part of a document, long enough for a page of its own. */
export interface Piece {
  title: string;
  date?: string | undefined;
  topic: string;
  paragraphs: string[];
}

const CHAPTER = /^第[一二三四五六七八九十百零〇\d]+[编章节](?:[\s　]|$)/;
/** A piece that grows to so many characters ends at the next paragraph even where no chapter begins. */
const MOST = 2080;
const LEAST = 820;

/**
 * Documents cut at the heads of their chapters, and within a long chapter between paragraphs, so that the corpus of
 * 13.6 million characters makes about ten thousand pieces.
 */
export function cutIntoPieces(lines: readonly CorpusLine[]): Piece[] {
  return lines.flatMap(({ title, date, source, body }) => {
    const [topic = source] = source.split(/[ /]/);
    const parts: string[][] = [];
    let length = MOST;
    for (const paragraph of body.split('\n')) {
      const isHead = CHAPTER.test(paragraph);
      if (length >= MOST || (isHead && length >= LEAST)) {
        parts.push([]);
        length = 0;
      }
      parts.at(-1)!.push(paragraph);
      length += paragraph.length;
    }
    return parts.map((paragraphs, index) => ({
      title: parts.length === 1 ? title : `${title}（${index + 1}）`,
      date,
      topic,
      paragraphs,
    }));
  });
}

/** As many pieces as asked for. Beyond what the corpus gives, paragraphs of two distant pieces are mixed into new ones. */
export function somePieces(count: number): Piece[] | undefined {
  const lines = readCorpusLines();
  if (!lines) return undefined;
  const pieces = cutIntoPieces(lines);
  const step = 4099;
  return Array.from({ length: count }, (_, index) => {
    const piece = pieces[index % pieces.length]!;
    const round = Math.floor(index / pieces.length);
    if (round === 0) return piece;
    const other = pieces[(index * step) % pieces.length]!;
    const paragraphs = piece.paragraphs.map((paragraph, at) =>
      at % 2 ? (other.paragraphs[at] ?? paragraph) : paragraph,
    );
    return { ...piece, title: `${piece.title}之${round + 1}`, paragraphs };
  });
}

/** Lays pieces out as a content folder of this project: `site.yaml` and one text each. */
export function layOutContent(pieces: readonly Piece[], folder: string, extension: 'md' | 'mdx'): void {
  mkdirSync(path.join(folder, 'texts'), { recursive: true });
  writeFileSync(path.join(folder, 'site.yaml'), 'name: 文库\norganisation: 云川市卫生健康委\n');
  pieces.forEach(({ title, date, topic, paragraphs }, index) => {
    const matter = [
      '---',
      `title: ${JSON.stringify(title)}`,
      `date: ${date ?? 'unknown'}`,
      `topics: [${JSON.stringify(topic)}]`,
      '---',
      '',
    ];
    const file = path.join(folder, 'texts', `${fileName(index)}.${extension}`);
    const asWritten = extension === 'mdx' ? escaped : (text: string) => text;
    writeFileSync(file, [...matter, ...paragraphs.map((text) => `${asWritten(text)}\n`)].join('\n'));
  });
}

/** Text as MDX wants it: no mark of it begins a component or an expression. */
function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('{', '\\{');
}

/** The name of a piece's file, without its ending. */
export function fileName(index: number): string {
  return `t${String(index).padStart(5, '0')}`;
}
