import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { COLLECTION_NAMES } from '../../../src/schemas/collections.ts';
import { ROOT } from '../../support/site.ts';

it('every folder of the content is a collection of Astro, with its own schema', async () => {
  const config = await readFile(join(ROOT, 'src/content.config.ts'), 'utf8');
  for (const name of COLLECTION_NAMES) {
    const line = `${name}: defineCollection({ loader: contentLoader('${name}'), schema: ${name}.schema })`;
    assert.ok(config.includes(line), name);
  }
});
