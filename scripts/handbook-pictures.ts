import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { fontEnvironment } from './browser/fonts.ts';
import { packageFolder, unpackChromium } from './browser/packaged-chromium.ts';
import type { PictureSizes } from '../src/handbook/read-handbook.ts';
import { buildSite } from '../src/publish/build/build-site.ts';
import { serveSite } from '../src/publish/serving/serve-site.ts';
import { LOOPBACK } from '../src/source/settings.ts';
import { ROOT, runCommand } from './command.ts';
import { complain, linesOf, say } from './print.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture of the demo site: what is opened, what is done there, and which part of the page is kept. */
interface Picture {
  name: string;
  address: string;
  width: number;
  /** Most CSS pixels that the picture is high. */
  height: number;
  /** Brings the page into the state that is shown. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Elements that are shown, from the top of the first to the bottom of the last; the top of the page where there are none. */
  shown?: string[];
  /** How high the window is, where something stands at its bottom. */
  view?: number;
  /** The day on which the page is seen, where it is another than `TODAY`. */
  today?: string;
  /** Elements that stand beside them and would be cut. */
  hidden?: string;
}

const PORT = 4399;
/** The demo's pages are seen as on this Monday, so that pictures made on different days are the same. */
const TODAY = '2026-09-14';
const SCHEDULE = '/units/blood-center/conduct-2026/';

/** Where the self-check shows what it found. */
const RESULT = '[data-self-check] .check-result';
const FAULTY_TEXT = `窗口排队怎样减下来

一、存在的的问题

来件从收到的次日起计算,群众很满意。

“有的人说要等半小时。
`;

