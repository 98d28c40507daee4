import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HIDEABLE } from '../../../src/domain/visibility.ts';
import { digestsOf, editsSince, withEdits } from '../../../src/site/edits.ts';
import { readBodies } from '../../../src/site/read-bodies.ts';
import { shownContent } from '../../../src/site/shown-content.ts';
import { plainContent } from '../../../src/site/site-content.ts';
import { fromStore, toStore, type StoredContent } from '../../../src/site/stored-content.ts';
import { entryPaths } from '../../../src/source/entry-paths.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { allOf, canariesIn, officeWithCanaries } from '../../support/canaries.ts';
import { entryFile, writeContent, type ContentFiles } from '../../support/site.ts';

const PUBLIC = { audience: 'public', drafts: false } as const;
const OFFICE: ContentFiles = {
  'texts/later/b.md': entryFile('乙。'),
  'texts/z.md': entryFile('甲。'),
  'texts/gone.md': entryFile('撤。', { withdrawn: { on: '2026-11-30' }, formerIds: ['was'] }),
  'units/center.yaml': 'name: 中心\n',
};

async function shownIn(files: ContentFiles) {
  const contentDir = await writeContent(files);
  return { contentDir, content: plainContent(shownContent(await readContent(contentDir), PUBLIC)) };
}

/** Stored content as Astro gives it back: by the ids of its entries. */
function asAstroGives({ site, items }: StoredContent): StoredContent {
  const lists = Object.entries(items).map(([name, list]) => [
    name,
    [...list].sort((one, other) => one.id.localeCompare(other.id)),
  ]);
  return { site, items: Object.fromEntries(lists) as StoredContent['items'] };
}

describe('Content that was stored', () => {
  it('comes back as it was, in the order of its files', async () => {
    const { content } = await shownIn(OFFICE);
    const { stored, bodies } = toStore(content);
    assert.deepEqual(fromStore(asAstroGives(stored), bodies), content);
  });

  it('holds no body; bodies are read from their files', async () => {
    const { content, contentDir } = await shownIn(OFFICE);
    const { stored, bodies } = toStore(content);
    assert.doesNotMatch(JSON.stringify(stored), /[甲乙]。/);
    assert.deepEqual(await readBodies(stored.items.texts, contentDir), bodies);
  });

  it('names the folders that hold something: Astro warns of an empty collection that is asked for', async () => {
    const { content } = await shownIn(OFFICE);
    assert.deepEqual(toStore(content).stored.site.filled, ['texts', 'units']);
  });

  it('holds no item that the site does not show, and nothing of one', async () => {
    for (const state of [{ access: 'internal' }, { draft: true }]) {
      const { content } = await shownIn(officeWithCanaries(allOf(state)));
      const { site, items } = toStore(content).stored;
      const hideable = HIDEABLE.map((name) => items[name]);
      const others = [items.campaigns, items.units, items.plans];
      const json = Buffer.from(JSON.stringify([site, hideable, others]));
      assert.deepEqual(await canariesIn('data-store.json', json), []);
    }
  });

  it('holds no words that Astro would take for the name of a picture to load', async () => {
    const { content } = await shownIn({
      ...OFFICE,
      'texts/bad.md': entryFile('丙。', { title: '__ASTRO_IMAGE_./x.svg' }),
    });
    assert.equal(content.items.texts.length, 3);
    assert.doesNotMatch(JSON.stringify(toStore(content).stored), /__ASTRO_IMAGE_/);
  });
  it('leaves out nothing that only speaks of such words: within a text, in quotation marks, as a name of totals', async () => {
    const { content } = await shownIn({
      'texts/quoting.md': entryFile('丁。', {
        title: '"__ASTRO_IMAGE_./x.svg" 是什么',
        summary: '见 __ASTRO_IMAGE_',
      }),
      'ledgers/totals.yaml':
        'title: 台账\ngroups: [{ name: 转办, received: 1, answered: 1, classes: { __ASTRO_IMAGE_x: 1 } }]\n',
    });
    const { items } = toStore(content).stored;
    assert.deepEqual([items.texts.length, items.ledgers.length], [1, 1]);
  });
});

describe('Edits', () => {
  it('lead from what was stored to what is there now', async () => {
    const before = toStore((await shownIn(OFFICE)).content);
    const { content } = await shownIn({
      'texts/z.md': entryFile('改了。'),
      'texts/new.md': entryFile('新的。'),
      'texts/gone.md': OFFICE['texts/gone.md']!,
      'units/center.yaml': 'name: 中心\n',
    });
    const edits = editsSince(digestsOf(before.stored), toStore(content));
    assert.deepEqual(Object.keys(edits.bodies), ['texts/new.md', 'texts/z.md']);
    assert.deepEqual(edits.gone, ['texts/later/b.md']);
    const bodies = new Map([...before.bodies, ...Object.entries(edits.bodies)]);
    assert.deepEqual(fromStore(withEdits(before.stored, edits), bodies), content);
  });

  it('of a body alone are edits of its item', async () => {
    const before = toStore((await shownIn(OFFICE)).content);
    const { content } = await shownIn({ ...OFFICE, 'texts/z.md': entryFile('改了。') });
    const { changed } = editsSince(digestsOf(before.stored), toStore(content));
    assert.deepEqual(
      changed.texts?.map(({ id }) => id),
      ['z'],
    );
  });
});

it('The path of an entry is relative to the project, wherever the content lies', () => {
  for (const [contentDir, path] of [
    ['/srv/site/content', 'content/texts/a.md'],
    ['/home/office', '../../home/office/texts/a.md'],
    ['/srv/site', './texts/a.md'],
  ] as const) {
    const paths = entryPaths(contentDir, '/srv/site');
    assert.equal(paths.pathOf('texts/a.md'), path);
    assert.equal(paths.fileOf(path), 'texts/a.md');
  }
});
