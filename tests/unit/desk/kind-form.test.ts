import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindForm } from '../../../src/desk/forms/kind-form.ts';
import type { FormField } from '../../../src/domain/desk/api.ts';
import { KIND_IDS } from '../../../src/new/kinds.ts';

const field = (collection: string, name: string): FormField | undefined =>
  kindForm(collection)?.fields.find((each) => each.name === name);

describe('A form is made from the schema', () => {
  it('takes label and help from the description, and says 必填 itself', () => {
    const { label, help, isRequired } = field('texts', 'title')!;
    assert.deepEqual({ label, help, isRequired }, { label: '题名', help: '', isRequired: true });
    assert.equal(field('texts', 'summary')!.help, '一两句话');
  });
  it('asks for a day where nothing but a day is taken, and for 未定 where that is', () => {
    assert.deepEqual(field('texts', 'date')!.shape, { type: 'day', mayBeUnknown: true });
    assert.deepEqual(field('plans', 'revised')!.shape, { type: 'day', mayBeUnknown: false });
  });
  it('asks for a time, and for one of several words', () => {
    const { shape } = field('units', 'meeting')!;
    assert.equal(
      shape.type === 'group' && shape.fields.find(({ name }) => name === 'time')?.shape.type,
      'time',
    );
    assert.deepEqual(field('texts', 'access')!.shape, { type: 'choice', options: ['public', 'internal'] });
  });
  it('offers the items of the folder that a field names', () => {
    assert.deepEqual(field('texts', 'campaign')!.shape, { type: 'words', names: 'campaigns' });
    assert.deepEqual(field('texts', 'units')!.shape, {
      type: 'list',
      item: { type: 'words', names: 'units' },
    });
  });
  it('has groups and lists of groups with their own fields', () => {
    const { shape } = field('plans', 'sessions')!;
    assert.equal(shape.type, 'list');
    const item = shape.type === 'list' ? shape.item : undefined;
    assert.deepEqual(item?.type === 'group' && item.fields.slice(0, 3).map(({ label }) => label), [
      '学习场次代号',
      '所属阶段',
      '专题',
    ]);
  });
  it('exists for every kind, with a label in Chinese for every field of entries, and for nothing else', () => {
    for (const id of KIND_IDS) assert.ok(kindForm(id), id);
    assert.equal(kindForm('../etc'), undefined);
    for (const id of ['texts', 'speeches', 'articles'])
      for (const { label } of kindForm(id)!.fields) assert.match(label, /\p{Script=Han}/u);
  });
});
