import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser, type PageOptions } from '../support/browser.ts';
import { serveDemo } from '../support/serve-demo.ts';

const TEXT = '/texts/conduct-plan/';
const DARK = 'rgb(25, 24, 21)';
const SEPIA = 'rgb(241, 229, 203)';

const { newPage } = useBrowser();
const { url, folder } = await serveDemo();

/** Opens a page on a device that keeps these things already. */
async function openWith(
  kept: Record<string, unknown>,
  address: string = TEXT,
  options: PageOptions = {},
): Promise<Page> {
  const localStorage = Object.entries(kept).map(([key, value]) => ({
    name: `zhixing.${key}`,
    value: JSON.stringify(value),
  }));
  const page = await newPage({
    ...options,
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  });
  await page.goto(url + address);
  return page;
}

function looks(page: Page): Promise<{ paper: string; size: number; line: number; face: string }> {
  return page
    .locator('[data-prose] p')
    .first()
    .evaluate((paragraph) => {
      const { fontSize, lineHeight, fontFamily } = getComputedStyle(paragraph);
      const size = parseFloat(fontSize);
      return {
        paper: getComputedStyle(document.documentElement).backgroundColor,
        size: Math.round(size * 10) / 10,
        line: Math.round((parseFloat(lineHeight) / size) * 100) / 100,
        face: fontFamily,
      };
    });
}

async function openPanel(page: Page) {
  await page.getByRole('button', { name: '阅读设置' }).click();
  const panel = page.getByRole('dialog', { name: '阅读设置' });
  await panel.waitFor();
  return panel;
}

/** Waits until an element has the focus. */
const focused = (page: Page, selector: string): Promise<void> =>
  page.locator(`${selector}:focus`).waitFor({ state: 'attached' });

describe('the reader’s choices', () => {
  test('show at once, stay on the device and hold on the next page', async () => {
    const page = await openWith({});
    const panel = await openPanel(page);
    for (const name of ['30 像素', '米黄', '黑体', '宽', '段间空行']) {
      await panel.getByRole('radio', { name, exact: true }).check({ force: true });
    }
    const chosen = await looks(page);
    assert.deepEqual([chosen.paper, chosen.size, chosen.line], [SEPIA, 30, 2.2]);
    assert.match(chosen.face, /^"?(PingFang|HarmonyOS)/);
    assert.equal(
      await page
        .locator('[data-prose] p')
        .nth(1)
        .evaluate((p) => getComputedStyle(p).textIndent),
      '0px',
    );
    await page.goto(`${url}/texts/three-lists/`);
    assert.deepEqual(await looks(page), chosen);
  });

  test('offer the reading text in 18, 20, 22, 26 and 30 px', async () => {
    const sizes: number[] = [];
    for (const size of ['', '2', '3', '4', '5'])
      sizes.push((await looks(await openWith({ comfort: { size } }))).size);
    assert.deepEqual(sizes, [18, 20, 22, 26, 30]);
  });

  test('go back to the default with one button, and nothing is kept then', async () => {
    const page = await openWith({ comfort: { theme: 'dark', size: '5', large: 'on' } });
    await (await openPanel(page)).getByRole('button', { name: '恢复原样' }).click();
    assert.equal((await looks(page)).size, 18);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  test('are made and left by keyboard alone', async () => {
    const page = await openWith({});
    await page.getByRole('button', { name: '阅读设置' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await focused(page, '[aria-label="18 像素"]');
    await page.keyboard.press('ArrowRight');
    await focused(page, '[aria-label="20 像素"]');
    assert.equal((await looks(page)).size, 20);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await focused(page, 'button:has-text("阅读设置")');
  });

  test('hold for the page where the browser refuses storage', async () => {
    const page = await newPage();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new Error('refused');
        },
      }),
    );
    await page.goto(url + TEXT);
    const panel = await openPanel(page);
    await panel.getByRole('radio', { name: '26 像素' }).check({ force: true });
    await panel.getByRole('radio', { name: '米黄' }).check({ force: true });
    assert.deepEqual([(await looks(page)).size, (await looks(page)).paper], [26, SEPIA]);
  });

  test('are there in the first frame: no other colour flashes', async () => {
    const page = await openWith({ comfort: { theme: 'dark' } });
    await page.addInitScript(() => {
      const seen: string[] = ((window as unknown as { seen: string[] }).seen = []);
      const look = () => {
        if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
        if (seen.length < 30) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 10);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    assert.deepEqual([...new Set(seen)], [DARK]);
  });

  test('are read by a script that stands before every stylesheet, the same on every page', async () => {
    const scripts = new Set<string>();
    for (const address of ['index.html', 'texts/conduct-plan/index.html', '404.html', 'search/index.html']) {
      const html = await readFile(join(folder, address), 'utf8');
      const script = /<script data-styles="[^"]+">([\s\S]*?)<\/script>/.exec(html);
      assert.ok(script && script.index < html.indexOf('<link rel="stylesheet"'), address);
      scripts.add(script[1]!);
    }
    assert.equal(scripts.size, 1);
  });

  test('put no colour on paper, but the larger type', async () => {
    const page = await openWith({ comfort: { theme: 'contrast', size: '5', large: 'on' } });
    await page.emulateMedia({ media: 'print' });
    const { paper, size } = await looks(page);
    assert.deepEqual([paper, Math.round((size * 72) / 96)], ['rgb(255, 255, 255)', 16]);
  });

  test('cost a first visit no stylesheet and no script but the one of every page', async () => {
    const page = await newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(url.length)));
    await page.goto(url + TEXT, { waitUntil: 'networkidle' });
    assert.equal(asked.filter((path) => path.endsWith('.js')).length, 1, asked.join('\n'));
    assert.equal(
      asked.some((path) => path.includes('comfort')),
      false,
    );
  });

  test('are not offered where they could do nothing: without JavaScript', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(url + TEXT);
    assert.equal(await page.getByRole('button', { name: '阅读设置' }).count(), 0);
  });
});

