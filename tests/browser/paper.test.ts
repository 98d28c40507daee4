import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chromium } from '../../scripts/browser/chromium.ts';
import { fontCoverage } from '../../scripts/browser/font-coverage.ts';
import { numberedSessions } from '../../src/domain/schedule/by-stage.ts';
import { FORMS } from '../../src/papers/forms/all-forms.ts';
import { POINT } from '../../src/papers/page-format.ts';
import type { Coverage } from '../../src/publish/pdf/chromium.ts';
import { sheetStarts, writeNumbers } from '../../src/publish/pdf/page-numbers.ts';
import { printPacks, type PdfFile } from '../../src/publish/pdf/print-packs.ts';
import { resolveSite } from '../../src/site/resolve-site.ts';
import { readContent } from '../../src/source/read-content.ts';
import { readSettings } from '../../src/source/settings.ts';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { demoSite } from '../support/demo-site.ts';
import { alike, checkPaper, isNumber, MARK, markBlanks, pageNumber, PRINT } from '../support/paper.ts';
import { bare, readPdf, type Pdf } from '../support/pdf.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';
import { ROOT, temporaryFolder } from '../support/site.ts';
import { meantPlaces, meantTimes, toldTimes } from '../support/told-occasions.ts';

const browser = useBrowser();
const PACK = 'units/people-hospital/conduct-2026/print/';
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

let folder: string;
let site: ServedFolder;
let coverage: Coverage;
before(async () => {
  coverage = await fontCoverage();
  folder = (await demoSite()).folder;
  site = await serveFolder(folder);
});
after(() => site.close());

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url + address);
  return page;
}

describe('an official page', () => {
  const HAN = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜';

  async function thousandCharacters(): Promise<Pdf> {
    const page = await open('forms/meeting-notice/');
    await page.evaluate(
      (text) => {
        const sheet = document.querySelector('.sheet')!;
        const body = document.createElement('p');
        body.textContent = text;
        sheet.replaceChildren(body);
      },
      HAN.repeat(30).slice(0, 1000),
    );
    return readPdf(await page.pdf(PRINT));
  }

  test('holds 22 lines of 28 characters, inside margins of 37, 26, 35 and 28 millimetres', async () => {
    const { pages } = await thousandCharacters();
    const bodies = pages.map(({ lines }) => lines.filter(({ text }) => !isNumber(text)));
    assert.deepEqual(
      bodies.map((lines) => lines.length),
      [22, 14],
    );
    for (const line of bodies.flat().slice(0, -1)) {
      assert.equal([...line.text].length, 28);
      assert.ok(Math.abs(line.left - 28) < 0.5, `left ${line.left}`);
      assert.ok(line.right < 210 - 26 + 0.5 && line.right > 210 - 26 - 1, `right ${line.right}`);
    }
    for (const { width, height } of pages) {
      assert.ok(Math.abs(width - 210) < 0.5 && Math.abs(height - 297) < 0.5);
    }
    const [first] = bodies;
    const pitch = (first!.at(-1)!.base - first![0]!.base) / 21;
    assert.ok(Math.abs(pitch - 225 / 22) < 0.05, `pitch ${pitch}`);
    assert.ok(first![0]!.base > 37 && first!.at(-1)!.base < 297 - 35);
  });

  test('is numbered at the outer corners, 7 millimetres below the type area, one character from its edge', async () => {
    const { pages } = await thousandCharacters();
    const [odd, even] = pages.map(pageNumber);
    assert.deepEqual([odd?.number, even?.number], [1, 2]);
    assert.ok(Math.abs(odd!.right - (184 - 16 * 0.3528)) < 1, `right ${odd!.right}`);
    assert.ok(Math.abs(even!.left - (28 + 16 * 0.3528)) < 1, `left ${even!.left}`);
    const base = pages[0]!.lines.find(({ text }) => isNumber(text))!.base;
    assert.ok(base > 262 + 6 && base < 262 + 10, `base ${base}`);
  });
});

