import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { checkContent } from '../../src/check/check-content.ts';
import { bulletinFacts, bulletinStart } from '../../src/new/bulletin-facts.ts';
import { findKind, KIND_IDS, type Kind } from '../../src/new/kinds.ts';
import { newFile } from '../../src/new/new-file.ts';
import type { Field } from '../../src/new/schema-tree.ts';
import { COLLECTIONS, siteSchema, type CollectionName } from '../../src/schemas/collections.ts';
import { formatFault } from '../../src/source/fault.ts';
import { splitFrontMatter } from '../../src/source/front-matter.ts';
import { validate } from '../../src/source/validate.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { ROOT, writeContent } from '../support/site.ts';

const run = promisify(execFile);

/** What a test writes into an empty line, by the field's name; any other field of words gets 某某. */
const ANSWERS: Record<string, string> = {
  campaign: 'study',
  unit: 'office',
  year: '2026',
  date: '2026-09-18',
  url: 'https://example.cn/',
  email: 'study@example.cn',
  uid: 'a@zhixing',
  fingerprint: '"0123456789abcdef"',
  number: '3',
  lineSpacing: '28',
  sequence: '0',
  source: 'texts/outline',
};
/** What is said of a field beside another that takes its place: sittings, a host, a part, revisions. */
const IN_PLACE_OF_OTHERS = /写了 sitting 的，只改那一次的|与 sittings 只能写一样|有 sittings 的场次|由别的单位承办的，.*不再写|写了 part 的，.*不再写|已写修订记录（revisions）/u;
/** What the check asks of a kind beyond its required fields. */
const BESIDES: Record<string, string> = {
  ledgers: 'groups: [{ name: 座谈会, received: 3, answered: 1 }]\n',
};
const BASE = {
  'campaigns/study.yaml': 'name: 学习活动\norganiser: 学习办\nreports: [{ title: 学习总结, deadline: unknown }]\nstages: [{ id: mobilise, title: 动员 }]\n',
  'units/office.yaml': 'name: 学习办\n',
  'texts/outline.md': '---\ntitle: 提纲\ndate: 2026-09-01\n---\n\n正文。\n',
};

function newText(kind: Kind): { path: string; text: string } {
  const file = newFile({ kind, id: kind.id === 'calendar' ? '2026' : 'sample', values: new Map() });
  assert.ok(typeof file !== 'string');
  return file;
}

/** Fills every line that stands empty. */
function filled(text: string, fields: readonly Field[]): string {
  const parents: { indent: number; fields: readonly Field[] }[] = [{ indent: 0, fields }];
  return text
    .split('\n')
    .map((line) => {
      const name = /^[ -]*([a-zA-Z]+):/.exec(line)?.[1];
      if (line.startsWith('#') || name === undefined) return line;
      const indent = line.search(/[a-zA-Z]/);
      while (parents.at(-1)!.indent > indent) parents.pop();
      const field = parents.at(-1)!.fields.find((known) => known.name === name);
      assert.ok(field, line);
      const inner = field.shape.type === 'list' ? field.shape.item : field.shape;
      if (inner.type === 'group') {
        parents.push({ indent: indent + (field.shape.type === 'list' ? 4 : 2), fields: inner.fields });
        return line;
      }
      return line.endsWith(':') ? `${line} ${ANSWERS[name] ?? sampleOf(field)}` : line;
    })
    .join('\n');
}

function sampleOf({ shape, example }: Field): string {
  if (example !== undefined) return example;
  if (shape.type === 'choice') return shape.options[0]!;
  if (shape.type === 'list') return '[某某]';
  return shape.type === 'number' ? '1' : '某某';
}

