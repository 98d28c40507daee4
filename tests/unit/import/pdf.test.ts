import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CELL } from '../../../src/import/marks.ts';
import { readPdf } from '../../../src/import/readers/pdf/pdf.ts';
import { makePdf, type FontKind, type PdfPage, type Shown } from '../../support/make-pdf.ts';

/** Lines of size 12 one below the other, from the left margin or from `x` on. */
function lines(texts: readonly string[], x = 60, top = 760, pitch = 20): Shown[] {
  return texts.map((text, index) => {
    const ink = text.trimStart();
    return { text: ink, x: x + (text.length - ink.length) * 12, y: top - index * pitch };
  });
}

async function read(...pages: PdfPage[]) {
  const { text, notes, leftOut, unexplained, uncounted } = await readPdf(makePdf(pages));
  assert.deepEqual([unexplained, uncounted], [[], undefined]);
  return {
    lines: text
      .replaceAll(CELL, '|')
      .split('\n')
      .filter((line) => line !== ''),
    notes: notes.join('\n'),
    left: leftOut.map(({ words, reason }) => `${reason}：${words}`),
  };
}

const FULL = '各科室要把群众来访当作大事来办，登记清楚、转办及时、答复到人，做到件';
const REST = '件有着落、事事有回音，不得推诿。';

describe('a PDF', () => {
  it('has its lines put together into paragraphs where a line is full and the next one not indented', async () => {
    const found = await read({
      shown: lines([
        `　　${FULL}`.slice(0, -2),
        `做到件${REST}`,
        '　　另起一段的话也要写满整行，好看出它从哪里缩进。',
      ]),
    });
    assert.equal(found.lines.length, 2);
    assert.ok(found.lines[0]?.endsWith('不得推诿。'));
  });
  it('goes on with a sentence over a page, and breaks where lines stand further apart', async () => {
    const found = await read(
      { shown: [...lines([FULL, REST]), ...lines([FULL, '后半句，完了。', FULL], 60, 640)] },
      { shown: lines(['后页接着的半句。', '某某市政务服务局']) },
    );
    assert.deepEqual(found.lines, [
      FULL + REST,
      `${FULL}后半句，完了。`,
      `${FULL}后页接着的半句。`,
      '某某市政务服务局',
    ]);
  });
  it('begins a paragraph with the number of an item behind a whole sentence, which may bear the mark of a note', async () => {
    const full = `${FULL.slice(0, -1)}。`;
    const item = (number: string) => `${number}${full.slice(number.length)}`;
    const page = {
      shown: lines([FULL, `${full.slice(1)}1`, item('1.'), item('2、'), item('（3）'), item('④')]),
    };
    assert.deepEqual((await read(page)).lines, [
      `${FULL}${full.slice(1)}1`,
      ...['1.', '2、', '（3）', '④'].map(item),
    ]);
  });
  it('has a raised figure at the end of its own line, not within the larger one above', async () => {
    const found = await read({
      shown: [
        { text: '关于做好安排的通知', x: 80, y: 750, size: 22 },
        { text: '各科室请照下面的安排办。', x: 60, y: 736 },
        { text: '1', x: 60 + 12 * 12, y: 740, size: 6 },
      ],
    });
    assert.deepEqual(found.lines, ['关于做好安排的通知', '各科室请照下面的安排办。¹']);
  });
  it('has figures above and below a line as signs that stand so by themselves, each at its place, which is accounted for', async () => {
    const line = { text: '面积1200m　约10　　秒，见　　　H　O。', x: 60, y: 700 };
    const small = (text: string, letters: number, rise: number) => ({
      text,
      ...{ x: 60 + letters * 12, y: 700 + rise, size: 8 },
    });
    const found = await readPdf(
      makePdf([
        { shown: [line, small('2', 7, 5), small('-5', 11, 5), small('[3]', 16, 5), small('2', 20, -5)] },
      ]),
    );
    assert.deepEqual(found.unexplained, []);
    assert.deepEqual(
      found.replaced.map(({ words, shown }) => [words, shown]),
      [
        ['2', '²'],
        ['-5', '⁻⁵'],
        ['2', '₂'],
      ],
    );
  });
  it('has the other lines of an item hang below its words, and goes on where the next letter would not have fitted', async () => {
    const hung = FULL.slice(0, -3);
    const found = await read({
      shown: [
        ...lines([`${FULL.slice(0, -1)}。`], 60, 760),
        ...['1.', '•'].flatMap((number, index) => [
          { text: number, x: 60, y: 740 - index * 40 },
          ...lines([hung, REST], 60 + 36, 740 - index * 40),
        ]),
        ...lines([FULL.slice(0, -2), '着、有着落。'], 60, 660),
      ],
    });
    assert.deepEqual(found.lines.slice(1), [
      `1. ${hung}${REST}`,
      `• ${hung}${REST}`,
      `${FULL.slice(0, -2)}着、有着落。`,
    ]);
  });
  it('does not put the date under a text to its last line, full as it may be', async () => {
    const full = `${FULL.slice(0, -1)}。`;
    assert.deepEqual((await read({ shown: lines([full, '二〇二六年九月一日']) })).lines, [
      full,
      '二〇二六年九月一日',
    ]);
  });
  it('has narrow gaps beside figures closed, and wide ones kept', async () => {
    const found = await read({
      shown: [
        { text: '关于', x: 60, y: 700 },
        { text: '2026', x: 87, y: 700 },
        { text: '年工作的通知', x: 138, y: 700 },
        { text: '甲乙', x: 218, y: 700 },
      ],
    });
    assert.deepEqual(found.lines, ['关于2026年工作的通知 甲乙']);
  });
  it('keeps words of letters apart over lines, and a hyphen where it stands', async () => {
    const words = 'The clerks of every unit shall keep';
    const found = await read({
      shown: lines([words, 'a list of all who came to the well-', 'known office.']),
    });
    assert.equal(found.lines[0], `${words} a list of all who came to the well-known office.`);
  });
});

