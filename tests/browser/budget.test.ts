import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { buildFolder, entryFile, ROOT, temporaryFolder } from '../support/site.ts';
import { visitAll } from '../support/visit-all.ts';

interface Weight {
  all: number;
  script: number;
}

/** Bytes after brotli that a first visit may cost: everything requested, and the scripts among it. */
const LIMITS: Readonly<Record<string, Weight>> = {
  // With what it says where the next has no day yet, as on a unit's page and a schedule.
  home: { all: 26_000, script: 5_800 },
  library: { all: 8_400, script: 1_000 },
  year: { all: 7_900, script: 1_000 },
  kind: { all: 7_000, script: 1_000 },
  reading: { all: 8_400, script: 1_000 },
  'reading with a picture': { all: 9_800, script: 1_000 },
  'reading with a table': { all: 8_700, script: 1_000 },
  'reading with footnotes': { all: 8_900, script: 1_000 },
  'reading with corrections': { all: 8_600, script: 1_000 },
  formulas: { all: 5_800, script: 1_000 },
  'formula of two sources': { all: 5_600, script: 1_000 },
  'formula without a list': { all: 5_400, script: 1_000 },
  topics: { all: 5_400, script: 1_000 },
  topic: { all: 6_600, script: 1_000 },
  speakers: { all: 5_400, script: 1_000 },
  speaker: { all: 5_800, script: 1_000 },
  units: { all: 5_400, script: 1_000 },
  unit: { all: 19_400, script: 5_800 },
  // With what moved days were before, and dates kept whole.
  schedule: { all: 15_400, script: 5_800 },
  campaigns: { all: 6_800, script: 1_000 },
  campaign: { all: 12_300, script: 1_000 },
  'campaign without dates': { all: 9_300, script: 1_000 },
  // With the rules that keep a copied cell from being worked out.
  receipts: { all: 10_900, script: 3_000 },
  checklists: { all: 6_800, script: 1_000 },
  checklist: { all: 13_500, script: 5_000 },
  ledgers: { all: 7_000, script: 1_000 },
  ledger: { all: 9_300, script: 1_000 },
  'ledger of totals': { all: 9_200, script: 1_000 },
  bulletins: { all: 5_200, script: 1_000 },
  bulletin: { all: 7_900, script: 4_000 },
  'essay calls': { all: 7_700, script: 1_000 },
  'essay call': { all: 12_200, script: 2_500 },
  'essay call of which little is known': { all: 10_600, script: 2_500 },
  // With the manifest, without which no search begins: asked for from the head. And with what it says of signs alone.
  search: { all: 31_600, script: 15_000 },
  about: { all: 5_300, script: 1_000 },
  accessibility: { all: 5_400, script: 1_000 },
  device: { all: 9_900, script: 6_000 },
  'materials at hand': { all: 9_900, script: 4_000 },
  'page without network': { all: 6_400, script: 4_000 },
  withdrawn: { all: 4_200, script: 1_000 },
  missing: { all: 4_200, script: 1_000 },
  refused: { all: 4_200, script: 1_000 },
  broken: { all: 4_200, script: 1_000 },
  '/speeches/[...path]/': { all: 6_500, script: 1_000 },
  '/articles/[...path]/': { all: 6_500, script: 1_000 },
  '/articles/[id]/': { all: 6_300, script: 1_000 },
  '/units/[unit]/[plan]/print/': { all: 22_400, script: 4_500 },
  '/essays/[id]/print/': { all: 14_300, script: 4_500 },
  '/forms/': { all: 8_000, script: 1_000 },
  '/forms/[form]/': { all: 13_200, script: 4_500 },
  '/help/': { all: 6_800, script: 1_000 },
  // With its pictures.
  '/help/[id]/': { all: 175_000, script: 1_000 },
};

/** What a reading page of so many characters may cost, in the surroundings of the demo office: the second is what one round trip brings. */
const PROMISES = [
  { id: 'promised', characters: 2_400, all: 8_000, script: 5_000 },
  { id: 'promised-long', characters: 7_000, all: 14_000, script: 5_000 },
];

