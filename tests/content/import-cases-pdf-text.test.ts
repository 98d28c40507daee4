import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { importFile } from '../../src/import/import-file.ts';
import { CELL } from '../../src/import/marks.ts';
import { readBody } from '../../src/markdown/body.ts';
import { RULES } from '../../src/import/rules/all-rules.ts';

const cases = join(resolve(process.env.ZHIXING_SHARED ?? '../shared'), 'cases');
const TITLE = '关于改进来访登记工作的通知';

async function imported(name: string) {
  const bytes = readFileSync(join(cases, 'import', name));
  const { reading, articles, ledger } = await importFile(name, bytes, { rules: RULES, units: [], topics: [] });
  assert.deepEqual([reading.unexplained, reading.uncounted, ledger.unexplained], [[], undefined, []]);
  const [first] = articles;
  assert.ok(first);
  return { reading, title: first.article.metadata.title.value, date: first.article.metadata.date.value, lines: first.article.lines };
}

const linesOf = async (name: string) =>
  (await imported(name)).reading.text.replaceAll(CELL, '|').split('\n').filter((line) => line !== '');

describe('small PDFs and texts that failed once', { skip: !existsSync(cases) && 'the folder with the cases is not here' }, () => {
  for (const name of ['pdf-plain', 'pdf-mixed-gbk-title', 'pdf-gbk-euc-h', 'pdf-unigb-ucs2-h', 'pdf-ocr-layer', 'pdf-fake-bold', 'pdf-first-page-scan'])
    it(`${name}.pdf: title and date are read`, async () => {
      const { title, date } = await imported(`${name}.pdf`);
      assert.deepEqual([title, date], [TITLE, '2024-03-05']);
    });

  for (const name of ['chromium-print.pdf', 'radicals.txt'])
    it(`${name}: radicals become ideographs`, async () => {
      const { title, date, lines } = await imported(name);
      assert.deepEqual([title, date], ['关于人民群众工作的通知', '2026-09-01']);
      assert.ok(lines.includes('一、总体要求'));
      assert.doesNotMatch(lines.join(''), /[\u2E80-\u2FDF]/);
    });

  it('the order of columns, tables and vertical lines is that of the page', async () => {
    const columns = await linesOf('pdf-two-columns.pdf');
    assert.deepEqual(await linesOf('pdf-two-columns-by-line.pdf'), columns);
    assert.match(columns.join(''), /^(?:左栏[^左右]+){8}(?:右栏[^左右]+){8}$/);
    assert.deepEqual((await linesOf('pdf-table.pdf')).slice(1), ['序号|单位|时间', '1|办公室|3月5日', '2|人事科|3月6日']);
    assert.deepEqual(await linesOf('pdf-vertical.pdf'), [TITLE, '为了方便群众办事请各科室遵照执行']);
  });

  it('what cannot be read is named', async () => {
    assert.match((await imported('pdf-first-page-scan.pdf')).reading.notes.join(), /第 1 页没有文字/);
    const { reading } = await imported('pdf-identity-no-tounicode.pdf');
    assert.match(reading.notes.join(), /第 1 页有 4 个字形没有给出对应的字/);
    assert.ok(reading.text.startsWith('\ufffd'.repeat(4)));
  });

  it('running heads and page numbers are left out, and nothing else', async () => {
    const { reading } = await imported('pdf-page-numbers.pdf');
    assert.equal(reading.leftOut.length, 6);
    assert.equal(reading.text.split(TITLE).length, 4);
  });

  it('texts are read in their encodings, which are named', async () => {
    for (const [name, encoding, words] of [
      ['big5-hkscs.txt', /HKSCS/, '李喆、周邨、石峯'],
      ['gb18030-rare.txt', /GB18030/, '𠮷某、㛃某、䶮某'],
      ['utf16-no-bom.txt', /UTF-16/, '请认真登记'],
      ['gbk-truncated-mixed.txt', /GB18030.*和 UTF-8 混合/, '这一行是用另一种编码粘贴进来的。'],
    ] as const) {
      const { reading } = await imported(name);
      assert.match(reading.decoded?.encoding ?? '', encoding, name);
      assert.ok(reading.text.includes(words), name);
    }
  });

  it('pages show what their texts mean', () => {
    const html = (name: string) => {
      const text = readFileSync(join(cases, 'content', name, 'texts', 'a.md'), 'utf8');
      return readBody(text.slice(text.indexOf('---', 3) + 4), { isMdx: false }).html ?? '';
    };
    assert.match(html('list-number'), /<h4[^>]*>1\. 加强领导<\/h4>.*<p[^>]*>2026\. 年初/s);
    assert.equal(html('autolink-second').split('<a ').length, 3);
    assert.doesNotMatch(html('html-tags'), /&lt;/);
    assert.doesNotMatch(html('stars'), /<em>/);
  });
});
