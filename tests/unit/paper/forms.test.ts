import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedFormat } from '../../../src/papers/asked-format.ts';
import { filled, pieces, rowsOf, type Block } from '../../../src/papers/form.ts';
import { FORMS } from '../../../src/papers/forms/all-forms.ts';
import { pageCss } from '../../../src/papers/page-css.ts';
import {
  FORMATS,
  letterSpacing,
  linePitch,
  OFFICIAL,
  POINT,
  typeArea,
} from '../../../src/papers/page-format.ts';
import { isPublicHost } from '../../../src/papers/public-host.ts';
import {
  isSignerWide,
  sealedLayout,
  signatureLayout,
  widthInCharacters,
} from '../../../src/domain/forms/signature.ts';
import { cssString, stampLines } from '../../../src/domain/forms/stamp.ts';
import { utilityCss } from '../../../src/papers/utility-css.ts';

test('the official type area is 156 by 225 millimetres and holds 28 characters and 22 lines of 三号', () => {
  assert.deepEqual(typeArea(OFFICIAL), { width: 156, height: 225 });
  assert.ok(28 * (16 * POINT + letterSpacing(OFFICIAL)) <= 156);
  assert.ok(28 * (16 * POINT + letterSpacing(OFFICIAL)) > 155.9);
  assert.ok(22 * linePitch(OFFICIAL) <= 225 && 22 * linePitch(OFFICIAL) > 224.5);
});

test('a notice that asks for 25 points, 四号宋体, 小二黑体 and margins of 25 gets them', () => {
  const asked = askedFormat('asked', '25 磅', {
    margins: '上下右各25，左28（毫米）',
    titleFont: '黑体',
    titleSize: '小二',
    bodyFont: '宋体',
    bodySize: '四号',
    lineSpacing: 25,
  });
  assert.deepEqual(asked.margins, { top: 25, bottom: 25, left: 28, right: 25 });
  assert.deepEqual(
    [asked.title, asked.body],
    [
      { face: 'hei', size: 18 },
      { face: 'song', size: 14 },
    ],
  );
  assert.deepEqual(asked.lines, { pitch: 25 });
  assert.equal(letterSpacing(asked), 0);
});

test('28 points on the standard page leave 28 characters a line; 30 points with margins of 30 and Times New Roman set their own', () => {
  const tighter = askedFormat('asked', '28 磅', { lineSpacing: 28 });
  assert.deepEqual([tighter.characters, tighter.lines], [28, { pitch: 28 }]);
  const wider = askedFormat('asked', '30 磅', {
    margins: '四周30毫米',
    lineSpacing: 30,
    latinFont: 'Times New Roman',
    headings: ['黑体', '楷体_GB2312', '仿宋_GB2312加粗'],
  });
  assert.equal(wider.characters, undefined);
  const css = pageCss([wider]);
  assert.match(css, /margin: 30mm 30mm 30mm 30mm/);
  assert.match(css, /--body: "Times New Roman", "FangSong_GB2312"/);
  assert.match(css, /--level-3-weight: 700/);
});

test('a notice that says nothing of format is set by the national standard', () => {
  const { lines, characters, margins } = askedFormat('asked', '不写', {});
  assert.deepEqual(
    { lines, characters, margins },
    { lines: { count: 22 }, characters: 28, margins: OFFICIAL.margins },
  );
});

test('a face of no known kind is named before 仿宋, and cannot break out of the style sheet', () => {
  const css = pageCss([askedFormat('asked', '隶书', { bodyFont: '隶书"}' })]);
  assert.match(css, /--body: "隶书}", "FangSong_GB2312"/);
});