describe('the large-type edition', () => {
  test('is one tap away in the head of the page, and one tap back', async () => {
    const page = await newPage({ width: 360, height: 740 });
    await page.goto(url + TEXT);
    await page.getByRole('button', { name: '大字版', exact: true }).click();
    await page.getByRole('button', { name: '退出大字版' }).waitFor();
    const { size, line } = await looks(page);
    assert.ok(size >= 22 && line >= 1.7, `${size} px, ${line}`);
    await page.reload();
    assert.equal((await looks(page)).size, size);
    await page.getByRole('button', { name: '退出大字版' }).click();
    await page.getByRole('button', { name: '大字版', exact: true }).waitFor();
    assert.equal((await looks(page)).size, 18);
  });

  for (const width of [360, 1280]) {
    test(`has targets of at least 44 px and one column at ${width} px`, async () => {
      const page = await openWith({ comfort: { large: 'on' } }, TEXT, { width, height: 740 });
      const small = await page
        .locator('.head a:visible, .foot a:visible, button:visible, summary:visible, input:visible')
        .evaluateAll((targets) =>
          targets
            .filter(
              (target) => !target.closest('.assigned, .name') && target.getBoundingClientRect().height < 44,
            )
            .map(({ outerHTML }) => outerHTML),
        );
      assert.deepEqual(small, []);
      assert.equal(await page.locator('.beside:visible').count(), 0);
      const [article, contents] = await Promise.all(
        ['article', '.contents'].map((selector) => page.locator(selector).boundingBox()),
      );
      assert.ok(contents!.y + contents!.height <= article!.y, 'the contents stand beside the text');
    });
  }

  test('is never smaller than 22 px, whatever size was chosen, and as large as 30 px', async () => {
    const sizes: number[] = [];
    for (const size of ['', '2', '3', '4', '5']) {
      sizes.push((await looks(await openWith({ comfort: { large: 'on', size } }))).size);
    }
    assert.deepEqual(sizes, [24, 24, 24, 26, 30]);
  });

  test('keeps the reader at the paragraph', async () => {
    const page = await newPage({ width: 360, height: 740 });
    await page.goto(`${url}${TEXT}#p20`);
    const before = await page.locator('#p20').boundingBox();
    assert.ok(before && before.y < 740);
    await page.evaluate(() => (document.querySelector('[data-tool=large]') as HTMLElement).click());
    await page.waitForFunction(() => document.documentElement.dataset.large === 'on');
    const blocks = await page.locator('[data-prose] [id]').evaluateAll((all) =>
      all
        .filter((block) => {
          const { top, bottom } = block.getBoundingClientRect();
          return bottom > 0 && top < 740;
        })
        .map(({ id }) => Number(id.slice(1))),
    );
    assert.ok(
      blocks.some((number) => Math.abs(number - 20) <= 4),
      String(blocks),
    );
  });
});

