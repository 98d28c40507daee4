import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { testFinder } from '../../../scripts/mutate/related-tests.ts';
import { temporaryFolder } from '../../support/site.ts';

/** A project of these files, each with what it imports. */
async function finderFor(project: Record<string, string[]>) {
  const root = await temporaryFolder();
  for (const [name, imports] of Object.entries(project)) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, imports.map((specifier) => `import '${specifier}';\n`).join(''));
  }
  const find = testFinder(root);
  return (file: string) =>
    find(join(root, file)).map(({ tests, modules }) => ({
      tests: tests.map((path) => basename(path, '.test.ts')),
      modules: modules.map((path) => basename(path, '.ts')).sort(),
    }));
}

const RULES = { 'src/domain/room/rule.ts': [], 'src/domain/room/door.ts': ['./rule.ts'] };

test('tests of nothing but rules come first, then the others that are at home', async () => {
  const find = await finderFor({
    ...RULES,
    'src/site/page.ts': ['../domain/room/rule.ts'],
    'tests/unit/pure.test.ts': ['node:test', '../../src/domain/room/door.ts'],
    'tests/unit/wide.test.ts': ['../../src/domain/room/rule.ts', '../../src/site/page.ts'],
    'tests/unit/far.test.ts': ['../../src/site/page.ts'],
  });
  assert.deepEqual(find('src/domain/room/rule.ts'), [
    { tests: ['pure'], modules: ['door', 'pure.test', 'rule'] },
    { tests: ['wide'], modules: ['page', 'rule', 'wide.test'] },
  ]);
});

test('a test is at home where a helper beside it brings the rules in, not where any other file does', async () => {
  const find = await finderFor({
    ...RULES,
    'tests/unit/room/example.ts': ['../../../src/domain/room/door.ts'],
    'tests/unit/room/helped.test.ts': ['./example.ts'],
    'tests/unit/other/guest.test.ts': ['../room/example.ts'],
  });
  assert.deepEqual(
    find('src/domain/room/rule.ts').map(({ tests }) => tests),
    [['helped']],
  );
});

test('where no test is at home, the nearest are taken', async () => {
  const find = await finderFor({
    ...RULES,
    'src/site/page.ts': ['../domain/room/rule.ts'],
    'src/site/pages.ts': ['./page.ts'],
    'tests/unit/near.test.ts': ['../../src/site/page.ts'],
    'tests/unit/far.test.ts': ['../../src/site/pages.ts'],
  });
  assert.deepEqual(
    find('src/domain/room/rule.ts').map(({ tests }) => tests),
    [['near']],
  );
});

test('a rule that lies in no room is at home in the tests that import it', async () => {
  const find = await finderFor({
    'src/domain/day.ts': [],
    'src/domain/list.ts': ['./day.ts'],
    'tests/unit/day.test.ts': ['../../src/domain/day.ts'],
    'tests/unit/list.test.ts': ['../../src/domain/list.ts'],
  });
  assert.deepEqual(
    find('src/domain/day.ts').map(({ tests }) => tests),
    [['day']],
  );
});

test('tests that start processes or servers are left aside, even where a helper does it for them', async () => {
  const find = await finderFor({
    ...RULES,
    'tests/support/serve.ts': ['node:http'],
    'tests/unit/quiet.test.ts': ['../../src/domain/room/rule.ts'],
    'tests/unit/loud.test.ts': ['node:child_process', '../../src/domain/room/rule.ts'],
    'tests/unit/served.test.ts': ['../support/serve.ts', '../../src/domain/room/rule.ts'],
  });
  assert.deepEqual(
    find('src/domain/room/rule.ts').map(({ tests }) => tests),
    [['quiet']],
  );
});
