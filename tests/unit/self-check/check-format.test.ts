import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StatedFormat } from '../../../src/domain/essays/format.ts';
import { checkFileName } from '../../../src/domain/self-check/check-file-name.ts';
import { checkFormat } from '../../../src/domain/self-check/check-format.ts';
import { checkText } from '../../../src/domain/self-check/check-text.ts';
import type { CheckedParagraph, CheckedRun, LinePitch } from '../../../src/domain/self-check/checked-text.ts';
import { ASKS_NOTHING, linesOf, textOf } from './texts.ts';

const SILENT: StatedFormat = { title: {}, body: {}, headings: [] };
const OFFICIAL: StatedFormat = {
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  title: { name: '方正小标宋简体', size: 22 },
  body: { name: '仿宋_GB2312', size: 16 },
  headings: [{ name: '黑体' }, { name: '楷体_GB2312', size: 15 }],
  linePitch: 28,
};

/** A paragraph in one run, by default in the face and size of the body. */
function paragraph(text: string, run: Partial<CheckedRun> = {}, rest: Partial<CheckedParagraph> = {}) {
  const runs = [{ text, face: '仿宋', size: 16, isBold: false, ...run }];
  return { number: 1, text, isInTable: false, runs, ...rest };
}

/** What is found in the paragraphs of a text, the first of which is number 1: part, fault, what is there and what is wanted. */
function found(stated: Partial<StatedFormat>, ...paragraphs: CheckedParagraph[]) {
  const inner = paragraphs.map((each, index) => ({ ...each, number: index + 1 }));
  return checkFormat(textOf(), { inner }, { ...SILENT, ...stated }).map((finding) =>
    'part' in finding
      ? [
          finding.numbers.join(' '),
          finding.part + (finding.level ?? ''),
          finding.kind,
          finding.found,
          finding.wanted,
        ]
      : finding,
  );
}

describe('faces and sizes', () => {
  test('that the call does not name are not checked', () => {
    assert.deepEqual(found({}, paragraph('学习', { face: '宋体', size: 12 })), []);
  });

  test('are those of the body, by any name of the face', () => {
    assert.deepEqual(found(OFFICIAL, paragraph('学习')), []);
    assert.deepEqual(found(OFFICIAL, paragraph('学习', { face: 'FangSong' })), []);
    assert.deepEqual(found(OFFICIAL, paragraph('学习', { face: '宋体', size: 12 })), [
      ['1', 'body', 'face', '宋体', '仿宋_GB2312'],
      ['1', 'body', 'size', '小四', '三号'],
    ]);
  });

  test('that the file does not tell are taken to be right', () => {
    assert.deepEqual(found(OFFICIAL, paragraph('学习', { face: undefined, size: undefined })), []);
    assert.deepEqual(found(OFFICIAL, ...linesOf('学习')), []);
  });

  test('may be rounded by three tenths of a point', () => {
    const sizes = (size: number) => found({ body: { size: 10.5 } }, paragraph('学习', { size })).length;
    assert.deepEqual([10.3, 10.5, 10.7].map(sizes), [0, 0, 0]);
    assert.deepEqual([10, 11].map(sizes), [1, 1]);
  });

  test('are checked where Chinese characters stand', () => {
    assert.deepEqual(found(OFFICIAL, paragraph('2026 OA', { face: 'Times New Roman' })), []);
  });

  test('are bold only where the call asks for it; bold that it does not ask for passes', () => {
    const bold = { title: {}, headings: [], body: { isBold: true } };
    assert.deepEqual(found(bold, paragraph('学习')), [['1', 'body', 'bold', '不加粗', '加粗']]);
    assert.deepEqual(found(bold, paragraph('学习', { isBold: true })), []);
    assert.deepEqual(found(OFFICIAL, paragraph('学习', { isBold: true })), []);
  });

  test('of the title are its own', () => {
    const title = paragraph('三笔账', {}, { number: 1 });
    const findings = checkFormat(textOf(), { title, inner: [] }, OFFICIAL);
    assert.deepEqual(findings, [
      {
        kind: 'face',
        part: 'title',
        number: 1,
        numbers: [1],
        words: '三笔账',
        found: '仿宋',
        wanted: '方正小标宋简体',
      },
      {
        kind: 'size',
        part: 'title',
        number: 1,
        numbers: [1],
        words: '三笔账',
        found: '三号',
        wanted: '二号',
      },
    ]);
    const right = paragraph('三笔账', { face: '小标宋', size: 22 });
    assert.deepEqual(checkFormat(textOf(), { title: right, inner: [] }, OFFICIAL), []);
  });

  test('of a heading are those of its level, and the size of the body where it has none', () => {
    assert.deepEqual(found(OFFICIAL, paragraph('一、甲', { face: '黑体' })), []);
    assert.deepEqual(found(OFFICIAL, paragraph('一、甲', { face: '黑体', size: 15 })), [
      ['1', 'heading1', 'size', '小三', '三号'],
    ]);
    assert.deepEqual(found(OFFICIAL, paragraph('（一）甲', { face: '楷体', size: 15 })), []);
    assert.deepEqual(found(OFFICIAL, paragraph('（一）甲', { face: '黑体', size: 15 })), [
      ['1', 'heading2', 'face', '黑体', '楷体_GB2312'],
    ]);
  });

  test('of a level that the call does not name are free but for the size', () => {
    assert.deepEqual(found(OFFICIAL, paragraph('1. 甲', { face: '黑体' })), []);
    assert.deepEqual(found(OFFICIAL, paragraph('1. 甲', { face: '黑体', size: 15 })), [
      ['1', 'heading3', 'size', '小三', '三号'],
    ]);
  });

  test('of a heading that begins a paragraph may be the heading’s or the body’s, run by run', () => {
    const running = (...runs: Partial<CheckedRun>[]) => {
      const whole = runs.map((run) => ({ text: '', face: '仿宋', size: 16, isBold: false, ...run }));
      const text = whole.map((run) => run.text).join('');
      return found(OFFICIAL, { ...paragraph(text), runs: whole });
    };
    const [head, rest] = [{ text: '一、时间。' }, { text: '10月23日前报送。' }];
    assert.deepEqual(running({ ...head, face: '黑体' }, rest), []);
    assert.deepEqual(running(head, rest), []);
    assert.deepEqual(running({ ...head, face: '黑体' }, { ...rest, face: '宋体' }), [
      ['1', 'body', 'face', '宋体', '仿宋_GB2312'],
    ]);
  });

  test('that are wrong in several paragraphs are told once, with all of them', () => {
    const wrong = { face: '宋体' };
    const [first, second] = [
      paragraph('学习', wrong),
      {
        ...paragraph('讨论再讨论'),
        runs: ['讨论', '再讨论'].map((text) => ({ text, size: 16, isBold: false, ...wrong })),
      },
    ];
    assert.deepEqual(found(OFFICIAL, first, paragraph('好'), second), [
      ['1 3', 'body', 'face', '宋体', '仿宋_GB2312'],
    ]);
    assert.deepEqual(found(OFFICIAL, first, paragraph('学习', { face: '黑体' })), [
      ['1', 'body', 'face', '宋体', '仿宋_GB2312'],
      ['2', 'body', 'face', '黑体', '仿宋_GB2312'],
    ]);
    assert.deepEqual(
      found(OFFICIAL, paragraph('一、甲', wrong), paragraph('（一）乙', { ...wrong, size: 15 })),
      [
        ['1', 'heading1', 'face', '宋体', '黑体'],
        ['2', 'heading2', 'face', '宋体', '楷体_GB2312'],
      ],
    );
  });

  test('are told with the first sixteen characters, blanks left out', () => {
    const text = ` ${'学'.repeat(20)}`;
    const [finding] = checkFormat(textOf(), { inner: [paragraph(text, { face: '宋体' })] }, OFFICIAL);
    assert.equal(finding?.words, '学'.repeat(16));
  });
});

