import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { importFile } from '../../src/import/import-file.ts';
import { CELL, NOTE, NOTE_WORDS } from '../../src/import/marks.ts';
import { RULES } from '../../src/import/rules/all-rules.ts';

const cases = resolve(process.env.ZHIXING_SHARED ?? '../shared', 'cases', 'import');
const WORD = new Set(['.docx', '.doc', '.rtf']);
/** Characters in place of which something else should stand; one file has one of its own. */
const UNREADABLE = /[\uf000-\uf0ff£þ\uFFFD]/u;

async function read(name: string) {
  const options = { rules: RULES, units: [], topics: [] };
  const { reading, ledger } = await importFile(name, readFileSync(join(cases, name)), options);
  assert.deepEqual([reading.unexplained, ledger.unexplained, reading.uncounted], [[], [], undefined]);
  return reading.text;
}

/** What stands before the first letter of a word of several, line by line: the numbers of lists. */
function numbers(text: string): string[] {
  return text.split('\n').flatMap((line) => /^(?:第.[章条]|（.）|.、)/u.exec(line)?.[0] ?? []);
}

describe(
  'small Word files that were read wrongly once',
  { skip: !existsSync(cases) && 'the folder with the cases is not here' },
  () => {
    const names = existsSync(cases) ? readdirSync(cases).filter((name) => WORD.has(extname(name))) : [];
    for (const name of names) {
      it(`${name}: every word is explained and none is a code`, async () => {
        assert.doesNotMatch(await read(name), UNREADABLE);
      });
    }

    const counted: Record<string, string[]> = {
      'numbering-no-restart.docx': ['第一章', '第一条', '第二条', '第二章', '第三条', '第四条', '第三章', '第五条'],
      'numbering-style-level-link.docx': ['一、', '（一）', '（二）', '二、'],
      'numbering-style-link.docx': ['一、', '二、', '三、'],
      'numbering-start-override.docx': ['一、', '（一）', '（二）', '二、', '（一）', '（二）'],
      'rtf-autonumber.rtf': ['一、', '二、'],
    };
    for (const [name, right] of Object.entries(counted)) {
      it(`${name}: the numbers are those that Word shows`, async () => {
        assert.deepEqual(numbers(await read(name)), right);
      });
    }

    it('signs, fractions and powers are what they look like', async () => {
      for (const name of ['sym-wingdings2.docx', 'sym-wingdings2.doc']) assert.match(await read(name), /☑.*□.*√/u);
      assert.match(await read('wingdings-in-text.docx'), /☑.*□.*☑.*☑/u);
      assert.match(await read('field-symbol.docx'), /☑.*□/u);
      assert.match(await read('omml.docx'), /\p{Script=Han}\/\p{Script=Han}[\s\S]*10²[\s\S]*m²/u);
      assert.match(await read('field-eq-circle.docx'), /㊀/u);
    });

    it('each note stands at its mark, and tables with nothing between them are two', async () => {
      for (const name of ['footnotes-two.docx', 'footnotes-two.doc', 'footnote-and-endnote.docx']) {
        const text = await read(name);
        assert.deepEqual([text.split(NOTE).length, text.split(`\n${NOTE_WORDS}`).length], [3, 3], name);
      }
      for (const name of ['tables-adjacent-same-width.docx', 'tables-adjacent-different-width.docx'])
        assert.equal((await read(name)).split('\u001e').length, 2, name);
      assert.ok((await read('table-merged.doc')).includes(`${CELL}${CELL}`));
    });
  },
);
