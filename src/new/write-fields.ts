import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { forbiddenIn, forbiddenWords } from '../domain/characters.ts';
import type { Field, Shape } from './schema-tree.ts';

/** Values by the path of their field, such as `title` or `speaker.role`. */
export type Values = ReadonlyMap<string, unknown>;

const { localeError } = z.locales.zhCN();
const OPTIONAL = '## —— 以下可以不写 ——';

/**
 * The fields of a file as commented YAML, one per line: the required ones first and empty, the others commented out with `# `, each below its
 * own description. A field with a value is active.
 */
export function writeFields(fields: readonly Field[], values: Values): string[] {
  const required = fields.filter((field) => isOn(field, '', values));
  const others = fields.filter((field) => !isOn(field, '', values));
  const write = (field: Field) => [...linesOf(field, { path: '', indent: '', isOn: true, values }), ''];
  return [...required.flatMap(write), ...(others.length > 0 ? [OPTIONAL, '', ...others.flatMap(write)] : [])];
}

/** Reads what a person typed for a field. Returns the value, or what is wrong with it. */
export function readValue(
  field: Field,
  typed: string,
): { value: unknown; fault?: undefined } | { fault: string } {
  const [stray] = forbiddenIn(typed);
  if (stray) {
    const { reason, remedy } = forbiddenWords(stray.code);
    return { fault: `${reason} — ${remedy}` };
  }
  const value = valueOf(typed.trim(), field.shape);
  const result = field.schema.safeParse(value, { error: localeError });
  if (result.success) return { value };
  const [issue] = result.error.issues;
  return {
    fault:
      issue?.code === 'invalid_union' ? `写法不对；${field.description}` : (issue?.message ?? '写法不对'),
  };
}

interface Context {
  /** Path of the parent, with a dot at its end unless it is empty. */
  path: string;
  indent: string;
  /** Whether the parent is switched on. */
  isOn: boolean;
  values: Values;
}

function linesOf(field: Field, context: Context, mark = ''): string[] {
  const { path, indent, values } = context;
  const on = context.isOn && isOn(field, path, values);
  const switchedOff = on ? '' : '# ';
  const head = `${switchedOff}${indent}${mark}${field.name}:`;
  const inner = {
    path: `${path}${field.name}.`,
    indent: `${indent}${' '.repeat(mark.length)}  `,
    isOn: on,
    values,
  };
  const description = descriptionLine(field, on);
  const comment = description ? [`## ${indent}${' '.repeat(mark.length)}${description}`] : [];
  const group = groupIn(field.shape);
  if (!group) return [...comment, `${head}${valueText(field, path, on, values)}`];
  return [...comment, head, ...groupLines(group, field.shape.type === 'list', inner)];
}

function groupLines(fields: readonly Field[], isList: boolean, context: Context): string[] {
  const ordered = [
    ...fields.filter((field) => field.isRequired),
    ...fields.filter((field) => !field.isRequired),
  ];
  if (!isList) return ordered.flatMap((field) => linesOf(field, context));
  const [first, ...rest] = ordered;
  const beside = { ...context, indent: `${context.indent}  ` };
  return [
    ...(first ? linesOf(first, context, '- ') : []),
    ...rest.flatMap((field) => linesOf(field, beside)),
  ];
}

function groupIn(shape: Shape): Field[] | undefined {
  if (shape.type === 'group') return shape.fields;
  return shape.type === 'list' && shape.item.type === 'group' ? shape.item.fields : undefined;
}

function isOn(field: Field, path: string, values: Values): boolean {
  const own = `${path}${field.name}`;
  return field.isRequired || [...values.keys()].some((key) => key === own || key.startsWith(`${own}.`));
}

/** The description; it says 必填 of a required field, and gives an example where the field stands empty and its words show none. */
function descriptionLine({ description, example, shape, isRequired }: Field, on: boolean): string {
  const isShown =
    !on || example === undefined || description.includes(example) || groupIn(shape) !== undefined;
  const wanted = isRequired && !description.includes('必填') ? '（必填）' : '';
  return `${description}${wanted}${isShown ? '' : `（如 ${example}）`}`;
}

/** The text after the colon: the value; nothing where it must be filled in; an example where the line is commented out. */
function valueText(field: Field, path: string, on: boolean, values: Values): string {
  const value = values.get(`${path}${field.name}`);
  if (value !== undefined) return ` ${stringify(value, { lineWidth: 0, collectionStyle: 'flow' }).trim()}`;
  const example = on ? undefined : exampleOf(field);
  return example === undefined ? '' : ` ${example}`;
}

function exampleOf({ example, shape }: Field): string | undefined {
  if (example !== undefined) return quotedWhereNeeded(example, shape);
  if (shape.type === 'choice') return shape.options[0];
  return shape.type === 'boolean' ? 'true' : undefined;
}

/** Words that YAML would read as something else stand in quotation marks. */
function quotedWhereNeeded(example: string, shape: Shape): string {
  if (shape.type !== 'words' || example.startsWith('"')) return example;
  return stringify(example, { lineWidth: 0 }).trim();
}

function valueOf(typed: string, shape: Shape): unknown {
  switch (shape.type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
    case 'boolean':
      return typed === 'true' ? true : typed === 'false' ? false : typed;
    case 'list':
      return typed.split(/[、，,]/u).map((part) => valueOf(part.trim(), shape.item));
    case 'rule':
    case 'group':
      return yamlOf(typed);
    default:
      return typed;
  }
}

function yamlOf(typed: string): unknown {
  try {
    return parse(typed);
  } catch {
    return typed;
  }
}
