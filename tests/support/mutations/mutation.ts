import type { Fault } from '../../../src/source/fault.ts';
import type { Random } from './random.ts';

/** What is mutated, in the order in which seeds go round. */
export const KINDS = [
  'bytes',
  'front matter',
  'yaml',
  'markdown',
  'mdx',
  'spreadsheet',
  'dates',
  'file names',
] as const;
export type Kind = (typeof KINDS)[number];

/** One damaged file of a content folder, with whatever has to stand beside it. */
export interface Mutation {
  seed: number;
  kind: Kind;
  /** What was done to which file, for people. */
  what: string;
  /** Path of the damaged file relative to the content folder. */
  path: string;
  /** Its bytes and those of the files that it belongs with, by path. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Whether one of some faults is of a mutation's files: it stands in one, or names one that another file cannot stand beside. */
export function isBlamed({ files }: Mutation, faults: readonly Fault[]): boolean {
  return [...files.keys()].some((path) =>
    faults.some(({ file, reason }) => file === path || reason.includes(` ${path} `)),
  );
}

/** A way to damage a text: its name and what it makes of the text. */
export type Damage = readonly [name: string, damage: (text: string, random: Random) => string];

/** The text with something put in at a random place. */
export function insert(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** The text with one of its lines made into something else. */
export function onOneLine(text: string, random: Random, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines[at] = change(lines[at] ?? '');
  return lines.join('\n');
}
