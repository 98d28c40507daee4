import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StampLines } from '../../../src/domain/forms/stamp.ts';
import type { ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import { writeDocument } from '../../../src/ooxml/document/write-document.ts';
import { formDocument, type PaperSheet } from '../../../src/ooxml/form-document.ts';
import { titleLines } from '../../../src/ooxml/title-lines.ts';
import type { Facts } from '../../../src/papers/form.ts';
import { FORMS } from '../../../src/papers/forms/all-forms.ts';
import { packOf } from '../../../src/papers/pack.ts';
import { schedulePaper } from '../../../src/papers/schedule-paper.ts';
import { all, bodyText, partsOf, type XmlNode } from '../../support/word.ts';
import { session, source } from '../paper/pack-source.ts';

const HOSTILE = '“甲”<b>&amp;"乙"\u0000\uD800 ]]> 𠮷';
const write = (sheets: readonly PaperSheet[], stamp?: StampLines) =>
  writeDocument(formDocument({ title: '表', creator: '学习办', sheets, stamp }));
const blank = (sheets: readonly { sheet: PaperSheet['sheet'] }['sheet'][], facts: Facts = {}) =>
  write(sheets.map((sheet) => ({ sheet, facts })));

const SESSIONS: ScheduledSession[] = [
  session({
    id: 's1',
    title: HOSTILE,
    stage: 'study',
    chair: '党支部书记',
    form: '交流研讨',
    place: '二楼会议室',
  }),
  session({
    id: 's2',
    title: '很长的题目'.repeat(30),
    day: null,
    timing: 'unknown',
    status: 'unconfirmed',
    reason: '时间待定',
  }),
  session({ id: 's3', status: 'dropped', reason: '与市级培训合并' }),
];
const FULL = source(SESSIONS);
const EMPTY = source([]);

/** Every kind of document there is, by name. */
const DOCUMENTS: [string, Uint8Array][] = [
  ...FORMS.map(({ title, sheets }): [string, Uint8Array] => [title, blank(sheets)]),
  [
    '学习计划安排表',
    write(schedulePaper(FULL), [
      '甲单位　学习计划',
      '更新日期：2026年9月10日　打印日期：　　　　年　　月　　日',
      '如有调整，以正式通知为准',
    ]),
  ],
  ['没有场次的学习计划安排表', write(schedulePaper(EMPTY))],
  ['成套表格', write(packOf(FULL).flatMap(({ sheets }) => sheets))],
];

/** Children of these elements, in the order that ECMA-376, part 1, chapter 17 prescribes for those that are written. */
const ORDER: Record<string, readonly string[]> = {
  'w:pPr': [
    'pStyle',
    'keepNext',
    'pageBreakBefore',
    'widowControl',
    'pBdr',
    'tabs',
    'autoSpaceDE',
    'autoSpaceDN',
    'adjustRightInd',
    'snapToGrid',
    'spacing',
    'ind',
    'jc',
    'outlineLvl',
    'sectPr',
  ],
  'w:rPr': ['rFonts', 'b', 'spacing', 'sz', 'szCs', 'u', 'lang'],
  'w:tblPr': ['tblStyle', 'tblW', 'jc', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar'],
  'w:trPr': ['cantSplit', 'trHeight', 'tblHeader'],
  'w:tcPr': ['tcW', 'gridSpan', 'tcBorders', 'vAlign'],
  'w:sectPr': ['footerReference', 'type', 'pgSz', 'pgMar', 'pgNumType', 'titlePg'],
  'w:style': ['name', 'basedOn', 'next', 'qFormat', 'pPr', 'rPr', 'tblPr'],
  'w:settings': [
    'defaultTabStop',
    'evenAndOddHeaders',
    'characterSpacingControl',
    'noLineBreaksAfter',
    'noLineBreaksBefore',
    'compat',
  ],
};

function assertOrder(node: XmlNode): void {
  const order = ORDER[node.name];
  let place = -1;
  for (const child of node.children) {
    if (order) {
      const found = order.indexOf(child.name.slice(2));
      const isNext = found > place || (found === place && child.name === 'w:footerReference');
      assert.ok(isNext, `${child.name} stands wrong in ${node.name}`);
      place = found;
    }
    assertOrder(child);
  }
}

describe('A Word document', () => {
  for (const [name, file] of DOCUMENTS) {
    it(`of ${name} is well formed, its parts are declared and refer to each other, its elements stand in order`, () => {
      const parts = partsOf(file);
      const declared = all(parts.get('[Content_Types].xml')!, 'Override').map(
        ({ attributes }) => attributes.PartName,
      );
      for (const part of parts.keys()) {
        if (!part.endsWith('.rels') && !part.startsWith('[')) assert.ok(declared.includes(`/${part}`), part);
        assertOrder(parts.get(part)!);
      }
      const related = all(parts.get('word/_rels/document.xml.rels')!, 'Relationship').map(
        ({ attributes }) => attributes,
      );
      for (const { Target } of related) assert.ok(parts.has(`word/${Target}`), Target);
      const body = parts.get('word/document.xml')!;
      for (const { attributes } of all(body, 'w:footerReference'))
        assert.ok(related.some(({ Id }) => Id === attributes['r:id']));
      const styles = all(parts.get('word/styles.xml')!, 'w:style').map(
        ({ attributes }) => attributes['w:styleId'],
      );
      for (const kind of ['w:pStyle', 'w:tblStyle'])
        for (const { attributes } of all(body, kind))
          assert.ok(styles.includes(attributes['w:val']), attributes['w:val']);
    });

    it(`of ${name} has tables whose cells fill their rows, end in paragraphs, and never meet another table`, () => {
      const body = partsOf(file).get('word/document.xml')!.children[0]!;
      body.children.forEach((block, index) => {
        if (block.name === 'w:tbl') assert.equal(body.children[index + 1]?.name, 'w:p');
      });
      for (const table of all(body, 'w:tbl')) {
        const columns = all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
        assert.ok(columns.every((width) => width > 0));
        for (const row of all(table, 'w:tr')) {
          const cells = all(row, 'w:tc');
          const spans = cells.map((cell) => Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1));
          assert.equal(
            spans.reduce((sum, span) => sum + span, 0),
            columns.length,
          );
          for (const cell of cells) assert.equal(cell.children.at(-1)?.name, 'w:p');
        }
      }
    });

    it(`of ${name} repeats every head, and splits no row but that of an area to write in`, () => {
      for (const row of all(partsOf(file).get('word/document.xml')!, 'w:tr')) {
        const styles = all(row, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
        const isHead = styles.length > 2 && styles.every((style) => style?.endsWith('Head'));
        assert.equal(all(row, 'w:tblHeader').length, Number(isHead));
        assert.equal(all(row, 'w:cantSplit').length, Number(!styles.includes('Ruled')));
      }
    });
  }

  it('has 正文 and 标题 under the names by which every program knows them, and exact lines in every style', () => {
    const styles = all(partsOf(blank(FORMS[0]!.sheets)).get('word/styles.xml')!, 'w:style');
    const named = (name: string) =>
      styles.find((style) => all(style, 'w:name')[0]?.attributes['w:val'] === name)!;
    for (const [name, face] of [
      ['Normal', '仿宋_GB2312'],
      ['heading 1', '黑体'],
      ['heading 2', '楷体_GB2312'],
      ['题目', '方正小标宋简体'],
    ] as const)
      assert.equal(all(named(name), 'w:rFonts')[0]?.attributes['w:eastAsia'], face);
    for (const name of ['Normal', 'heading 1', '正文（文章）'])
      assert.equal(
        all(named(name), 'w:spacing').find(({ attributes }) => attributes['w:line'])?.attributes['w:line'],
        '560',
      );
    for (const style of styles.filter(({ attributes }) => attributes['w:type'] === 'paragraph'))
      assert.equal(
        all(style, 'w:spacing').find(({ attributes }) => attributes['w:line'])?.attributes['w:lineRule'],
        'exact',
      );
    assert.ok(all(named('正文（文章）'), 'w:spacing').some(({ attributes }) => attributes['w:val'] === '-5'));
  });

  it('has the page of GB/T 9704 without a grid, and numbers between dashes, right on odd and left on even pages', () => {
    const parts = partsOf(blank(FORMS.find(({ id }) => id === 'meeting-notice')!.sheets));
    const [section] = all(parts.get('word/document.xml')!, 'w:sectPr');
    assert.deepEqual(all(section!, 'w:pgSz')[0]?.attributes, { 'w:w': '11906', 'w:h': '16838' });
    const {
      'w:top': top,
      'w:right': right,
      'w:bottom': bottom,
      'w:left': left,
    } = all(section!, 'w:pgMar')[0]!.attributes;
    assert.deepEqual([top, right, bottom, left], ['2098', '1474', '1984', '1587']);
    assert.equal(all(section!, 'w:docGrid').length, 0);
    assert.equal(all(parts.get('word/settings.xml')!, 'w:evenAndOddHeaders').length, 1);
    for (const [name, side] of [
      ['word/footer1.xml', 'right'],
      ['word/footer2.xml', 'left'],
    ] as const) {
      const foot = parts.get(name)!;
      assert.equal(all(foot, 'w:jc')[0]?.attributes['w:val'], side);
      assert.equal(
        all(foot, 'w:t')
          .map(({ text }) => text)
          .join(''),
        '— 1 —',
      );
    }
  });

  it('holds hostile words as words', () => {
    const text = bodyText(write(schedulePaper(FULL)));
    assert.ok(text.includes('“甲”<b>&amp;"乙"\uFFFD\uFFFD ]]> 𠮷'));
  });

  it('gives equal bytes for equal papers', () => {
    assert.deepEqual(write(schedulePaper(FULL)), write(schedulePaper(FULL)));
  });
});

describe('A stamp', () => {
  const stamp: StampLines = [
    '甲单位　学习计划',
    '更新日期：2026年9月10日　打印日期：　　　　年　　月　　日',
    '如有调整，以正式通知为准',
  ];
  const feet = (file: Uint8Array) =>
    [...partsOf(file)].filter(([name]) => name.includes('footer')).map(([, foot]) => foot);

  it('stands at the foot of schedules, and leaves the day of printing to the program', () => {
    for (const foot of feet(write(schedulePaper(FULL), stamp))) {
      assert.ok(
        all(foot, 'w:t')
          .map(({ text }) => text)
          .join('')
          .includes(stamp.join('')),
      );
      assert.ok(all(foot, 'w:fldSimple').some(({ attributes }) => attributes['w:instr']?.startsWith('DATE')));
    }
  });

  it('stands on no letter and no cover, which go out under the unit’s own name', () => {
    const submission = FORMS.find(({ id }) => id === 'submission-notice')!.sheets.slice(0, 2);
    const file = write(
      submission.map((sheet) => ({ sheet, facts: {} })),
      stamp,
    );
    assert.doesNotMatch(
      feet(file)
        .flatMap((foot) => all(foot, 'w:t').map(({ text }) => text))
        .join(''),
      /如有调整/,
    );
  });
});

describe('The schedule as a paper', () => {
  it('puts sessions under their stages, with the numbers they have in the pack', () => {
    const stages = [
      { id: 'late', title: '后一阶段' },
      { id: 'study', title: '学习阶段', from: '2026-09-14', until: '2026-10-09' },
    ];
    const sessions = [
      session({ id: 's1', title: '先列的一场', stage: 'late' }),
      session({ id: 's2', title: '后列的一场', stage: 'study' }),
    ];
    const of = { ...source(sessions).of, campaign: { id: 'campaign', name: '学习活动', stages } };
    const [sheet] = schedulePaper(source(sessions, { of }));
    assert.deepEqual(sheet?.bands, { 0: '后一阶段', 1: '学习阶段　2026年9月14日至2026年10月9日' });
    assert.deepEqual(
      sheet.facts.tables?.sessionsWide?.map((row) => [row[0], row[2]]),
      [
        ['1', '先列的一场'],
        ['2', '后列的一场'],
      ],
    );
    const text = bodyText(write([sheet]));
    assert.ok(
      text.indexOf('后一阶段') < text.indexOf('先列的一场') &&
        text.indexOf('先列的一场') < text.indexOf('学习阶段　'),
    );
  });

  it('puts sessions of no stage under 其他 where others have one, and needs no bands where none has', () => {
    const stages = [{ id: 'study', title: '学习阶段' }];
    const sessions = [session({ id: 's1', stage: 'study' }), session({ id: 's2' })];
    const of = { ...source(sessions).of, campaign: { id: 'campaign', name: '学习活动', stages } };
    assert.deepEqual(schedulePaper(source(sessions, { of }))[0]?.bands, { 0: '学习阶段', 1: '其他' });
    assert.deepEqual(schedulePaper(source([session({ id: 's1' })]))[0]?.bands, {});
  });

  it('lists every day of a rhythm with its announcement, and how the days were counted', () => {
    const deadlines = [
      {
        id: 'report-a',
        title: '进展',
        result: {
          kind: 'occurrences',
          time: '17:30',
          explanation: '每月月末。',
          occurrences: [
            {
              date: '2026-10-31',
              announce: { day: '2026-10-30', because: 'rest day', text: '请于10月30日前报送' },
            },
            { date: '2027-01-31', awaiting: '待国务院办公厅公布' },
          ],
        },
      },
      {
        id: 'report-b',
        title: '方案',
        result: {
          kind: 'date',
          date: '2026-10-12',
          explanation: '之后两个工作日。',
          counted: [{ day: '2026-10-10', reason: '调休上班' }, { day: '2026-10-12' }],
          skipped: [{ day: '2026-10-11', reason: '周日' }],
        },
      },
      {
        id: 'report-c',
        title: '总结',
        result: {
          kind: 'unknown',
          reason: '原文未注明',
          explanation: '原文没有写。',
          counted: [],
          skipped: [],
        },
      },
    ];
    const of = { ...source([]).of, deadlines } as typeof EMPTY.of;
    const due = schedulePaper(source([], { of })).at(-1)?.facts.tables?.due;
    assert.deepEqual(
      due?.map((row) => [row[3], row[5]]),
      [
        [
          '2026年10月31日（周六）17:30前（请于10月30日前报送）\n2027年1月31日（周日）17:30前（放假安排待国务院办公厅公布）',
          '每月月末。',
        ],
        [
          '2026年10月12日（周一）前',
          '之后两个工作日。\n计入的日子：10月10日 周六（调休上班）、10月12日 周一\n不计的日子：10月11日 周日',
        ],
        ['原文未注明', '原文没有写。'],
      ],
    );
  });
});

describe('A title', () => {
  it('that is too long for a line breaks where its sense allows, and no quotation is torn where that can be helped', () => {
    assert.equal(
      titleLines('关于召开“为什么学、学什么、怎么学”动员会的通知', 20),
      '关于召开“为什么学、学什么、怎么学”\n动员会的通知',
    );
  });
  it('that fits its line, or has no place to break, stays as it is', () => {
    assert.equal(titleLines('关于召开总结会的通知', 20), '关于召开总结会的通知');
    assert.equal(titleLines('很长'.repeat(15), 20), '很长'.repeat(15));
  });
});
