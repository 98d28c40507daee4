import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { checkContent } from '../../src/check/check-content.ts';
import { mediaTraces, readMedia } from '../../src/check/media.ts';
import { RULES } from '../../src/import/rules/all-rules.ts';
import { runImport } from '../../src/import/run-import.ts';
import { readBody } from '../../src/markdown/body.ts';
import { BEFORE_PAINT } from '../../src/security/before-paint.ts';
import { EARLY_MANIFEST } from '../../src/security/early-manifest.ts';
import { useBrowser } from '../support/browser.ts';
import { HOSTILE_BODIES, HOSTILE_DRAWINGS, HOSTILE_QUERIES, HOSTILE_WORDS } from '../support/hostile.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';
import {
  buildFolder,
  entryFile,
  temporaryFolder,
  writeContent,
  type BuiltSite,
  type ContentFiles,
} from '../support/site.ts';

const quoted = (words: string) => JSON.stringify(words);
const [FIRST = '', SECOND = '', THIRD = ''] = HOSTILE_WORDS;

/** Pages of which only the frame comes from the content; one page of them stands for all: `about/`. */
const OURS = /^(help\/.|accessibility\/)/;
/** Tabs opened side by side: a page waits most of its time. */
const TABS = 4;

/** Every hostile body as plain Markdown and as MDX, where the check lets it in. */
function bodies(): ContentFiles {
  return Object.fromEntries(
    HOSTILE_BODIES.flatMap((body, index) => {
      const title = `向量${index}${HOSTILE_WORDS[index % HOSTILE_WORDS.length]}`;
      const file = entryFile(`第一段。\n\n${body}\n\n末段。`, { title });
      const isLetIn = (isMdx: boolean) => readBody(body, { isMdx }).faults.length === 0;
      return [
        ...(isLetIn(false) ? [[`texts/hostile-${index}.md`, file]] : []),
        ...(isLetIn(true) ? [[`articles/hostile-${index}.mdx`, file]] : []),
      ];
    }),
  ) as ContentFiles;
}

/** Every field of an entry that takes words, filled with each of the hostile words. */
function fields(): ContentFiles {
  return Object.fromEntries(
    HOSTILE_WORDS.map((words, index) => [
      `speeches/fields-${index}.md`,
      entryFile('第一段。\n\n## 一节\n\n第二段。\n\n## 二节\n\n第三段。', {
        title: words,
        subtitle: words,
        speaker: { name: words, role: words },
        occasion: words,
        place: words,
        topics: [words],
        units: ['unit'],
        campaign: 'campaign',
        summary: words,
        approval: { draftedBy: words, reviewedBy: words, issuedBy: words },
        source: { name: words, note: words, rules: [words], url: `https://source.example/?${words}` },
      }),
    ]),
  );
}

const OTHERS: ContentFiles = {
  'site.yaml': `name: ${quoted(FIRST)}\norganisation: ${quoted(SECOND)}\ndescription: ${quoted(THIRD)}\nnotice: ${quoted(FIRST)}\nfooter: [${quoted(THIRD)}]\n`,
  'units/unit.yaml': `name: ${quoted(FIRST)}\nshortName: ${quoted(SECOND)}\naliases: [{ name: ${quoted(THIRD)} }]\n`,
  'campaigns/campaign.yaml': `name: ${quoted(THIRD)}\norganiser: ${quoted(FIRST)}\n`,
  'checklists/list.yaml': `title: ${quoted(FIRST)}\nitems:\n  - { text: ${quoted(SECOND)}, standard: ${quoted(THIRD)}, owner: ${quoted(FIRST)} }\n`,
  'ledgers/ledger.yaml': `title: ${quoted(THIRD)}\nasOf: 2026-11-20\nsummary: ${quoted(FIRST)}\n`,
  'ledgers/ledger.csv':
    '编号,来源,收到日期,内容分类\n"<svg onload=hit()>",<b onclick=hit(),2026-03-02,"""><script src=//"\n',
  "media/a'onerror='hit().svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'texts/picture-name.md': entryFile("![x](<a'onerror='hit().svg>)", { title: '图片文件名' }),
};