describe('the place in a text', () => {
  async function readTo(page: Page, anchor: string): Promise<void> {
    await page
      .locator(anchor)
      .evaluate((block) => window.scrollTo(0, block.getBoundingClientRect().top + window.scrollY - 100));
    await page.locator('.reader-bar--place', { hasText: /读到第/ }).waitFor();
  }

  test('is shown with the minutes that are left', async () => {
    const page = await openWith({});
    await readTo(page, '#p20');
    assert.match(await page.locator('.reader-bar--place').innerText(), /^读到第 2[0-2] 段，还有约 \d+ 分钟$/);
  });

  test('is offered again at the next visit, and never sent', async () => {
    const page = await openWith({});
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await readTo(page, '#p20');
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('zhixing.place.')),
    );
    await page.goto(`${url}/about/`);
    await page.goto(url + TEXT);
    const back = page.getByRole('button', { name: /回到上次读到的地方（第 2\d 段）/ });
    await back.click();
    await page.waitForFunction(() => window.scrollY > 500);
    assert.match(new URL(page.url()).hash, /^#p2\d$/);
    assert.equal(await back.count(), 0);
    assert.deepEqual(
      asked.filter((each) => !each.startsWith(`GET ${url}`)),
      [],
    );
  });

  test('is forgotten when the text has been read to its end', async () => {
    const page = await openWith({ [`place.${TEXT}`]: { at: 'p20', title: '题名', on: '2026-11-01' } });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.locator('.reader-bar--place', { hasText: '读完了' }).waitFor();
    await page.waitForFunction(() => localStorage.length === 0);
  });

  test('is not offered where the address names a paragraph', async () => {
    const page = await openWith(
      { [`place.${TEXT}`]: { at: 'p20', title: '题名', on: '2026-11-01' } },
      `${TEXT}#p5`,
    );
    await page.locator('.reader-bar--place').waitFor();
    assert.equal(await page.getByRole('button', { name: /回到上次/ }).count(), 0);
  });
});

