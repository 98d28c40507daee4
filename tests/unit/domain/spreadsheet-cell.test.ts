import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvCell, guarded, readingOf, tabbedCell, unguarded } from '../../../src/domain/spreadsheet-cell.ts';
import { parseCsv } from '../../../src/tables/parse-csv.ts';

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://evil.example","点这里")',
  "=cmd|' /C calc'!A0",
  '+86',
  '-1',
  '-',
  '- 一、学习',
  '@SUM(A1)',
  '@全体',
  ' =1+1',
  '\u3000=1+1',
  '\u00A0+1',
  '\u200B=1',
  '\uFEFF=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠全体',
  '﹣1',
  '\t=1',
  '\n=1',
  '\r=1',
  '\t甲',
  '\r甲',
  '\n甲',
  '\n\t +1',
];
const VALUES = [
  '007',
  '0012',
  '123456789012',
  '11010519491231002X'.slice(0, 17),
  '3-5',
  '3/5',
  '1 1/2',
  '½',
  '2026-10-23',
  '2026/10',
  '2026.10.23',
  '2026年10月23日',
  '10月23日',
  '3月',
  '14:30',
  '9:00 am',
  '下午3时',
  '1e5',
  '2E8',
  '1.50',
  '1,200',
  '50%',
  '(1)',
  '（1）',
  '¥5',
  '$5',
  '１２',
  '３－５',
  '5-Mar',
  'MAR1',
  'Sept 2',
  'TRUE',
  'false',
  '#N/A',
  '#DIV/0!',
  '#NAME?',
];
const WORDS = [
  '',
  ' ',
  '—',
  '一、=1+1',
  '甲=乙',
  'A-1 会议室',
  '3楼会议室',
  '2 份',
  '12',
  '0',
  '3.5',
  '0.25',
  '五个工作日',
  '第3次',
  '市血液中心',
  '应报 4，已收 3',
  '#标签',
  '“五不准”',
  "'",
  'March',
  'May be',
  '（一）',
  '·要点',
];

describe('What a spreadsheet program makes of a cell’s words', () => {
  it('is a formula after = + - @, also full-width or after blanks, and after a leading tab or line break', () => {
    for (const words of FORMULAS) assert.equal(readingOf(words), 'formula', JSON.stringify(words));
  });
  it('is a value where it would be shown otherwise: zeros in front, many figures, days, times, fractions, truth', () => {
    for (const words of VALUES) assert.equal(readingOf(words), 'value', words);
  });
  it('is text for everything else, short numbers included', () => {
    for (const words of WORDS) assert.equal(readingOf(words), 'words', words);
  });
});

describe('Words for plain text', () => {
  it('stand behind an apostrophe where they would be a formula, and only there', () => {
    for (const words of FORMULAS) assert.equal(guarded(words), `'${words}`, JSON.stringify(words));
    for (const words of [...VALUES, ...WORDS]) assert.equal(guarded(words), words);
  });
  it('come back unchanged, also where they began with apostrophes themselves', () => {
    const odd = ["'=1", "''=1", "'甲", "''", "'007", "' =1"];
    for (const words of [...FORMULAS, ...VALUES, ...WORDS, ...odd]) {
      assert.equal(unguarded(guarded(words)), words, JSON.stringify(words));
      assert.notEqual(readingOf(guarded(words)), 'formula');
    }
  });
  it('make one cell between tabs, even with line breaks and quotation marks in them', () => {
    assert.equal(tabbedCell('甲\t乙\r\n丙\u2028丁'), '甲 乙 丙 丁');
    assert.equal(tabbedCell('甲\n=1+1'), '甲 =1+1');
    assert.equal(tabbedCell('"甲\t乙'), '"""甲 乙"');
    assert.equal(tabbedCell('他说"甲"'), '他说"甲"');
    for (const words of [...FORMULAS, ...VALUES, ...WORDS]) {
      const cell = tabbedCell(words);
      assert.doesNotMatch(cell, /[\t\r\n\u2028\u2029]/u);
      assert.notEqual(readingOf(cell), 'formula', JSON.stringify(words));
    }
  });
  it('make one cell of a .csv file, in quotation marks behind an apostrophe, and are read from it as they were', () => {
    assert.equal(csvCell('=1+1'), '"\'=1+1"');
    assert.equal(csvCell('=HYPERLINK("a")'), '"\'=HYPERLINK(""a"")"');
    assert.equal(csvCell('甲,乙'), '"甲,乙"');
    assert.equal(csvCell('甲，乙；丙'), '"甲，乙；丙"');
    assert.equal(csvCell('007'), '007');
    const all = [...FORMULAS, ...VALUES, ...WORDS, "'=1", '甲,"乙"\n丙\t丁', '一，二，三，四，五，六，七'];
    const text = all.map((words) => `甲,${csvCell(words)},乙\n`).join('');
    assert.deepEqual(
      parseCsv(text).map(({ cells }) => cells),
      all.map((words) => ['甲', words.trim(), '乙']),
    );
  });
});
