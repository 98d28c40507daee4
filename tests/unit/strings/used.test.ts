import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { zh } from '../../../src/strings/zh.ts';
import { ROOT } from '../../support/site.ts';

test('Every word of the interface is shown somewhere', () => {
  const source = globSync('src/**/*.{ts,astro}', { cwd: ROOT })
    .filter((file) => !file.includes('strings'))
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');
  const isUsed = (key: string) =>
    source.includes(`zh.${key}`) ||
    source.includes(`'${key}'`) ||
    source.includes(`zh[\`${key.slice(0, key.lastIndexOf('.'))}.\${`);
  assert.deepEqual(
    Object.keys(zh).filter((key) => !isUsed(key)),
    [],
  );
});
