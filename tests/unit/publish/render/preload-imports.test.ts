import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Manifest } from 'vite';
import { importedFiles } from '../../../../src/publish/render/preload-imports.ts';

/** Vite's list: keys of chunks that stand for no one file begin with `_`. */
const MANIFEST: Manifest = {
  'src/pages/search.astro?astro&type=script': {
    file: '_astro/page.js',
    isEntry: true,
    imports: ['_words.js', '_store.js'],
  },
  'src/layouts/Base.astro?astro&type=script': {
    file: '_astro/base.js',
    isEntry: true,
    dynamicImports: ['src/client/panel.ts'],
  },
  'src/client/panel.ts': {
    file: '_astro/panel.js',
    isDynamicEntry: true,
    imports: ['_store.js', '_icons.js'],
  },
  '_words.js': { file: '_astro/words.js', imports: ['_letters.js'] },
  '_letters.js': { file: '_astro/letters.js', imports: ['_words.js'] },
  '_store.js': { file: '_astro/a-store.js' },
  '_icons.js': { file: '_astro/icons.js' },
};

const page = (...scripts: string[]) =>
  scripts.map((script) => `<script type="module" src="/study/_astro/${script}.js"></script>`).join('');

describe('the scripts that a page asks for in its head', () => {
  it('are all that its own scripts import, directly or not, each once and in order of name', () => {
    assert.deepEqual(importedFiles(page('page', 'base'), '/study/', MANIFEST), [
      '_astro/a-store.js',
      '_astro/letters.js',
      '_astro/words.js',
    ]);
  });

  it('exclude those loaded on demand and those the page names itself', () => {
    assert.deepEqual(importedFiles(page('base'), '/study/', MANIFEST), []);
    assert.deepEqual(importedFiles(page('page', 'words'), '/study/', MANIFEST), [
      '_astro/a-store.js',
      '_astro/letters.js',
    ]);
  });

  it('are those of scripts that the page loads, not of a script that is only named in its text', () => {
    assert.deepEqual(importedFiles('<p>/study/_astro/page.js</p>', '/study/', MANIFEST), []);
  });
});
