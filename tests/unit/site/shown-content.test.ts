import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EDITORS_VIEW, type HideableCollection } from '../../../src/domain/visibility.ts';
import { referencesTo } from '../../../src/site/references.ts';
import { shownContent } from '../../../src/site/shown-content.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { entryFile, writeContent, type ContentFiles } from '../../support/site.ts';

const PUBLIC = { audience: 'public', drafts: false } as const;
const INTERNAL = { audience: 'internal', drafts: false } as const;

const HIDDEN = ['texts/secret', 'texts/unready', 'texts/gone'];
const OFFICE: ContentFiles = {
  'campaigns/study.yaml': `name: 大讨论\norganiser: 委\nbasis: [${HIDDEN.map((entry) => `{ title: 依据, entry: ${entry} }`).join(', ')}, { title: 甲, entry: texts/open }]\n`,
  'units/center.yaml': `name: 中心\nplans: [{ plan: plan, adjustments: [{ session: own, add: { title: 乙, form: 党课, readings: [texts/secret, texts/gone#p1] } }] }]\n`,
  'plans/plan.yaml': `campaign: study\ntitle: 计划\nsessions: [{ id: s1, title: 丙, form: 党课, readings: [texts/open, ${HIDDEN.join(', ')}#p1], when: unknown }]\n`,
  'texts/open.md': entryFile(
    '见[内](texts/secret)、[草](../texts/unready.md)、[撤][gone]、[征](/essays/call/center.docx)和[逸](te&#120;ts/secret)。\n\n[gone]: /texts/gone/#p1',
    { settled: [{ doubt: '日期', at: 'p1', because: '原件如此' }] },
  ),
  'texts/secret.md': entryFile('内部。', { access: 'internal', formerIds: ['old-secret'] }),
  'texts/unready.md': entryFile('草稿。', { draft: true }),
  'texts/gone.md': entryFile('撤下。', {
    withdrawn: { on: '2026-11-30', reason: '原因' },
    formerIds: ['long-gone'],
  }),
  'speeches/quoting.mdx': `---\ntitle: 讲\ndate: unknown\nspeaker: { role: 主任 }\n---\n\n<Quote from="texts/secret#p1">引</Quote>\n\n见<Ref to="texts/gone">那篇</Ref>。\n\n<Formula name="two">\n\n- 甲\n\n</Formula>\n`,
  'formulas/two.yaml': 'name: 两点\nlists: [{ number: 1, items: [甲], source: texts/secret#p1 }]\n',
  'formulas/three.yaml':
    'name: 三点\nlists: [{ items: [甲], source: texts/gone }, { items: [甲], source: texts/open }]\n',
  'checklists/list.yaml': 'title: 清单\nbasis: texts/unready\nitems: [{ text: 查 }]\n',
  'essays/call.mdx':
    '---\ntitle: 征文\ncampaign: study\naccess: internal\nsubmitTo: { office: 办, phone: "123" }\n---\n',
  'essays/open.mdx': '---\ntitle: 心得\ncampaign: study\nsubmitTo: { office: 办, phone: "456" }\n---\n',
  'receipts/study.csv': '事项,单位,收到日期\n征文,center,2026-09-01\n心得,center,2026-09-01\n',
};

async function shownIn(files: ContentFiles, visibility: Parameters<typeof shownContent>[1]) {
  return shownContent(await readContent(await writeContent(files)), visibility);
}

