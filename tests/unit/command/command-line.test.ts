import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCommandLine, usageOf } from '../../../scripts/command-line.ts';

const USAGE = {
  call: 'npm run try',
  words: { called: '文件…', least: 1, most: 2 },
  does: '试一试。\n第二段。',
  options: {
    unit: { takes: '单位', means: '写单位' },
    host: { takes: '地址', mayBeBare: true, means: '写地址' },
    without: { takes: '规则', isRepeated: true, means: '写规则' },
    json: { means: '写成 JSON' },
  },
  notes: '末尾。',
} as const;

function misuse(...line: string[]): string | undefined {
  const read = readCommandLine(USAGE, line);
  return read !== 'help' && 'misuse' in read ? read.misuse : undefined;
}

describe('A command line', () => {
  it('has words, and options with a blank or an equals sign before their value', () => {
    const read = readCommandLine(USAGE, [
      'a',
      '--unit',
      '甲',
      '--without=x=1',
      '--without',
      'y',
      '--json',
      '--host',
    ]);
    assert.deepEqual(read, {
      words: ['a'],
      values: { unit: '甲', host: '', without: ['x=1', 'y'], json: true },
      others: new Map(),
    });
  });
  it('has only words behind two dashes', () => {
    const read = readCommandLine(USAGE, ['--', '--help', '-x']);
    assert.ok(read !== 'help' && 'words' in read);
    assert.deepEqual([read.words, read.values.json, read.values.unit], [['--help', '-x'], false, undefined]);
  });
  it('that asks for help anywhere gets it, whatever else is wrong', () => {
    for (const line of [['--help'], ['-h'], ['--nonsense', 'a', 'b', 'c', '--help']])
      assert.equal(readCommandLine(USAGE, line), 'help');
  });
  it('that cannot be read is told why in one sentence', () => {
    assert.equal(misuse('a', '--nonsense=1'), '没有选项 --nonsense');
    assert.equal(misuse('a', '-x'), '没有选项 -x');
    assert.equal(misuse('a', '--constructor'), '没有选项 --constructor');
    assert.equal(misuse('a', '--unit'), '--unit 后面没有内容，写成 --unit 单位');
    assert.equal(misuse('a', '--unit', '--json'), '--unit 后面没有内容，写成 --unit 单位');
    assert.equal(misuse('a', '--unit', '甲', '--unit=乙'), '--unit 写了两次');
    assert.equal(misuse('a', '--json=1'), '--json 后面不写内容');
    assert.equal(misuse(), '没有写文件');
    assert.equal(misuse('a', 'b', 'c'), '只能写 2 个文件…，写了：a、b、c');
    const none = readCommandLine({ call: 'npm start', does: '' }, ['now']);
    assert.deepEqual(none, { misuse: '不认识“now”' });
  });
  it('may have options of other names where the command takes them, each with a value and once', () => {
    const form = { call: 'x', does: '', others: { called: '字段', takes: '内容', means: '' } };
    const read = readCommandLine(form, ['--speaker.role=主任', '--date', '2026-09-18']);
    assert.ok(read !== 'help' && 'others' in read);
    assert.deepEqual(Object.fromEntries(read.others), { 'speaker.role': '主任', date: '2026-09-18' });
    assert.deepEqual(readCommandLine(form, ['--date']), { misuse: '--date 后面没有内容，写成 --date 内容' });
    assert.deepEqual(readCommandLine(form, ['--日期', 'x']), { misuse: '没有选项 --日期' });
  });
});

describe('The usage of a command', () => {
  it('names its words and every option, their meanings below each other', () => {
    assert.deepEqual(usageOf(USAGE), [
      '用法：npm run try -- 文件… [选项]',
      '',
      '试一试。',
      '第二段。',
      '',
      '选项',
      '  --unit 单位          写单位',
      '  --host [地址]        写地址',
      '  --without 规则       写规则',
      '  --json               写成 JSON',
      '  --help               显示本说明',
      '',
      '末尾。',
    ]);
  });
});
