import { parse } from 'yaml';
import { splitFrontMatter } from '../source/front-matter.ts';
import type { Taken } from './article.ts';
import type { RuleRun } from './clean-up.ts';
import { revertEdits } from './edits.ts';
import { blocksOf } from './markdown-blocks.ts';
import { isMark, NOTE, NOTE_WORDS, TABLE } from './marks.ts';
import type { SourceFormat } from './rules/rule.ts';
import { titleKey } from './shapes.ts';

const VERBATIM_FIELDS = new Set(['title', 'subtitle', 'byline', 'documentNumber']);

/** What became of a source: everything that the account of its characters needs. */
export interface Accounted {
  source: string;
  form: SourceFormat;
  runs: readonly RuleRun[];
  /** The cleaned text as it was cut into articles. */
  slices: readonly string[];
  /** What each article gave up to its front matter, and the text of each draft file. */
  articles: readonly {
    taken: readonly Taken[];
    bodyText: string;
    draftText: string;
  }[];
}

/** The account in characters (code points, line ends left out): `source + inserted = body + removed + metadata + blank`. */
export interface Ledger {
  source: number;
  body: number;
  metadata: number;
  removed: number;
  inserted: number;
  /** White space in lines that hold nothing else, which Markdown does not keep. */
  blank: number;
  /** What does not come out even, in Chinese; empty when every character is explained. */
  unexplained: string[];
}

/**
 * Accounts for every character, twice. By replay: undoing the recorded changes from the drafts backwards must give the source,
 * in order. By count: the characters of the source, read anew, must be those that the draft files render as, plus and minus what
 * rules and metadata report.
 */
export function account(accounted: Accounted): Ledger {
  const bodies = accounted.articles.map(({ draftText }) => renderedLines(draftText, accounted.form));
  const tally = new Map<string, number>();
  const edits = accounted.runs.flatMap((run) => run.edits);
  const taken = accounted.articles.flatMap((article) => article.taken);
  const ledger = {
    source: count(tally, accounted.source, 1),
    inserted: sum(edits, (edit) => count(tally, edit.inserted, 1)),
    body: sum(
      bodies.flatMap((lines) => lines ?? []),
      (line) => count(tally, line, -1),
    ),
    removed: sum(edits, (edit) => count(tally, edit.removed, -1)),
    metadata: sum(taken, (edit) => count(tally, edit.removed, -1)),
    blank: sum(blankLines(accounted), (line) => count(tally, line, -1)),
  };
  return {
    ...ledger,
    unexplained: [...replayFaults(accounted, bodies), ...fieldFaults(accounted), ...countFaults(tally)],
  };
}

function replayFaults(
  { source, form, runs, slices, articles }: Accounted,
  bodies: (string[] | undefined)[],
): string[] {
  const faults: string[] = [];
  articles.forEach(({ taken, bodyText }, index) => {
    if (!sameLines(bodies[index], linesOfBody(bodyText, form)))
      faults.push(`第 ${index + 1} 篇：草稿显示的文字与整理稿不一致`);
    if (revertEdits(bodyText, taken) !== slices[index])
      faults.push(`第 ${index + 1} 篇：放回标题等字段后与整理稿不一致`);
  });
  let text = slices.join('');
  for (const run of [...runs].reverse()) text = revertEdits(text, run.edits);
  if (text !== source) faults.push('逐条撤销整理规则后与原文不一致');
  return faults;
}

/** Words that left the body for a field of their own must stand in that field. */
function fieldFaults({ articles }: Accounted): string[] {
  return articles.flatMap(({ taken, draftText }, index) => {
    const fields = parse(splitFrontMatter(draftText).matter ?? '') as Record<string, unknown>;
    return taken
      .filter(({ field }) => VERBATIM_FIELDS.has(field))
      .filter(
        ({ field, removed }) => titleKey(String(fields[field] ?? fields.author ?? '')) !== titleKey(removed),
      )
      .map(({ removed }) => `第 ${index + 1} 篇：“${removed.trim()}”移出正文后没有写进字段`);
  });
}

function blankLines({ articles, form }: Accounted): string[] {
  return articles
    .flatMap(({ bodyText }) => (form === 'markdown' ? [] : bodyText.split('\n')))
    .filter((line) => line.trim() === '');
}

function countFaults(tally: Map<string, number>): string[] {
  return [...tally]
    .filter(([, left]) => left !== 0)
    .map(([character, left]) => `“${character}”${left > 0 ? '少了' : '多了'} ${Math.abs(left)} 个`);
}

/** The lines that a draft file shows, read from the file as written; `undefined` where it holds more than headings and paragraphs. */
function renderedLines(draftText: string, form: SourceFormat): string[] | undefined {
  const { body } = splitFrontMatter(draftText);
  if (form === 'markdown') return linesOfBody(body, form);
  return blocksOf(body)?.map((block) => block.text);
}

function linesOfBody(text: string, form: SourceFormat): string[] {
  const lines = text.split('\n');
  return form === 'markdown'
    ? lines.filter((line) => line !== '')
    : lines.filter((line) => line.trim() !== '');
}

function sameLines(a: string[] | undefined, b: string[]): boolean {
  return (
    a !== undefined &&
    a.length === b.length &&
    a.every((line, index) => withoutNotes(line) === withoutNotes(b[index] ?? ''))
  );
}

/** A line without the marks that a draft shows as numbers of its own, or as where its blocks begin. */
function withoutNotes(line: string): string {
  return line.replaceAll(NOTE, '').replace(NOTE_WORDS, '').replace(TABLE, '');
}

/** Adds a text's characters to the tally, line ends and marks left out. Returns how many were counted. */
function count(tally: Map<string, number>, text: string, sign: 1 | -1): number {
  let counted = 0;
  for (const character of text) {
    if (character === '\n' || isMark(character)) continue;
    tally.set(character, (tally.get(character) ?? 0) + sign);
    counted += 1;
  }
  return counted;
}

function sum<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((total, item) => total + measure(item), 0);
}
