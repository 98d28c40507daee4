import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordsOf } from '../../../scripts/mutate/explained.ts';
import { mutantsOf } from '../../../scripts/mutate/mutants.ts';
import { tryFile } from '../../../scripts/mutate/try-file.ts';
import { temporaryFolder } from '../../support/site.ts';

const RULE = `export const isOld = (age: number): boolean => age > 60;
export const unasked = (): string => '从不';
`;

const testOf = (assertion: string) =>
  `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOld } from './rule.ts';
test('a rule', () => ${assertion});
`;

test('a mutant is felt by the first group of tests or by a later one, survives them all, or is reached by none', async () => {
  const folder = await temporaryFolder();
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const file = await write('rule.ts', RULE);
  const [first, second, failing] = await Promise.all([
    write('first.test.ts', testOf('assert.equal(isOld(61), true)')),
    write('second.test.ts', testOf('assert.equal(isOld(60), false)')),
    write('failing.test.ts', testOf('assert.equal(isOld(1), true)')),
  ]);
  const mutants = mutantsOf(RULE);
  const slow = new Set<string>();
  const groups = (...lists: string[][]) => lists.map((tests) => ({ tests, modules: [file, ...tests] }));
  const outcomes = async (...lists: string[][]) => {
    const tried = await tryFile(file, RULE, mutants, { related: groups(...lists), slow });
    const felt = mutants.map((mutant, index) => [wordsOf(mutant), tried.outcomes[index]] as const);
    return { felt: Object.fromEntries(felt), failing: tried.failing.map(({ test: path }) => path) };
  };
  const both = await outcomes([first], [second, failing]);
  assert.deepEqual(both, {
    felt: {
      'age > 60 → undefined': 'killed',
      '> → >=': 'killed',
      '> → <=': 'killed',
      "'从不' → undefined": 'unreached',
      "'从不' → ''": 'unreached',
    },
    failing: [failing],
  });
  assert.equal((await outcomes([first])).felt['> → >='], 'survived');
  slow.add(first);
  assert.equal((await outcomes([first])).felt['> → <='], 'unreached');
});
