import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Mutant } from './mutants.ts';

const rowSchema = z.strictObject({
  /** The line on which the mutant begins, without the spaces around it. */
  line: z.string(),
  mutant: z.string(),
  why: z.string(),
});

const listSchema = z.record(z.string(), z.array(rowSchema));

/** A mutant that survives for a reason. */
export type Explained = z.output<typeof rowSchema>;

/** The mutants of each file that survive for a reason, from `explained.yaml`. */
export function readExplained(path: string): Record<string, Explained[]> {
  return listSchema.parse(parse(readFileSync(path, 'utf8')) ?? {});
}

/** A mutant as it is told and listed. */
export const wordsOf = ({ from, to }: Mutant): string => `${from} → ${to}`;

/** Whether a row of the list speaks of a mutant. */
export function explains({ line, mutant }: Explained, found: Mutant): boolean {
  return line === found.lineText && mutant === wordsOf(found);
}