describe('the pitch of lines', () => {
  const pitch = (linePitch: LinePitch | undefined, wanted: number | undefined = 28) =>
    found({ linePitch: wanted }, { ...linesOf('学习')[0]!, linePitch });

  test('is exact, rounded by no more than three tenths of a point', () => {
    assert.deepEqual(pitch({ rule: 'exact', value: 28 }), []);
    assert.deepEqual(pitch({ rule: 'exact', value: 28.25 }), []);
    assert.deepEqual(pitch({ rule: 'exact', value: 27.5 }), [
      ['1', 'body', 'line pitch', '固定值 27.5 磅', '固定值 28 磅'],
    ]);
  });

  test('that is no exact one is told as it is set', () => {
    assert.deepEqual(pitch({ rule: 'at least', value: 28 }), [
      ['1', 'body', 'line pitch', '最小值 28 磅', '固定值 28 磅'],
    ]);
    assert.deepEqual(pitch({ rule: 'multiple', value: 1.4999 }), [
      ['1', 'body', 'line pitch', '1.5 倍行距', '固定值 28 磅'],
    ]);
  });

  test('is not checked where the call or the file is silent', () => {
    assert.deepEqual(pitch(undefined), []);
    const line = { ...linesOf('学习')[0]!, linePitch: { rule: 'exact', value: 20 } as const };
    assert.deepEqual(found({}, line), []);
  });

  test('is told with the first words of the paragraph', () => {
    const line = { ...linesOf('学'.repeat(20))[0]!, linePitch: { rule: 'exact', value: 20 } as const };
    const [finding] = checkFormat(textOf(), { inner: [line] }, { ...SILENT, linePitch: 28 });
    assert.equal(finding?.words, '学'.repeat(16));
  });
});