test('every format names its page', () => {
  const css = pageCss(FORMATS);
  for (const { id } of FORMATS) assert.match(css, new RegExp(`@page paper-${id} \\{`));
  assert.match(css, /@page paper-official:left \{ @bottom-left \{ content: "— " counter\(page\) " —"/);
});

test('font stacks name the faces of Windows and WPS before open ones', () => {
  assert.match(pageCss([OFFICIAL]), /--body: "FangSong_GB2312", "仿宋_GB2312", .*"FandolFang"/);
});

test('ids of forms and of the sheets in one form are unique, and every sheet has a known format', () => {
  assert.equal(new Set(FORMS.map(({ id }) => id)).size, FORMS.length);
  for (const { sheets } of FORMS) {
    assert.equal(new Set(sheets.map(({ id }) => id)).size, sheets.length);
    for (const { format } of sheets) assert.ok(FORMATS.some(({ id }) => id === format));
  }
});

test('every width and height that a form asks for has a class', () => {
  const css = utilityCss();
  const tables = FORMS.flatMap(({ sheets }) => sheets.flatMap(({ blocks }) => blocks)).filter(
    (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table',
  );
  for (const { columns, height } of tables) {
    for (const { width } of columns)
      assert.ok(css.includes(`.w-${String(width).replace('.', '-')} {`), `${width}`);
    assert.ok(css.includes(`.h-${Math.round(height * 10)} {`));
  }
});

test('签到表 never carries a code', () => {
  for (const { sheets } of FORMS) {
    for (const { blocks, code } of sheets) assert.ok(!(code && blocks.some(({ kind }) => kind === 'roster')));
  }
});

test('blanks take their values, and without one keep their width', () => {
  const facts = { values: { unit: '甲单位' } };
  assert.deepEqual(pieces('{unit:8}：请到{place}', facts), [
    { name: 'unit', width: 8, value: '甲单位' },
    '：请到',
    { name: 'place', width: 6, value: undefined },
  ]);
  assert.equal(filled('{unit}办{place}', facts), '甲单位办');
});

test('a table keeps its blank rows after the filled ones and numbers them all', () => {
  const table = {
    name: 't',
    columns: [
      { head: '序号', width: 10 },
      { head: '事项', width: 90 },
    ],
    rows: 3,
    numbered: true,
  };
  assert.deepEqual(rowsOf(table, { tables: { t: [['', '甲']] } }), [
    { cells: ['1', '甲'], blank: false, known: 2 },
    { cells: ['2', ''], blank: true, known: 0 },
    { cells: ['3', ''], blank: true, known: 0 },
  ]);
});

test('the day begins two characters to the right of the signer, who stands two from the edge', () => {
  assert.deepEqual(signatureLayout('云川市卫生健康委员会', '2026年9月8日'), { signer: 2, day: 4 });
});

test('a day longer than the signer stands two characters from the edge and moves the signer left', () => {
  const day = '2026年11月22日';
  assert.equal(widthInCharacters(day), 7);
  assert.deepEqual(signatureLayout('学习办', day), { signer: 8, day: 2 });
});

test('on a sealed paper the day stands four characters from the edge and the signer is centred above it', () => {
  assert.deepEqual(sealedLayout('学习办', '2026年9月8日'), { signer: 5.5, day: 4 });
  assert.deepEqual(sealedLayout('云川市卫生健康委员会', '2026年9月8日'), { signer: 2, day: 4 });
});

test('a signer too wide to be centred on a sealed paper ends at the edge, with the day centred below', () => {
  const signer = '云川市卫生健康委员会学习活动领导小组办公室';
  assert.ok(isSignerWide(signer, '2026年9月8日'));
  assert.deepEqual(sealedLayout(signer, '2026年9月8日'), { signer: 0, day: 7.5 });
});

test('codes are for hosts that open outside the office', () => {
  for (const host of ['study.example.gov.cn', '8.8.8.8']) assert.ok(isPublicHost(host), host);
  for (const host of [
    'localhost',
    'oa',
    'study.lan',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.9',
    '127.0.0.1',
    '[::1]',
  ])
    assert.ok(!isPublicHost(host), host);
});

test('the stamp leaves room for the day of printing until it is known', () => {
  const stamp = { unit: '甲单位', plan: '学习计划', updated: '2026-09-10' };
  assert.match(stampLines(stamp).join(''), /打印日期：　　　　年　　月　　日/);
  assert.match(stampLines(stamp, '2026-11-22').join(''), /打印日期：2026年11月22日/);
  assert.equal(cssString(['甲"乙', '丙']), '"甲\\"乙\\A 丙"');
});