for (const id of KIND_IDS) {
  const kind = findKind(id)!;

  test(`A new ${kind.name} passes the check once its required fields are filled`, async () => {
    const { path, text } = newText(kind);
    const full = kind.format === 'table' ? `${text}学习总结,学习办,2026-09-18,1,\r\n` : filled(text, kind.fields) + (BESIDES[id] ?? '');
    const folder = await writeContent({ ...BASE, [path]: full });
    assert.deepEqual((await checkContent(folder)).faults.map(formatFault), []);
  });

  if (kind.format === 'table') continue;
  test(`Every field that a new ${kind.name} offers is understood when it is switched on`, () => {
    const { text } = newText(kind);
    const { matter = text } = splitFrontMatter(text);
    const yaml = parseYaml(filled(matter.replace(/^# /gm, ''), kind.fields), 'file', 1);
    const schema = id === 'site' ? siteSchema : COLLECTIONS[id as CollectionName].schema;
    // The table of days shows the same day as off and as worked, and some fields take the place of others; everything else must stand as it is.
    const faults = validate(schema, yaml).faults.filter(
      ({ reason }) => !reason.includes('这一天同时写成了放假') && !/不在\d{4}年/.test(reason) && !IN_PLACE_OF_OTHERS.test(reason),
    );
    assert.deepEqual(faults.map(formatFault), []);
  });
}

test('An empty new file is reported at its empty lines, with what belongs there', async () => {
  const { path, text } = newText(findKind('speech')!);
  const folder = await writeContent({ ...BASE, [path]: text });
  const reasons = (await checkContent(folder)).faults.map(formatFault);
  const line = (start: string) => text.split('\n').findIndex((words) => words.startsWith(start)) + 1;
  assert.equal(reasons.length, 3);
  assert.match(reasons[0]!, new RegExp(`^speeches/sample\\.md:${line('title:')}:\\d+ .*题名，必填`));
  assert.match(reasons[2]!, new RegExp(`^speeches/sample\\.md:${line('  role:')}:\\d+ .*职务，必填`));
});

test('The command writes the file, says where, and never overwrites', async () => {
  const folder = await writeContent({});
  const command = (...args: string[]) =>
    run(process.execPath, ['--experimental-strip-types', '--no-warnings', 'scripts/new.ts', ...args], { cwd: ROOT });
  const args = ['text', '--title', '窗口服务要点', '--date', '2026-09-18', '--out', folder];
  const { stdout } = await command(...args);
  const path = join(folder, 'texts/chuang-kou-fu-wu-yao-dian.md');
  assert.ok(stdout.includes(path));
  assert.deepEqual((await checkContent(folder)).faults, []);
  await writeFile(path, '改过');
  await assert.rejects(command(...args), { code: 1, stderr: /没有覆盖/ });
  assert.equal(await readFile(path, 'utf8'), '改过');
  await assert.rejects(command('poem', '--title', '题'), { code: 2, stderr: /没有种类“poem”/ });
  await assert.rejects(command('text', '--titel', '题', '--out', folder), { code: 2, stderr: /没有字段 titel/ });
  await assert.rejects(command('text'), { code: 2, stderr: /没有文件名/ });
});

test('A new bulletin begins with number, addressees, sessions, deadlines and totals of its half month', async () => {
  const { content } = await checkContent(join(ROOT, 'content'));
  const facts = bulletinFacts(content, { campaign: 'conduct-2026', date: '2026-10-31' });
  assert.ok(facts);
  assert.deepEqual([facts.from, facts.until], ['2026-10-16', '2026-10-31']);
  assert.ok(facts.sessions.length > 0);
  assert.ok(facts.sessions.every(({ day }) => '2026-10-16' <= day && day <= '2026-10-31'));
  assert.equal(new Set(facts.deadlines.map(({ day, title }) => day + title)).size, facts.deadlines.length);
  assert.ok(facts.coming.every(({ day }) => '2026-11-01' <= day && day <= '2026-11-15'));
  assert.ok(facts.totals.every((total) => /：收到/.test(total)));
  const { id, fields, body } = bulletinStart(facts);
  assert.equal(id, `conduct-2026-${facts.number}`);
  assert.equal(fields['draft'], true);
  assert.match(body, /^\s*2026年10月16日至10月31日的情况通报如下。/);
  assert.equal(bulletinFacts(content, { campaign: '没有的活动', date: '2026-10-31' }), undefined);
});
