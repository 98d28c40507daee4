import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'vite';
import { clientBuild } from '../../../../src/publish/render/client-build.ts';
import { temporaryFolder } from '../../../support/site.ts';

/** The scripts that come of these files, the first of which a page loads, by what they hold. */
async function scriptsOf(files: Record<string, string>): Promise<string[]> {
  const root = await temporaryFolder();
  for (const [name, code] of Object.entries(files)) await writeFile(join(root, name), code);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [clientBuild()],
    build: { rolldownOptions: { input: join(root, Object.keys(files)[0]!) } },
  });
  const folder = join(root, 'dist/_astro');
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

describe('scripts for the browser', async () => {
  const scripts = await scriptsOf({
    'page.ts': `
      import { say } from './say.ts';
      say((document.title ||= 'page'));
      addEventListener('click', () => void import('./later.ts').then(({ use }) => use()));`,
    'later.ts': `
      import { say } from './say.ts';
      export class Later { #words = 'later'; say() { say(this.#words); } }
      export const use = () => new Later().say();`,
    'say.ts': `export const say = (words: string) => document.body.append(words);`,
  });

  it('load another when it is asked for, and bring no helper for that', () => {
    assert.equal(scripts.length, 2);
    const [page] = scripts.filter((code) => code.includes('addEventListener'));
    assert.match(page!, /import\(`\.\/[\w-]+\.js`\)\.then\(/);
    assert.doesNotMatch(scripts.join(), /modulepreload|createElement/);
  });

  it('are written in the language that the oldest browsers know', () => {
    assert.doesNotMatch(scripts.join(), /#words|\|\|=/);
  });
});
