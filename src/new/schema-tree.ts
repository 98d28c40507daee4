import { parse } from 'yaml';
import type { z } from 'zod';

/** The content of a field, as far as somebody who writes it by hand must know. */
export type Shape =
  | { type: 'words' | 'number' | 'boolean' }
  | { type: 'choice'; options: string[] }
  | { type: 'list'; item: Shape }
  | { type: 'group'; fields: Field[] }
  /** One of several ways to write it; the field's description and example show how. */
  | { type: 'rule' };

/** A field of a collection as its schema describes it. */
export interface Field {
  name: string;
  /** The schema's own description in Chinese, empty where it has none. */
  description: string;
  isRequired: boolean;
  shape: Shape;
  /** YAML on one line that shows how the field is written, taken from the schema's words; absent where they give none. */
  example?: string;
  schema: z.ZodType;
}

/** What a schema is made of beneath its wrappers (`.optional()`, `.transform()` and the like). */
export interface Inside {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  /** Of a list. */
  element?: z.ZodType;
  /** Of one of several words. */
  entries?: Record<string, string>;
  /** Of one of several ways to write it. */
  options?: readonly z.ZodType[];
  /** Of what can only be this. */
  values?: readonly unknown[];
}

/** What a schema is made of. */
export function insideSchema(schema: z.ZodType): Inside {
  return insideOf(unwrap(schema));
}

/** The fields of an object schema in its own order. Throws a TypeError for any other schema. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const object = unwrap(schema) as z.ZodType & { shape?: Record<string, z.ZodType> };
  if (!object.shape) throw new TypeError('not an object schema');
  return Object.entries(object.shape).map(([name, field]) => {
    const description = descriptionOf(field);
    const shape = shapeOf(field);
    const example = exampleOf(field, description, shape);
    return {
      name,
      description,
      isRequired: !field.safeParse(undefined).success,
      shape,
      ...(example === undefined ? {} : { example }),
      schema: field,
    };
  });
}

/** A dotted path among fields, such as `speaker.role`; `undefined` where there is no such field. */
export function findField(fields: readonly Field[], path: string): Field | undefined {
  const [name, ...rest] = path.split('.');
  const field = fields.find((candidate) => candidate.name === name);
  if (rest.length === 0 || !field) return field;
  return field.shape.type === 'group' ? findField(field.shape.fields, rest.join('.')) : undefined;
}

function shapeOf(schema: z.ZodType): Shape {
  const inner = unwrap(schema);
  const { type, element, entries = {} } = insideOf(inner);
  switch (type) {
    case 'object':
      return { type: 'group', fields: fieldsOf(inner) };
    case 'array':
      return { type: 'list', item: element ? shapeOf(element) : { type: 'words' } };
    case 'enum':
      return { type: 'choice', options: Object.values(entries) };
    case 'union':
    case 'record':
    case 'literal':
      return { type: 'rule' };
    case 'number':
    case 'boolean':
      return { type };
    default:
      return { type: 'words' };
  }
}

function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, in: source } = insideOf(schema);
  const next = innerType ?? source;
  return next ? unwrap(next) : schema;
}

/** The outermost description of a schema: wrappers such as `.optional()` have none of their own. */
export function descriptionOf(schema: z.ZodType): string {
  if (schema.description !== undefined) return schema.description;
  const { innerType, in: source } = insideOf(schema);
  const next = innerType ?? source;
  return next ? descriptionOf(next) : '';
}

function insideOf(schema: z.ZodType): Inside {
  return schema.def as unknown as Inside;
}

/** The first example in the description, or in the schema's own error messages, that the schema itself accepts. */
function exampleOf(schema: z.ZodType, description: string, shape: Shape): string | undefined {
  const refusals = [Symbol('wrong'), WRONG_WORDS, [WRONG_WORDS]].map((value) => refusalOf(schema, value));
  return [description, ...refusals]
    .map((words) => exampleIn(words, shape))
    .find((example) => example !== undefined && schema.safeParse(parse(example)).success);
}

const WRONG_WORDS = '？';

/** What a schema says of a value that does not fit; empty where it takes it. */
export function refusalOf(schema: z.ZodType, value: unknown): string {
  return unwrap(schema).safeParse(value).error?.issues[0]?.message ?? '';
}

const PLAIN = String.raw`[^，；。：（）]+`;

/** The first example in words such as `文号，如 云卫学〔2026〕3号`, `写成 [甲, 乙]` or `{ on: 2026-06-25 }`. */
function exampleIn(words: string, shape: Shape): string | undefined {
  const bracket = bracketIn(words);
  if (bracket !== undefined) return fits(bracket, shape) ? bracket : undefined;
  if (shape.type === 'group' || shape.type === 'rule' || shape.type === 'choice') return undefined;
  const found = new RegExp(`(?:如|写成) (${PLAIN})`, 'u').exec(words)?.[1]?.trim();
  if (!found) return undefined;
  const parts = found.split('、').map((part) => part.replace(/ 这样的.*$/u, ''));
  return shape.type === 'list' ? `[${parts.join(', ')}]` : parts[0];
}

function fits(bracket: string, shape: Shape): boolean {
  return shape.type === 'rule' || shape.type === (bracket.startsWith('[') ? 'list' : 'group');
}

/** The first part of the words that stands in square or curly brackets, whole. */
function bracketIn(words: string): string | undefined {
  const start = words.search(/[[{] ?[^}\]]/u);
  if (start < 0) return undefined;
  let depth = 0;
  for (let end = start; end < words.length; end += 1) {
    if ('[{'.includes(words[end]!)) depth += 1;
    if (']}'.includes(words[end]!)) depth -= 1;
    if (depth === 0) return words.slice(start, end + 1);
  }
  return undefined;
}
