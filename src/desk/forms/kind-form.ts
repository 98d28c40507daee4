import type { z } from 'zod';
import type { FieldShape, FormField, KindForm, Variant } from '../../domain/desk/api.ts';
import { findKind, nameOfKind } from '../../new/kinds.ts';
import { descriptionOf, fieldsOf, insideSchema, refusalOf, type Field } from '../../new/schema-tree.ts';

/** The form of a kind of items, field by field as its schema has them; `undefined` where there is no such kind. */
export function kindForm(collection: string): KindForm | undefined {
  const kind = findKind(collection);
  return kind && { collection, name: nameOfKind(collection), fields: kind.fields.map(formField) };
}

function formField({ name, description, isRequired, example, schema }: Field): FormField {
  const { label, help } = partsOf(description, name);
  const shape = formShape(schema, description);
  return {
    name,
    label,
    help: helpBeside(shape, help),
    isRequired,
    shape,
    ...(example === undefined ? {} : { example }),
  };
}

/** A description begins with the field's name, up to its first mark; 必填 is said by the form itself. */
function partsOf(description: string, name: string): { label: string; help: string } {
  const label = description.split(/[，；：。（]/u)[0] || name;
  const help = description
    .slice(label.length)
    .replace(/^[，；：。]?必填[，；：。]?/u, '')
    .replace(/^[，；：。]/u, '');
  return { label, help };
}

/** What a description says besides what the control shows by itself: no YAML for what has fields, no words of a choice. */
function helpBeside(shape: FieldShape, help: string): string {
  if (shape.type === 'variants' || shape.type === 'time') return '';
  if (shape.type !== 'choice' && !isGroupList(shape)) return help;
  const options = shape.type === 'choice' ? shape.options : [];
  const isSaid = (clause: string) =>
    /[{[]/.test(clause) ||
    clause === options.join('、') ||
    options.some((option) => new RegExp(`^${option}[ （]`).test(clause));
  const clauses = help.split(/(?<=[；，：])/u).filter((clause) => !isSaid(clause.replace(/[；，：]$/u, '')));
  return clauses.join('').replace(/[；，：]$/u, '');
}

function isGroupList(shape: FieldShape): boolean {
  return shape.type === 'group' || (shape.type === 'list' && shape.item.type !== 'words');
}

function formShape(schema: z.ZodType, description: string): FieldShape {
  const { type, element, entries = {}, options = [], values = [] } = insideSchema(schema);
  switch (type) {
    case 'object':
      return { type: 'group', fields: fieldsOf(schema).map(formField) };
    case 'array':
      return { type: 'list', item: element ? formShape(element, description) : { type: 'words' } };
    case 'enum':
      return choiceShape(Object.values(entries), `${description}；${refusalOf(schema, Symbol('wrong'))}`);
    case 'union':
      return unionShape(options, description);
    case 'literal':
      return { type: 'constant', value: String(values[0]) };
    case 'record':
      return { type: 'counts' };
    case 'number':
      return { type };
    case 'boolean':
      return { type, byDefault: schema.safeParse(undefined).data === true };
    default:
      return wordsShape(schema, description);
  }
}

/** What a description says of a word stands behind it: `start 开始`, `before（提前）`. */
function choiceShape(options: string[], said: string): FieldShape {
  const words = options.flatMap((option): [string, string][] => {
    const found = new RegExp(`(?<![\\w-])${option}[ （]([^\\s，；。、（）]+)`, 'u').exec(said)?.[1];
    return found === undefined || !/^[\w-]+$/.test(option) ? [] : [[option, found]];
  });
  return { type: 'choice', options, ...(words.length > 0 ? { words: Object.fromEntries(words) } : {}) };
}

/** One of several ways to write a field; where all of them are words or numbers, words are typed. */
function unionShape(options: readonly z.ZodType[], description: string): FieldShape {
  if (options.every((option) => ['string', 'number'].includes(insideSchema(option).type)))
    return withNames(description);
  const variants = options.map((option, index): Variant => {
    const own = descriptionOf(option);
    const shape = formShape(option, own);
    return { ...partsOf(own, `${index + 1}`), shape };
  });
  return { type: 'variants', variants };
}

/** Words that only a day, a time or a month may be are told by what their schema takes and what it refuses. */
function wordsShape(schema: z.ZodType, description: string): FieldShape {
  const takes = (value: string) => schema.safeParse(value).success;
  if (takes('2026-09-18') && !takes('2026-02-30')) return { type: 'day', mayBeUnknown: takes('unknown') };
  if (takes('14:30') && !takes('24:61')) return { type: 'time' };
  if (takes('2026-10') && !takes('2026-13')) return { type: 'month' };
  return withNames(description);
}

/** A description that says 写 units/ 里的文件名 asks for an item of that folder. */
function withNames(description: string): FieldShape {
  const names = /写 ([a-z]+)\/ 里的文件名/u.exec(description)?.[1];
  return { type: 'words', ...(names === undefined ? {} : { names }) };
}
