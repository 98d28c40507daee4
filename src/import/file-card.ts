import { visible } from '../domain/characters.ts';
import { gatherDoubts, openFindings, settledFindings, type ShownFinding } from './decisions.ts';
import type { ImportedFile } from './import-file.ts';
import { CELL, NOTE, NOTE_WORDS, TABLE } from './marks.ts';
import { accountLines, askedOfFile, findingsOf, readingLines } from './report.ts';
import { trace, type Segment } from './trace.ts';

/** What the import of a file did, as data: what a person decides on, with the words that each decision rests on. */
export interface FileCard {
  /** What has to be looked to in the file as a whole. */
  asked: string[];
  /** How it was read, and the account of its characters. */
  account: string[];
  articles: {
    /** The least certain first. */
    findings: ShownFinding[];
    doubts: string[];
  }[];
  /** The source and what was made of it, piece by piece. */
  trace: Segment[];
  /** The rules that changed it, and how often. */
  rules: { name: string; title: string; count: number }[];
}

/** The card of a file that was read. */
export function fileCard(file: ImportedFile): FileCard {
  return {
    asked: askedOfFile(file.reading),
    account: [...readingLines(file.reading), ...accountLines(file)],
    articles: file.articles.map((article) => {
      const findings = findingsOf(article);
      return {
        findings: [...openFindings(findings), ...settledFindings(findings)],
        doubts: gatherDoubts(article.article.doubts),
      };
    }),
    trace: trace(file.reading.text, file.runs).map((segment) => ({ ...segment, text: shown(segment.text) })),
    rules: file.runs.map(({ rule, title, edits }) => ({ name: rule, title, count: edits.length })),
  };
}

const SHOWN: Record<string, string> = { [CELL]: ' ｜ ', [NOTE]: '※', [NOTE_WORDS]: '※', [TABLE]: '' };
const MARKS = new RegExp(`[${Object.keys(SHOWN).join('')}]`, 'g');

/** Words without marks and without characters that a page would obey. */
function shown(text: string): string {
  return visible(text.replace(MARKS, (mark) => SHOWN[mark] ?? ''));
}
