import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { MAY_IMPORT, pathOf } from '../../../eslint.config.mjs';
import { withImportTable } from '../../../scripts/import-table.mjs';
import { ROOT } from '../../support/site.ts';

const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** What the lint rules of the project say of a source, if it stood in the file. */
async function lint(file: string, source: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: ROOT });
  const [result] = await eslint.lintText(source, { filePath: join(ROOT, file) });
  return result!.messages.flatMap(({ ruleId, line }) =>
    ruleId?.startsWith('zhixing/') ? [`${line} ${ruleId}`] : [],
  );
}

describe('CONTRIBUTING.md', () => {
  it('has the table of imports that the lint rule holds (npm run docs:imports)', () => {
    assert.equal(text, withImportTable(text));
  });
  it('says of every folder what it holds', () => {
    assert.deepEqual(
      Object.keys(MAY_IMPORT).filter((room) => !text.includes(`| \`${pathOf(room)}/\``)),
      [],
    );
  });
});

describe('The lint rule for the direction of imports', () => {
  it('refuses a folder of src that is not in the list, and scripts', async () => {
    const source =
      "import '../strings/zh.ts';\nimport '../views/frame.ts';\nimport '../../scripts/print.ts';\n";
    assert.deepEqual(await lint('src/site/any.ts', source), ['2 zhixing/direction', '3 zhixing/direction']);
  });
  it('holds scripts/browser to its list', async () => {
    const source =
      "import './fonts.ts';\nimport '../../src/publish/pdf/chromium.ts';\nimport '../../src/site/site.ts';\n";
    assert.deepEqual(await lint('scripts/browser/any.ts', source), ['3 zhixing/direction']);
  });
});

describe('The lint rule for words', () => {
  it('finds Chinese words in a template: text, attributes and expressions', async () => {
    const source = '---\nconst title = "甲";\n---\n<p title="乙">\n  丙\n  {`丁${title}`}\n</p>\n';
    assert.deepEqual(await lint('src/components/Any.astro', source), [
      '2 zhixing/words',
      '4 zhixing/words',
      '4 zhixing/words',
      '6 zhixing/words',
    ]);
  });
  it('finds them in a client script', async () => {
    assert.deepEqual(await lint('src/client/any.ts', "export const label = '甲';\n"), ['1 zhixing/words']);
  });
  it('leaves alone comments, names of fields, and what content is compared with', async () => {
    const source = "/** 甲 */\nexport const known = (kind: '乙' | '丙') => ({ 单位: kind === '乙' });\n";
    assert.deepEqual(await lint('src/views/any.ts', source), []);
  });
  it('does not ask for words of papers and rules to move', async () => {
    assert.deepEqual(await lint('src/domain/any.ts', "export const label = '甲';\n"), []);
  });
});
