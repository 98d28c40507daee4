import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { Metadata } from '../../../src/import/article.ts';
import { importFile } from '../../../src/import/import-file.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import { holdsForbidden } from '../../../src/domain/characters.ts';

const folder = join(import.meta.dirname, 'fixtures', 'papers');
const [heads = '', ...rows] = readFileSync(join(folder, 'expected.tsv'), 'utf8').trimEnd().split('\n');
const FIELDS = heads.split('\t').slice(1);

/** How many of a hundred must be right (at least). */
const LEAST: Record<string, number> = { date: 98 };
const LEAST_OF_OTHERS = 95;
/** Fields whose confidence is that of another. */
const FINDING_OF: Record<string, keyof Metadata> = { role: 'speaker', name: 'speaker', author: 'byline' };

interface Judged {
  file: string;
  field: string;
  expected: string;
  found: string;
  confidence: string | undefined;
}

/** Spaces set names apart or spread them; they are no part of what is right. */
function key(words: string): string {
  return words.replace(/\s+/gu, '');
}

function foundIn({ kind, speaker, byline, ...metadata }: Metadata, field: string): string {
  if (field === 'kind') return kind.value;
  if (field === 'role' || field === 'name') return speaker?.value[field] ?? '';
  if (field === 'author') return kind.value === 'speeches' ? '' : (byline?.value ?? '');
  if (field === 'documentNumber' && kind.value !== 'texts') return '';
  return (metadata as unknown as Record<string, { value: string } | undefined>)[field]?.value ?? '';
}

async function judge(row: string): Promise<Judged[]> {
  const [file = '', ...values] = row.split('\t');
  const { articles } = await importFile(file, readFileSync(join(folder, file)), {
    rules: RULES,
    units: [],
    topics: [],
  });
  assert.equal(articles.length, 1, file);
  const { metadata } = articles[0]!.article;
  for (const finding of Object.values(metadata))
    if (finding !== undefined) assert.equal(holdsForbidden(JSON.stringify(finding)), false, file);
  return FIELDS.map((field, index) => ({
    file,
    field,
    expected: values[index] ?? '',
    found: foundIn(metadata, field),
    confidence: metadata[FINDING_OF[field] ?? (field as keyof Metadata)]?.confidence,
  }));
}

describe('sixty papers, read as a clerk would', () => {
  let judged: Judged[] = [];
  before(async () => {
    judged = (await Promise.all(rows.map(judge))).flat();
  });
  const isRight = ({ expected, found }: Judged) => key(expected) === key(found);
  const told = ({ file, expected, found, confidence }: Judged) =>
    `${file}: ${found} (${confidence}), not ${expected}`;

  for (const field of FIELDS)
    it(`${field} is right in ${LEAST[field] ?? LEAST_OF_OTHERS} of 100 at least`, () => {
      const of = judged.filter((each) => each.field === field);
      const wrong = of.filter((each) => !isRight(each));
      const share = (100 * (of.length - wrong.length)) / of.length;
      assert.equal(of.length, 60);
      assert.ok(share >= (LEAST[field] ?? LEAST_OF_OTHERS), wrong.map(told).join('\n'));
    });

  it('nothing that is sure (把握高) is wrong', () => {
    const wrong = judged.filter((each) => !isRight(each) && each.confidence === '高' && each.found !== '');
    assert.deepEqual(wrong.map(told), []);
  });
});