/** A body of so many characters, put together from paragraphs of the demo office, each once. */
async function bodyOf(characters: number): Promise<string> {
  const paragraphs = new Set<string>();
  let length = 0;
  const folders = ['content/articles', 'content/texts'];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(ROOT, folder))).sort().map((name) => join(ROOT, folder, name)),
    ),
  );
  for (const file of files.flat().filter((name) => name.endsWith('.md'))) {
    const text = await readFile(file, 'utf8');
    for (const paragraph of text.split('\n---\n').slice(1).join('').split('\n\n')) {
      const rest = paragraph.trim().slice(0, characters - length);
      if (rest === '' || paragraphs.has(rest)) continue;
      paragraphs.add(rest);
      length += rest.length;
    }
  }
  assert.equal(length, characters);
  return [...paragraphs].join('\n\n');
}

/** The demo office with the entries that the promises are measured by. */
async function contentWithPromised(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(ROOT, 'content'), folder, { recursive: true });
  const fields = {
    title: '在重点工作推进会上的讲话',
    speaker: { role: '云川市卫生健康委主任' },
    occasion: '重点工作推进会',
    topics: ['作风建设', '服务质量'],
    units: ['health-commission'],
    campaign: 'conduct-2026',
    summary: '重点工作推进得怎样，哪些事情没有办好，下一步怎么办。',
    source: { name: '本站撰写的示例材料' },
  };
  for (const { id, characters } of PROMISES)
    await writeFile(
      join(folder, `speeches/${id}.md`),
      entryFile(await bodyOf(characters), { ...fields, title: `${fields.title}${id}` }),
    );
  return folder;
}

/** Bytes after brotli, by a digest of what was compressed: most pages ask for the same scripts and styles. */
const compressed = new Map<string, number>();

function brotliBytes(body: Buffer): number {
  const key = hash('sha256', body);
  const size = compressed.get(key) ?? brotliCompressSync(body).length;
  compressed.set(key, size);
  return size;
}

describe('the weight of a first visit', async () => {
  const { newPage } = useBrowser();
  const { url } = await serveDemo();

  async function weigh(address: string): Promise<Weight> {
    const page = await newPage();
    const bodies = new Map<string, Promise<{ size: number; isScript: boolean }>>();
    const weighBody = (response: Response) => {
      const isScript = response.request().resourceType() === 'script';
      const size = response.body().then((body) => ({ size: brotliBytes(body), isScript }));
      bodies.set(response.url(), size);
    };
    page.on('response', weighBody);
    await page.goto(address, { waitUntil: 'networkidle' });
    const icon = await page.locator('link[rel=icon]').getAttribute('href');
    if (icon) await page.evaluate(async (href) => void (await fetch(href)), icon);
    page.off('response', weighBody);
    const sizes = await Promise.all(bodies.values());
    await page.context().close();
    const sum = (list: typeof sizes) => list.reduce((total, { size }) => total + size, 0);
    return { all: sum(sizes), script: sum(sizes.filter(({ isScript }) => isScript)) };
  }

  function assertWithin({ all, script }: Weight, limit: Weight): void {
    assert.ok(all <= limit.all, `${all} bytes of ${limit.all}`);
    assert.ok(script <= limit.script, `${script} bytes of script of ${limit.script}`);
  }

  it('keeps the limit of its kind of page', async (test) => {
    const kinds = Object.entries(PAGE_KINDS);
    const weights = new Map<string, Weight>();
    const weighKind = async (_: unknown, [kind, address]: [string, string]): Promise<void> =>
      void weights.set(kind, await weigh(url + address));
    await visitAll(kinds, () => Promise.resolve(), weighKind);
    const over = kinds.flatMap(([kind]) => {
      const { all, script } = weights.get(kind)!;
      test.diagnostic(`${kind}: ${all} bytes, ${script} of them script`);
      const limit = LIMITS[kind] ?? { all: 0, script: 0 };
      return all > limit.all || script > limit.script
        ? [`${kind}: ${all} of ${limit.all}, ${script} of ${limit.script} script`]
        : [];
    });
    assert.deepEqual(over, []);
  });

  let served: ServedFolder;
  before(async () => {
    const site = await buildFolder(await contentWithPromised(), join(await temporaryFolder(), 'site'));
    served = await serveFolder(site.folder);
  });
  after(() => served.close());

  it('of a reading page is at most 8 kB for 2,400 characters, 14 kB for 7,000', async (test) => {
    for (const { id, characters, ...limit } of PROMISES) {
      const weight = await weigh(`${served.url}speeches/${id}/`);
      test.diagnostic(`${characters} characters: ${weight.all} bytes, ${weight.script} of them script`);
      assertWithin(weight, limit);
    }
  });
});
