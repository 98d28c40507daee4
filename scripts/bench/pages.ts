import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { readSettings } from '../../src/source/settings.ts';
import { buildPeers, installTools, TOOLS, type Article } from './peers.ts';
import { serveCompressed, TEXT_TYPES } from './server.ts';
import { linesOf, say } from '../print.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');
const CHARACTERS = 2_400;
const PEER_PAGES = 200;
const DEBUGGING_PORT = 9333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What one first visit costs and how it is judged. */
interface Figures {
  name: string;
  /** Bytes after brotli of everything asked for, the icon included. */
  all: number;
  script: number;
  requests: number;
  nodes: number;
  firstPaint: number;
  largestPaint: number;
  /** Performance, accessibility, best practices, search engines, of 100. */
  scores: number[];
}

/** Weighs a first visit on a phone's screen, in a browser that has seen nothing yet. */
async function weigh(browser: Browser, address: string): Promise<Omit<Figures, 'name' | 'scores'>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const bodies = new Map<string, Promise<{ size: number; isScript: boolean }>>();
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script';
    const isText = Object.values(TEXT_TYPES).includes(response.headers()['content-type'] ?? '');
    const size = response.body().then((body) => (isText ? brotliCompressSync(body) : body).length);
    bodies.set(
      response.url(),
      size.then(
        (bytes) => ({ size: bytes, isScript }),
        () => ({ size: 0, isScript }),
      ),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const icon = await page
    .locator('link[rel~=icon]')
    .first()
    .getAttribute('href', { timeout: 1000 })
    .catch(() => null);
  if (icon) await page.evaluate(async (href) => void (await fetch(href)), icon);
  const paints = await page.evaluate(
    () =>
      new Promise<{ first: number; largest: number; nodes: number }>((resolve) => {
        new PerformanceObserver((list) => {
          const largest = list.getEntries().at(-1)?.startTime ?? 0;
          const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
          resolve({ first, largest, nodes: document.querySelectorAll('*').length });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  const all = await Promise.all(bodies.values());
  await context.close();
  const sum = (list: typeof all) => list.reduce((total, { size }) => total + size, 0);
  return {
    all: sum(all),
    script: sum(all.filter(({ isScript }) => isScript)),
    requests: all.length,
    nodes: paints.nodes,
    firstPaint: paints.first,
    largestPaint: paints.largest,
  };
}

/** Lighthouse's four scores of an address, mobile, in the project's own browser. */
async function judge(address: string): Promise<{ scores: number[]; lost: string[] }> {
  const { stdout } = await run(
    process.execPath,
    [
      path.join(TOOLS, 'node_modules/lighthouse/cli/index.js'),
      address,
      `--port=${DEBUGGING_PORT}`,
      '--output=json',
      '--quiet',
      `--only-categories=${CATEGORIES.join(',')}`,
    ],
    { cwd: TOOLS, maxBuffer: 2 ** 27 },
  );
  const report = JSON.parse(stdout) as {
    categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
  };
  const scores = CATEGORIES.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100));
  const weighty = Object.values(report.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  const lost = weighty.flatMap(({ id }) => {
    const audit = report.audits[id];
    return audit && audit.score !== null && audit.score < 0.9
      ? [`${id}: ${audit.displayValue ?? audit.title}`]
      : [];
  });
  return { scores, lost };
}

/** Paragraphs of the demo office, each once, of so many characters together. */
async function articleOf(characters: number): Promise<Article> {
  const text: string[] = [];
  let length = 0;
  for (const file of (await readdir(path.join(ROOT, 'content/articles'))).sort()) {
    const body = (await readFile(path.join(ROOT, 'content/articles', file), 'utf8'))
      .split('\n---\n')
      .slice(1)
      .join('');
    for (const paragraph of body.split('\n\n')) {
      const rest = paragraph.trim().slice(0, characters - length);
      if (rest === '' || text.includes(rest)) continue;
      text.push(rest);
      length += rest.length;
    }
  }
  return { title: '在重点工作推进会上的讲话', text };
}

/** The demo office with the article in it, built. */
async function buildOurs(folder: string, { title, text }: Article): Promise<string> {
  const contentDir = path.join(folder, 'content');
  await cp(path.join(ROOT, 'content'), contentDir, { recursive: true });
  const fields = `title: ${title}\ndate: 2026-03-02\nspeaker: { role: 云川市卫生健康委主任 }\ntopics: [作风建设]\n`;
  await writeFile(path.join(contentDir, 'speeches/bench.md'), `---\n${fields}---\n\n${text.join('\n\n')}\n`);
  const outDir = path.join(folder, 'site');
  const { problems } = await buildSite(readSettings({ CONTENT_DIR: contentDir, OUT_DIR: outDir }, ROOT));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return outDir;
}

/** Our pages, by what they are; the first holds the article that the peers hold. */
const OURS: readonly (readonly [name: string, address: string])[] = [
  ['阅读', 'speeches/bench/'],
  ['首页', ''],
  ['检索', 'search/'],
  ['学习安排', 'units/blood-center/conduct-2026/'],
  ['材料报送', 'essays/theory-articles-2026/'],
];

/**
 * Weighs and judges our pages, and the same article in Starlight, VitePress and Docusaurus as they come, in one run. Prints a table, and
 * beneath it what Lighthouse held against each page.
 */
export async function benchPages(): Promise<void> {
  await installTools(TOOLS);
  const article = await articleOf(CHARACTERS);
  const others = Array.from({ length: PEER_PAGES }, (_, index) => ({
    title: `第${index + 1}篇`,
    text: article.text.slice(0, 3),
  }));
  const folder = await mkdtemp(path.join(tmpdir(), 'zhixing-pages-'));
  const site = await buildOurs(folder, article);
  const peers = await buildPeers(TOOLS, [article, ...others]);
  const { executablePath, env, args } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${DEBUGGING_PORT}`],
    env: { ...process.env, ...env },
  });
  const notes: string[] = [];
  try {
    const figures: Figures[] = [];
    const visit = async (name: string, from: string, addresses: readonly string[]) => {
      const served = await serveCompressed(from, 'br');
      for (const [index, address] of addresses.entries()) {
        const label = addresses.length > 1 ? `本项目 ${OURS[index]?.[0] ?? ''}` : name;
        const weight = await weigh(browser, served.url + address);
        const { scores, lost } = await judge(served.url + address);
        figures.push({ name: label, ...weight, scores });
        if (lost.length > 0) notes.push(`${label}: ${lost.join('; ')}`);
      }
      served.close();
    };
    await visit(
      '本项目',
      site,
      OURS.map(([, address]) => address),
    );
    for (const { name, folder: from, address } of peers) await visit(name, from, [address]);
    say(...linesOf(table(figures, browser.version())));
    if (notes.length > 0) say('', ...notes.flatMap(linesOf));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function table(figures: readonly Figures[], version: string): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    `Chromium ${version}; an article of ${CHARACTERS} characters; peers with ${PEER_PAGES} more pages`,
    '',
    '| page | first visit, brotli | script | requests | elements | FCP, LCP | Lighthouse mobile |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map(
      ({ name, all, script, requests, nodes, firstPaint, largestPaint, scores }) =>
        `| ${name} | ${kilobytes(all)} | ${kilobytes(script)} | ${requests} | ${nodes} | ${Math.round(firstPaint)} ms, ${Math.round(largestPaint)} ms | ${scores.join(', ')} |`,
    ),
  ].join('\n');
}
