import type { Finding } from './finding.ts';

/** A unit as the content folder knows it: its id and every name it has had. */
export interface UnitNames {
  id: string;
  names: readonly string[];
}

const SHORTEST_NAME = 4;
const PARAGRAPHS_OF_A_LEAD = 2;
const LEAST_MENTIONS = 2;

/**
 * The units of the content folder that an article is of, by their present or former names: those that its title or its first
 * paragraphs name; without any the one that the text names most often, at least twice.
 */
export function readUnits(
  units: readonly UnitNames[],
  titles: readonly (string | undefined)[],
  lines: readonly string[],
): Finding<string[]> | undefined {
  const lead = [...titles, ...lines.slice(0, PARAGRAPHS_OF_A_LEAD)].join('\n');
  const inLead = namedIn(units, lead);
  if (inLead.length > 0) {
    return {
      value: inLead.map(({ id }) => id),
      evidence: inLead.map(({ id, name }) => `“${name}”即 ${id}`).join('；'),
      confidence: '中',
    };
  }
  const body = lines.join('\n');
  const [most] = namedIn(units, body)
    .map((found) => ({ ...found, mentions: body.split(found.name).length - 1 }))
    .filter(({ mentions }) => mentions >= LEAST_MENTIONS)
    .sort((a, b) => b.mentions - a.mentions);
  if (most === undefined) return undefined;
  const evidence = `正文“${most.name}”${most.mentions} 次，即 ${most.id}`;
  return { value: [most.id], evidence, confidence: '低' };
}

function namedIn(units: readonly UnitNames[], words: string): { id: string; name: string }[] {
  return units.flatMap(({ id, names }) => {
    const name = names.find((candidate) => candidate.length >= SHORTEST_NAME && words.includes(candidate));
    return name === undefined ? [] : [{ id, name }];
  });
}