describe('the furniture of a PDF', () => {
  const page = (number: string, title: string): PdfPage => ({
    shown: [
      { text: '某某市学习文件汇编', x: 230, y: 805, size: 10 },
      { text: title, x: 150, y: 760, size: 22 },
      ...lines([`第${number}页的话写在这里。`, '12', '又是一句。'], 60, 700),
      { text: `— ${number} —`, x: 280, y: 40, size: 10 },
    ],
  });
  it('goes: running heads and page numbers; not numbers inside the text, nor a title that stands on every page', async () => {
    const found = await read(page('1', '同一个标题'), page('2', '同一个标题'), page('3', '同一个标题'));
    assert.equal(found.lines.filter((line) => line === '12').length, 3);
    assert.equal(found.lines.filter((line) => line === '同一个标题').length, 3);
    assert.equal(found.left.length, 6);
    assert.ok(found.left.includes('页眉页脚和页码：— 2 —'));
  });
  it('is no annex that every page begins with, and no bare number that counts nothing', async () => {
    const annex = (number: number, foot: string): PdfPage => ({
      shown: [
        ...lines([`附件 ${number}`], 60, 790),
        ...lines(['表的内容写在这里。'], 60, 600),
        { text: foot, x: 290, y: 40 },
      ],
    });
    const found = await read(annex(1, '2024'), annex(2, '37'));
    assert.deepEqual(found.left, []);
    assert.deepEqual(
      found.lines.filter((line) => /^(?:附件|\d)/.test(line)),
      ['附件 1', '2024', '附件 2', '37'],
    );
  });
});

