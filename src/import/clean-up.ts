import { applyEdits, type Edit } from './edits.ts';
import type { Rule, SourceFormat } from './rules/rule.ts';

/** What one rule did to a source. */
export interface RuleRun {
  rule: string;
  title: string;
  edits: Edit[];
}

/** A source after its clean-up, with all that was done, in order, so that it can be undone. */
export interface CleanText {
  text: string;
  runs: RuleRun[];
}

/** Runs the rules one after the other over a text. Rules that change nothing leave no run. Throws EditMismatch. */
export function cleanUp(source: string, rules: readonly Rule[], form: SourceFormat): CleanText {
  const runs: RuleRun[] = [];
  let text = source;
  for (const rule of rules) {
    const edits = rule.edits(text, form);
    if (edits.length === 0) continue;
    text = applyEdits(text, edits);
    runs.push({ rule: rule.name, title: rule.title, edits });
  }
  return { text, runs };
}

/** The lines and words that a rule took away, trimmed, in the order of the source. */
export function removedBy(runs: readonly RuleRun[], rule: string): string[] {
  return runs
    .filter((run) => run.rule === rule)
    .flatMap((run) => run.edits)
    .map((edit) => edit.removed.trim());
}
