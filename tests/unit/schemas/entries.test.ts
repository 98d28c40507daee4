import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { COLLECTIONS, LIBRARY_KINDS, siteSchema } from '../../../src/schemas/collections.ts';

const BASE = { title: '题名', date: '2026-03-02' };
const SPEAKER = { role: '主任' };
const schemaOf = { texts: BASE, articles: BASE, speeches: { ...BASE, speaker: SPEAKER } };

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('an entry of any kind', () => {
  for (const kind of LIBRARY_KINDS) {
    const { schema } = COLLECTIONS[kind];
    const base = schemaOf[kind];

    it(`in ${kind} needs no more than its bold fields, is public then and no draft`, () => {
      const fields = schema.parse(base);
      assert.deepEqual([fields.access, fields.draft], ['public', false]);
    });
    it(`in ${kind} takes unknown for a date, and no other word`, () => {
      assert.ok(accepts(schema, { ...base, date: 'unknown' }));
      for (const date of ['未知', '', '2026-9-1', '2026-02-30', '2026', 20260301, null, new Date(0)]) {
        assert.ok(!accepts(schema, { ...base, date }), String(date));
      }
    });
    it(`in ${kind} refuses fields it does not know`, () => {
      for (const field of ['slug', 'tags', 'Title', '标题', 'issuers', '__proto__x']) {
        assert.ok(!accepts(schema, { ...base, [field]: 'x' }), field);
      }
    });
    it(`in ${kind} refuses an empty title, list items twice, and words that are not words`, () => {
      assert.ok(!accepts(schema, { ...base, title: ' 　' }));
      assert.ok(!accepts(schema, { ...base, title: 2026 }));
      assert.ok(!accepts(schema, { ...base, topics: ['作风', '作风'] }));
      assert.ok(!accepts(schema, { ...base, topics: '作风' }));
      assert.ok(!accepts(schema, { ...base, units: [''] }));
      assert.ok(!accepts(schema, { ...base, access: '内部' }));
      assert.ok(!accepts(schema, { ...base, draft: 'yes' }));
    });
    it(`in ${kind} takes a title of a thousand characters`, () => {
      assert.ok(accepts(schema, { ...base, title: '题'.repeat(1000) }));
    });
    it(`in ${kind} keeps the days of event, publication and web page apart`, () => {
      const source = {
        name: '某报',
        publishedOn: '2018-06-15',
        retrievedOn: '2018-06-20',
        url: 'https://example.org/a',
      };
      assert.ok(accepts(schema, { ...base, source }));
      assert.ok(!accepts(schema, { ...base, source: { ...source, publishedOn: 'unknown' } }));
      assert.ok(!accepts(schema, { ...base, source: { ...source, url: 'javascript:alert(1)' } }));
      assert.ok(!accepts(schema, { ...base, source: { url: source.url } }));
      assert.ok(!accepts(schema, { ...base, source: { ...source, date: '2018-06-15' } }));
    });
    it(`in ${kind} keeps original and corrected wording of a correction, with a reason`, () => {
      const correction = { paragraph: 'p3', original: '8所', corrected: '7所', reason: '与总数核对' };
      assert.ok(accepts(schema, { ...base, corrections: [correction] }));
      for (const wrong of [
        { paragraph: '3' },
        { paragraph: 'p0' },
        { original: '' },
        { reason: undefined },
      ]) {
        assert.ok(!accepts(schema, { ...base, corrections: [{ ...correction, ...wrong }] }));
      }
    });
    it(`in ${kind} has former ids of the same form as ids`, () => {
      assert.ok(accepts(schema, { ...base, formerIds: ['conduct-scheme', 'n12'] }));
      for (const former of ['旧文件', '../../evil', 'a/b', 'Old', 'a b', '-a']) {
        assert.ok(!accepts(schema, { ...base, formerIds: [former] }), former);
      }
    });
  }

  it('has the fields of its own kind only', () => {
    assert.ok(
      accepts(COLLECTIONS.texts.schema, {
        ...BASE,
        issuer: '委',
        author: '甲',
        documentNumber: '云卫学〔2026〕3号',
      }),
    );
    assert.ok(!accepts(COLLECTIONS.texts.schema, { ...BASE, speaker: SPEAKER }));
    assert.ok(accepts(COLLECTIONS.articles.schema, { ...BASE, byline: '本报记者', newspaper: '日报' }));
    assert.ok(!accepts(COLLECTIONS.articles.schema, { ...BASE, issuer: '委' }));
    assert.ok(
      accepts(COLLECTIONS.speeches.schema, { ...BASE, speaker: SPEAKER, occasion: '会', place: '厅' }),
    );
  });

  it('that is a speech has a speaker with a role, the name may be missing', () => {
    const { schema } = COLLECTIONS.speeches;
    for (const speaker of [
      undefined,
      '主任',
      {},
      { name: '张三' },
      { role: '' },
      { role: '主任', title: '主任' },
    ]) {
      assert.ok(!accepts(schema, { ...BASE, speaker }));
    }
  });
});

describe('the description of every field', () => {
  const descriptionOf = (schema: z.ZodType): string =>
    schema.description ?? descriptionOf((schema as z.ZodOptional<z.ZodType>).unwrap());

  it('is there, in Chinese, for authors', () => {
    const schemas = {
      ...Object.fromEntries(Object.entries(COLLECTIONS).map(([name, { schema }]) => [name, schema])),
      site: siteSchema,
    };
    for (const [name, schema] of Object.entries(schemas)) {
      for (const [field, inner] of Object.entries((schema as unknown as z.ZodObject).shape)) {
        assert.match(descriptionOf(inner as z.ZodType), /\p{Script=Han}/u, `${name}.${field}`);
      }
    }
  });
});
