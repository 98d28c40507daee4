import type { z } from 'zod';
import type { FieldShape, FormField, KindForm } from '../../domain/desk/api.ts';
import { findKind, nameOfKind } from '../../new/kinds.ts';
import type { Field, Shape } from '../../new/schema-tree.ts';

/** The form of a kind of items, field by field as its schema has them; `undefined` where there is no such kind. */
export function kindForm(collection: string): KindForm | undefined {
  const kind = findKind(collection);
  return kind && { collection, name: nameOfKind(collection), fields: kind.fields.map(formField) };
}

function formField({ name, description, isRequired, shape, example, schema }: Field): FormField {
  const { label, help } = partsOf(description, name);
  return {
    name,
    label,
    help,
    isRequired,
    shape: formShape(shape, schema, description),
    ...(example === undefined ? {} : { example }),
  };
}

/** A description begins with the field's name, up to its first mark; 必填 is said by the form itself. */
function partsOf(description: string, name: string): { label: string; help: string } {
  const label = description.split(/[，：。（]/u)[0] || name;
  const help = description
    .slice(label.length)
    .replace(/^[，：。]?必填[，：。]?/u, '')
    .replace(/^[，：。]/u, '');
  return { label, help };
}

function formShape(shape: Shape, schema: z.ZodType, description: string): FieldShape {
  switch (shape.type) {
    case 'words':
      return wordsShape(schema, description);
    case 'list':
      return { type: 'list', item: itemShape(shape.item, description) };
    case 'group':
      return { type: 'group', fields: shape.fields.map(formField) };
    default:
      return shape;
  }
}

function itemShape(item: Shape, description: string): FieldShape {
  if (item.type === 'group') return { type: 'group', fields: item.fields.map(formField) };
  if (item.type === 'list') return { type: 'list', item: itemShape(item.item, description) };
  return item.type === 'words' ? withNames(description) : item;
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