describe('the forms', () => {
  for (const { id, title } of FORMS) {
    test(`${title}: every character in order, no row cut, no heading last, no page blank, numbers on the outer side`, async () => {
      const page = await open(`forms/${id}/`);
      await markBlanks(page);
      await checkPaper(page, await readPdf(await page.pdf(PRINT)), coverage);
    });
  }

  test('hold when everything typed is very long', async () => {
    const page = await open('forms/meeting-set/');
    for (const input of await page.locator('[data-fills]').all())
      await input.fill(
        '关于贯彻落实进一步转变工作作风提升为民服务水平专题学习研讨活动有关要求的第二次集中学习会议',
      );
    await markBlanks(page);
    await checkPaper(page, await readPdf(await page.pdf(PRINT)), coverage);
  });

  test('sealed, the day stands four characters from the edge and the signer is centred above it', async () => {
    const page = await open('forms/meeting-notice/');
    await page.locator('[data-fills="unit"]').fill('云川市卫生健康委员会');
    await page.locator('[data-fills="issued"]').fill('2026年9月18日');
    const places = async () => {
      const [sheet] = (await readPdf(await page.pdf(PRINT))).pages;
      const lineOf = (words: string) =>
        sheet!.lines.find(({ text }) => alike(text, coverage).includes(alike(words, coverage)))!;
      return { signer: lineOf('健康委员会'), day: lineOf('9月18日') };
    };
    const character = 156 / 28;
    const plain = await places();
    assert.ok(Math.abs(184 - 2 * character - plain.signer.right) < 1, `signer ${plain.signer.right}`);
    assert.ok(Math.abs(plain.day.left - plain.signer.left - 2 * character) < 1, `day ${plain.day.left}`);
    await page.locator('[data-choose-seal]').check();
    const sealed = await places();
    assert.ok(Math.abs(184 - 4 * character - sealed.day.right) < 1, `day ${sealed.day.right}`);
    const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;
    assert.ok(Math.abs(middle(sealed.signer) - middle(sealed.day)) < 0.5);
  });

  test('what is typed once is filled in on every sheet of a meeting', async () => {
    const page = await open('forms/meeting-set/');
    await page.locator('[data-fills="place"]').fill('二楼会议室');
    const places = await page.locator('[data-fill="place"]').allTextContents();
    assert.ok(places.length >= 4);
    assert.ok(places.every((place) => place.trim() === '二楼会议室'));
  });

  test('names go from the list into the sign-in sheet, more names make another page, and nothing is sent', async () => {
    const page = await open('forms/sign-in/');
    const sent: string[] = [];
    await page.waitForLoadState('networkidle');
    page.on('request', (request) => sent.push(request.url()));
    const names = Array.from({ length: 40 }, (_, index) => `人员${index + 1}，办公室`);
    await page.locator('[data-roster-tools] textarea').fill(names.join('\n'));
    assert.equal(await page.locator('.sheet').count(), 2);
    assert.equal(await page.locator('[data-name="40"]').textContent(), '人员40');
    assert.equal(await page.locator('[data-post="35"]').textContent(), '办公室');
    assert.deepEqual(sent, []);
  });
});

describe('a print pack', () => {
  test('prints only what is chosen, and the button says how many sheets', async () => {
    const page = await open(`${PACK}?session=s2`);
    const shown = await page.locator('.sheet:visible').evaluateAll((sheets) => sheets.map(({ id }) => id));
    assert.deepEqual(shown, [
      'notice-s2',
      'sign-in-s2',
      'sign-in-s2-2',
      'record-s2',
      'record-continued-s2',
      'photos-s2',
      'archive-s2',
    ]);
    assert.match((await page.locator('[data-print]').textContent()) ?? '', /7/);
    const { pages } = await readPdf(await page.pdf(PRINT));
    assert.equal(pages.length, 7);
  });

  test('names unit, plan and both days on forms, the reservation on schedules only and nothing on a letter, the day of printing only when printing', async () => {
    const html = await readFile(join(folder, PACK, 'index.html'), 'utf8');
    assert.match(html, /打印日期：　　　　年/);
    const page = await open(`${PACK}?session=s2`);
    const [letter, ...forms] = (await readPdf(await page.pdf(PRINT))).pages;
    const reservation = alike('如有调整，以正式通知为准', coverage);
    for (const page of forms) {
      const text = bare(alike(page.text, coverage));
      for (const words of ['云川市人民医院', '学习计划', '更新日期：2026年9月10日'])
        assert.ok(text.includes(alike(words, coverage)), words);
      assert.match(text, new RegExp(alike('打印日期：\\d{4}年\\d{1,2}月\\d{1,2}日', coverage)));
      assert.ok(!text.includes(reservation));
    }
    assert.ok(!bare(alike(letter!.text, coverage)).includes(alike('更新日期', coverage)));
    const schedules = await open(PACK);
    await schedules.evaluate(() =>
      document.querySelectorAll('.sheet:not(#schedule, #schedule-wide)').forEach((sheet) => sheet.remove()),
    );
    for (const page of (await readPdf(await schedules.pdf(PRINT))).pages)
      assert.ok(bare(alike(page.text, coverage)).includes(reservation));
  });

  test('stretches no line that ends before a whole date', async () => {
    const page = await open(`${PACK}?session=s2`);
    const dated = page.locator('#notice-s2 p:has(.day)');
    assert.notEqual(await dated.count(), 0);
    for (const align of await dated.evaluateAll((all) => all.map((each) => getComputedStyle(each).textAlign)))
      assert.equal(align, 'start');
  });

  test('has no accessibility faults', async () => {
    const page = await open(`${PACK}?session=s2`);
    await page.evaluate(() => document.querySelectorAll('.sheet[hidden]').forEach((sheet) => sheet.remove()));
    assert.deepEqual(await axeFaults(page), []);
  });
});

