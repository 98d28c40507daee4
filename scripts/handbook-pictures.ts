import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { fontEnvironment } from '../src/browser/fonts.ts';
import { packageFolder, unpackChromium } from '../src/browser/packaged-chromium.ts';
import type { PictureSizes } from '../src/handbook/read-handbook.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { serveSite } from '../src/publish/serve.ts';
import { ROOT, runCommand } from './command.ts';

/** A picture of the demo site: what is opened, what is done there, and which part of the page is kept. */
interface Picture {
  name: string;
  address: string;
  width: number;
  /** Most CSS pixels that the picture is high. */
  height: number;
  /** Brings the page into the state that is shown. Resolves to the part that is shown; without one it is the top of the page. */
  prepare?: (page: Page) => Promise<string | undefined>;
}

const PORT = 4399;
/** The demo's pages are seen as on this Monday, so that pictures made on different days are the same. */
const TODAY = new Date('2026-09-14T08:30:00+08:00');
const SCHEDULE = '/units/blood-center/conduct-2026/';

const PICTURES: Picture[] = [
  {
    name: 'week',
    address: '/',
    width: 1000,
    height: 560,
    prepare: async (page) => {
      await page.selectOption('[data-choose-unit]', 'blood-center');
      await page.waitForLoadState('networkidle');
      return 'main';
    },
  },
  {
    name: 'search',
    address: '/search/?q=五个工作日',
    width: 1000,
    height: 620,
    prepare: async (page) => {
      await page.waitForSelector('[data-search-state="ready"]');
      return 'main';
    },
  },
  {
    name: 'cite',
    address: '/texts/five-donts/',
    width: 760,
    height: 460,
    prepare: async (page) => {
      const paragraph = page.locator('[data-prose] p').nth(1);
      await paragraph.hover();
      await paragraph.locator('.anchor').click();
      await page.locator('[data-prose] .bar').waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.locator('.toast').evaluateAll((toasts) => toasts.forEach((toast) => toast.remove()));
      return 'article';
    },
  },
  {
    name: 'large',
    address: '/texts/five-donts/',
    width: 390,
    height: 640,
    prepare: async (page) => {
      await page.getByRole('button', { name: '大字版' }).click();
      await page.waitForSelector(':root[data-large]');
      await page.waitForLoadState('networkidle');
      return undefined;
    },
  },
  { name: 'schedule', address: SCHEDULE, width: 1000, height: 620, prepare: async () => 'main' },
  {
    name: 'counting',
    address: SCHEDULE,
    width: 760,
    height: 420,
    prepare: async (page) => {
      const deadline = page.locator('tr.is-deadline').first();
      await deadline.locator('summary').click();
      return 'tr.is-deadline';
    },
  },
  {
    name: 'notice',
    address: SCHEDULE,
    width: 760,
    height: 760,
    prepare: async (page) => {
      await page.locator('[data-edit-notice]').first().click();
      await page.getByLabel('地点').fill('三楼会议室');
      return '.editor';
    },
  },
  {
    name: 'calendar',
    address: '/units/blood-center/',
    width: 390,
    height: 640,
    prepare: async (page) => {
      await page.locator('.calendar-links summary').first().click();
      await page.locator('.calendar-links').first().scrollIntoViewIfNeeded();
      return '.calendar-links';
    },
  },
  { name: 'essay', address: '/essays/theory-articles-2026/', width: 860, height: 620, prepare: async () => 'main' },
];

/** Room around the part that is shown, in CSS pixels. */
const MARGIN = 12;
/** Device pixels for a CSS pixel. */
const SHARPNESS = 1.5;
const QUALITY = 0.82;

await runCommand(async (settings) => {
  const site = await mkdtemp(join(tmpdir(), 'handbook-'));
  const folder = join(ROOT, 'public/help');
  try {
    const { problems } = await buildSite({ ...settings, contentDir: join(ROOT, 'content'), outDir: join(site, 'dist'), basePath: '/' });
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    const server = await serveSite(join(site, 'dist'), '/', PORT);
    const browser = await packagedBrowser();
    try {
      await takeAll(browser, folder);
    } finally {
      await browser.close();
      server.close();
    }
    return 0;
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});

async function takeAll(browser: Browser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const sizes: PictureSizes = {};
  for (const picture of PICTURES) {
    const { data, width, height } = await take(browser, picture);
    const file = `${picture.name}.webp`;
    await writeFile(join(folder, file), data);
    sizes[file] = { width, height };
    console.log(`${file}  ${width}×${height}  ${Math.ceil(data.length / 1024)} kB`);
  }
  for (const file of await readdir(folder)) if (!(file in sizes)) await rm(join(folder, file));
  await writeFile(join(ROOT, 'src/handbook/pictures.json'), `${JSON.stringify(sizes, null, 2)}\n`);
}

/** The browser that comes with the packages, so that pictures do not change with what a machine has. */
async function packagedBrowser(): Promise<Browser> {
  const folder = packageFolder();
  if (folder === undefined) throw new Error('没有 @sparticuz/chromium，先运行 npm ci');
  const { executablePath, libraries } = await unpackChromium(folder);
  const env = { ...process.env, ...(await fontEnvironment()), LD_LIBRARY_PATH: libraries };
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--font-render-hinting=none'], env });
}

async function take(browser: Browser, { address, width, height, prepare }: Picture) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width, height: 1400 },
    deviceScaleFactor: SHARPNESS,
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(TODAY);
    await page.goto(`http://localhost:${PORT}${address}`, { waitUntil: 'networkidle' });
    const part = await prepare?.(page);
    const box = (part && (await page.locator(part).first().boundingBox())) || { x: 0, y: 0, width, height };
    const margin = part ? MARGIN : 0;
    const clip = {
      x: Math.max(0, box.x - margin),
      y: Math.max(0, box.y - margin),
      width: Math.min(width, box.width + 2 * margin),
      height: Math.min(height, box.height + 2 * margin),
    };
    const shot = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    return { data: await toWebp(page, shot), width: Math.round(clip.width), height: Math.round(clip.height) };
  } finally {
    await context.close();
  }
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
