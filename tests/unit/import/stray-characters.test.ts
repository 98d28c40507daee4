import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { holdsForbidden } from '../../../src/domain/characters.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { writeContent } from '../../support/site.ts';
import { drawn, rowsAt } from './tables/drawn.ts';

const SENTENCE = '各科室要从群众最急的事做起，把办事指南贴在门口，把窗口的话说明白。';
/** One of each kind that can be written in any of the files below. */
const STRAYS = '\u001b[31m\u0007\u007f\u0085\u009b\u061c\u200e\u2028\u202e\u2066\ufeff\ufffe';
const TEXT = `关于转${STRAYS}作风的通知\n${SENTENCE}${STRAYS}${SENTENCE}\n云川市${STRAYS}血站\n2026年9月1日\n`;

const FILES: Record<string, string | Uint8Array> = {
  '通知\u001b[2J\u202e.txt': TEXT,
  'b.md': `# 通知\n\n${SENTENCE}&#27;&lrm;&#xFFFE;\u001b。[链接](https://a.cn/%1b%E2%80%AE)\n`,
  'c.html': `<html><head><title>转作风${STRAYS}</title></head><body><h1>关于转${STRAYS}作风的通知</h1><p>${SENTENCE}${STRAYS}&#x202e;&#27;</p></body></html>`,
  'd.rtf': String.raw`{\rtf1\ansi\uc0 {\u20851\u20110\u36890\u30693\u27\u8238\par}{\u21508\u31185\u23460\u35201\u20174\u32676\u20247\u26368\u24613\u30340\u20107\u20570\u36215\u12290\u27\u155\u8238\u65534\par}}`,
  'e.xlsx': drawn({
    cells: rowsAt('A1', [
      ['序号', '时间', '专题', '学习形式', '备注'],
      ['1', '第二周', '学_x001B_什么\u202e', '集中学习', '带\u2028笔记_x0007_'],
    ]),
  }),
};

describe('An import of a file with characters that no text may hold', () => {
  let folder: string;
  let content: string;
  let printed: string;
  let failed: number;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhixing-strays-'));
    content = await writeContent({});
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    ({ printed, failed } = await run([folder]));
  });
  after(() => rm(folder, { recursive: true }));

  async function run(files: string[]): Promise<{ printed: string; failed: number }> {
    let said = '';
    const { failed } = await runImport({
      files,
      contentDir: content,
      outDir: content,
      dryRun: false,
      // Not even without all clean-up rules does one reach a draft.
      rules: [],
      print: (line) => (said += `${line}\n`),
    });
    return { printed: said, failed };
  }

  it('writes drafts without them, which pass the check', async () => {
    assert.equal(failed, 0, printed);
    const entries = await readdir(content, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    assert.ok(files.length > Object.keys(FILES).length, printed);
    for (const { parentPath, name } of files) {
      assert.ok(!holdsForbidden(name), name);
      assert.ok(!holdsForbidden(await readFile(join(parentPath, name), 'utf8')), name);
    }
    assert.deepEqual((await checkContent(content)).faults.map(formatFault), []);
  });

  it('says that they went', () => {
    assert.equal(printed.match(/去掉控制字符等不能入库的字符/gu)?.length, 4, printed);
    assert.match(printed, /控制字符等不能入库的字符 4 个，已经去掉/u);
    assert.match(printed, /去掉了文件里的控制字符/u);
  });
});
