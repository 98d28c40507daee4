import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { checkContent } from '../../src/check/check-content.ts';
import { HANDBOOK_IDS, readHandbook, type PictureSizes } from '../../src/handbook/read-handbook.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { COLLECTIONS } from '../../src/schemas/collections.ts';
import { formatFault } from '../../src/source/fault.ts';
import { splitFrontMatter } from '../../src/source/front-matter.ts';
import { ROOT, writeContent, type ContentFiles } from '../support/site.ts';

const LARGEST_PICTURE = 60 * 1024;

const sourceOf = async (id: string) => splitFrontMatter(await readFile(join(ROOT, `src/handbook/${id}.md`), 'utf8')).body;

/** The examples of the handbook that are whole files: their fences say `file=units/office.yaml`. */
async function exampleFiles(): Promise<ContentFiles> {
  const files: ContentFiles = {};
  for (const id of HANDBOOK_IDS) {
    visit(parseMarkdown(await sourceOf(id), false), 'code', ({ meta, value }: Code) => {
      const path = /^file=(\S+)$/.exec(meta ?? '')?.[1];
      if (path) files[path] = `${value}\n`;
    });
  }
  return files;
}

test('The examples in the handbook are content without a fault', async () => {
  const files = await exampleFiles();
  assert.ok(Object.keys(files).length >= 10);
  const { content, faults } = await checkContent(await writeContent(files));
  assert.deepEqual(faults.map(formatFault), []);
  const read = Object.values(content.items).reduce((sum, items) => sum + items.length, 0);
  assert.equal(read, Object.keys(files).filter((path) => path !== 'site.yaml').length);
});

test('The handbook for editors names every folder of the content', async () => {
  const source = await sourceOf('editors');
  assert.deepEqual(Object.keys(COLLECTIONS).filter((folder) => !source.includes(`\`${folder}\``)), []);
});

test('Every command and variable that the handbook names exists', async () => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const settings = await readFile(join(ROOT, 'src/source/settings.ts'), 'utf8');
  for (const id of HANDBOOK_IDS) {
    const source = await sourceOf(id);
    for (const [, name = ''] of source.matchAll(/npm run ([a-z:]+)/g)) assert.ok(name in scripts, `${id}: npm run ${name}`);
    for (const [, name = ''] of source.matchAll(/\b([A-Z]+(?:_[A-Z]+)*)=/g)) {
      assert.ok(settings.includes(`env.${name}`), `${id}: ${name}`);
    }
  }
});

test('Each task says what to do, how, and what one will see', async () => {
  for (const id of HANDBOOK_IDS) {
    for (const task of (await sourceOf(id)).split(/^## /m).slice(1)) {
      assert.match(task, /\*\*怎么做\*\*/, `${id}: ${task.slice(0, 20)}`);
      assert.match(task, /\*\*做什么\*\*/, `${id}: ${task.slice(0, 20)}`);
      assert.match(task, /\*\*会看到什么\*\*/, `${id}: ${task.slice(0, 20)}`);
    }
  }
});

test('Every picture of the handbook is small, has its size written down and says what it shows', async () => {
  const sizes = JSON.parse(await readFile(join(ROOT, 'src/handbook/pictures.json'), 'utf8')) as PictureSizes;
  const used = new Set<string>();
  for (const id of HANDBOOK_IDS) {
    for (const [, alt = '', name = ''] of (await sourceOf(id)).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
      used.add(name);
      assert.ok(alt.length >= 8, `${name}: ${alt}`);
    }
  }
  assert.deepEqual([...used].sort(), Object.keys(sizes).sort());
  for (const name of used) {
    const { size } = await stat(join(ROOT, 'public/help', name));
    assert.ok(size <= LARGEST_PICTURE, `${name}: ${size} bytes`);
  }
});

test('The handbook is read under a base path, its pictures and links with it', async () => {
  const pages = await readHandbook(ROOT, '/study/');
  const addresses = pages.flatMap(({ html }) => [...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, address = '']) => address));
  assert.ok(addresses.length > 0);
  assert.deepEqual(addresses.filter((address) => !address.startsWith('/study/')), []);
});

test('README and the handbook ask for the Node that the packages ask for, one where the project brings its own, another elsewhere', async () => {
  const read = (path: string) => readFile(join(ROOT, path), 'utf8');
  const { packages } = JSON.parse(await read('package-lock.json')) as { packages: Record<string, { engines?: { node: string } }> };
  const least = (name: string) => /^>=(\d+(?:\.\d+)?)/.exec(packages[name]?.engines?.node ?? '')![1]!;
  const [toStart, toRun] = [least(''), least('node_modules/astro')];
  for (const [file, words] of [
    ['README.md', `Any Node from ${toStart} on`],
    ['README.md', `Node ≥ ${toRun} must be installed`],
    ['README.zh.md', `Node.js ${toStart} 或更高版本`],
    ['README.zh.md', `要安装 ${toRun} 或更高版本`],
    ['docs/publishing.md', `any Node from ${toStart} on`],
    ['docs/publishing.md', `as on a Mac, ${toRun} and newer`],
  ] as const) {
    assert.ok((await read(file)).includes(words), `${file}: ${words}`);
  }
  assert.ok((await sourceOf('operators')).includes(`Node.js ${toStart} 或更高版本`));
  assert.ok((await sourceOf('operators')).includes(`Mac 等别的电脑要装 ${toRun} 或更高版本`));
  assert.ok((await sourceOf('editors')).includes(`${toStart} 或更高版本，Mac 要 ${toRun} 或更高`));
});