describe('npm run pdf', () => {
  const settings = () => readSettings({ OUT_DIR: folder }, ROOT);
  const order = { units: ['people-hospital'], plan: 'conduct-2026' };
  let file: PdfFile;
  let bytes: Buffer;
  let pdf: Pdf;
  before(async () => {
    [file] = (await printPacks(settings(), chromium, { ...order, outDir: await temporaryFolder() })) as [
      PdfFile,
    ];
    bytes = await readFile(file.path);
    pdf = await readPdf(bytes);
  });

  test('prints the set of a 12-session plan for a unit of 60: whole, tagged, outlined and small', () => {
    assert.ok(bytes.length <= 1.5e6, `${bytes.length} bytes`);
    assert.equal(pdf.pages.length, file.pages);
    assert.ok(pdf.tagged);
    assert.match(pdf.title, /市人民医院成套打印/);
    assert.ok(pdf.outline.length > 60);
  });

  test('prints the same bytes in another folder and time zone, without today’s date, and links the file from pack and schedule', async () => {
    const copy = await temporaryFolder();
    await cp(folder, copy, { recursive: true });
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const [again] = await printPacks({ ...settings(), outDir: copy }, chromium, order);
      assert.ok(bytes.equals(await readFile(again!.path)));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    assert.ok(!bytes.includes(`D:${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`));
    for (const address of ['', 'print/']) {
      const html = await readFile(
        join(copy, 'units/people-hospital/conduct-2026', address, 'index.html'),
        'utf8',
      );
      assert.match(html, /<a href="\/units\/people-hospital\/conduct-2026\.pdf"/);
    }
  });

  test('every sheet: each character in order, no row cut, heads again on further pages, no heading last, numbers outside', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url + PACK);
    await page.evaluate(writeNumbers, (await sheetStarts(bytes)).starts);
    await markBlanks(page);
    const marked = await readPdf(await page.pdf(PRINT));
    await checkPaper(page, marked, coverage);
    const words = ({ pages }: Pdf) =>
      pages.map(({ text }) => alike(bare(text), coverage).replaceAll(MARK, ''));
    assert.deepEqual(words(pdf), words(marked));
  });

  test('a table that runs over several pages repeats its heads on each, and its rows stay whole', () => {
    const wide = pdf.pages.filter(({ width }) => width > 290);
    assert.ok(wide.length > 1);
    for (const { text } of wide) assert.match(bare(text), /序号起止时间专题学习篇目/);
    const words = wide.map(({ text }) => bare(text));
    for (const row of ['为什么学、学什么、怎么学', '对照检查怎么查、怎么写', '学习活动总结会'])
      assert.equal(words.filter((page) => page.includes(row)).length, 1, `${row} stands whole on one page`);
  });

  test('its contents name the page on which each sheet begins', async () => {
    const { pages } = pdf;
    const contents = bare(pages[1]!.text);
    const record = Number(/第2场.*?记录(\d+)/.exec(contents)?.[1]);
    assert.match(bare(pages[record - 1]!.text), /学习记录表第2场/);
    const photographs = Number(/第12场.*?照片(\d+)/.exec(contents)?.[1]);
    assert.match(bare(pages[photographs - 1]!.text), /学习活动照片第12场/);
  });

  test('fails and names the character that no font has', async () => {
    const path = join(folder, PACK, 'index.html');
    const html = await readFile(path, 'utf8');
    try {
      await writeFile(path, html.replaceAll('为什么学', '为\u{2B9D0}么学'));
      await assert.rejects(
        printPacks(settings(), chromium, { ...order, outDir: await temporaryFolder() }),
        /字体里没有这些字：.*U\+2B9D0/,
      );
    } finally {
      await writeFile(path, html);
    }
  });

  test(
    'poppler finds every font embedded and every word readable, who goes where when among them',
    { skip: hasPoppler ? false : 'poppler is not installed' },
    async () => {
      const content = await readContent(join(ROOT, 'content'));
      const fonts = execFileSync('pdffonts', [file.path], { encoding: 'utf8' }).trim().split('\n').slice(2);
      assert.ok(fonts.length > 0);
      // Embedded and with a table of characters; what some browsers draw as Type 3 is whole, never a subset.
      for (const font of fonts) assert.match(font, /yes yes yes|Type 3 +Custom +yes no  yes/);
      const text = bare(execFileSync('pdftotext', [file.path, '-'], { encoding: 'utf8', maxBuffer: 1e8 }));
      for (const words of ['学习计划安排表', '应报送材料一览表', '学习档案归档目录'])
        assert.ok(text.includes(words));
      const { schedule, campaign } = resolveSite(content, {
        audience: 'public',
        drafts: false,
      }).schedules.find(({ unit, plan }) => unit.id === 'people-hospital' && plan.id === 'conduct-2026')!;
      const told = new Set(toldTimes(text));
      for (const session of numberedSessions(schedule, campaign.stages)) {
        for (const time of meantTimes(session)) assert.ok(told.has(time), `${session.id}: ${time}`);
        for (const place of meantPlaces(session)) assert.ok(text.includes(place), `${session.id}: ${place}`);
      }
    },
  );
});

