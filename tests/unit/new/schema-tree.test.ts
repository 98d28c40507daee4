import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { findKind, KIND_IDS, nameOfKind } from '../../../src/new/kinds.ts';
import { fieldsOf, findField, type Field } from '../../../src/new/schema-tree.ts';
import { daySchema } from '../../../src/schemas/day.ts';

function everyField(fields: readonly Field[], path: string): [string, Field][] {
  return fields.flatMap((field): [string, Field][] => {
    const own = `${path}.${field.name}`;
    const { shape } = field;
    const inner = shape.type === 'list' ? shape.item : shape;
    return [[own, field], ...(inner.type === 'group' ? everyField(inner.fields, own) : [])];
  });
}

test('Every field of every kind is described in Chinese by its schema', () => {
  const fields = KIND_IDS.flatMap((id) => everyField(findKind(id)!.fields, id));
  assert.ok(fields.length > 100);
  assert.deepEqual(
    fields.filter(([, { description }]) => !/\p{Script=Han}/u.test(description)).map(([path]) => path),
    [],
  );
});

test('Every kind has a Chinese name, and is found by it, by its folder and by one of a folder', () => {
  for (const id of KIND_IDS) {
    assert.match(nameOfKind(id), /\p{Script=Han}/u, id);
    assert.equal(findKind(nameOfKind(id))?.id, id);
    assert.equal(findKind(id)?.id, id);
  }
  assert.deepEqual(
    ['speech', 'text', 'essay', 'campaign', 'calendar', 'site'].map((word) => findKind(word)?.id),
    ['speeches', 'texts', 'essays', 'campaigns', 'calendar', 'site'],
  );
  assert.equal(findKind('poem'), undefined);
});

test('What a field holds, whether it is required and how it is written are read from its schema', () => {
  const fields = fieldsOf(
    z.strictObject({
      title: z.string().trim().min(1).describe('题名，必填'),
      on: daySchema.describe('哪一天').optional(),
      routes: z.array(z.string()).describe('方式，如 OA、纸质').optional(),
      kind: z.enum(['甲', '乙']).describe('种类').default('甲'),
      by: z
        .union([z.literal('unknown'), z.strictObject({ on: daySchema })])
        .describe('截止：unknown；{ on: 2026-06-25 }'),
      source: z
        .strictObject({ name: z.string().describe('名称') })
        .describe('来源')
        .optional(),
      count: z.int().describe('份数').optional(),
    }),
  );
  assert.deepEqual(
    fields.map(({ name, isRequired, shape, example }) => [name, isRequired, shape.type, example]),
    [
      ['title', true, 'words', undefined],
      ['on', false, 'words', '2026-09-18'],
      ['routes', false, 'list', '[OA, 纸质]'],
      ['kind', false, 'choice', undefined],
      ['by', true, 'rule', '{ on: 2026-06-25 }'],
      ['source', false, 'group', undefined],
      ['count', false, 'number', undefined],
    ],
  );
  assert.equal(findField(fields, 'source.name')?.description, '名称');
  assert.equal(findField(fields, 'source.place'), undefined);
  assert.equal(findField(fields, 'title.name'), undefined);
});
