import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import { todayInShanghai } from '../src/check/today.ts';
import { isDay } from '../src/domain/day.ts';
import { readArguments } from '../src/new/arguments.ts';
import { bulletinFacts, bulletinStart } from '../src/new/bulletin-facts.ts';
import { findKind, KIND_IDS, nameOfKind, singularOf, type Kind } from '../src/new/kinds.ts';
import { idFrom, newFile, type NewFileRequest } from '../src/new/new-file.ts';
import { findField, type Field } from '../src/new/schema-tree.ts';
import { readValue } from '../src/new/write-fields.ts';
import { idOfFile, listItemFiles } from '../src/source/content-files.ts';
import { makeFolder } from '../src/source/make-folder.ts';
import { readContent } from '../src/source/read-content.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run new -- 种类 [--title 题名] [--id 文件名] [--字段 内容]… [--out 文件夹]

建一个空白文件，字段逐项说明，写进内容文件夹；不覆盖任何已有文件。在终端里不写题名，会逐项询问。

选项
  --title 题名         写进 title（单位、专题活动、主题、讲话人写进 name）
  --id 文件名          不写就用题名的拼音
  --字段 内容          先填好这个字段，如 --date 2026-09-18、--speaker.role 市卫生健康委主任、--topics 作风建设、学习方法
  --out 文件夹         写到这里（默认 CONTENT_DIR，未设则 content）
  --help               显示本说明

种类
${KIND_IDS.map((id) => `  ${singularOf(id).padEnd(20)} ${nameOfKind(id)}`).join('\n')}`;

await runCommand(async ({ contentDir }) => {
  const given = readArguments(process.argv.slice(2));
  if (typeof given === 'string') return misuse(given);
  if (given.wantsHelp) {
    console.log(USAGE);
    return 0;
  }
  const { words, flags } = given;
  const isTalk = stdin.isTTY && stdout.isTTY;
  if (words.length > 1) return misuse(`只能写一个种类：${words.join('、')}`);
  const terminal = isTalk ? createInterface({ input: stdin, output: stdout }) : undefined;
  try {
    const kind = words[0] === undefined ? terminal && (await askKind(terminal)) : findKind(words[0]);
    if (!kind) return misuse(words[0] === undefined ? '没有写种类' : `没有种类“${words[0]}”`);
    const outDir = flags.has('out') ? resolve(flags.get('out') ?? '') : contentDir;
    const values = valuesFrom(kind, flags);
    if (typeof values === 'string') {
      console.error(values);
      return 2;
    }
    let id = flags.get('id');
    let body: string | undefined;
    if (kind.id === 'bulletins') {
      const start = await startOfBulletin(contentDir, values);
      for (const [name, value] of Object.entries(start?.fields ?? {}))
        if (!values.has(name)) values.set(name, value);
      id ??= start?.id;
      body = start?.body;
    }
    if (terminal && isShort(kind, values, id)) {
      await askFields(terminal, kind, values);
      if (kind.id !== 'site') id ??= await askId(terminal, idFrom(kind, values));
    }
    return await write(outDir, { kind, values, id, body });
  } finally {
    terminal?.close();
  }
});

function misuse(reason: string): number {
  console.error(`${reason}\n\n${USAGE}`);
  return 2;
}

/** Whether too little is given to name the file, so that a person is asked. */
function isShort(kind: Kind, values: ReadonlyMap<string, unknown>, id: string | undefined): boolean {
  return kind.id === 'site' ? values.size === 0 : id === undefined && idFrom(kind, values) === undefined;
}

function valuesFrom(kind: Kind, flags: ReadonlyMap<string, string>): Map<string, unknown> | string {
  const values = new Map<string, unknown>();
  for (const [flag, typed] of flags) {
    if (flag === 'id' || flag === 'out') continue;
    const name = flag === 'title' ? (kind.heading ?? flag) : flag;
    const field = findField(kind.fields, name);
    if (!field)
      return `${kind.name}没有字段 ${flag}；可用的字段：${kind.fields.map((known) => known.name).join('、')}`;
    const read = readValue(field, typed);
    if (read.fault !== undefined) return `--${flag}：${read.fault}`;
    values.set(name, read.value);
  }
  return values;
}

async function askKind(terminal: Interface): Promise<Kind | undefined> {
  console.log(KIND_IDS.map((id, index) => `${String(index + 1).padStart(2)}  ${nameOfKind(id)}`).join('\n'));
  const answer = (await terminal.question('要建哪一种？写序号或名称：')).trim();
  return findKind(KIND_IDS[Number(answer) - 1] ?? answer);
}

/** Asks for every required field that is still empty; an empty answer leaves it for later. */
async function askFields(terminal: Interface, kind: Kind, values: Map<string, unknown>): Promise<void> {
  console.log('逐项填写，直接回车的留到文件里再填。');
  for (const [path, field] of requiredLeaves(kind.fields)) {
    while (!values.has(path)) {
      const example =
        field.example === undefined || field.description.includes(field.example)
          ? ''
          : `（如 ${field.example}）`;
      const typed = (await terminal.question(`${field.description}${example}：`)).trim();
      if (typed === '') break;
      const read = readValue(field, typed);
      if (read.fault === undefined) values.set(path, read.value);
      else console.log(read.fault);
    }
  }
}

function requiredLeaves(fields: readonly Field[], path = ''): [string, Field][] {
  return fields
    .filter(({ isRequired }) => isRequired)
    .flatMap((field): [string, Field][] => {
      const own = `${path}${field.name}`;
      if (field.shape.form === 'group') return requiredLeaves(field.shape.fields, `${own}.`);
      return field.shape.form === 'list' && field.shape.item.form === 'group' ? [] : [[own, field]];
    });
}

async function askId(terminal: Interface, suggested: string | undefined): Promise<string | undefined> {
  const answer = (
    await terminal.question(`文件名，用小写英文、数字和连字符${suggested ? `（回车即 ${suggested}）` : ''}：`)
  ).trim();
  return answer || suggested;
}

/** A bulletin begins with what its half month held; an empty one where its campaign cannot be told. */
async function startOfBulletin(contentDir: string, values: ReadonlyMap<string, unknown>) {
  const content = await readContent(contentDir);
  const given = values.get('date');
  const facts = bulletinFacts(content, {
    campaign: values.get('campaign') as string | undefined,
    date: typeof given === 'string' && isDay(given) ? given : todayInShanghai(),
  });
  return facts && bulletinStart(facts);
}

async function write(outDir: string, request: NewFileRequest): Promise<number> {
  const { kind } = request;
  const file = newFile(request);
  if (typeof file === 'string') {
    console.error(file);
    return 2;
  }
  const same = (await listItemFiles(outDir, kind.id, kind.form)).find(
    (path) => idOfFile(path) === idOfFile(file.path),
  );
  if (same !== undefined) return refuse(same);
  await makeFolder(dirname(join(outDir, file.path)));
  try {
    await writeFile(join(outDir, file.path), file.text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return refuse(file.path);
  }
  console.log(`已建 ${join(outDir, file.path)}\n打开它逐项填写，填好后运行 npm run check。`);
  return 0;
}

function refuse(path: string): number {
  console.error(`已有 ${path}，没有覆盖。换一个文件名：--id ${idOfFile(path)}-2`);
  return 1;
}
