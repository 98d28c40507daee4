import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { ROOT } from '../support/site.ts';

const FRONT = ['README.md', 'README.zh.md'];
const FILES = [...FRONT, 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Where a document leads within the project: the file, and the heading within it, if it names one. */
function targetsOf(file: string): { path: string; heading: string | undefined }[] {
  const addresses = [...textOf(file).matchAll(/<img src="([^"]+)"/g)].map(([, address = '']) => address);
  visit(parseMarkdown(textOf(file), false), 'link', ({ url }) => {
    addresses.push(url);
  });
  return addresses
    .filter((address) => !/^[a-z]+:/.test(address))
    .map((address) => {
      const [path = '', heading] = address.split('#');
      return { path: relative(ROOT, path ? join(ROOT, dirname(file), path) : join(ROOT, file)), heading };
    });
}

/** The anchors of a document's headings, as hosts of repositories make them. */
function headingsOf(file: string): string[] {
  const anchors: string[] = [];
  visit(parseMarkdown(textOf(file), false), 'heading', (heading) => {
    anchors.push(
      toString(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
  });
  return anchors;
}

test('No link of the documents leads nowhere', () => {
  const dead = FILES.flatMap((file) =>
    targetsOf(file)
      .filter(({ path, heading }) => {
        if (!existsSync(join(ROOT, path))) return true;
        return heading !== undefined && !headingsOf(path).includes(heading);
      })
      .map(({ path, heading }) => `${file}: ${path}${heading ? `#${heading}` : ''}`),
  );
  assert.deepEqual(dead, []);
});

test('Every document is reached from README', () => {
  const reached = new Set(['README.md']);
  for (const file of reached) {
    for (const { path } of FILES.includes(file) ? targetsOf(file) : []) reached.add(path);
  }
  assert.deepEqual(
    FILES.filter((file) => !reached.has(file)),
    [],
  );
});

test('README begins with the two commands, in English and in Chinese, and the figures are the same', () => {
  const commandsOf = (file: string) => [...textOf(file).matchAll(/```sh\n([^]*?)```/g)].map(([, command]) => command);
  for (const file of FRONT) assert.deepEqual(commandsOf(file), ['npm ci && npm start\n', 'npm ci && npm test\n'], file);
  const figuresOf = (file: string, heading: string) => {
    const [, part = ''] = textOf(file).split(`## ${heading}\n`);
    return [...part.split('\n## ')[0]!.replace(/(\d),(\d)/g, '$1$2').matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure);
  };
  const sorted = (figures: string[]) => [...new Set(figures.map(Number))].sort((a, b) => a - b);
  const [english, chinese] = [figuresOf('README.md', 'Measured'), figuresOf('README.zh.md', '实测')].map(sorted);
  assert.ok(english!.length > 10);
  assert.deepEqual(chinese, english);
});