describe('pages of collections', () => {
  const papers = {
    'bulletins/conduct-2026-2/': ['情况通报', '抄送'],
    'ledgers/opinions-2026/': ['征求意见办理台账', '收到', '制表人'],
    'ledgers/forum-2025/': ['收到', '制表人'],
    'checklists/self-check-2026/': ['验收人'],
    'campaigns/conduct-2026/receipts/': ['报送情况'],
    'essays/theory-articles-2026/print/': [
      '报送要求一览表',
      '报送材料封面',
      '单位汇总表',
      '一级标题用三号黑体',
    ],
    'essays/openmind-essays-2025/print/': ['报送要求一览表'],
  };
  for (const [address, words] of Object.entries(papers)) {
    test(`${address} prints as papers without the site around them, numbered at the outer corners`, async () => {
      const page = await open(address);
      const { pages } = await readPdf(await page.pdf(PRINT));
      const text = alike(bare(pages.map((printed) => printed.text).join('')), coverage);
      for (const word of words) assert.ok(text.includes(alike(word, coverage)), word);
      for (const word of ['使用手册', '检索', '大字版'])
        assert.ok(!text.includes(alike(word, coverage)), word);
      const covers = address.includes('essays') ? 1 : 0;
      assert.equal(pages.filter((printed) => !pageNumber(printed)).length, covers);
      pages.forEach((printed, index) => {
        const found = pageNumber(printed);
        if (!found) return;
        assert.equal(found.number, index + 1);
        assert.equal(found.left > printed.width / 2, found.number % 2 === 1);
      });
    });
  }

  test('a call is shown in its own format: 28 points from line to line', async () => {
    const page = await open('essays/theory-articles-2026/print/');
    const { pages } = await readPdf(await page.pdf(PRINT));
    const { lines } = pages.at(-1)!;
    const body = lines.filter(({ base }) => base > 70 && base < 200).map(({ base }) => base);
    const steps = body.length - 1;
    assert.ok(steps > 5);
    // Headings are set in other faces, whose letters stand a little higher or lower in a line of the same pitch.
    const pitch = (body.at(-1)! - body[0]!) / steps;
    assert.ok(Math.abs(pitch - 28 * POINT) < 0.1, `${pitch}: ${body.join(' ')}`);
  });

  test('no page loads a font, so that none can come too late for the page numbers', async () => {
    for (const address of ['', 'forms/sign-in/', PACK, 'texts/conduct-plan/']) {
      const page = await open(address);
      assert.equal(await page.evaluate(() => document.fonts.size), 0);
    }
  });

  test('a text and a list print numbered at the outer corners, without the site around them', async () => {
    for (const address of ['texts/conduct-plan/', 'library/']) {
      const page = await open(address);
      const { pages } = await readPdf(await page.pdf(PRINT));
      pages.forEach((printed, index) => {
        const found = pageNumber(printed);
        assert.equal(found?.number, index + 1);
        assert.equal(found.left > printed.width / 2, found.number % 2 === 1);
        assert.ok(!bare(printed.text).includes(bare('使用手册')));
      });
    }
  });
});