describe('margins', () => {
  const right = OFFICIAL.margins!;
  const margins = (...sections: (typeof right)[]) =>
    checkFormat({ ...textOf(), margins: sections }, { inner: [] }, OFFICIAL);

  test('may be rounded by six tenths of a millimetre on each side', () => {
    assert.deepEqual(margins(right), []);
    assert.deepEqual(margins({ top: 37.5, bottom: 34.5, left: 28.5, right: 25.5 }), []);
    assert.deepEqual(margins({ top: 25.44, bottom: 25.44, left: 31.7, right: 31.7 }), [
      { kind: 'margin', side: 'top', found: 25.4, wanted: 37 },
      { kind: 'margin', side: 'bottom', found: 25.4, wanted: 35 },
      { kind: 'margin', side: 'left', found: 31.7, wanted: 28 },
      { kind: 'margin', side: 'right', found: 31.7, wanted: 26 },
    ]);
  });

  test('are told once for the first section that is off', () => {
    assert.deepEqual(margins(right, { ...right, top: 30 }, { ...right, top: 20 }), [
      { kind: 'margin', side: 'top', found: 30, wanted: 37 },
    ]);
  });

  test('are not checked where the call or the file names none', () => {
    assert.deepEqual(margins(), []);
    const text = { ...textOf(), margins: [{ ...right, top: 20 }] };
    assert.deepEqual(checkFormat(text, { inner: [] }, SILENT), []);
  });
});

describe('a file name', () => {
  const call = {
    ...ASKS_NOTHING,
    fileName: '{单位}-{题目}',
    units: [['市血液中心', '血液中心'], ['市医院']],
  };
  const kinds = (name: string, title?: string) => checkFileName(name, call, title).map(({ kind }) => kind);

  test('is free where the call names no pattern', () => {
    assert.deepEqual(checkFileName('文章定稿.docx', ASKS_NOTHING, '三笔账'), []);
  });

  test('has one of the names of one of the units, where the call asks certain ones', () => {
    assert.deepEqual(kinds('血液中心-三笔账.docx'), []);
    assert.deepEqual(kinds('市医院-三笔账.docx'), []);
    assert.deepEqual(kinds('县医院-三笔账.docx'), ['file name unit']);
    assert.deepEqual(checkFileName('县医院-三笔账.docx', { ...call, units: [] }, undefined), []);
  });

  test('has the title of the text, marks, widths and cases aside', () => {
    assert.deepEqual(kinds('市医院-三笔账.docx', '三笔账'), []);
    assert.deepEqual(kinds('市医院-OA的三笔账.docx', '“ｏａ”的三笔账！'), []);
    assert.deepEqual(kinds('市医院-两笔账.docx', '三笔账'), ['file name title']);
    assert.deepEqual(kinds('市医院-两笔账.docx'), []);
  });

  test('is not held against parts that its pattern does not have', () => {
    assert.deepEqual(checkFileName('某某.docx', { ...call, fileName: '{姓名}' }, '三笔账'), []);
  });
});

describe('the check of a text', () => {
  const BODY = '我们先看登记簿。';
  const kinds = (...of: Parameters<typeof checkText>) => checkText(...of).findings.map(({ kind }) => kind);

  test('brings the findings of all rules together, in their order', () => {
    const text = {
      ...textOf('题目', '某某', '三、甲', '好,好', '他说：“好。', '的的工作。'),
      fileName: 'a.docx',
    };
    assert.deepEqual(kinds(text, { ...ASKS_NOTHING, fileName: '{单位}-{题目}', format: OFFICIAL }), [
      'heading number',
      'half-width',
      'unmatched',
      'doubled',
      'file name',
    ]);
  });

  test('holds format and file name against the call, where there are both', () => {
    const text = { ...textOf('题目', '某某', BODY), fileName: '市医院-别的.docx' };
    text.paragraphs[2]!.linePitch = { rule: 'exact', value: 20 };
    assert.deepEqual(kinds(text, { ...ASKS_NOTHING, fileName: '{单位}-{题目}', format: OFFICIAL }), [
      'line pitch',
      'file name title',
    ]);
    assert.deepEqual(kinds({ ...text, fileName: undefined }, { ...ASKS_NOTHING, fileName: '{题目}' }), []);
    const untitled = { ...textOf(BODY, '某某'), fileName: '别的.docx' };
    assert.deepEqual(kinds(untitled, { ...ASKS_NOTHING, fileName: '{题目}' }), ['no title']);
  });

  test('takes the least and the greatest length as still right', () => {
    const kindsOf = (length: object) =>
      kinds(textOf('五个字正好', '某某'), { ...ASKS_NOTHING, length: { unit: '字数', ...length } });
    assert.deepEqual(kindsOf({ min: 7, max: 7 }), []);
    assert.deepEqual(kindsOf({ min: 8 }), ['short']);
    assert.deepEqual(kindsOf({ min: 1 }), []);
    assert.deepEqual(kindsOf({ max: 6 }), ['long']);
    assert.deepEqual(kindsOf({}), []);
  });

  test('counts footnotes by themselves', () => {
    const { count, footnotes } = checkText({ ...textOf('学习'), footnotes: ['注一', '注'] }, ASKS_NOTHING);
    assert.deepEqual([count.words, footnotes.words], [2, 3]);
  });
});
