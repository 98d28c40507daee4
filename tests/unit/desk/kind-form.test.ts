import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindForm } from '../../../src/desk/forms/kind-form.ts';
import type { FieldShape, FormField } from '../../../src/domain/desk/api.ts';
import { KIND_IDS } from '../../../src/new/kinds.ts';

const field = (collection: string, name: string): FormField | undefined =>
  kindForm(collection)?.fields.find((each) => each.name === name);

function shapesIn(shape: FieldShape): FieldShape[] {
  switch (shape.type) {
    case 'list':
      return [shape, ...shapesIn(shape.item)];
    case 'group':
      return [shape, ...shape.fields.flatMap((inner) => shapesIn(inner.shape))];
    case 'variants':
      return [shape, ...shape.variants.flatMap((variant) => shapesIn(variant.shape))];
    default:
      return [shape];
  }
}

const allShapes = KIND_IDS.flatMap((id) => kindForm(id)!.fields.flatMap(({ shape }) => shapesIn(shape)));

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
    assert.deepEqual(field('texts', 'access')!.shape, {
      type: 'choice',
      options: ['public', 'internal'],
      words: { public: '公开', internal: '内部' },
    });
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
  it('says in words what a choice means, where the description says so', () => {
    assert.deepEqual(field('plans', 'onHoliday')!.shape, {
      type: 'choice',
      options: ['before', 'nextMeetingDay', 'nextWorkingDay', 'confirm', 'keep'],
      words: {
        before: '提前到上一个工作日',
        nextMeetingDay: '顺延到下一个学习日',
        nextWorkingDay: '顺延到下一个工作日',
        confirm: '另行通知',
        keep: '照常进行',
      },
    });
    for (const shape of allShapes)
      if (shape.type === 'choice')
        for (const option of shape.options)
          assert.match(
            shape.words?.[option] ?? option,
            /\p{Script=Han}/u,
            `${option} of ${shape.options.join()}`,
          );
  });
  it('offers each way in which a field may be written, by a name in Chinese and with fields in Chinese', () => {
    const sessions = field('plans', 'sessions')!.shape;
    const item = sessions.type === 'list' ? sessions.item : undefined;
    const when = item?.type === 'group' ? item.fields.find(({ name }) => name === 'when')!.shape : undefined;
    assert.deepEqual(when?.type === 'variants' && when.variants.map(({ label }) => label), [
      '时间待定',
      '定在某天',
      '阶段的第几周',
      '在某天以前完成',
      '某月',
      '某季度、半年或半月',
      '节日、纪念日当天',
      '节日、纪念日以前',
      '按规律',
    ]);
    for (const shape of allShapes) {
      if (shape.type !== 'variants') continue;
      const labels = shape.variants.map(({ label }) => label);
      assert.equal(new Set(labels).size, labels.length, labels.join());
      for (const { label, shape: own } of shape.variants) {
        assert.match(label, /\p{Script=Han}/u);
        if (own.type === 'group')
          for (const inner of own.fields)
            assert.match(inner.label, /\p{Script=Han}/u, `${label}: ${inner.name}`);
      }
    }
  });
  it('takes words where a field may be words or a number', () => {
    assert.deepEqual(field('bulletins', 'number')!.shape, { type: 'words' });
  });
  it('knows what a yes or no means that nobody wrote', () => {
    assert.deepEqual(field('texts', 'draft')!.shape, { type: 'boolean', byDefault: false });
    const { shape } = field('ledgers', 'limit')!;
    const inner =
      shape.type === 'group' ? shape.fields.find(({ name }) => name === 'signSameDay') : undefined;
    assert.deepEqual(inner!.shape, { type: 'boolean', byDefault: true });
  });
  it('does not show YAML where the control itself says how a field is filled in', () => {
    for (const name of ['sessions', 'revisions', 'onHoliday'])
      assert.doesNotMatch(field('plans', name)!.help, /[{[]|nextWorkingDay/, name);
    assert.equal(field('ledgers', 'asOf')!.label, '截至日期');
  });
});
