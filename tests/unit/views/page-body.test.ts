import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasComponents } from '../../../src/markdown/render.ts';
import { resolveSite } from '../../../src/site/resolve-site.ts';
import type { ResolvedSite } from '../../../src/site/site.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { keyOf } from '../../../src/views/page-key.ts';
import { bodyView, pageBody } from '../../../src/views/page-body.ts';
import { entryFile, SITE_YAML, writeContent, type ContentFiles } from '../../support/site.ts';

const MDX = (body: string) => `---\ntitle: 学习\ndate: 2026-09-01\n---\n\n${body}\n`;
const OFFICE: ContentFiles = {
  'site.yaml': SITE_YAML,
  'texts/outline.md': entryFile('一是清。\n\n二是明。', { title: '提纲' }),
  'texts/other.md': entryFile('旁的一篇。', { title: '旁篇' }),
  'texts/secret.md': entryFile('内部。', { title: '密件', access: 'internal' }),
  'texts/reader.md': entryFile('照[提纲](texts/outline#p2)做，见[内部](texts/secret)。牢记两点，再说两点。'),
  'texts/escaped.md': entryFile('照[提纲](te&#120;ts/outline)和[内部](te&#120;ts/secret)做。'),
  'texts/parts.mdx': MDX(
    '<Quote from="texts/outline#p1">一是清</Quote>\n\n见<Ref to="texts/outline">那篇</Ref>、<Ref to="texts/secret">这篇</Ref>。\n\n<Formula name="two">\n\n- 清\n- 明\n\n</Formula>',
  ),
  'formulas/two.yaml': 'name: 两点\nlists: [{ number: 2, items: [清, 明], source: texts/outline }]\n',
  'formulas/ten.yaml': 'name: 十点\nlists: [{ items: [清], source: texts/outline }]\n',
};

async function siteOf(changed: ContentFiles = {}): Promise<ResolvedSite> {
  const content = await readContent(await writeContent({ ...OFFICE, ...changed }));
  assert.deepEqual(content.faults, []);
  return resolveSite(content, { audience: 'public', drafts: false });
}

describe('What a page is given of its body', async () => {
  const site = await siteOf();
  const keyIn = (of: ResolvedSite) => keyOf(bodyView('texts/reader', of));

  it('are its words and what the site knows about the items it names, nothing else', () => {
    const { named, formulas, text } = bodyView('texts/reader', site);
    assert.match(text, /牢记两点/);
    assert.deepEqual(named, { 'texts/outline': '提纲' });
    assert.deepEqual(
      formulas.map(({ id }) => id),
      ['two'],
    );
  });

  it('is enough to link what is shown, to leave the words of what is not, and to link a formula once', () => {
    const { html = '' } = pageBody(bodyView('texts/reader', site), '/study/');
    assert.match(html, /<a href="\/study\/texts\/outline\/#p2">提纲<\/a>/);
    assert.match(html, /见内部。/);
    assert.equal(html.split('/study/formulas/two/').length, 2);
  });

  it('knows names that hide behind character references', () => {
    const { named } = bodyView('texts/escaped', site);
    assert.deepEqual(named, { 'texts/outline': '提纲' });
    const { html = '' } = pageBody(bodyView('texts/escaped', site), '/');
    assert.match(html, /<a href="\/texts\/outline\/">提纲<\/a>和内部做/);
  });

  it('gives components the title and address of the items they name, if the site shows them', () => {
    const { tree } = pageBody(bodyView('texts/parts', site), '/study/');
    assert.ok(tree && hasComponents(tree));
    const text = JSON.stringify(tree);
    const attribute = (name: string, value: string) =>
      text.includes(JSON.stringify({ type: 'mdxJsxAttribute', name, value }));
    assert.ok(attribute('href', '/study/texts/outline/#p1') && attribute('title', '提纲'));
    assert.ok(attribute('href', '/study/formulas/two/') && attribute('title', '两点'));
    assert.ok(!text.includes('密件'));
  });

  it('changes with the title, the name or the visibility of an item it names', async () => {
    const before = keyIn(site);
    const changes: ContentFiles[] = [
      { 'texts/outline.md': entryFile('一是清。\n\n二是明。', { title: '新提纲' }) },
      { 'texts/secret.md': entryFile('内部。', { title: '密件' }) },
      {
        'formulas/two.yaml': 'name: 两点\naliases: [再说]\nlists: [{ items: [清], source: texts/outline }]\n',
      },
      { 'texts/reader.md': entryFile('照提纲做。') },
    ];
    for (const change of changes)
      assert.notEqual(keyIn(await siteOf(change)), before, Object.keys(change)[0]);
  });

  it('stays as it is when anything else changes', async () => {
    const before = keyIn(site);
    const changes: ContentFiles[] = [
      { 'texts/other.md': entryFile('别的话。', { title: '别的题名' }) },
      { 'texts/outline.md': entryFile('改了正文。', { title: '提纲' }) },
      { 'formulas/ten.yaml': 'name: 十全\nlists: [{ items: [清], source: texts/outline }]\n' },
    ];
    for (const change of changes) assert.equal(keyIn(await siteOf(change)), before, Object.keys(change)[0]);
  });

  it('is an error where there is no such body', () => {
    assert.throws(() => bodyView('texts/none', site), /texts\/none/);
  });
});