const PICTURES: Picture[] = [
  {
    name: 'week',
    address: '/',
    width: 1000,
    height: 560,
    shown: ['main h1', 'main .more'],
    hidden: '.home aside section:not(.coming), [data-home-week] ~ *',
    prepare: async (page) => {
      const own = page.waitForResponse(/\/units\/blood-center\/$/);
      await page.selectOption('[data-choose-unit]', 'blood-center');
      await (await own).finished();
      await page.waitForSelector('[data-home-week] .more');
      await page.waitForTimeout(SETTLED);
    },
  },
  {
    name: 'search',
    address: '/search/?q=五个工作日',
    width: 1000,
    height: 620,
    shown: ['main h1', '[data-result]:nth-of-type(2)'],
    hidden: '[data-facet="unit"], [data-facet="topic"], [data-facet="campaign"]',
    prepare: (page) => page.waitForSelector('[data-search-state="ready"]'),
  },
  {
    name: 'cite',
    address: '/texts/five-donts/',
    width: 760,
    height: 400,
    view: 400,
    prepare: async (page) => {
      const paragraph = page.locator('[data-prose] h2 + p').first();
      await paragraph.hover();
      await paragraph.locator('.anchor').click();
      await page.locator('[data-prose] [role="group"]').waitFor();
      await page.evaluate(() =>
        window.scrollBy(0, document.querySelector('[data-prose] h2')!.getBoundingClientRect().top - 40),
      );
      await page.locator('.toast').evaluateAll((toasts) => toasts.forEach((toast) => toast.remove()));
    },
  },
  {
    name: 'large',
    address: '/texts/five-donts/',
    width: 390,
    height: 535,
    prepare: async (page) => {
      await page.getByRole('button', { name: '大字版' }).click();
      await page.waitForSelector(':root[data-large]');
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'schedule',
    address: SCHEDULE,
    width: 1000,
    height: 700,
    shown: ['main h1', 'tr[data-session]'],
  },
  {
    name: 'counting',
    address: SCHEDULE,
    width: 480,
    height: 640,
    shown: ['tr.is-deadline', 'tr.is-deadline .counting'],
    prepare: (page) => page.locator('tr.is-deadline summary').first().click(),
  },
  {
    name: 'notice',
    address: SCHEDULE,
    width: 760,
    height: 760,
    shown: ['.editor'],
    prepare: async (page) => {
      await page.locator('[data-edit-notice]').first().click();
      await page.getByLabel('地点').fill('三楼会议室');
      await showAsInChina(page);
    },
  },
  {
    name: 'calendar',
    address: '/units/blood-center/',
    width: 390,
    height: 640,
    shown: ['.calendar-links'],
    prepare: (page) => page.locator('.calendar-links summary').first().click(),
  },
  {
    name: 'essay',
    address: '/essays/theory-articles-2026/',
    width: 860,
    height: 640,
    shown: ['main > *', 'main .answers'],
  },
  {
    name: 'self-check',
    address: '/essays/theory-articles-2026/',
    width: 760,
    height: 620,
    shown: [RESULT, `${RESULT} section:nth-of-type(4)`],
    prepare: async (page) => {
      await page.locator('[data-self-check] textarea').fill(FAULTY_TEXT);
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.locator(`${RESULT} ul`).first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'checklist',
    address: '/checklists/self-check-2026/',
    width: 1000,
    height: 640,
    shown: ['main h1', 'main tbody tr:nth-child(3)'],
    prepare: async (page) => {
      await page.selectOption('[data-unit-choice]', 'blood-center');
      await page.locator('main tbody input[type="checkbox"]').first().check();
    },
  },
  {
    name: 'receipts',
    address: '/campaigns/conduct-2026/receipts/',
    width: 1000,
    height: 720,
    today: '2026-11-22',
    shown: ['main h1', 'main table'],
    hidden: 'main table tr > :nth-child(n + 8)',
  },
];

/** What README shows, side by side: the head of a page with what it is for, as a reader's window shows it. */
const README_PICTURES: Picture[] = [
  { name: 'schedule', address: SCHEDULE, width: 1000, height: 720, view: 720 },
  {
    name: 'search',
    address: '/search/?q=五个工作日',
    width: 1000,
    height: 720,
    view: 720,
    prepare: (page) => page.waitForSelector('[data-search-state="ready"]'),
  },
];

/** Room around the part that is shown, in CSS pixels. */
const MARGIN = 12;
/** Milliseconds in which a page shows what it has just read. */
const SETTLED = 300;
/** A window in which most pages stand whole. */
const TALL = 1400;
/** Device pixels for a CSS pixel. */
const SHARPNESS = 1.5;
const QUALITY = 0.62;

const USAGE = {
  call: 'npm run handbook:pictures',
  does: '重拍使用手册和 README 里的图：生成示例网站，打开每一页，把图写进 public/help/ 和 docs/。',
};

await runCommand(USAGE, async (settings) => {
  const site = await mkdtemp(join(tmpdir(), 'handbook-'));
  const folder = join(ROOT, 'public/help');
  await standIn(folder);
  try {
    const { problems } = await buildSite({
      ...settings,
      contentDir: join(ROOT, 'content'),
      outDir: join(site, 'dist'),
      basePath: '/',
    });
    complain(...problems.flatMap(linesOf));
    if (problems.length > 0) return 1;
    const server = await serveSite(join(site, 'dist'), '/', PORT);
    const browser = await packagedBrowser();
    try {
      await takeAll(browser, folder);
      for (const picture of README_PICTURES) await takeInto(join(ROOT, 'docs'), browser, picture);
    } finally {
      await browser.close();
      server.close();
    }
    return 0;
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});

/** A site whose handbook shows a picture that was never taken would not be built. */
async function standIn(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name } of PICTURES) await writeFile(join(folder, `${name}.webp`), '', { flag: 'a' });
}

async function takeAll(browser: Browser, folder: string): Promise<void> {
  const sizes: PictureSizes = {};
  for (const picture of PICTURES) {
    sizes[`${picture.name}.webp`] = await takeInto(folder, browser, picture);
  }
  for (const file of await readdir(folder)) if (!(file in sizes)) await rm(join(folder, file));
  await writeFile(join(ROOT, 'src/handbook/pictures.json'), `${JSON.stringify(sizes, null, 2)}\n`);
}

/** Writes a picture into a folder, and returns its size in CSS pixels. */
async function takeInto(folder: string, browser: Browser, picture: Picture): Promise<PictureSizes[string]> {
  const { data, width, height } = await take(browser, picture);
  const file = `${picture.name}.webp`;
  await writeFile(join(folder, file), data);
  say(`${file}  ${width}×${height}  ${Math.ceil(data.length / 1024)} kB`);
  return { width, height };
}

/** The browser that comes with the packages, so that pictures do not change with what a machine has. */
async function packagedBrowser(): Promise<Browser> {
  const folder = packageFolder();
  if (folder === undefined) throw new Error('没有 @sparticuz/chromium，先运行 npm ci');
  const { executablePath, libraries } = await unpackChromium(folder);
  const env = { ...process.env, ...(await fontEnvironment()), LD_LIBRARY_PATH: libraries };
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--font-render-hinting=none'], env });
}

async function take(
  browser: Browser,
  { address, width, height, view, today = TODAY, prepare, shown = [], hidden }: Picture,
) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width, height: view ?? TALL },
    // The content policy of the pages refuses the style that hides what would be cut.
    bypassCSP: true,
    deviceScaleFactor: SHARPNESS,
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${today}T08:30:00+08:00`));
    await page.goto(`http://${LOOPBACK}:${PORT}${address}`, { waitUntil: 'networkidle' });
    await prepare?.(page);
    if (hidden) await page.addStyleTag({ content: `${hidden} { display: none !important; }` });
    const clip =
      shown.length > 0 ? await around(page, shown, { width, height }) : { x: 0, y: 0, width, height };
    const shot = await page.screenshot({
      clip,
      fullPage: view === undefined,
      animations: 'disabled',
      caret: 'hide',
    });
    return { data: await toWebp(page, shot), width: Math.round(clip.width), height: Math.round(clip.height) };
  } finally {
    await context.close();
  }
}

/** The part of the page that holds all of the elements, as wide as the page's own column. */
async function around(
  page: Page,
  elements: readonly string[],
  most: Pick<Box, 'width' | 'height'>,
): Promise<Box> {
  const boxes = await Promise.all(elements.map((element) => page.locator(element).first().boundingBox()));
  const found = boxes.filter((box) => box !== null);
  const [column] = elements.length > 1 ? [await page.locator('main').boundingBox()] : found;
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || !column) throw new Error(`没有 ${elements.join('、')}`);
  const margin = elements.length > 1 ? MARGIN : 0;
  const x = Math.max(0, column.x - margin);
  const scrolled = await page.evaluate(() => window.scrollY);
  const y = Math.max(0, first.y + scrolled - margin);
  return {
    x,
    y,
    width: Math.min(most.width - x, column.width + 2 * margin),
    height: Math.min(most.height, last.y + scrolled + last.height + margin - y),
  };
}

/** The packaged browser writes days and times as in the United States; these fields as a Chinese one shows them. */
async function showAsInChina(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>(
      'input[type="date"], input[type="time"]',
    )) {
      const { value } = input;
      input.type = 'text';
      input.value = value.replaceAll('-', '/');
    }
  });
}

/** The browser itself turns a picture into the smaller form that every browser shows. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const url = await page.evaluate(
    async ([data, quality]) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    [png.toString('base64'), QUALITY] as const,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
