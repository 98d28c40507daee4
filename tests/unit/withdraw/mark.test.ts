import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked, unmarked } from '../../../src/withdraw/mark.ts';

const MARK = { on: '2026-11-30', reason: '数字有误：“114”应为“141”' };
const LINE = 'withdrawn: { on: 2026-11-30, reason: "数字有误：“114”应为“141”" }';
const TEXT = '---\ntitle: 清单\ndate: 2026-09-18 # 成文\n---\n\n正文：\n\n---\n\nwithdrawn: 正文里的字\n';

describe('the mark of a withdrawal', () => {
  it('becomes the last field of a Markdown file, and nothing else changes', () => {
    assert.equal(marked(TEXT, MARK), TEXT.replace('成文\n', `成文\n${LINE}\n`));
    assert.equal(
      marked(TEXT, { on: '2026-11-30' }),
      TEXT.replace('成文\n', '成文\nwithdrawn: { on: 2026-11-30 }\n'),
    );
  });
  it('becomes the last line of a YAML file, with or without a line end before it', () => {
    assert.equal(marked('title: 清单\n', MARK), `title: 清单\n${LINE}\n`);
    assert.equal(marked('title: 清单', MARK), `title: 清单\n${LINE}\n`);
    assert.equal(
      marked('items:\n  - text: |\n      一\n\n', MARK),
      `items:\n  - text: |\n      一\n\n${LINE}\n`,
    );
  });
  it('keeps the line ends and the byte order mark of a file', () => {
    const dos = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
    const done = marked(dos, MARK);
    assert.equal(done, dos.replace('成文\r\n', `成文\r\n${LINE}\r\n`));
    assert.equal(unmarked(done ?? ''), dos);
    assert.equal(marked('\uFEFFtitle: 清单\r\n', MARK), `\uFEFFtitle: 清单\r\n${LINE}\r\n`);
  });
  it('is taken away to the byte, wherever it stands and however it is written', () => {
    for (const text of [TEXT, 'title: 清单\n', 'title: 清单\nitems: [{ text: 甲 }]\n'])
      assert.equal(unmarked(marked(text, MARK) ?? ''), text);
    assert.equal(
      unmarked('title: 清单\nwithdrawn:\n  on: 2026-11-30\n\n  reason: >\n    折行\n    的话\ndate: 无\n'),
      'title: 清单\ndate: 无\n',
    );
    assert.equal(unmarked('withdrawn: { on: 2026-11-30 }\ntitle: 清单'), 'title: 清单');
  });
  it('is refused where it would change what the file says', () => {
    for (const text of [
      '{ title: 清单 }\n',
      'title: 清单\n...\n',
      'title: 清单\nwithdrawn: { on: 2026-01-01 }\n',
      'title: "没有配对\n',
      '',
      '- 甲\n',
    ]) {
      assert.equal(marked(text, MARK), undefined, JSON.stringify(text));
    }
    for (const text of [
      'title: 清单\n',
      '{ title: 清单, withdrawn: { on: 2026-01-01 } }\n',
      '"withdrawn": { on: 2026-01-01 }\ntitle: 甲\n',
    ])
      assert.equal(unmarked(text), undefined, text);
  });
  it('is not found in what looks like it', () => {
    const text = 'title: 清单\nsummary: |\n  withdrawn: 是字\n';
    assert.equal(unmarked(text), undefined);
    assert.equal(unmarked(marked(text, MARK) ?? ''), text);
  });
});
