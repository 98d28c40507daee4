import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { chromium } from '../../scripts/browser/chromium.ts';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { writePack } from '../../src/publish/pack/write-pack.ts';
import { printPacks } from '../../src/publish/pdf/print-packs.ts';
import { readContent } from '../../src/source/read-content.ts';
import { readSettings } from '../../src/source/settings.ts';
import { allOf, canariesBelow, canariesIn, officeWithCanaries, type States } from '../support/canaries.ts';
import { asksFrom } from '../support/site-search.ts';
import { buildFolder, ROOT, temporaryFolder, writeContent, type BuiltSite } from '../support/site.ts';

const SHOWN = { access: 'public' };
const WITHDRAWN = { withdrawn: { on: '2026-11-30', reason: 'cnryreason' } };

/** The pack of the unit and its print packs as PDF, as files of a folder. */
async function papersOf(site: BuiltSite, contentDir: string, env: Record<string, string> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const settings = readSettings({ ...env, CONTENT_DIR: contentDir, OUT_DIR: site.folder }, ROOT);
  await writePack(settings, await readContent(contentDir), { unit: 'center', out: join(folder, 'pack.zip'), library: true }, ROOT);
  await printPacks(settings, chromium, { units: ['center'], plan: undefined, outDir: folder, onFile: () => undefined });
  return folder;
}

describe('canaries in every field of what is internal or a draft', async () => {
  const internal = officeWithCanaries(allOf({ access: 'internal' }));
  const contentDir = await writeContent(internal);
  const site = await buildFolder(contentDir, join(await temporaryFolder(), 'site'));

  it('are in no file of a public site', async () => {
    assert.deepEqual(await canariesBelow(site.folder), new Map());
  });
  it('are in no pack and no PDF', async () => {
    assert.deepEqual(await canariesBelow(await papersOf(site, contentDir)), new Map());
  });
  it('are found by no search', async () => {
    const ask = await asksFrom(site);
    for (const word of ['㐂', 'cnrytexttitle', 'cnryspeechbody', 'cnrynumber']) assert.deepEqual(await ask(word), [], word);
  });
  it('are in all kinds of files of a site that shows drafts to an internal audience, or this test would be blind', async () => {
    const env = { AUDIENCE: 'internal', DRAFTS: '1' };
    const drafts = await writeContent(officeWithCanaries(allOf({ access: 'internal', draft: true })));
    const editors = await buildFolder(drafts, join(await temporaryFolder(), 'site'), env);
    const found = [...(await canariesBelow(editors.folder)).keys()];
    for (const ending of ['.html', '.xml', '.json', '.ics', '.docx', '.xlsx', '.svg', '_redirects'])
      assert.ok(found.some((file) => file.endsWith(ending)), ending);
    for (const folder of ['search-index/', 'pagefind/fragment/', 'pagefind/filter/'])
      assert.ok(found.some((file) => file.startsWith(folder)), folder);
    const papers = [...(await canariesBelow(await papersOf(editors, drafts, env))).keys()];
    assert.deepEqual(papers.map((name) => name.replace(/^.*\./, '.')).sort(), ['.pdf', '.zip']);
    assert.deepEqual(await (await asksFrom(editors))('cnrytexttitle'), ['texts/cnry-text']);
  });
});

describe('canaries of what was published and is so no more', async () => {
  const contentDir = await writeContent(officeWithCanaries(allOf(SHOWN)));
  const outDir = join(await temporaryFolder(), 'site');
  const served = join(await temporaryFolder(), 'served');
  await buildFolder(contentDir, outDir);
  await deploySite(outDir, served, ['gz', 'br']);
  const published = await canariesBelow(served);
  const after: States = {
    texts: { access: 'internal' },
    speeches: { draft: true },
    articles: undefined,
    essays: WITHDRAWN,
    bulletins: { access: 'internal' },
    checklists: { draft: true },
    ledgers: undefined,
    formulas: WITHDRAWN,
  };
  const narrowed = await writeContent(officeWithCanaries(after));
  await buildFolder(narrowed, outDir);
  await deploySite(outDir, served, ['gz', 'br']);
  /** All that may be left: the addresses of what was withdrawn, whose pages say no more than that. */
  const tombstones = ['essays/cnry-essay/index.html', 'formulas/cnry-formula/index.html'];
  /** Where these addresses are told: lists of files that no reader is shown, and calendars, which have to call an event back by its name. */
  const telling = ['.zhixing.json', '.deployed.json', 'units/center.ics', 'units/center/plan.ics'];
  const namesIn = async (file: string) =>
    (await readFile(file, 'utf8')).replaceAll('\r\n ', '').match(/[\w/.-]*cnry[\w/.-]*/g) ?? [];

  it('were there, or this test would be blind', () => {
    assert.ok(published.size > 50, `${published.size} files`);
  });
  it('are in no file of the site that was built again, but in the addresses of what was withdrawn', async () => {
    const found = [...(await canariesBelow(outDir)).keys()].filter((file) => !telling.includes(file));
    assert.deepEqual(found.sort(), tombstones);
    for (const file of tombstones)
      assert.deepEqual(await canariesIn('', await readFile(join(outDir, file))), []);
  });
  it('are in no file of the served folder, of any generation', async () => {
    const found = [...(await canariesBelow(served)).keys()].map((file) => file.replace(/\.(?:gz|br)$/, ''));
    assert.deepEqual([...new Set(found)].filter((file) => !telling.includes(file)).sort(), tombstones);
  });
  it('appear in lists of files and in calendars only as addresses', async () => {
    for (const [folder, file = ''] of telling.flatMap((each) => [[outDir, each], [served, each]])) {
      const path = join(folder ?? '', file);
      if (!existsSync(path)) continue;
      for (const name of await namesIn(path))
        assert.match(name, /^(?:essays\/cnry-essay|formulas\/cnry-formula)\/index\.html(?:\.gz|\.br)?$|^center-plan-essay-cnry-essay$/, file);
    }
  });
  it('leave a page that says 已撤下 and the day', async () => {
    const page = await readFile(join(served, tombstones[0] ?? ''), 'utf8');
    assert.match(page, /<h1>已撤下<\/h1>/);
    assert.match(page, /这份材料已于<time datetime="2026-11-30">2026年11月30日<\/time>撤下，不再提供。/);
    assert.match(page, /<meta name="robots" content="noindex">/);
  });
});
