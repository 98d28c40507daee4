import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { docxOf, type Piece } from '../support/essay-docx.ts';
import { serveDemo } from '../support/serve-demo.ts';

const browser = useBrowser();
const site = await serveDemo();

const CALL = '/essays/theory-articles-2026/';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A sentence of the library. */
const BORROWED = '查有事实。对照检查写事不写帽子';
const TITLE = { text: '献血屋晚间开放的三笔账', face: '方正小标宋简体', size: 22, pitch: 40 };
const FILLING =
  '去年秋天，晚上八点来敲门的人有十九位，白天请不出假，周末又要带孩子。我们把这十九位的电话逐个打了一遍，问清住在哪里、几点下班、坐哪路车。' +
  '电话打完才明白，难处不在献血的人，在我们自己的排班表。排班表照着机关的钟点走，献血屋的门也就照着机关的钟点关。' +
  '春天起试开夜场，每周两晚，先从年轻护士里报名，报名的给调休，不给补贴。三个月下来，夜场来了二百零六位，其中一百三十一位是头一回。' +
  '账也算过：多用电四百一十度，多出车二十六趟，少跑外采四次，两头一抵，还省下油钱。这笔账写在门后的白板上，谁来都看得见。';

const h1 = (text: string) => ({ text, face: '黑体' });
const h2 = (text: string) => ({ text, face: '楷体_GB2312' });
const h3 = (text: string) => ({ text, bold: true });

/** The twin without a fault, long enough for the call. */
const CLEAN: Piece[] = [
  TITLE,
  { text: '市血液中心　某某', face: '楷体_GB2312' },
  FILLING,
  h1('一、第一笔账：时间'),
  h2('（一）八点以后谁来'),
  h3('1. 下夜班的人'),
  FILLING,
  '（1）他们要的是离家近，也要有人说说话。',
  FILLING,
  h2('（二）关门以后去哪'),
  `他说：“刚刚下班，常常赶不上，谢谢你们。”为了了解详情，又问了几句……`,
  FILLING,
  h1('二、第二笔账：人手'),
  FILLING,
  FILLING,
  h1('三、第三笔账：安全'),
  FILLING,
];

/** Twenty faults, by the kind that names each, and in the order in which they are shown. */
const FAULTY: Piece[] = [
  { text: '献血屋晚间开放的三笔账', face: '黑体', size: 16 }, // face and size of the title
  FILLING, // and no signature
  { text: '一、第一笔账：时间', face: '宋体' }, // face of a heading
  { text: '（一）八点以后谁来', face: '楷体_GB2312', size: 14 }, // size of a heading
  { text: '1. 下夜班的人' }, // a heading that is not bold
  { runs: [{ text: '住得近的有九位，' }, { text: '住得远的有十位。', face: '宋体' }] }, // face of the text
  { text: '下雨天来的人反而多。', size: 15 }, // size of the text
  { text: '门口的灯一直亮到十点。', pitch: 'multiple' }, // distance of lines
  h1('三、第二笔账：人手'), // number out of turn
  h3('1. 谁来值班'), // level left out
  '护士长说,人手够。', // half-width comma
  '办法(试行)贴在墙上。', // half-width brackets: two
  '有人问：“几点关门？', // quotation mark
  '翻了翻《值班表，还是空的。', // title mark
  '这是大家的的想法。', // doubled character
  '想到了，，就去做。', // doubled comma
  `文件里说：${BORROWED}，我们照做。`, // passage of the library
];
const EXPECTED: [kind: string, words: RegExp][] = [
  ['short', /还差 \d+ 字/],
  ['no signature', /没有找到署名/],
  ['heading number', /第9段 标题序号“三、”不对.*应为“二、”/],
  ['heading level', /第10段 “1\.”前面缺上一级标题.*“（一）”/],
  ['half-width', /第11段 半角标点“,”.*全角“，”/],
  ['half-width', /第12段 半角标点“\(”/],
  ['half-width', /第12段 半角标点“\)”/],
  ['unmatched', /第13段 ““”没有配对/],
  ['unmatched', /第14段 “《”没有配对/],
  ['doubled', /第15段 “的的”重复/],
  ['doubled', /第16段 “，，”重复/],
  ['margin', /上边距是 25\.4 毫米.*37 毫米/],
  ['margin', /左边距是 31\.7 毫米.*28 毫米/],
  ['face', /第1段 题目用了黑体.*方正小标宋简体/],
  ['size', /第1段 题目是三号.*二号/],
  ['face', /第3段 “一、”标题用了宋体.*黑体/],
  ['size', /第4段 “（一）”标题是四号.*三号/],
  ['bold', /第5段 “1\.”标题没有加粗/],
  ['face', /第6段 正文用了宋体.*仿宋_GB2312/],
  ['size', /第7段 正文是小三.*三号/],
  ['line pitch', /第8段 行距是1\.5 倍行距.*固定值 28 磅/],
  ['file name', /文件名“文章定稿”不合格式.*单位-姓名-题目/],
  ['overlap', /第17段 1\d 字相同.*《关于开展“转作风、优服务”学习活动的实施方案》/],
];

async function openCall(address = CALL): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url + address);
  return page;
}

async function checkFile(page: Page, name: string, buffer: Buffer, mimeType = DOCX): Promise<string[]> {
  await page.setInputFiles('#self-check input[type=file]', { name, mimeType, buffer });
  return runCheck(page);
}

async function checkPasted(page: Page, text: string): Promise<string[]> {
  await page.fill('#self-check textarea', text);
  return runCheck(page);
}

