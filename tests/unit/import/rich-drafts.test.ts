import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { importFile } from '../../../src/import/import-file.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import { docxOf, paragraph } from '../../support/ooxml-files.ts';
import { writeContent } from '../../support/site.ts';

const options = { rules: RULES, units: [], topics: [] };
const SENTENCE = '各科室要从群众最急的事做起，把办事指南贴在门口，把窗口的话说明白。';

async function draftOf(
  body: string,
  more: Record<string, string> = {},
  withoutSteps: 'heading-levels'[] = [],
) {
  const { articles } = await importFile('a.docx', docxOf(body, more), { ...options, withoutSteps });
  return articles[0]?.draft.body;
}

describe('the draft of a Word file', () => {
  it('holds tables as tables, bars and stars of their cells as words', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`;
    const row = (...words: string[]) => `<w:tr>${words.map(cell).join('')}</w:tr>`;
    assert.equal(
      await draftOf(
        `${paragraph(SENTENCE)}<w:tbl>${row('任务', '要求')}${row('甲|乙', '*必做*')}${row('', '　3天内 ')}</w:tbl>`,
      ),
      `${SENTENCE}\n\n| 任务 | 要求 |\n| --- | --- |\n| 甲\\|乙 | \\*必做\\* |\n|  | 3天内 |\n`,
    );
  });

  it('is doubted for no mark that stands for a table or a note', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('任务')}${cell('要求')}</w:tr><w:tr>${cell('甲')}${cell('乙')}</w:tr></w:tbl>`;
    const body = `<w:p><w:r><w:t>${SENTENCE}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${table}${table}`;
    const footnotes = `<w:footnote w:id="2">${paragraph('见第一条。')}</w:footnote>`;
    const { articles } = await importFile('a.docx', docxOf(body, { footnotes }), options);
    assert.deepEqual(articles[0]?.article.doubts, []);
  });
  it('names no one after the head of a table below the title', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('时间')}${cell('安排')}</w:tr><w:tr>${cell('上午')}${cell('报到')}</w:tr></w:tbl>`;
    const { articles } = await importFile(
      'a.docx',
      docxOf(`${paragraph('关于培训的通知')}${table}`),
      options,
    );
    assert.equal(articles[0]?.article.metadata.byline, undefined);
  });
  it('holds footnotes as footnotes, numbered in their order', async () => {
    const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const note = (id: number, words: string) => `<w:footnote w:id="${id}">${paragraph(words)}</w:footnote>`;
    assert.equal(
      await draftOf(
        `<w:p><w:r><w:t>${SENTENCE}</w:t></w:r>${call(2)}<w:r><w:t>再说一句。</w:t></w:r>${call(3)}</w:p>`,
        { footnotes: note(2, '见第一条。') + note(3, '见第二条。') },
      ),
      `${SENTENCE}[^1]再说一句。[^2]\n\n[^1]: 见第一条。\n\n[^2]: 见第二条。\n`,
    );
  });

  it('keeps the words of a footnote whose call has left the body with the title', async () => {
    const body = await draftOf(
      `<w:p><w:r><w:t>关于读书的通知</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph(SENTENCE)}`,
      { footnotes: `<w:footnote w:id="2">${paragraph('本通知可以公开。')}</w:footnote>` },
    );
    assert.equal(body, `本通知可以公开。\n\n${SENTENCE}\n`);
  });

  it('has headings that are only bold as headings, unless told not to; numbered ones stay plain', async () => {
    const source = [
      ...[paragraph(SENTENCE), paragraph('聚焦窗口服务', '', '<w:b/>'), paragraph(SENTENCE)],
      ...[
        paragraph('一、抓学习', '', '<w:b/>'),
        paragraph(SENTENCE),
        paragraph('这句话整句都加粗了，但它不是标题。', '', '<w:b/>'),
        paragraph(SENTENCE),
      ],
    ].join('');
    const lines = [
      SENTENCE,
      '## 聚焦窗口服务',
      SENTENCE,
      '一、抓学习',
      SENTENCE,
      '这句话整句都加粗了，但它不是标题。',
      SENTENCE,
    ];
    assert.equal(await draftOf(source), `${lines.join('\n\n')}\n`);
    assert.equal(await draftOf(source, {}, ['heading-levels']), `${lines.join('\n\n').replace('## ', '')}\n`);
  });

  it('offers a correction record where words are damaged, as a comment', async () => {
    const { articles } = await importFile(
      'a.txt',
      Buffer.from(`${SENTENCE}就是勇?lián)敗_B日来，全市上下。\n`),
      options,
    );
    const text = articles[0]?.draft.text ?? '';
    assert.match(text, /\n# corrections:\n# {3}- paragraph: p1\n# {5}original: ".*勇\?lián\)敗_B日.*"\n/);
    const [, records = ''] = /下面各行开头的“# ”.*\n((?:# .*\n)+)/.exec(text) ?? [];
    const uncovered = text.replace(records, records.replace(/^# /gm, ''));
    const folder = await writeContent({ 'texts/a.md': uncovered });
    assert.deepEqual((await checkContent(folder, { today: '2026-09-01' })).faults, []);
  });

  it('keeps several articles of one file together where splitting is switched off', async () => {
    const article = (title: string) => `${title}\n——读书会侧记\n记者 王某\n${SENTENCE}\n`;
    const file = Buffer.from(article('转作风见行动') + article('优服务见真情'));
    assert.equal((await importFile('a.txt', file, options)).articles.length, 2);
    assert.equal(
      (await importFile('a.txt', file, { ...options, withoutSteps: ['split-articles'] })).articles.length,
      1,
    );
  });
});
