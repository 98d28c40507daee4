import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { refusedIn } from '../../../src/licences/expression.ts';
import { lockedPackages, refusedPackages, resolvedFrom } from '../../../src/licences/packages.ts';
import { ACCEPTED, OWN_PARTS } from '../../../src/licences/policy.ts';
import { billOfMaterials } from '../../../src/licences/sbom.ts';
import { ROOT } from '../../support/site.ts';

const LOCK = JSON.stringify({
  packages: {
    '': { name: 'site', version: '1.0.0', license: 'MIT', dependencies: { a: '1', '@s/b': '2' } },
    'node_modules/a': {
      version: '1.0.0',
      license: 'MIT',
      integrity: 'sha512-AQID',
      dependencies: { c: '1' },
    },
    'node_modules/@s/b': { version: '2.0.0', license: 'GPL-3.0-only', dev: true },
    'node_modules/a/node_modules/c': { version: '1.5.0', dependencies: { '@s/b': '2', gone: '1' } },
    'node_modules/c': { version: '2.0.0', license: 'ISC' },
  },
});

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  scope: string;
  purl?: string;
  hashes?: { content: string }[];
}

interface Bill {
  metadata: { component: { name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

describe('licences', () => {
  test('Of a choice one accepted licence is enough, of a sum all are needed; what cannot be read is refused', () => {
    const refused = (expression: string) =>
      refusedIn(expression, (id) => ['MIT', 'ISC', 'GPL WITH fonts'].includes(id));
    const rows: [string, string[]][] = [
      ['MIT', []],
      ['(MIT OR WTF)', []],
      ['MIT AND WTF', ['WTF']],
      ['(GPL OR (MIT AND ISC))', []],
      ['ISC AND (GPL OR WTF)', ['GPL', 'WTF']],
      ['GPL WITH fonts', []],
      ['GPL WITH other', ['GPL WITH other']],
      ['MIT ISC', ['MIT ISC']],
      ['(MIT', ['(MIT']],
      ['', ['']],
      ['SEE LICENSE IN x', ['SEE LICENSE IN x']],
      ['constructor', ['constructor']],
    ];
    for (const [expression, expected] of rows) assert.deepEqual(refused(expression), expected, expression);
  });

  test('A package without a licence, and one under a licence nobody has read, are refused by name', () => {
    assert.deepEqual(refusedPackages(lockedPackages(LOCK)), [
      { name: '@s/b', version: '2.0.0', licences: ['GPL-3.0-only'] },
      { name: 'c', version: '1.5.0', licences: [] },
    ]);
  });

  test('Every package of the project is under an accepted licence, and every accepted licence is needed', async () => {
    const packages = lockedPackages(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
    assert.deepEqual(refusedPackages(packages), []);
    const used = packages
      .map(({ licence }) => licence ?? '')
      .join(' ')
      .split(' ');
    assert.deepEqual(
      Object.keys(ACCEPTED).filter((id) => !used.includes(id)),
      [],
    );
  });

  test('What lies in the project under another licence lies there with its licence', () => {
    for (const { file, text } of OWN_PARTS)
      assert.ok(existsSync(join(ROOT, file)) && existsSync(join(ROOT, text)));
  });
});

describe('the bill of materials', () => {
  test('names the project, each package once with its checksum, and who asks for whom', () => {
    const bill = JSON.parse(billOfMaterials(lockedPackages(LOCK), OWN_PARTS)) as Bill;
    assert.equal(bill.metadata.component.name, 'site');
    const a = bill.components.find(({ name }) => name === 'a');
    assert.deepEqual([a?.purl, a?.scope, a?.hashes?.[0]?.content], ['pkg:npm/a@1.0.0', 'required', '010203']);
    assert.equal(bill.components.find(({ name }) => name === '@s/b')?.scope, 'excluded');
    assert.ok(bill.components.some(({ name }) => name === 'FandolFang'));
    const asked = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    assert.deepEqual(asked.get('pkg:npm/site@1.0.0'), ['pkg:npm/%40s/b@2.0.0', 'pkg:npm/a@1.0.0']);
    assert.deepEqual(asked.get('pkg:npm/a@1.0.0'), ['pkg:npm/c@1.5.0']);
    assert.deepEqual(asked.get('pkg:npm/c@1.5.0'), ['pkg:npm/%40s/b@2.0.0']);
  });

  test('is the same for the same packages, and every reference in it means something', async () => {
    const lock = await readFile(join(ROOT, 'package-lock.json'), 'utf8');
    const text = billOfMaterials(lockedPackages(lock), OWN_PARTS);
    assert.equal(billOfMaterials(lockedPackages(lock), OWN_PARTS), text);
    const bill = JSON.parse(text) as Bill;
    const refs = bill.components.map((component) => component['bom-ref']);
    assert.equal(new Set(refs).size, refs.length);
    for (const on of bill.dependencies.flatMap(({ dependsOn }) => dependsOn))
      assert.ok(refs.includes(on), on);
  });

  test('A package gets the nearest of two versions of what it asks for', () => {
    const byPath = new Map(lockedPackages(LOCK).map((entry) => [entry.path, entry]));
    assert.equal(resolvedFrom('node_modules/a', 'c', byPath)?.version, '1.5.0');
    assert.equal(resolvedFrom('node_modules/@s/b', 'c', byPath)?.version, '2.0.0');
    assert.equal(resolvedFrom('node_modules/a', 'gone', byPath), undefined);
  });
});
