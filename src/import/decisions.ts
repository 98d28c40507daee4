import { DOUBT_KINDS, type TextDoubt } from '../domain/doubts/doubt.ts';
import { withoutMarks } from './marks.ts';
import type { Confidence } from './metadata/finding.ts';

/** What was read for a field, as reports show it. */
export interface ShownFinding {
  /** The field of `Metadata`. */
  field: string;
  name: string;
  value: string;
  evidence: string;
  confidence: Confidence;
}

const RANKS: Record<Confidence, number> = { 低: 0, 中: 1, 高: 2 };
/** So many doubts of a kind are told in full. */
const MOST_IN_FULL = 3;
const MOST_PARAGRAPHS = 12;
const LONGEST_WORDS = 24;

/** The findings that an editor has to decide, the least certain first; fields of one certainty stay in their order. */
export function openFindings(findings: readonly ShownFinding[]): ShownFinding[] {
  const kind = findings.find(({ name }) => name === '类别');
  return [...findings]
    .filter(({ confidence }) => confidence !== '高')
    .filter(({ name, evidence }) => name !== '文种' || evidence !== kind?.evidence)
    .sort((a, b) => RANKS[a.confidence] - RANKS[b.confidence]);
}

/** The findings that are certain. */
export function settledFindings(findings: readonly ShownFinding[]): ShownFinding[] {
  return findings.filter(({ confidence }) => confidence === '高');
}

/** Notes that ask the editor for something (请……), and all others. */
export function partNotes(notes: readonly string[]): { asking: string[]; telling: string[] } {
  const isAsking = (note: string) => note.includes('请');
  return { asking: notes.filter(isAsking), telling: notes.filter((note) => !isAsking(note)) };
}

/**
 * Doubts by kind and reason, in the order of the kinds: a few in full, many as one line with an example and the paragraphs of the rest, so that a
 * text with two hundred of a kind still has a report that can be read. Reasons that differ in the words they quote only are one.
 */
export function gatherDoubts(doubts: readonly TextDoubt[]): string[] {
  return DOUBT_KINDS.flatMap((kind) => {
    const byReason = new Map<string, TextDoubt[]>();
    for (const doubt of doubts.filter((each) => each.kind === kind)) {
      const reason = doubt.reason.replace(/“[^”]*”|《[^》]*》|\d+/gu, '');
      const own = byReason.get(reason);
      if (own) own.push(doubt);
      else byReason.set(reason, [doubt]);
    }
    return [...byReason.values()].flatMap((own) => gathered(kind, own));
  });
}

function gathered(kind: string, doubts: readonly TextDoubt[]): string[] {
  // Rare characters are gathered already: each is told once, with what it is.
  if (doubts.length <= MOST_IN_FULL || kind === '少见字符')
    return doubts.map((doubt) => `${kind}：${doubtLine(doubt)}`);
  const [first, ...rest] = doubts;
  if (!first) return [];
  const paragraphs = [...new Set(rest.map(({ paragraph }) => paragraph))].filter(
    (paragraph) => paragraph > 0,
  );
  const named = paragraphs.slice(0, MOST_PARAGRAPHS).join('、');
  const more = paragraphs.length > MOST_PARAGRAPHS ? '等' : '';
  return [`${kind} ${doubts.length} 处：如${doubtLine(first)}；其余在第 ${named} ${more}段`];
}

/** A doubt on one line. */
export function doubtLine({ paragraph, words, reason }: TextDoubt): string {
  const all = Array.from(withoutMarks(words));
  const shown = all.length > LONGEST_WORDS ? `${all.slice(0, LONGEST_WORDS).join('')}…` : all.join('');
  return `${paragraph === 0 ? '标题' : `第 ${paragraph} 段`}“${shown}”：${reason}`;
}

/** Why files were not imported, each reason once with the files that it holds for, most files first. */
export function gatherRefusals(refused: readonly { path: string; reason: string }[]): string[] {
  const paths = new Map<string, string[]>();
  for (const { path, reason } of refused) paths.set(reason, [...(paths.get(reason) ?? []), path]);
  return [...paths]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([reason, own]) => {
      const named = own.slice(0, MOST_PARAGRAPHS).join('、');
      return `${own.length} 个${reason.startsWith('是') ? '' : '：'}${reason}：${named}${own.length > MOST_PARAGRAPHS ? '等' : ''}`;
    });
}

/** How many articles have which field uncertain: 日期 12 篇、标题 3 篇. */
export function gatherOpen(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count} 篇`)
    .join('、');
}
