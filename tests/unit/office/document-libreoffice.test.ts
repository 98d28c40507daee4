import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { writeDocument } from '../../../src/ooxml/document/write-document.ts';
import { formDocument } from '../../../src/ooxml/form-document.ts';
import { textStyles, wordFormat, wordPage } from '../../../src/ooxml/paper-frame.ts';
import { askedFormat } from '../../../src/papers/asked-format.ts';
import { OFFICIAL } from '../../../src/papers/page-format.ts';
import { FORMS } from '../../../src/papers/forms/all-forms.ts';
import { schedulePaper } from '../../../src/papers/schedule-paper.ts';
import { bare, readPdf, type Pdf, type PdfPage } from '../../support/pdf.ts';
import { temporaryFolder } from '../../support/site.ts';
import { allConverted, hasSoffice } from '../../support/soffice.ts';
import { bodyText } from '../../support/word.ts';
import { session, source } from '../paper/pack-source.ts';

const HAN = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜';
const NUMBER = /^— ?(\d+) ?—$/;
/** Letters whose lines to write on go over one page. */
const LONG_LETTERS: Record<string, number> = { 'stage-report': 1, 'activity-summary': 1, bulletin: 1 };

const thousand = (format: typeof OFFICIAL): Uint8Array =>
  writeDocument({
    title: '一千字',
    creator: '学习办',
    styles: textStyles(wordFormat(format)),
    sections: [
      {
        page: wordPage(format),
        blocks: [{ style: 'PaperBody', firstLine: 0, runs: [{ text: HAN.repeat(30).slice(0, 1000) }] }],
      },
    ],
  });

const SCHEDULE = writeDocument(
  formDocument({
    title: '学习计划安排表',
    creator: '学习办',
    stamp: ['甲单位　学习计划', '更新日期：2026年9月10日', '如有调整，以正式通知为准'],
    sheets: schedulePaper(
      source(
        Array.from({ length: 30 }, (_, index) =>
          session({
            id: `s${index}`,
            title: `第${index + 1}个专题`,
            requirement: '每人一页提纲，会后交党支部',
            chair: '党支部书记',
          }),
        ),
      ),
    ),
  }),
);

/** Characters of a document that its PDF lacks, as often as it lacks them. */
function lost(file: Uint8Array, { pages }: Pdf): string[] {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const character of bare(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
    return counts;
  };
  const printed = count(pages.map(({ text }) => text).join(''));
  return [...count(bodyText(file))]
    .filter(([character, times]) => (printed.get(character) ?? 0) < times)
    .map(([character]) => character);
}

function numberOf({ lines }: PdfPage) {
  return lines.find(({ text }) => NUMBER.test(text.trim()));
}

function assertNumbered({ pages }: Pdf): void {
  pages.forEach((page, index) => {
    const found = numberOf(page)!;
    assert.equal(NUMBER.exec(found.text.trim())?.[1], String(index + 1));
    assert.equal(found.left > page.width / 2, index % 2 === 0, `number of page ${index + 1}`);
  });
}

describe(
  'LibreOffice, as a second judge of Word documents,',
  { skip: hasSoffice() ? false : 'LibreOffice (soffice) is not installed' },
  () => {
    const files: Record<string, Uint8Array> = {
      thousand: thousand(OFFICIAL),
      'thousand-30': thousand(
        askedFormat('asked', '30 磅', { margins: '上下左右各30毫米', lineSpacing: 30 }),
      ),
      'whole-schedule': SCHEDULE,
      ...Object.fromEntries(
        FORMS.map(({ id, title, sheets }) => [
          id,
          writeDocument(
            formDocument({ title, creator: '学习办', sheets: sheets.map((sheet) => ({ sheet, facts: {} })) }),
          ),
        ]),
      ),
    };
    const pdfs: Record<string, Pdf> = {};
    before(async () => {
      const folder = await temporaryFolder();
      const names = Object.keys(files);
      for (const name of names) await writeFile(join(folder, `${name}.docx`), files[name]!);
      const made = await allConverted(
        names.map((name) => join(folder, `${name}.docx`)),
        'pdf',
      );
      for (const [index, name] of names.entries()) pdfs[name] = await readPdf(made[index]!);
    });

    it('sets 22 lines of 28 characters a page, inside margins of 37, 26, 35 and 28 millimetres', () => {
      const bodies = pdfs.thousand!.pages.map(({ lines }) =>
        lines.filter(({ text }) => !NUMBER.test(text.trim())),
      );
      assert.deepEqual(
        bodies.map(({ length }) => length),
        [22, 14],
      );
      for (const { text, left, right } of bodies.flat().slice(0, -1)) {
        assert.equal([...text].length, 28);
        assert.ok(Math.abs(left - 28) < 0.5 && right < 184.5 && right > 182.5, `${left} to ${right}`);
      }
      for (const lines of bodies) assert.ok(lines[0]!.base > 37 && lines.at(-1)!.base < 297 - 35);
      assertNumbered(pdfs.thousand!);
    });

    it('sets lines 30 points apart where a notice asks for that', () => {
      const lines = pdfs['thousand-30']!.pages[0]!.lines.filter(({ text }) => !NUMBER.test(text.trim()));
      const pitch = (lines.at(-1)!.base - lines[0]!.base) / (lines.length - 1);
      assert.ok(Math.abs(pitch - 30 * 0.3528) < 0.05, `${pitch}`);
      assert.ok(lines.every(({ left, right }) => left > 29.5 && right < 180.5));
    });

    it('repeats the heads of a schedule on every page, keeps its rows whole and numbers its pages', () => {
      const { pages } = pdfs['whole-schedule']!;
      assert.ok(pages.length > 2);
      for (const { width, text } of pages) {
        assert.ok(Math.abs(width - 297) < 0.5);
        assert.match(bare(text), /甲单位学习计划/);
      }
      const tables = pages.filter(({ text }) => text.includes('个专题'));
      assert.ok(tables.length > 1);
      for (const { text } of tables) assert.match(bare(text), /序号起止时间专题学习篇目形式/);
      assert.deepEqual(lost(SCHEDULE, pdfs['whole-schedule']!), []);
      assertNumbered(pdfs['whole-schedule']!);
    });

    for (const { id, title, sheets } of FORMS) {
      it(`keeps every character of ${title}, each sheet on a page of its own`, () => {
        assert.deepEqual(lost(files[id]!, pdfs[id]!), []);
        assert.equal(pdfs[id]!.pages.length, sheets.length + (LONG_LETTERS[id] ?? 0));
        for (const page of pdfs[id]!.pages) assert.ok(bare(page.text).length > 5, 'a blank page');
      });
    }
  },
);
