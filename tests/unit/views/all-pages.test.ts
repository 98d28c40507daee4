import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { EDITORS_VIEW } from '../../../src/domain/visibility.ts';
import { ALL_PAGES } from '../../../src/views/all-pages.ts';
import { frameOf } from '../../../src/views/frame.ts';
import { paramsFrom } from '../../../src/views/route-params.ts';
import { resolvedDemo } from '../../support/page-kinds.ts';
import { ROOT } from '../../support/site.ts';

/** The route of a template in `src/pages`, as the list of pages writes it. */
function routeOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/\.astro$/, '');
  return `/${path.replace(/(^|\/)index$/, '')}/`.replace('//', '/');
}

describe('The list of all pages', async () => {
  const site = await resolvedDemo(EDITORS_VIEW);
  const kinds = await Promise.all(ALL_PAGES.map(async (kind) => ({ ...kind, all: await kind.pages(site) })));

  it('names every template of the site, each once', async () => {
    const files = await readdir(join(ROOT, 'src/pages'), { recursive: true });
    const templates = files.filter((file) => file.endsWith('.astro')).map(routeOf);
    assert.deepEqual(ALL_PAGES.map(({ route }) => route).sort(), templates.sort());
  });

  it('gives every page an address of its route, and no two the same', () => {
    const addresses = kinds.flatMap(({ route, all }) => {
      const read = paramsFrom(route);
      return all.map(({ address }) => {
        read(address);
        return address;
      });
    });
    assert.ok(addresses.length > 200);
    assert.equal(new Set(addresses).size, addresses.length);
  });

  it('gives pages plain data only, which a digest covers whole', () => {
    for (const { route, all } of kinds) {
      for (const { address, props } of all) {
        const printed: unknown = JSON.parse(JSON.stringify(props));
        assert.deepEqual(plain(props), printed, `${route} ${address}`);
      }
    }
  });

  it('leads from the foot of every page to pages that there are', () => {
    const { footer } = frameOf(site);
    const addresses = new Set(kinds.flatMap(({ all }) => all.map(({ address }) => address)));
    assert.equal(footer.length, 7);
    for (const { address } of footer) assert.ok(address === '/feed.xml' || addresses.has(address), address);
  });
});

/** The same without what is undefined, which neither a digest nor a page knows. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, plain(inner)]])),
  );
}