describe('the page of what is kept on the device', () => {
  /** Pages that the service worker keeps have tests of their own. */
  const WITHOUT_PAGES: PageOptions = { serviceWorkers: 'block' };
  const KEPT = {
    unit: 'blood-center',
    comfort: { size: '3' },
    'ticks.blood-center/conduct-2026': { s1: '1' },
    [`place.${TEXT}`]: { at: 'p20', title: '实施方案', on: '2026-11-01' },
  };

  test('lists it in words, and deletes one thing or all', async () => {
    const page = await openWith(KEPT, '/device/', WITHOUT_PAGES);
    const list = page.locator('[data-kept] li');
    await page.getByText('勾选 1 项').waitFor();
    assert.equal(await list.count(), 4);
    const words = await page.locator('[data-kept]').innerText();
    for (const part of ['云川市血液中心', '勾选 1 项', '读到的位置：实施方案', '第 20 段，11月1日'])
      assert.ok(words.includes(part), part);
    await page.getByRole('button', { name: '删除：本单位' }).click();
    await page.getByText('已删除：本单位').waitFor();
    assert.equal(await list.count(), 3);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BUTTON');
    await page.getByRole('button', { name: '全部删除' }).click();
    await page.getByText('这台设备上没有保存任何内容').waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  test('is one link away on every page', async () => {
    const page = await openWith({}, '/', WITHOUT_PAGES);
    await page.getByRole('contentinfo').getByRole('link', { name: '本机保存的内容' }).click();
    await page.waitForURL(`${url}/device/`);
    await page.getByText('这台设备上没有保存任何内容').waitFor();
  });
});

describe('citing', () => {
  const bar = (page: Page) => page.getByRole('group', { name: /^引用/ });

  async function copied(page: Page, press: string): Promise<string> {
    await bar(page).getByRole('button', { name: press }).click();
    await page.locator('.toast', { hasText: '已复制' }).waitFor();
    await page.locator('.head input[type=search]').fill('');
    await page.locator('.head input[type=search]').focus();
    await page.keyboard.press('ControlOrMeta+V');
    return page.locator('.head input[type=search]').inputValue();
  }

  test('selected words gives link, quotation and reference', async () => {
    const page = await openWith({});
    await page.locator('#p4').selectText();
    await bar(page).waitFor();
    assert.match(
      await copied(page, '复制引文'),
      /^“这次活动不求声势.*”——《关于开展“转作风、优服务”学习活动的实施方案》（云卫学〔2026〕2号，2026年9月7日）第4段$/,
    );
    assert.equal(await copied(page, '复制链接'), `${url}${TEXT}#p4`);
    assert.match(
      await copied(page, 'GB/T 7714'),
      /^云川市卫生健康委学习办\. .*: 云卫学〔2026〕2号\[A\/OL\]\. \(2026-09-07\)\[\d{4}-\d\d-\d\d\]\. http/,
    );
  });

  test('a paragraph by a finger’s tap opens the bar, another tap closes it', async () => {
    const page = await openWith({}, TEXT, { width: 360, height: 740, hasTouch: true });
    await page.locator('#p4').tap();
    await bar(page).waitFor();
    assert.equal(
      await copied(page, '复制引文'),
      '《关于开展“转作风、优服务”学习活动的实施方案》（云卫学〔2026〕2号，2026年9月7日）第4段',
    );
    await page.locator('#p4').tap();
    await bar(page).waitFor({ state: 'detached' });
  });

  test('is done by keyboard from the link of a paragraph', async () => {
    const page = await openWith({});
    await page.keyboard.press('Tab');
    await page.locator('#p4 .anchor').focus();
    await page.keyboard.press('Enter');
    await bar(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === '复制链接');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), '复制引文');
    await page.keyboard.press('Escape');
    assert.equal(await bar(page).count(), 0);
  });

  test('says what the source leaves open', async () => {
    const page = await openWith({}, '/articles/night-vaccination/');
    await page.locator('#p2').selectText();
    await bar(page).getByRole('button', { name: 'GB/T 7714' }).click();
    await page.locator('.toast', { hasText: /原文未注明：.*版次/ }).waitFor();
  });

  test('shows the words to copy by hand where nothing may write to the clipboard', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto(url + TEXT);
    await page.locator('#p4').selectText();
    await bar(page).getByRole('button', { name: '复制引文' }).click();
    const field = bar(page).getByLabel('要复制的文字');
    await field.waitFor();
    assert.match(await field.inputValue(), /第4段$/);
  });

  test('hints in WeChat how to open the page in a browser', async () => {
    const page = await openWith({}, TEXT, {
      userAgent: 'Mozilla/5.0 (Linux; Android 13) Chrome/107.0 Mobile MicroMessenger/8.0.40',
    });
    await page.locator('#p4').selectText();
    await bar(page).getByRole('button', { name: '复制链接' }).click();
    await page.locator('.toast', { hasText: '在浏览器打开' }).waitFor();
  });
});

describe('reading aloud', () => {
  async function openSpeaking(lang: string): Promise<Page> {
    const page = await newPage();
    await page.addInitScript((language) => {
      const spoken: string[] = ((window as unknown as { spoken: string[] }).spoken = []);
      let timer = 0;
      const speech = {
        speaking: false,
        pending: false,
        getVoices: () => [{ lang: language, name: 'voice' }],
        speak(utterance: { text: string; onend?: () => void }) {
          spoken.push(utterance.text);
          speech.speaking = true;
          timer = window.setTimeout(() => {
            speech.speaking = false;
            utterance.onend?.();
          }, 200);
        },
        cancel() {
          clearTimeout(timer);
          speech.speaking = false;
        },
      };
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
    }, lang);
    await page.goto(url + TEXT);
    return page;
  }

  test('begins and stops by one button, marking the paragraph', async () => {
    const page = await openSpeaking('zh-CN');
    await page.getByRole('button', { name: '朗读' }).click();
    await page.locator('.is-read').waitFor();
    await page.waitForFunction(() => (window as unknown as { spoken: string[] }).spoken.length >= 2);
    await page.getByRole('button', { name: '停止朗读' }).click();
    await page.locator('.is-read').waitFor({ state: 'detached' });
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    assert.match(spoken[0]!, /^各区县卫生健康局/);
    assert.ok(spoken.every((part) => part.length <= 200));
    await page.getByRole('button', { name: '朗读' }).waitFor();
  });

  test('is not offered without a Chinese voice', async () => {
    const page = await openSpeaking('en-US');
    assert.equal(await page.getByRole('button', { name: '朗读' }).count(), 0);
  });
});
