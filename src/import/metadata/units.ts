import type { Finding } from './finding.ts';

/** A unit as the content folder knows it: its id and every name it has had. */
export interface UnitNames {
  id: string;
  names: readonly string[];
}

const SHORTEST_NAME = 4;

/** The units of the content folder that some words name, by their present or former names. */
export function readUnits(units: readonly UnitNames[], words: string): Finding<string[]> | undefined {
  const found = units.flatMap(({ id, names }) => {
    const name = names.find((candidate) => candidate.length >= SHORTEST_NAME && words.includes(candidate));
    return name === undefined ? [] : [{ id, name }];
  });
  if (found.length === 0) return undefined;
  return {
    value: found.map(({ id }) => id),
    evidence: found.map(({ id, name }) => `“${name}”即 ${id}`).join('；'),
    confidence: '中',
  };
}
