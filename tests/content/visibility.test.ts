import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { asksFrom } from '../support/site-search.ts';
import { buildSample, entryFile, SITE_YAML, type BuiltSite } from '../support/site.ts';

const FILES = {
  'site.yaml': SITE_YAML,
  'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\nbasis: [{ title: 依据, entry: texts/secret }]\n',
  'units/center.yaml': 'name: 血液中心\n',
  'texts/open.md': entryFile('公开的正文，见[内部材料](texts/secret#p1)和[草稿](../speeches/unready.md)。', {
    title: '公开材料',
    topics: ['公开主题'],
    units: ['center'],
  }),
  'texts/open-too.mdx': entryFile(
    '<Quote from="texts/secret#p1">引来的话</Quote>\n\n另见<Ref to="speeches/unready">讲话</Ref>。',
    { title: '公开材料之二', campaign: 'study' },
  ),
  'texts/secret.md': entryFile('蓝鲸计划的正文。', {
    title: '蓝鲸计划',
    access: 'internal',
    topics: ['公开主题', '内部主题'],
    units: ['center'],
    campaign: 'study',
    formerIds: ['whale'],
    issuer: '内部科室',
  }),
  'speeches/unready.md': entryFile('红隼计划的正文。', {
    title: '红隼计划',
    draft: true,
    speaker: { role: '尚未公开的主任' },
    topics: ['草稿主题'],
    campaign: 'study',
    date: '2031-07-07',
  }),
};

const INTERNAL = ['蓝鲸', '内部主题', '内部科室', 'nei-bu-zhu-ti', 'texts/whale'];
const DRAFT = ['红隼', '草稿主题', '尚未公开的主任', 'cao-gao-zhu-ti', '2031'];

/** Stands between words in the fragments of Pagefind. */
const BETWEEN_WORDS = '\u200b';

/** Every file of the site as text, unpacked where it is packed, its path first. */
async function everything(site: BuiltSite): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of await site.files()) {
    const bytes = await readFile(join(site.folder, file));
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    found.set(file, `${file}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('utf8').replaceAll(BETWEEN_WORDS, '')}`);
  }
  return found;
}

async function placesOf(words: readonly string[], site: BuiltSite): Promise<string[]> {
  const files = await everything(site);
  return words.flatMap((word) => [...files].filter(([, text]) => text.includes(word)).map(([file]) => `${word} in ${file}`));
}

describe('a public build without drafts', async () => {
  const site = await buildSample(FILES);

  it('holds no word of internal entries and drafts in any file', async () => {
    assert.deepEqual(await placesOf([...INTERNAL, ...DRAFT], site), []);
  });
  it('has no page of theirs', async () => {
    const files = await site.files();
    assert.deepEqual(files.filter((file) => /\/(secret|unready|whale)\b/.test(file)), []);
  });
  it('finds nothing of them', async () => {
    const ask = await asksFrom(site);
    for (const word of ['蓝鲸', '红隼', '蓝鲸计划', '红隼计划']) assert.deepEqual(await ask(word), [], word);
    assert.deepEqual(await ask('公开材料'), ['texts/open', 'texts/open-too']);
  });
  it('keeps the words that point at them, without a link', async () => {
    for (const address of ['/texts/open/', '/texts/open-too/', '/campaigns/study/']) {
      assert.doesNotMatch(await site.read(address), /href="[^"]*(secret|unready)/, address);
    }
    assert.match(await site.read('/texts/open/'), /见内部材料和草稿。/);
    assert.match(await site.read('/texts/open-too/'), /引来的话[\s\S]*另见讲话。/);
  });
});

describe('a build for an internal audience', async () => {
  const site = await buildSample(FILES, { AUDIENCE: 'internal' });

  it('shows internal entries, marked as such, and still no draft', async () => {
    assert.match(await site.read('/texts/secret/'), /class="notice">内部</);
    assert.deepEqual(await placesOf(DRAFT, site), []);
    assert.match(await site.read('/feed.xml'), /蓝鲸计划/);
    assert.deepEqual(await (await asksFrom(site))('蓝鲸'), ['texts/secret']);
  });
});

describe('a build with drafts', async () => {
  const site = await buildSample(FILES, { DRAFTS: '1' });

  it('shows drafts, marked as such, and still nothing internal', async () => {
    assert.match(await site.read('/speeches/unready/'), /class="notice">草稿</);
    assert.deepEqual(await placesOf(INTERNAL, site), []);
    assert.deepEqual(await (await asksFrom(site))('红隼'), ['speeches/unready']);
  });
});
