import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withRemedies } from '../../../src/desk/items/findings.ts';
import { ownFaults } from '../../../src/desk/items/own-faults.ts';
import { remedyAtDesk, sameInOtherWords } from '../../../src/domain/desk/remedies.ts';

const FILE = 'texts/a.md';
const mended = (fields: string, file = FILE) => {
  const text = file.endsWith('.md') ? `---\n${fields}\n---\n\n正文。\n` : `${fields}\n`;
  return withRemedies(file, text, ownFaults(file, text)).map(({ field, mend }) => [
    field,
    mend?.label,
    mend?.fields,
  ]);
};

describe('A fault has a button where only one change can be meant', () => {
  it('writes a day, a month, a time or a paragraph as its field wants it', () => {
    assert.deepEqual(mended('title: 题\ndate: 2026年3月5日'), [
      ['date', '改为 2026-03-05', { date: '2026-03-05' }],
    ]);
    assert.deepEqual(mended('title: 题\ndate: ２０２６/3/5'), [
      ['date', '改为 2026-03-05', { date: '2026-03-05' }],
    ]);
    const correction = { paragraph: 'p3', original: '甲', corrected: '乙', reason: '误录' };
    assert.deepEqual(
      mended(
        'title: 题\ndate: unknown\ncorrections:\n  - { paragraph: 第3段, original: 甲, corrected: 乙, reason: 误录 }',
      ),
      [['corrections', '改为 p3', { corrections: [correction] }]],
    );
    assert.deepEqual(mended('name: 单位\nmeeting: { weekday: 5, time: 下午2:30 }', 'units/a.yaml'), [
      ['meeting', '改为 14:30', { meeting: { weekday: 5, time: '14:30' } }],
    ]);
  });
  it('makes words of a number, a list of one name, and names once what stands twice', () => {
    assert.deepEqual(mended('title: 2026\ndate: unknown'), [['title', '改为 2026', { title: '2026' }]]);
    assert.deepEqual(mended('title: 题\ndate: unknown\ntopics: 作风'), [
      ['topics', '改为 作风', { topics: ['作风'] }],
    ]);
    assert.deepEqual(mended('title: 题\ndate: unknown\ntopics: [甲, 乙, 甲]'), [
      ['topics', '改为 甲、乙', { topics: ['甲', '乙'] }],
    ]);
  });
  it('takes away a field with nothing in it, unless it is wanted', () => {
    assert.deepEqual(mended('title: 题\ndate: unknown\nsummary:'), [
      ['summary', '删去这一行空的', { summary: null }],
    ]);
    assert.deepEqual(mended('title:\ndate: unknown'), [['title', undefined, undefined]]);
  });
  it('has none where somebody has to know more', () => {
    for (const fields of [
      'title: 题\ndate: 3月5日',
      'title: 题\ndate: 2026-02-30',
      'title: 题\ndate: unknown\ntopics: 甲、乙',
      'title: 题\ndate: unknown\ntopcs: [甲]',
      'title: 题',
    ])
      assert.deepEqual(
        mended(fields).map(([, label]) => label),
        [undefined],
        fields,
      );
  });
  it('mends one fault of several without touching the others', () => {
    assert.deepEqual(
      mended('title: 2026\ndate: 3月5日').map(([, label]) => label),
      ['改为 2026', undefined],
    );
  });
  it('takes away an answer that settles nothing', () => {
    const answers =
      '  - { doubt: 数字简称, at: 甲, because: 核实 }\n  - { doubt: 标点, at: 乙, because: 核实 }';
    const text = `---\ntitle: 题\ndate: unknown\nsettled:\n${answers}\n---\n\n文。\n`;
    const at = { file: FILE, line: 6, column: 5, reason: '', remedy: '', words: '乙', kind: '答复' };
    const [found] = withRemedies(FILE, text, [at]);
    assert.deepEqual(found?.mend?.fields, { settled: [{ doubt: '数字简称', at: '甲', because: '核实' }] });
  });
});

describe('A value is said in other words', () => {
  it('by forms that mean the same and no other', () => {
    assert.deepEqual(sameInOtherWords('9点'), ['09:00', ['9点']]);
    assert.deepEqual(sameInOtherWords('下午12:30'), ['12:30', ['下午12:30']]);
    assert.deepEqual(sameInOtherWords('2026年10月'), ['2026-10', ['2026年10月']]);
    assert.deepEqual(sameInOtherWords({ a: 1 }), []);
    assert.deepEqual(sameInOtherWords(['甲', '乙']), []);
  });
});

describe('What to do about a doubt', () => {
  it('is said at the desk by its buttons, not by the fields of files', () => {
    assert.equal(
      remedyAtDesk('查到原文后写进 corrections；查不到就写进 settled'),
      '查到原文后写校订；查不到就答“原件如此”',
    );
    assert.equal(
      remedyAtDesk('对照原件核实；原件有误的写进 corrections 或 settled'),
      '对照原件核实；原件有误的写校订或答“原件如此”',
    );
    assert.equal(remedyAtDesk('核实期号'), '核实期号');
  });
});
