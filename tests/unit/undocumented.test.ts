import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../support/site.ts';

describe('the list of what is used without being documented', async () => {
  const page = await readFile(join(ROOT, 'docs/undocumented.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\| .+ \| `([^`]+)` +\|$/gm)];

  it('has a row in the form of the others for each', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('| `'));
    assert.equal(rows.length, lines.length);
    assert.ok(rows.length > 0);
  });

  it('names what still stands in the code, and a test of it', async () => {
    for (const [, what = '', where = '', test = ''] of rows) {
      assert.ok((await readFile(join(ROOT, where), 'utf8')).includes(what), `${where} has no ${what}`);
      assert.ok(existsSync(join(ROOT, test)), test);
    }
  });
});