/** Old files as someone hands them in, brought in by the importer as drafts. */
async function importInto(contentDir: string): Promise<void> {
  const inbox = await temporaryFolder();
  await mkdir(inbox, { recursive: true });
  const files = await Promise.all(
    HOSTILE_BODIES.map(async (body, index) => {
      const file = join(inbox, `old-${index}.${index % 2 ? 'md' : 'txt'}`);
      await writeFile(
        file,
        `关于第${index}号来件的通知\n\n2026年3月2日\n\n第一段正文，写得长一些才像一段。\n\n${body}\n`,
      );
      return file;
    }),
  );
  await runImport({
    files,
    contentDir,
    outDir: contentDir,
    dryRun: false,
    kind: 'texts',
    encoding: 'utf-8',
    rules: RULES,
    print: () => undefined,
  });
}

/** What of a page could run or ask another host, told by element. */
function whatCouldRun(page: Page): Promise<string[]> {
  return page.evaluate(
    (own) => {
      const isOurs = (script: HTMLScriptElement) =>
        script.type === 'application/ld+json' ||
        own.includes(script.text) ||
        script.src.startsWith(`${location.origin}/_astro/`);
      const isSafe = (address: string) =>
        ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(address, location.href).protocol);
      return [...document.querySelectorAll('*')]
        .filter(
          (element) =>
            [...element.attributes].some(
              ({ name, value }) =>
                name.startsWith('on') ||
                name === 'style' ||
                name === 'srcdoc' ||
                (/^(href|xlink:href|src|action|formaction|data)$/.test(name) && !isSafe(value)),
            ) ||
            ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'FRAME', 'APPLET'].includes(element.tagName) ||
            (element instanceof HTMLScriptElement && !isOurs(element)) ||
            (element instanceof HTMLMetaElement && element.httpEquiv === 'refresh'),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 200));
    },
    [BEFORE_PAINT, EARLY_MANIFEST],
  );
}

