import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findKind } from '../../../src/new/kinds.ts';
import { newFile } from '../../../src/new/new-file.ts';
import { findField } from '../../../src/new/schema-tree.ts';
import { readValue } from '../../../src/new/write-fields.ts';

const speech = findKind('speech')!;

function made(word: string, values: Record<string, unknown>, id?: string) {
  const file = newFile({ kind: findKind(word)!, id, values: new Map(Object.entries(values)) });
  assert.ok(typeof file !== 'string', String(file));
  return file;
}

test('A file is named by the pinyin of its title, a calendar by its year, the site by itself', () => {
  assert.equal(
    made('speech', { title: '在动员会上的讲话' }).path,
    'speeches/zai-dong-yuan-hui-shang-de-jiang-hua.md',
  );
  assert.equal(made('unit', { name: '市血液中心' }).path, 'units/shi-xue-ye-zhong-xin.yaml');
  assert.equal(made('calendar', { year: 2027 }).path, 'calendar/2027.yaml');
  assert.equal(made('site', {}).path, 'site.yaml');
  assert.equal(made('text', { title: '题名' }, 'outline').path, 'texts/outline.md');
});

test('Without a title and a name nothing is made, and a name that is no address is refused', () => {
  assert.equal(newFile({ kind: speech, values: new Map() }), '没有文件名：写 --title 题名，或写 --id 文件名');
  assert.equal(
    newFile({ kind: speech, id: '讲话', values: new Map() }),
    '文件名“讲话”不能作地址，只用小写英文、数字和连字符，如 jiang-hua',
  );
});

test('Required fields come first and stand empty, the others are switched off below them', () => {
  const { text } = made('speech', { title: '讲话' });
  const [required = '', optional = ''] = text.split('## —— 以下可以不写 ——');
  assert.match(required, /^title: 讲话$/m);
  assert.match(required, /^date:$/m);
  assert.match(required, /^speaker:\n.*职务，必填.*\n {2}role:$/m);
  assert.doesNotMatch(optional.split('\n---')[0]!, /^(?!#|$)/m);
  assert.match(optional, /^## 副题\n# subtitle:$/m);
});

test('A field with a value is switched on, with the group it stands in', () => {
  const { text } = made('speech', { title: '讲话', 'source.name': '云川日报', topics: ['作风', '学习'] });
  const matter = parse(text.split('---')[1]!) as Record<string, unknown>;
  assert.deepEqual(matter, {
    title: '讲话',
    topics: ['作风', '学习'],
    date: null,
    speaker: { role: null },
    source: { name: '云川日报' },
  });
});

test('Values that YAML would misread are quoted', () => {
  const { text } = made('text', { title: '答疑: #1 [草案]' });
  assert.equal((parse(text.split('---')[1]!) as { title: string }).title, '答疑: #1 [草案]');
});

test('What is typed becomes a number, a list or a rule as the field wants it, or is refused in Chinese', () => {
  const read = (kind: string, name: string, typed: string) =>
    readValue(findField(findKind(kind)!.fields, name)!, typed);
  assert.deepEqual(read('calendar', 'year', '2027'), { value: 2027 });
  assert.deepEqual(read('text', 'topics', '作风建设、学习方法'), { value: ['作风建设', '学习方法'] });
  assert.deepEqual(read('essay', 'deadline', '{ on: 2026-06-25 }'), { value: { on: '2026-06-25' } });
  assert.deepEqual(read('text', 'draft', 'true'), { value: true });
  assert.equal(
    read('text', 'title', '讲\u001b话').fault,
    '含有控制字符 U+001B — 删去它；看不见就把前后几个字删掉重打',
  );
  assert.match(String(read('text', 'date', '9月18日').fault), /不是有效日期/);
  assert.match(String(read('essay', 'deadline', '月底').fault), /写法不对；截止时间/);
});
