import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { growthOf } from '../support/work.ts';
import { neighboursOf } from '../../src/domain/neighbours.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { checkText } from '../../src/domain/self-check/check-text.ts';
import { readBody } from '../../src/markdown/body.ts';
import { countPage } from '../../src/import/account/html.ts';
import { readHtml } from '../../src/import/readers/html/html.ts';
import { outgoing } from '../../src/media/outgoing.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import * as made from '../support/pictures.ts';
import { entryFile, writeContent, type ContentFiles } from '../support/site.ts';
import { entry } from './domain/entries.ts';
import { planOf, session, worked } from './schedule/example.ts';
import { ASKS_NOTHING, textOf } from './self-check/texts.ts';

/** Twice the work for twice as much, with room for what grows by its logarithm; its square would be four times. */
const IN_PROPORTION = 2.4;

async function assertInProportion(run: (size: number) => unknown, size: number): Promise<void> {
  const growth = await growthOf(run, size);
  assert.ok(growth < IN_PROPORTION, `${growth.toFixed(2)} times the work for twice as much`);
}

const times = (count: number, part: (index: number) => string, between = '') =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

describe('the work that a body makes grows with its length, not with its square', () => {
  const read = (body: string) => assert.deepEqual(readBody(body, { isMdx: false }).faults, []);

  it('where it has many paragraphs', () =>
    assertInProportion(
      (size) =>
        read(
          times(size, (index) => `${size}之${index}，${'学习讨论整改提高，'.repeat(4)}落到实处。`, '\n\n'),
        ),
      500,
    ));

  for (const [name, blank] of Object.entries({
    spaces: ' ',
    tabs: '\t',
    'wide spaces': '\u3000',
    'line ends': '\n',
  }))
    it(`where it has many ${name} in a row`, () =>
      assertInProportion((size) => read(`甲${blank.repeat(size)}乙\n${blank.repeat(size)}*丙*`), 10_000));
});

describe('the work that front matter makes grows with its length, not with its square', () => {
  it('where it has many fields', () =>
    assertInProportion(
      (size) =>
        assert.deepEqual(
          parseYaml(
            times(size, (index) => `k${index}: 1`, '\n'),
            'a.yaml',
          ).faults,
          [],
        ),
      2000,
    ));

  it('where one value is referred to many times', () =>
    assertInProportion(
      (size) => assert.equal(parseYaml(`a: &a 甲\nb: [${'*a, '.repeat(size)}]`, 'a.yaml').faults.length, 1),
      2000,
    ));
});

it('The work of finding neighbours grows with the number of entries, not with its square', () =>
  assertInProportion((size) => {
    const topics = [{ id: 'conduct', name: '作风建设' }];
    const found = neighboursOf(Array.from({ length: size }, (_, index) => entry(`e${index}`, { topics })));
    assert.equal(found.size, size);
  }, 1000));

it('The work that a picture makes grows with its parts, not with their square', () =>
  assertInProportion((size) => {
    const parts = Buffer.concat(Array<Buffer>(size).fill(made.chunk('tEXt', 'a\0b')));
    assert.ok(made.png().equals(outgoing('a.png', made.png(parts)).bytes));
  }, 5000));

describe('the work that a check makes grows with what there is to check, not with its square', () => {
  it('of a library whose entries are read and referred to by plans that units follow', () =>
    assertInProportion(async (size) => {
      const { faults } = await checkContent(await writeContent(office(size)), { today: '2026-09-01' });
      assert.deepEqual(faults, []);
    }, 100));

  it('of a plan of many sessions that units follow', () =>
    assertInProportion((size) => {
      const sessions = Array.from({ length: size }, (_, index) =>
        session(`s${index}`, { when: { week: (index % 12) + 1 } }),
      );
      const { sessions: scheduled } = worked(planOf(sessions, 'nextWorkingDay'));
      assert.equal(scheduled.length, size);
    }, 200));

  it('of a text to hand in', () =>
    assertInProportion((size) => checkText(textOf(...longText(size).split('\n')), ASKS_NOTHING), 100));
});

const longText = (paragraphs: number) =>
  times(paragraphs, (index) => `第${index}段话，${'学习讨论整改提高，落到实处。'.repeat(8)}`, '\n');

/** An office of so many texts, a twentieth as many units, and plans that name a tenth of the texts. */
function office(size: number): ContentFiles {
  const files: ContentFiles = {
    'campaigns/conduct.yaml':
      'name: 转作风\norganiser: 学习办\nstages:\n  - { id: study, title: 学习, from: 2026-09-07, until: 2026-10-30 }\n',
  };
  for (let text = 0; text < size; text += 1)
    files[`texts/text-${text}.md`] = entryFile(`${'学习材料正文。'.repeat(20)}${text}\n\n第二段`);
  for (let plan = 0; plan < size / 20; plan += 1) {
    const sessions = times(
      2,
      (index) =>
        `  - { id: t${index}, stage: study, title: 专题, form: 集中学习, readings: [texts/text-${plan * 2 + index}#p2], when: { week: ${index + 1} } }\n`,
    );
    files[`plans/plan-${plan}.yaml`] = `campaign: conduct\ntitle: 学习计划\nsessions:\n${sessions}`;
    files[`units/unit-${plan}.yaml`] =
      `name: 第${plan}中心\nmeeting: { weekday: 5, time: "14:30", place: 会议室 }\nplans:\n  - plan: plan-${plan}\n`;
  }
  return files;
}

describe('the work that a web page makes grows with its length, not with its square', () => {
  const page = (inner: string) =>
    `<div id="zoom"><p>${'修路的事，村里议了三回。'.repeat(9)}</p>${inner}</div>`;
  const read = (inner: string) =>
    assert.deepEqual(readHtml(Buffer.from(page(inner)), undefined).unexplained, []);

  for (const [name, piece] of Object.entries({
    paragraphs: '<p>一段话。</p>',
    'tags that end nothing': '</b>',
    'rules of style': '<style>.a{color:red} .b{</style>',
    choices: '<select><option>甲<option>乙</select>',
    'places that are called headlines': '<div class="article-title">甲</div>',
    'character references': '&amp&lt;',
  }))
    it(`where it has many ${name}`, () => assertInProportion((size) => read(piece.repeat(size)), 500));

  it('where it has a list of many choices', () =>
    assertInProportion((size) => read(`<select>${'<option>甲'.repeat(size)}</select>`), 500));

  for (const piece of ['<!--', '<title>', '<a href="', '<', '&amp', '<svg><![CDATA['])
    it(`where ${piece} is opened again and again and nothing ended`, () =>
      assertInProportion((size) => assert.ok('words' in countPage(piece.repeat(size), '网页')), 2000));
});