describe(`a library of ${HOSTILE_BODIES.length + HOSTILE_WORDS.length} hostile vectors`, () => {
  const { newPage } = useBrowser();
  let site: BuiltSite;
  let served: ServedFolder;

  before(async () => {
    const letIn = bodies();
    assert.ok(Object.keys(letIn).filter((file) => file.endsWith('.md')).length > HOSTILE_BODIES.length - 3);
    const contentDir = await writeContent({ ...letIn, ...fields(), ...OTHERS });
    await importInto(contentDir);
    site = await buildFolder(contentDir, join(await temporaryFolder(), 'site'), { DRAFTS: '1' });
    served = await serveFolder(site.folder);
  });
  after(() => served.close());

  /** A page on which everything that runs, opens a dialogue or asks another host is written down. */
  async function watched(options: { bypassCSP: boolean }): Promise<{ page: Page; seen: string[] }> {
    const page = await newPage(options);
    const seen: string[] = [];
    await page.exposeFunction('hit', () => seen.push(`ran at ${page.url()}`));
    page.on('dialog', (dialog) => {
      seen.push(`dialogue at ${page.url()}`);
      void dialog.dismiss();
    });
    const ask = (request: Request) => {
      // What the policy stops is told as a request that failed by it, and never leaves the browser.
      if (request.failure()?.errorText !== 'csp' && !request.url().startsWith(served.url))
        seen.push(`${request.url()} at ${page.url()}`);
    };
    page.on('requestfinished', ask);
    page.on('requestfailed', ask);
    return { page, seen };
  }

  it('runs nothing and asks no other host on any page that holds words of the content, even without the content policy', async () => {
    const pages = (await site.files()).filter((file) => file.endsWith('.html') && !OURS.test(file));
    assert.ok(pages.length > 2 * HOSTILE_BODIES.length);
    const tabs = await Promise.all(Array.from({ length: TABS }, () => watched({ bypassCSP: true })));
    await Promise.all(
      tabs.map(async ({ page, seen }, tab) => {
        for (const file of pages.filter((_, index) => index % TABS === tab)) {
          await page.goto(served.url + file.replace(/index\.html$/, ''));
          seen.push(...(await whatCouldRun(page)).map((element) => `${file}: ${element}`));
        }
      }),
    );
    assert.deepEqual(
      tabs.flatMap(({ seen }) => seen),
      [],
    );
  });

  it('runs nothing from an address, nor from what is kept on the device', async () => {
    const { page, seen } = await watched({ bypassCSP: true });
    await page.goto(served.url);
    await page.evaluate((words) => {
      const place = { at: 'p1', title: words, on: '2026-01-01' };
      localStorage.setItem('zhixing.comfort', JSON.stringify({ theme: words, [words]: words, size: words }));
      localStorage.setItem('zhixing.place./texts/hostile-0/', JSON.stringify(place));
      localStorage.setItem('zhixing.place.javascript:hit()', JSON.stringify(place));
      localStorage.setItem(`zhixing.${words}`, JSON.stringify(words));
      localStorage.setItem('zhixing.unit', JSON.stringify(words));
    }, FIRST);
    for (const query of [...HOSTILE_QUERIES, 'device/', 'units/unit/', '']) {
      await page.goto(served.url + query, { waitUntil: 'networkidle' });
      seen.push(...(await whatCouldRun(page)).map((element) => `${query}: ${element}`));
    }
    assert.deepEqual(seen, []);
  });

  it('would not run even if markup got into a page: the content policy stops it', async () => {
    const { page, seen } = await watched({ bypassCSP: false });
    await page.route('**/texts/hostile-0/', async (route) => {
      const html = (await site.read('/texts/hostile-0/')).replace(
        '</main>',
        HOSTILE_BODIES.filter((body) => body.startsWith('<') && !body.includes('http-equiv')).join('') +
          '</main>',
      );
      await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    });
    await page.goto(`${served.url}texts/hostile-0/`, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    assert.deepEqual(seen, []);
  });

  it('takes out of drawings what would run or ask another host, says so of each, and refuses files that are no pictures', async () => {
    const drawings = Object.fromEntries(
      HOSTILE_DRAWINGS.map((drawing, index) => [`media/drawing-${index}.svg`, drawing]),
    );
    const contentDir = await writeContent({
      ...drawings,
      'media/page.html': '<script>hit()</script>',
      'media/page.svg': '<html xmlns="http://www.w3.org/1999/xhtml"><script>hit()</script></html>',
      'media/harmless.svg':
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="#top"><path id="top" d="M0 0h9"/></a></svg>',
    });
    const { faults } = await checkContent(contentDir);
    assert.deepEqual(faults.map(({ file }) => file).sort(), ['media/page.html', 'media/page.svg']);
    const traces = await mediaTraces(contentDir);
    assert.deepEqual(traces.map(({ file }) => file).sort(), Object.keys(drawings).sort());
    for (const file of Object.keys(drawings)) {
      const read = await readMedia(contentDir, file);
      assert.ok(!('refusal' in read), file);
      assert.doesNotMatch(Buffer.from(read.bytes).toString(), /hit|evil|script|on[a-z]+=/i, file);
    }
  });

  it('gets neither an address that runs script into a field, nor an invalid file name', async () => {
    const contentDir = await writeContent({
      'texts/source.md': entryFile('正文。', { source: { name: '甲', url: 'javascript:hit()' } }),
      'texts/"><script>.md': entryFile('正文。'),
      'media/a"onerror="hit().svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const { faults } = await checkContent(contentDir);
    assert.deepEqual(faults.map(({ file }) => file).sort(), [
      'media/a"onerror="hit().svg',
      'texts/"><script>.md',
      'texts/source.md',
    ]);
  });
});