describe('the order of a PDF', () => {
  const column = (side: string) =>
    Array.from({ length: 5 }, (_, index) => `${side}栏第${'一二三四五'[index]}行的文字一直写到这一栏的末尾`);
  const left = lines(column('左'), 60);
  const right = lines(column('右'), 320);
  const isInOrder = (words: string[]) => words.join('') === [...column('左'), ...column('右')].join('');
  it('is column by column, in whatever order they were drawn', async () => {
    assert.ok(isInOrder((await read({ shown: [...left, ...right] })).lines));
    assert.ok(
      isInOrder((await read({ shown: left.flatMap((line, index) => [line, right[index] ?? line]) })).lines),
    );
    assert.ok(isInOrder((await read({ shown: [...right, ...left].reverse() })).lines));
    const lower = right.map((line) => ({ ...line, y: line.y - 9 }));
    assert.ok(
      isInOrder((await read({ shown: left.flatMap((line, index) => [line, lower[index] ?? line]) })).lines),
    );
  });
  it('is row by row in a table without rules', async () => {
    const rows = [
      ['序号', '单位', '时间'],
      ['1', '办公室', '3月5日'],
      ['2', '人事科', '3月6日'],
    ];
    const shown = rows.flatMap((row, y) =>
      row.map((text, x) => ({ text, x: 60 + x * 150, y: 700 - y * 24 })),
    );
    const inColumns = [...shown].sort((a, b) => a.x - b.x);
    for (const order of [shown, inColumns])
      assert.deepEqual((await read({ shown: order })).lines, [
        '序号|单位|时间',
        '1|办公室|3月5日',
        '2|人事科|3月6日',
      ]);
  });
  it('is line by line in a list, whose numbers stand apart from its words, and in no table', async () => {
    const marks = ['一、', '（二）', '3.', '④'];
    const found = await read({
      shown: marks.flatMap((mark, index) => [
        ...lines([mark], 60, 760 - index * 20),
        ...lines(['登记清楚、答复到人'], 130, 760 - index * 20),
      ]),
    });
    assert.deepEqual(found.lines, [
      '一、登记清楚、答复到人',
      '（二）登记清楚、答复到人',
      '3. 登记清楚、答复到人',
      '④ 登记清楚、答复到人',
    ]);
  });
  it('is row by row where a cell of a table without rules runs over two lines', async () => {
    const shown = [
      ...lines(['项目', '甲', '乙'], 60, 700, 40),
      ...lines(['内容说明', '前半句写在这里', '短的'], 160, 700, 40),
      { text: '后半句写在下面', x: 160, y: 646 },
      ...lines(['数量', '3', '4'], 360, 700, 40),
    ];
    assert.deepEqual((await read({ shown })).lines, [
      '项目|内容说明|数量',
      '甲|前半句写在这里 后半句写在下面|3',
      '乙|短的|4',
    ]);
  });
  it('is cell by cell in a ruled table: lines of a cell together, a cell over two rows at its first', async () => {
    const found = await read({
      shown: [
        ...lines(['单位', '办公室'], 66, 690, 40),
        ...lines(['任务'], 166, 690),
        ...lines(['起草方案并报', '送领导审定'], 166, 656, 16),
        ...lines(['汇总上报'], 166, 610),
        ...lines(['表前的话写在这里。'], 60, 730),
        ...lines(['表后的话写在这里。'], 60, 560),
      ],
      rules: [
        ...([705, 675, 630, 590] as const).map((y, index) => [index === 2 ? 160 : 60, y, 246, y] as const),
        ...([60, 160, 246] as const).map((x) => [x, 705, x, 590] as const),
      ],
    });
    assert.deepEqual(found.lines, [
      '表前的话写在这里。',
      '单位|任务',
      '办公室|起草方案并报送领导审定',
      '|汇总上报',
      '表后的话写在这里。',
    ]);
  });
  it('is from right to left where characters stand below each other, and by the font where that is vertical', async () => {
    const placed = ['关于改进登记的通知', '请各科室遵照执行'].flatMap((text, column) =>
      Array.from(text, (character, row) => ({ text: character, x: 500 - column * 30, y: 760 - row * 16 })),
    );
    assert.deepEqual((await read({ shown: placed })).lines, ['关于改进登记的通知', '请各科室遵照执行']);
    const vertical = ['关于改进登记的通知', '请各科室遵照执行'].map((text, column) => ({
      text,
      x: 500 - column * 30,
      y: 760,
      font: 'unicode-vertical' as const,
    }));
    assert.deepEqual((await read({ shown: vertical })).lines, ['关于改进登记的通知', '请各科室遵照执行']);
  });
  it('is that of the page as it is shown, which may be turned', async () => {
    const turned = ['关于横排页面的通知', '各科室按此执行办理'].map((text, index) => ({
      text,
      x: 100 + index * 30,
      y: 100,
      turned: 90,
    }));
    for (const page of [{ shown: turned, turned: 90 as const }, { shown: turned }])
      assert.deepEqual((await read(page)).lines, ['关于横排页面的通知', '各科室按此执行办理']);
  });
});

