import { longDay, type Day } from './day.ts';

/** A span as official papers write it, or `undefined` where neither end is known. */
export function period({
  from,
  until,
}: {
  from?: Day | undefined;
  until?: Day | undefined;
}): string | undefined {
  if (from && until) return `${longDay(from)}至${longDay(until)}`;
  if (from) return `${longDay(from)}起`;
  if (until) return `至${longDay(until)}`;
  return undefined;
}