/** Every finding as it reads, spaces run together. */
async function runCheck(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.waitForSelector('.check-result');
  return page
    .locator('[data-finding]')
    .evaluateAll((lines) => lines.map((line) => (line.textContent ?? '').replace(/\s+/g, ' ')));
}

const kinds = (page: Page) =>
  page
    .locator('[data-finding]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-finding')));

describe('The self-check of a .docx', () => {
  it('names every planted fault, each with its place and what to do, and nothing else', async () => {
    const page = await openCall();
    const found = await checkFile(
      page,
      '文章定稿.docx',
      await docxOf({ pieces: FAULTY, margins: { top: 25.4, bottom: 35, left: 31.75, right: 26 } }),
    );
    EXPECTED.forEach(([, words]) =>
      assert.ok(
        found.some((line) => words.test(line)),
        `${words} in\n${found.join('\n')}`,
      ),
    );
    assert.deepEqual((await kinds(page)).sort(), EXPECTED.map(([kind]) => kind).sort(), found.join('\n'));
    assert.ok(EXPECTED.length >= 20);
  });

  it('finds nothing in the clean twin', async () => {
    const page = await openCall();
    assert.deepEqual(
      await checkFile(page, '市血液中心-某某-献血屋晚间开放的三笔账.docx', await docxOf({ pieces: CLEAN })),
      [],
    );
    assert.match(await page.innerText('.check-result'), /没有查出问题[\s\S]*合格/);
  });

  it('finds nothing but the missing text in the template that the page offers', async () => {
    const page = await openCall();
    const { readFile } = await import('node:fs/promises');
    const template = await readFile(`${site.folder}/essays/theory-articles-2026/blood-center.docx`);
    await checkFile(page, '市血液中心-某某-在这里写题目.docx', template);
    assert.deepEqual(await kinds(page), ['short', 'no title', 'no signature']);
  });

  it('counts footnotes apart', async () => {
    const page = await openCall();
    await checkFile(page, '甲.docx', await docxOf({ pieces: ['学习 abc。'], footnotes: ['见《规定》。'] }));
    assert.equal(await page.getAttribute('.check-count', 'data-words'), '4');
    assert.match(await page.innerText('.check-count'), /脚注、尾注另有 6 字/);
  });

  it('says what to do with a file that it cannot read', async () => {
    const page = await openCall();
    await page.setInputFiles('#self-check input[type=file]', {
      name: '甲.doc',
      mimeType: '',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    });
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('另存为 .docx').waitFor();
  });
});

describe('The self-check of plain text', () => {
  it('reads a .txt in the encoding of older Windows programs', async () => {
    const page = await openCall();
    const gb = Buffer.from([0xd1, 0xa7, 0xcf, 0xb0, 0xb5, 0xc4, 0xb5, 0xc4, 0xba, 0xc3, 0xa1, 0xa3]); // 学习的的好。
    assert.ok(
      (await checkFile(page, '甲.txt', gb, 'text/plain')).some((line) => /第1行 “的的”重复/.test(line)),
    );
  });

  it('shows both counts with the requirement and, for borrowed passages, a citation in either form', async () => {
    const page = await openCall();
    const found = await checkPasted(
      page,
      `献血屋的三笔账\n市血液中心　某某\n文件里说：${BORROWED}，我们照做。`,
    );
    assert.match(await page.innerText('.check-count'), /字数 \d+\s+汉字 \d+[\s\S]*差 \d+ 字/);
    const overlap = found.find((line) => line.includes('字相同')) ?? '';
    assert.match(
      overlap,
      /《关于开展“转作风、优服务”学习活动的实施方案》（云卫学〔2026〕2号，2026年9月7日）第\d+段/,
    );
    await page.getByText('出处改用 GB/T 7714 格式').click();
    assert.match(
      await page.innerText('[data-finding=overlap]'),
      /云卫学〔2026〕2号\[A\/OL\]\. \(2026-09-07\)\[\d{4}-\d\d-\d\d\]\. http/,
    );
  });
});

describe('Privacy of the self-check', () => {
  it('sends nothing: no request leaves the page once there is a text', async () => {
    const page = await openCall();
    await page.locator('#self-check textarea').focus();
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await checkPasted(page, `献血屋的三笔账\n${BORROWED}`);
    await checkFile(page, '甲.docx', await docxOf({ pieces: FAULTY }));
    await page.waitForTimeout(300);
    assert.deepEqual(requests, []);
  });

  it('keeps the text on the device only where that is asked for, and deletes it', async () => {
    const page = await openCall();
    const stored = () => page.evaluate(() => JSON.stringify(localStorage));
    await checkPasted(page, '一段不想留下的话');
    assert.doesNotMatch(await stored(), /不想留下/);
    await page.getByText('把这篇文字留在这台设备上').click();
    assert.match(await stored(), /不想留下/);
    await page.reload();
    assert.equal(await page.inputValue('#self-check textarea'), '一段不想留下的话');
    await page.getByRole('button', { name: '清空' }).click();
    assert.doesNotMatch(await stored(), /不想留下/);
  });
});

describe('A call without help', () => {
  it('is whole without scripts, with a word in place of the self-check', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url + CALL);
    assert.match(await page.innerText('#self-check'), /自查要用到浏览器的脚本功能/);
    assert.match(await page.innerText('.answers'), /1500字至3000字/);
  });

  it('says so where the library cannot be read, and checks the rest', async () => {
    const page = await browser.newPage();
    await page.route('**/self-check/**', (route) => route.abort());
    await page.goto(site.url + CALL);
    await checkPasted(page, '学习的的话');
    assert.match(await page.innerText('.check-failed'), /本站材料读取失败/);
    assert.ok((await kinds(page)).includes('doubled'));
  });
});
