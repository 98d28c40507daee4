import { slugFromChinese } from '../domain/slug.ts';
import { ID } from '../schemas/entry.ts';
import { singularOf, type Kind } from './kinds.ts';
import { writeFields, type Values } from './write-fields.ts';

/** A file to be written: its path below the content folder, and its text. */
export interface NewFile {
  path: string;
  text: string;
}

/** What is asked for. */
export interface NewFileRequest {
  kind: Kind;
  /** File name without its ending; made from the item's title where it is not given. */
  id?: string | undefined;
  values: Values;
  /** The body of an item that has one, instead of a line that says where it goes. */
  body?: string | undefined;
}

/** Kinds whose file name is not made from a title. */
const ID_FIELD: Record<string, string> = { calendar: 'year' };
const EMPTY_BODY = '<!-- 正文从这里开始。空一行是一段。写好后删去这一行。 -->';

/** The empty file of a kind with its fields explained. Returns what is wrong with the request instead, in Chinese. */
export function newFile({ kind, id, values, body = EMPTY_BODY }: NewFileRequest): NewFile | string {
  const name = kind.id === 'site' ? 'site' : (id ?? idFrom(kind, values));
  if (name === undefined) return '没有文件名：写 --title 题名，或写 --id 文件名';
  if (!ID.test(name))
    return `文件名“${name}”不能作地址，只用小写英文、数字和连字符，如 ${slugFromChinese(name)}`;
  if (kind.format === 'table') return { path: `${kind.id}/${name}.csv`, text: emptyTable(kind) };
  const fields = [...introduction(kind), '', ...writeFields(kind.fields, values)];
  const text = fields.join('\n').trimEnd();
  return kind.format === 'markdown'
    ? { path: `${kind.id}/${name}.md`, text: `---\n${text}\n---\n\n${body.trim()}\n` }
    : { path: kind.id === 'site' ? 'site.yaml' : `${kind.id}/${name}.yaml`, text: `${text}\n` };
}

/** The file name that an item gets by itself: the pinyin of its title. */
export function idFrom(kind: Kind, values: Values): string | undefined {
  const value = values.get(ID_FIELD[kind.id] ?? kind.heading ?? '');
  return typeof value === 'string' || typeof value === 'number' ? slugFromChinese(String(value)) : undefined;
}

/** The head of a table as spreadsheets open it: a mark that it is UTF-8, then the names of the columns. */
function emptyTable({ fields }: Kind): string {
  const rows = fields.find(({ shape }) => shape.type === 'list')?.shape;
  const columns = rows?.type === 'list' && rows.item.type === 'group' ? rows.item.fields : [];
  return `\uFEFF${columns.map(({ description }) => description.split(/[，：（]/u)[0]).join(',')}\r\n`;
}

function introduction(kind: Kind): string[] {
  return [
    `## ${kind.name}（npm run new -- ${singularOf(kind.id)}）`,
    '## 以 ## 开头的行是说明。以 # 开头的行是可以不写的字段：要写哪一项，删去行首的“# ”，再填内容。',
    '## 填好后运行 npm run check，有错会指出在哪一行、怎么改。',
  ];
}
