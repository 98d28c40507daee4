import { z } from 'zod';
import { CONTENT_BUDGET } from '../domain/budgets.ts';
import type { Fault } from './fault.ts';
import { isNear } from './near-names.ts';
import type { LocatedYaml } from './yaml.ts';

const { localeError } = z.locales.zhCN();

/** Fields, or what is wrong with them. */
export interface Result<T> {
  fields: T | undefined;
  /** May come together with fields: faults about forbidden characters in their text. */
  faults: Fault[];
}

/**
 * Holds located YAML against a schema. Every issue becomes a fault: a missing field at line 1 (or at its parent),
 * an unknown or wrong one at its own line.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: LocatedYaml,
): Result<z.output<Schema>> {
  if (yaml.faults.length > 0) return { fields: undefined, faults: [...yaml.strays, ...yaml.faults] };
  const value = yaml.value ?? {};
  const result = schema.safeParse(value, { error: localeError });
  if (result.success) return { fields: result.data, faults: yaml.strays };
  return {
    fields: undefined,
    faults: [
      ...yaml.strays,
      ...result.error.issues
        .slice(0, CONTENT_BUDGET.faults + 1)
        .flatMap((issue) => issueFaults(issue, value, schema, yaml)),
    ],
  };
}

function issueFaults(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType, yaml: LocatedYaml): Fault[] {
  const { path } = issue;
  const written = issue.code === 'invalid_union' && asWritten(issue, valueAt(value, path));
  if (written) return written.flatMap((inner) => issueFaults(inner, value, schema, yaml));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, CONTENT_BUDGET.faults + 1).map((key) => unknownField(path, key, schema, yaml));
  }
  const name = fieldName(path);
  const description = describedAt(schema, path);
  if (path.length > 0 && valueAt(value, path) === undefined) {
    return [
      {
        ...yaml.positionOf(path.slice(0, -1)),
        reason: `缺少必填字段 ${name}`,
        remedy: `加上 ${String(path.at(-1))}: …${description ? `（${description}）` : ''}`,
      },
    ];
  }
  if (path.length === 0 && issue.code === 'invalid_type') {
    return [{ ...yaml.positionOf([]), reason: '开头不是字段', remedy: '写成一行一个 名称: 内容' }];
  }
  return [
    {
      ...yaml.positionOf(path),
      reason: `${name || '内容'}：${reasonOf(issue, fieldNames(schemaAt(schema, path)))}`,
      remedy: remedyOf(valueAt(value, path), issue.message, description),
    },
  ];
}

/** What is wrong with a field that is one item or a list of them, in the way in which it was written; `undefined` of any other union. */
function asWritten(
  { errors, path }: z.core.$ZodIssueInvalidUnion,
  value: unknown,
): z.core.$ZodIssue[] | undefined {
  const isOfList = (issues: readonly z.core.$ZodIssue[], form: 'array' | 'object') =>
    issues.some(
      (issue) => issue.code === 'invalid_type' && issue.expected === form && issue.path.length === 0,
    );
  if (errors.length !== 2 || typeof value !== 'object' || value === null) return undefined;
  const other = errors.findIndex((issues) => isOfList(issues, Array.isArray(value) ? 'object' : 'array'));
  return other < 0
    ? undefined
    : errors[1 - other]?.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

const FORMS: Record<string, string> = {
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
  boolean: '只能是 true 或 false',
  array: '应为列表，写成 [甲, 乙]',
};

/** A reason in plain words, where the schema gives none of its own. */
function reasonOf(issue: z.core.$ZodIssue, inner: readonly string[]): string {
  const isOwn = !issue.message.startsWith('无效输入');
  if (issue.code === 'invalid_union') return isOwn ? issue.message : '写法不对';
  if (issue.code !== 'invalid_type' || isOwn) return issue.message;
  return FORMS[issue.expected] ?? `应写成 { ${inner[0] ?? '名称'}: … }`;
}

function remedyOf(value: unknown, message: string, description: string | undefined): string {
  const wanted = description ? `改为：${description}` : '按说明改写';
  if (value === null)
    return description?.includes('必填') ? `写上内容（${description}）` : `写上内容，或删去这一行`;
  if (!message.endsWith('应为文字')) return wanted;
  return Number.isFinite(value) || typeof value === 'boolean'
    ? `加上引号，写成 "${String(value)}"`
    : `${wanted}；内容以括号开头的加上引号`;
}

function unknownField(
  path: readonly PropertyKey[],
  key: string,
  schema: z.ZodType,
  yaml: LocatedYaml,
): Fault {
  const known = fieldNames(schemaAt(schema, path));
  const near = known.find((candidate) => isNear(candidate, key));
  return {
    ...yaml.positionOfKey(path, key),
    reason: `未知字段 ${fieldName([...path, key])}`,
    remedy: near ? `是不是 ${near}？` : `删去${known.length > 0 ? `；可用的字段：${known.join('、')}` : ''}`,
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : String(step))).join('.');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}

interface SchemaInside {
  shape?: Record<string, z.ZodType>;
  def?: { innerType?: z.ZodType; element?: z.ZodType; in?: z.ZodType; options?: readonly z.ZodType[] };
  description?: string;
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((inner, step) => {
    const ways = waysOf(inner);
    return typeof step === 'number'
      ? ways.find(({ def }) => def?.element)?.def?.element
      : ways.find(({ shape }) => shape?.[String(step)])?.shape?.[String(step)];
  }, schema);
}

/** The ways in which a field may be written: those of a union, else the one. */
function waysOf(schema: z.ZodType | undefined): SchemaInside[] {
  const inside = unwrapped(schema);
  return inside?.def?.options?.flatMap(waysOf) ?? (inside ? [inside] : []);
}

function unwrapped(schema: z.ZodType | undefined): SchemaInside | undefined {
  let inside = schema as SchemaInside | undefined;
  while (inside && !inside.shape && (inside.def?.innerType ?? inside.def?.in)) {
    inside = (inside.def?.innerType ?? inside.def?.in) as SchemaInside;
  }
  return inside;
}

/** The description at a path, or of the list that an undescribed item stands in. */
function describedAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const found = schemaAt(schema, path) as SchemaInside | undefined;
  const own = found?.description ?? unwrapped(found as z.ZodType | undefined)?.description;
  return own === undefined && typeof path.at(-1) === 'number' ? describedAt(schema, path.slice(0, -1)) : own;
}

function fieldNames(schema: z.ZodType | undefined): string[] {
  return Object.keys(waysOf(schema).find(({ shape }) => shape)?.shape ?? {});
}
