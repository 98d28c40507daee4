import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextDoubt } from '../../../src/domain/doubts/doubt.ts';
import {
  gatherDoubts,
  gatherOpen,
  gatherRefusals,
  openFindings,
  partNotes,
  settledFindings,
  type ShownFinding,
} from '../../../src/import/decisions.ts';
import { importFile } from '../../../src/import/import-file.ts';
import { pageOfFile } from '../../../src/import/report-page.ts';
import { reportFile, reportTotal } from '../../../src/import/report.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';

const finding = (name: string, confidence: ShownFinding['confidence'], evidence = name): ShownFinding => ({
  ...{ field: name, name, value: name, evidence, confidence },
});
const doubt = (paragraph: number, kind: TextDoubt['kind'] = '疑似错字'): TextDoubt => ({
  ...{ paragraph, kind, at: 0, words: `字${paragraph}`, reason: '疑有误', remedy: '请核对' },
});

describe('what an editor has to decide', () => {
  it('are the findings that are not certain, the least certain first', () => {
    const all = [finding('标题', '中'), finding('类别', '高'), finding('日期', '低'), finding('署名', '中')];
    assert.deepEqual(
      openFindings(all).map(({ name }) => name),
      ['日期', '标题', '署名'],
    );
    assert.deepEqual(
      settledFindings(all).map(({ name }) => name),
      ['类别'],
    );
    assert.deepEqual(openFindings([]), []);
  });
  it('is asked once where the kind and the kind of paper rest on the same words', () => {
    const both = [finding('类别', '低', '没有特征'), finding('文种', '低', '没有特征')];
    assert.deepEqual(
      openFindings(both).map(({ name }) => name),
      ['类别'],
    );
    assert.equal(openFindings([finding('类别', '低', '甲'), finding('文种', '低', '乙')]).length, 2);
  });
  it('are the notes that ask for something', () => {
    assert.deepEqual(partNotes(['缺一页，请补上', '脚本没有运行']), {
      asking: ['缺一页，请补上'],
      telling: ['脚本没有运行'],
    });
  });
});

describe('doubts', () => {
  it('are told in full where they are few', () => {
    assert.deepEqual(gatherDoubts([doubt(2), doubt(7, '日期')]), [
      '疑似错字：第 2 段“字2”：疑有误',
      '日期：第 7 段“字7”：疑有误',
    ]);
    assert.deepEqual(gatherDoubts([]), []);
  });
  it('are one line of a kind where they are many: an example, and where the others stand', () => {
    const many = Array.from({ length: 200 }, (_, index) => doubt(index + 1));
    const [line, ...more] = gatherDoubts(many);
    assert.equal(
      line,
      '疑似错字 200 处：如第 1 段“字1”：疑有误；其余在第 2、3、4、5、6、7、8、9、10、11、12、13 等段',
    );
    assert.deepEqual(more, []);
  });
});

describe('doubts of one kind', () => {
  it('stay apart where their reasons differ in more than the words they quote', () => {
    const told = (reason: string) => ({ ...doubt(1), reason });
    const lines = gatherDoubts([
      ...Array.from({ length: 5 }, (_, index) => told(`“字${index}”疑为“学${index}”之误`)),
      told('少一个字'),
    ]);
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^疑似错字 5 处：如/u);
    assert.equal(lines[1], '疑似错字：第 1 段“字1”：少一个字');
  });
});

describe('a run of many files', () => {
  it('ends with each reason of a refusal once, and the files that it holds for', () => {
    const refused = [
      { path: 'a.png', reason: '是图片；请识别' },
      { path: 'b.docx', reason: '找不到文件' },
      { path: 'c.png', reason: '是图片；请识别' },
    ];
    assert.deepEqual(gatherRefusals(refused), [
      '2 个是图片；请识别：a.png、c.png',
      '1 个：找不到文件：b.docx',
    ]);
    const total = reportTotal(
      { written: 1, present: 0, failed: 3, refused, uncertain: ['日期', '标题', '日期'] },
      false,
    );
    assert.match(total, /^把握低、要先核定的：日期 2 篇、标题 1 篇。\n没有导入的文件：\n {2}2 个是图片/u);
    assert.match(total, /共写入 1 篇，已导入过 0 篇，未导入文件 3 个。$/u);
    assert.equal(gatherOpen([]), '');
  });
});

describe('the report of a file', () => {
  const imported = (text: string) =>
    importFile('1.txt', Buffer.from(text), { rules: RULES, units: [], topics: [] });
  const SPEECH = '同志们：\n今天只讲三句话，讲完就散会，请大家记在本子上，回去再对照着做。\n';

  it('says first what has to be decided, then what is certain, then the account', async () => {
    const report = reportFile(
      '1.txt',
      await imported(SPEECH),
      [{ file: 'speeches/a.md', outcome: 'new' }],
      false,
    );
    const order = [
      '→ speeches/a.md',
      '需要核定',
      '把握：低',
      '把握：中',
      '账目：',
      '没有去向不明的字',
      '整理规则：',
    ];
    const places = order.map((words) => report.indexOf(words));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(!places.includes(-1), report);
  });
  it('does so on its page, with every doubt on demand', async () => {
    const lines = Array.from({ length: 9 }, (_, index) => `第${index}件事要办好（还有一件。`).join('\n');
    const html = pageOfFile('1.txt', await imported(`关于办事的通知\n各科室：\n${lines}\n`), [], true);
    assert.ok(html.indexOf('需要核定') < html.indexOf('<p>账目</p>'));
    assert.match(
      html,
      /<li>标点不配对 9 处：如第 \d+ 段.*?<\/li><\/ul><details><summary>逐处列出<\/summary><ul>(?:<li>第 \d+ 段.*?<\/li>){9}/u,
    );
  });
});
