import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { todayInShanghai } from '../src/check/today.ts';
import { isDay } from '../src/domain/day.ts';
import { beginOffice, isDemo } from '../src/new/begin-office.ts';
import { bulletinFacts, bulletinStart } from '../src/new/bulletin-facts.ts';
import { findKind, KIND_IDS, nameOfKind, singularOf, type Kind } from '../src/new/kinds.ts';
import { idFrom, newFile, type NewFileRequest } from '../src/new/new-file.ts';
import { findField, type Field } from '../src/new/schema-tree.ts';
import { readValue } from '../src/new/write-fields.ts';
import { idOfFile, listItemFiles } from '../src/source/content-files.ts';
import { makeFolder } from '../src/source/make-folder.ts';
import { readContent } from '../src/source/read-content.ts';
import { misuse, runCommand } from './command.ts';
import { complain, openTalk, say, type Talk } from './print.ts';

const USAGE = {
  call: 'npm run new',
  words: { called: '种类', least: 0, most: 1 },
  does: '建一个空白文件，字段逐项说明，写进内容文件夹；不覆盖任何已有文件。在终端里不写题名，会逐项询问。',
  options: {
    title: { takes: '题名', means: '写进 title（单位、专题活动、主题、讲话人写进 name）' },
    id: { takes: '文件名', means: '不写就用题名的拼音' },
    out: { takes: '文件夹', means: '写到这里（默认 CONTENT_DIR，未设则 content）' },
  },
  others: {
    called: '字段',
    takes: '内容',
    means:
      '先填好这个字段，如 --date 2026-09-18、--speaker.role 市卫生健康委主任、--topics 作风建设、学习方法',
  },
  notes: `种类\n${KIND_IDS.map((id) => `  ${singularOf(id).padEnd(20)} ${nameOfKind(id)}`).join('\n')}`,
};

await runCommand(USAGE, async ({ contentDir }, { words, values: given, others }) => {
  const talk = openTalk();
  try {
    const kind = words[0] === undefined ? talk && (await askKind(talk)) : findKind(words[0]);
    if (!kind) return misuse(USAGE, words[0] === undefined ? '没有写种类' : `没有种类“${words[0]}”`);
    const outDir = given.out === undefined ? contentDir : resolve(given.out);
    const values = valuesFrom(kind, given.title, others);
    if (typeof values === 'string') {
      complain(values);
      return 2;
    }
    let id = given.id;
    let body: string | undefined;
    if (kind.id === 'bulletins') {
      const start = await startOfBulletin(contentDir, values);
      for (const [name, value] of Object.entries(start?.fields ?? {}))
        if (!values.has(name)) values.set(name, value);
      id ??= start?.id;
      body = start?.body;
    }
    if (talk && isShort(kind, values, id)) {
      await askFields(talk, kind, values);
      if (kind.id !== 'site') id ??= await askId(talk, idFrom(kind, values));
    }
    return await write(outDir, { kind, values, id, body });
  } finally {
    talk?.close();
  }
});

/** Whether too little is given to name the file, so that a person is asked. */
function isShort(kind: Kind, values: ReadonlyMap<string, unknown>, id: string | undefined): boolean {
  return kind.id === 'site' ? values.size === 0 : id === undefined && idFrom(kind, values) === undefined;
}

function valuesFrom(
  kind: Kind,
  title: string | undefined,
  others: ReadonlyMap<string, string>,
): Map<string, unknown> | string {
  const values = new Map<string, unknown>();
  const titled: [string, string][] = title === undefined ? [] : [['title', title]];
  for (const [flag, typed] of [...titled, ...others]) {
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

async function askKind(talk: Talk): Promise<Kind | undefined> {
  say(...KIND_IDS.map((id, index) => `${String(index + 1).padStart(2)}  ${nameOfKind(id)}`));
  const answer = await talk.ask('要建哪一种？写序号或名称：');
  return findKind(KIND_IDS[Number(answer) - 1] ?? answer);
}

/** Asks for every required field that is still empty; an empty answer leaves it for later. */
async function askFields(talk: Talk, kind: Kind, values: Map<string, unknown>): Promise<void> {
  say('逐项填写，直接回车的留到文件里再填。');
  for (const [path, field] of requiredLeaves(kind.fields)) {
    while (!values.has(path)) {
      const example =
        field.example === undefined || field.description.includes(field.example)
          ? ''
          : `（如 ${field.example}）`;
      const typed = await talk.ask(`${field.description}${example}：`);
      if (typed === '') break;
      const read = readValue(field, typed);
      if (read.fault === undefined) values.set(path, read.value);
      else say(read.fault);
    }
  }
}

function requiredLeaves(fields: readonly Field[], path = ''): [string, Field][] {
  return fields
    .filter(({ isRequired }) => isRequired)
    .flatMap((field): [string, Field][] => {
      const own = `${path}${field.name}`;
      if (field.shape.type === 'group') return requiredLeaves(field.shape.fields, `${own}.`);
      return field.shape.type === 'list' && field.shape.item.type === 'group' ? [] : [[own, field]];
    });
}

async function askId(talk: Talk, suggested: string | undefined): Promise<string | undefined> {
  const answer = await talk.ask(
    `文件名，用小写英文、数字和连字符${suggested ? `（回车即 ${suggested}）` : ''}：`,
  );
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
    complain(file);
    return 2;
  }
  if (kind.id === 'site' && (await isDemo(outDir))) return await begin(outDir, request, file.text);
  const same = (await listItemFiles(outDir, kind.id, kind.format)).find(
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
  say(`已建 ${join(outDir, file.path)}`, '打开它逐项填写，填好后运行 npm run check。');
  return 0;
}

/** An office's own content takes the place of the demo, once it has a name. */
async function begin(contentDir: string, { values }: NewFileRequest, siteYaml: string): Promise<number> {
  if (!values.has('name') || !values.has('organisation')) {
    complain(
      '这里还是项目自带的演示内容。开始本单位的，写上名称和单位：npm run new -- site --name 网站名称 --organisation 单位',
    );
    return 2;
  }
  const aside = await beginOffice(contentDir, siteYaml);
  say(
    `已开始本单位的网站：${join(contentDir, 'site.yaml')}`,
    `演示内容移到了 ${aside}，用不着时可以删去。`,
    '接着运行 npm run desk 导入文件，或往 content/texts 里放 .md 文件；npm start 打开网站。',
  );
  return 0;
}

function refuse(path: string): number {
  complain(`已有 ${path}，没有覆盖。换一个文件名：--id ${idOfFile(path)}-2`);
  return 1;
}