describe('the content that a site shows', async () => {
  const content = await readContent(await writeContent(OFFICE));
  const shown = shownContent(content, PUBLIC);
  const ids = (of: typeof shown, name: HideableCollection) => of.items[name].map(({ id }) => id);

  it('has no item that is internal, a draft or withdrawn', () => {
    assert.deepEqual(content.faults, []);
    assert.deepEqual(ids(shown, 'texts'), ['open']);
    assert.deepEqual(ids(shown, 'essays'), ['open']);
    assert.deepEqual(ids(shownContent(content, INTERNAL), 'texts'), ['open', 'secret']);
    assert.deepEqual(ids(shownContent(content, EDITORS_VIEW), 'texts'), ['open', 'secret', 'unready']);
  });
  it('names no hidden item, but keeps a withdrawn reading in its session', () => {
    assert.deepEqual(shown.items.plans[0]?.fields.sessions[0]?.readings, ['texts/open', 'texts/gone#p1']);
    assert.deepEqual(shown.items.units[0]?.fields.plans?.[0]?.adjustments?.[0]?.add?.readings, [
      'texts/gone#p1',
    ]);
    assert.deepEqual(
      shown.items.campaigns[0]?.fields.basis?.map(({ entry }) => entry),
      [undefined, undefined, undefined, 'texts/open'],
    );
    assert.equal(shown.items.checklists[0]?.fields.basis, undefined);
    const fields = JSON.stringify(
      Object.values(shown.items).flatMap((list) => list.map((item) => item.fields)),
    );
    assert.doesNotMatch(fields, /secret|unready/);
  });
  it('has the formulas with a shown source, with those sources only', () => {
    assert.deepEqual(ids(shown, 'formulas'), ['three']);
    assert.deepEqual(
      shown.items.formulas[0]?.fields.lists.map(({ source }) => source),
      ['texts/open'],
    );
    assert.deepEqual(ids(shownContent(content, INTERNAL), 'formulas'), ['three', 'two']);
  });
  it('says of what was withdrawn where it stood and since when, and not why', () => {
    assert.deepEqual(shown.withdrawn, [
      { collection: 'texts', id: 'gone', formerIds: ['long-gone'], on: '2026-11-30' },
    ]);
  });
  it('does not mention what was withdrawn and never public', async () => {
    const files = { 'texts/a.md': entryFile('甲', { draft: true, withdrawn: { on: '2026-11-30' } }) };
    assert.deepEqual((await shownIn(files, PUBLIC)).withdrawn, []);
  });
  it('tells a calendar of no event of a call that is hidden or gone, but of one that was withdrawn', async () => {
    const event = (id: string) =>
      `{ uid: "center-plan-${id}@zhixing", sequence: 0, fingerprint: "0123456789abcdef", title: 甲, day: 2026-09-01 }`;
    const call = (fields: string) => `---\ntitle: 征文\ncampaign: study\n${fields}---\n`;
    const { items } = await shownIn(
      {
        'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\n',
        'essays/inner.mdx': call('access: internal\n'),
        'essays/open.mdx': call(''),
        'essays/gone.mdx': call('withdrawn: { on: 2026-11-30 }\n'),
        'published/center.yaml': `events: [${['s1', 'essay-inner', 'essay-inner-2', 'essay-open', 'essay-open-3', 'essay-gone', 'essay-deleted'].map(event).join(', ')}]\n`,
      },
      PUBLIC,
    );
    assert.deepEqual(
      items.published[0]?.fields.events.map(({ uid }) =>
        uid.slice('center-plan-'.length, -'@zhixing'.length),
      ),
      ['s1', 'essay-open', 'essay-open-3', 'essay-gone'],
    );
  });
  it('has no answers to doubts, and no telephone number of a call on a public site', () => {
    assert.equal(shown.items.texts[0]?.fields.settled, undefined);
    assert.equal(shown.items.essays[0]?.fields.submitTo?.phone, undefined);
    assert.equal(shownContent(content, INTERNAL).items.essays[1]?.fields.submitTo?.phone, '456');
  });
  it('leaves the content itself as it was', () => {
    assert.equal(content.items.texts.length, 4);
    assert.ok(content.items.texts.find(({ id }) => id === 'open')?.fields.settled);
  });
});

describe('references', async () => {
  const content = await readContent(await writeContent(OFFICE));
  const to = (key: string) =>
    referencesTo(new Set([key]), content).map(({ kind, place: { file, line } }) => `${kind} ${file}:${line}`);

  it('are found in plans, in what units add, in bases, sources and bodies, each at its line', () => {
    assert.deepEqual(to('texts/secret'), [
      'reading plans/plan.yaml:3',
      'reading units/center.yaml:2',
      'basis campaigns/study.yaml:3',
      'source formulas/two.yaml:2',
      'body texts/open.md:7',
      'body texts/open.md:7',
      'body speeches/quoting.mdx:7',
    ]);
    assert.deepEqual(to('texts/gone'), [
      'reading plans/plan.yaml:3',
      'reading units/center.yaml:2',
      'basis campaigns/study.yaml:3',
      'source formulas/three.yaml:2',
      'body texts/open.md:9',
      'body speeches/quoting.mdx:9',
    ]);
    assert.deepEqual(to('texts/unready'), [
      'reading plans/plan.yaml:3',
      'basis campaigns/study.yaml:3',
      'basis checklists/list.yaml:2',
      'body texts/open.md:7',
    ]);
  });
  it('to essay calls and formulas are links, lists and rows of receipts', () => {
    assert.deepEqual(to('essays/call'), ['body texts/open.md:7', 'receipt receipts/study.csv:2']);
    assert.deepEqual(to('formulas/two'), ['body speeches/quoting.mdx:11']);
  });
  it('are none where nothing is asked for', () => {
    assert.deepEqual(referencesTo(new Set(), content), []);
  });
});
