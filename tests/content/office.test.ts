import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { FORMS } from '../../src/papers/forms/all-forms.ts';
import { demoSite, type DemoSite } from '../support/demo-site.ts';
import { bare } from '../support/pdf.ts';
import { wordsOf } from '../support/site.ts';
import { bodyText } from '../support/word.ts';

const NOT_ON_PAPER = /<p class="stamp[\s\S]*?<\/p>|<span class="sr-only">[^<]*<\/span>/g;
const SCHEDULES = ['people-hospital/conduct-2026', 'blood-center/conduct-2026', 'disease-control/openmind-2025'];

let site: DemoSite;
before(async () => {
  site = await demoSite();
});

const wordOf = async (address: string) => bare(bodyText(await readFile(join(site.folder, address))));

/** Text of the sheets of a page, without white space, their stamps and what only a screen reader says. */
function sheetsOf(html: string, wanted: (id: string, form: string) => boolean = () => true): string {
  const sheets = [...html.matchAll(/<section class="sheet[\s\S]*?<\/section>/g)].map(([sheet]) => sheet);
  return sheets
    .filter((sheet) => wanted(/ id="([^"]*)"/.exec(sheet)![1]!, /data-sheet="([^"]*)"/.exec(sheet)![1]!))
    .map((sheet) => bare(wordsOf(sheet.replace(NOT_ON_PAPER, '')).replaceAll('\u200B', '')))
    .join('');
}

describe('Word documents of forms', () => {
  for (const { id, title } of FORMS) {
    it(`hold the text of the form ${title}, character for character`, async () => {
      assert.equal(await wordOf(`forms/${id}.docx`), sheetsOf(await site.read(`/forms/${id}/`)));
    });
  }
  it('are linked from the form and from the list of forms, with a Chinese name and an address in ASCII', async () => {
    for (const page of ['/forms/sign-in/', '/forms/'])
      assert.match(await site.read(page), /<a href="\/forms\/sign-in\.docx" download="签到表\.docx"/);
  });
});

describe('Excel tables of forms', () => {
  it('are linked from forms that have tables, and from no other', async () => {
    assert.match(
      await site.read('/forms/issue-ledger/'),
      /<a href="\/forms\/issue-ledger\.xlsx" download="问题清单、整改台账\.xlsx"/,
    );
    assert.doesNotMatch(await site.read('/forms/meeting-notice/'), /\.xlsx/);
  });
});

describe('The Word document of a print pack', () => {
  for (const address of SCHEDULES) {
    it(`of ${address} holds the text of its sheets but the schedule's, character for character`, async () => {
      const html = await site.read(`/units/${address}/print/`);
      const sheets = sheetsOf(html, (id, form) => !['cover', 'contents'].includes(id) && !form.startsWith('schedule'));
      assert.equal(await wordOf(`units/${address}/print.docx`), sheets);
      assert.match(html, new RegExp(`href="/units/${address}/print\\.docx" download="[^"]*成套表格（[^"]*）\\.docx"`));
    });
  }
});

describe('The Word document of a schedule', () => {
  /** Labels of the page where the document has a column of that name, and words for controls. */
  const LABELS = /^(读|发言：|参加人员：|责任科室：|备注：|报送截止：|报|日期计算说明|材料报送|个人自学，自定时间)/u;
  const HIDDEN = /<(p|caption)[^>]*(?: hidden| class="sr-only")[\s\S]*?<\/\1>/g;

  /** The page's words as papers have them. */
  const asOnPaper = (piece: string) =>
    piece.replace(LABELS, '').replace(/学时$/, '').replace(/之前完成/, '前完成');

  for (const address of SCHEDULES) {
    it(`of ${address} holds every word of its page's tables`, async () => {
      const html = await site.read(`/units/${address}/`);
      const document = await wordOf(`units/${address}.docx`);
      const tables = [...html.matchAll(/<tbody>([\s\S]*?)<\/tbody>/g)].map(([, rows = '']) => rows.replace(HIDDEN, ''));
      const pieces = tables
        .flatMap((rows) => wordsOf(rows.replace(/<[^>]+>/g, '\n')).split('\n'))
        .flatMap((piece) => asOnPaper(bare(piece)).split(/[/（）：]|(?<=周[一二三四五六日])/u))
        .filter((piece) => piece !== '' && !/^[、。，]$/.test(piece));
      assert.ok(pieces.length > 50);
      assert.deepEqual([...new Set(pieces)].filter((piece) => !document.includes(piece)), []);
      for (const [, stage = ''] of html.matchAll(/<section class="stage"([\s\S]*?)<\/section>/g)) {
        const [, title = ''] = /<h2>\s*([^<]+?)\s*</.exec(stage) ?? [];
        assert.ok(!stage.includes('data-session=') || document.includes(bare(title)), title);
      }
      for (const [, day = ''] of html.matchAll(/<time datetime="[^"]*"[^>]*>([^<]*)</g)) assert.ok(document.includes(day), day);
    });
  }

  it('is linked from its page, with a Chinese name and an address in ASCII', async () => {
    assert.match(
      await site.read('/units/people-hospital/conduct-2026/'),
      /<a href="\/units\/people-hospital\/conduct-2026\.docx" download="市人民医院学习计划安排表（[^"]*）\.docx"/,
    );
  });
});