describe('the glyphs of a PDF', () => {
  const words = '关于改进登记工作的通知';
  it('are read in encodings that readers know, with no map of the font', async () => {
    for (const font of ['gbk', 'unicode', 'gb1', 'mapped'] satisfies FontKind[])
      assert.deepEqual((await read({ shown: [{ text: words, x: 60, y: 700, font }] })).lines, [words], font);
  });
  it('are read where they are not shown, as behind a scanned page', async () => {
    assert.deepEqual(
      (await read({ shown: [{ text: words, x: 60, y: 700, mode: 3 }], picture: true })).lines,
      [words],
    );
  });
  it('are counted and said where the file gives no character for them, and shown as unknown', async () => {
    const found = await read({
      shown: [
        { text: '天地玄黄', x: 60, y: 740, font: 'unmapped' },
        { text: words, x: 60, y: 700 },
      ],
    });
    assert.deepEqual(found.lines, ['\ufffd'.repeat(4), words]);
    assert.match(found.notes, /第 1 页有 4 个字形没有给出对应的字（字体 BBBBBB\+Seal）/);
  });
  it('are refused where most of them say nothing', async () => {
    const page = { shown: [{ text: `${words}天地玄黄`, x: 60, y: 740, font: 'unmapped' as const }] };
    await assert.rejects(readPdf(makePdf([page])), /15 个字形有 15 个没有给出对应的字.*OCR/);
  });
  it('are taken once where they are drawn again for bold type', async () => {
    const found = await read({
      shown: [
        { text: words, x: 60.4, y: 700 },
        { text: words, x: 60, y: 700 },
        ...lines(['又一行一一得一。'], 60, 660),
      ],
    });
    assert.deepEqual(found.lines, [words, '又一行一一得一。']);
    assert.deepEqual(found.left, [`加粗、阴影重复描出的字：${words}`]);
  });
  it('are left out and said where they run across the page or stand outside it', async () => {
    const found = await read({
      shown: [
        { text: words, x: 60, y: 700 },
        { text: '内部资料', x: 200, y: 300, size: 60, turned: 45 },
        { text: '看不见的字', x: 700, y: 300 },
      ],
    });
    assert.deepEqual(found.lines, [words]);
    assert.deepEqual(found.left, ['斜排的字（水印之类）：内部资料', '落在页面以外的字：看不见的字']);
  });
  it('of remarks that lie on the page are read', async () => {
    const found = await read({
      shown: [{ text: words, x: 60, y: 700 }],
      remark: { text: '填写的话', x: 60, y: 640 },
    });
    assert.deepEqual(found.lines, [words, '填写的话']);
  });
});

describe('pages of a PDF without text', () => {
  const text = { shown: lines(['这一页有文字，写了不止十个字。']) };
  it('are named by their numbers', async () => {
    const { notes } = await read({ picture: true }, text, {}, { picture: true }, text);
    assert.match(notes, /第 1、3—4 页没有文字/);
  });
  it('are named where a picture has but a page number', async () => {
    const { notes } = await read(text, { picture: true, shown: [{ text: '— 2 —', x: 280, y: 40 }] });
    assert.match(notes, /第 2 页是图片，几乎没有文字/);
  });
  it('are refused where there are no others, as a broken file is', async () => {
    await assert.rejects(readPdf(makePdf([{ picture: true }])), /扫描件/);
    await assert.rejects(readPdf(Buffer.from('%PDF-1.4 broken')), /PDF 损坏/);
  });
});

describe('a PDF that may not be printed', () => {
  for (const cipher of ['rc4', 'aes-128', 'aes-256'])
    it(`is read and counted all the same (${cipher})`, async () => {
      const bytes = readFileSync(join(import.meta.dirname, 'fixtures', `restricted-${cipher}.pdf`));
      const { text, unexplained, uncounted } = await readPdf(bytes);
      assert.match(text, /printed by none/);
      assert.deepEqual([unexplained, uncounted], [[], undefined]);
    });
});
