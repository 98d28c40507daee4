import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { pdf, png } from '../../support/pictures.ts';
import { entryFile, SITE_YAML, writeContent, type ContentFiles } from '../../support/site.ts';

const faultsOf = async (files: ContentFiles) =>
  (await checkContent(await writeContent(files))).faults.map(formatFault);
const unit = (fields = '') => `name: 血液中心\naliases: [{ name: 血站, until: 2019-03-31 }]\n${fields}`;

describe('a reference', () => {
  it('to a campaign or unit may be an id, a name or a former name', async () => {
    assert.deepEqual(
      await faultsOf({
        'site.yaml': `${SITE_YAML}campaign: 大讨论\n`,
        'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\n',
        'units/blood.yaml': unit(),
        'texts/a.md': entryFile('', { campaign: 'study', units: ['blood', '血液中心', '血站'] }),
      }),
      [],
    );
  });
  it('to no campaign or unit is reported at its own line, in site.yaml as well', async () => {
    assert.deepEqual(
      await faultsOf({
        'site.yaml': `${SITE_YAML}campaign: 没有\n`,
        'texts/a.md': entryFile('', { campaign: 'none', units: ['nobody'] }),
      }),
      [
        'site.yaml:3:11 没有叫“没有”的专题活动 — 改成 campaigns/ 里有的文件名或名称，或先建 campaigns/….yaml',
        'texts/a.md:4:11 没有叫“none”的专题活动 — 改成 campaigns/ 里有的文件名或名称，或先建 campaigns/none.yaml',
        'texts/a.md:5:9 没有叫“nobody”的单位 — 改成 units/ 里有的文件名、名称、简称或曾用名，或先建 units/nobody.yaml',
      ],
    );
  });
  it('to a parent unit must name another unit by its id', async () => {
    assert.deepEqual(
      await faultsOf({ 'units/a.yaml': unit('parent: a\n'), 'units/b.yaml': 'name: 乙\nparent: c\n' }),
      [
        'units/a.yaml:3:9 上级单位是自己 — 改为真正的上级，或删去 parent',
        'units/b.yaml:2:9 没有叫“c”的上级单位 — 改成 units/ 里有的文件名，或先建 units/c.yaml',
      ],
    );
  });
  it('of a campaign to the entry that it rests on must name one', async () => {
    assert.deepEqual(
      await faultsOf({
        'campaigns/a.yaml': 'name: 甲\norganiser: 乙\nbasis: [{ title: 丙, entry: texts/none }]\n',
      }),
      [
        'campaigns/a.yaml:3:28 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
      ],
    );
  });
  it('to a former id must not be one that another entry has or had', async () => {
    assert.deepEqual(
      await faultsOf({
        'texts/a.md': entryFile('', { formerIds: ['b', 'a', 'old'] }),
        'texts/b.md': entryFile(''),
        'texts/c.md': entryFile('', { formerIds: ['old'] }),
        'articles/d.md': entryFile('', { formerIds: ['old'] }),
      }),
      [
        'texts/a.md:4:13 曾用文件名 b 已属于 texts/b.md — 删去这一项',
        'texts/a.md:4:17 曾用文件名 a 已属于 texts/a.md — 删去这一项',
        'texts/c.md:4:13 曾用文件名 old 已属于 texts/a.md — 删去这一项',
      ],
    );
  });
});

describe('a body', () => {
  it('may point at entries, paragraphs and pictures that are there', async () => {
    assert.deepEqual(
      await faultsOf({
        'media/图 1.png': png(),
        'texts/a.md': entryFile('见[乙](texts/b#p2)。\n\n![图](<图 1.png>)'),
        'texts/b.mdx': entryFile('一段。\n\n<Ref to="texts/a">二段</Ref>。'),
      }),
      [],
    );
  });
  it('to a missing target is reported at the place of the link, definitions included', async () => {
    assert.deepEqual(
      await faultsOf({
        'texts/a.md': entryFile('见[甲](texts/none)和[乙][b]。\n\n![图](none.png)\n\n[b]: texts/a#p9'),
        'texts/b.mdx': entryFile(
          '<Quote from="speeches/none#p1">甲</Quote>\n\n<Figure src="none.svg" alt="图" />',
        ),
        'texts/c.md': entryFile('见[乙][b]。\n\n[b]: texts/none'),
      }),
      [
        'texts/a.md:6:2 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
        'texts/a.md:8:1 没有图片 media/none.png — 把图片放进 media/ 文件夹，或改文件名',
        'texts/a.md:10:1 texts/a 没有第 9 段 — 改段落号；texts/a 共 1 段',
        'texts/b.mdx:6:1 资料库里没有 speeches/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
        'texts/b.mdx:8:1 没有图片 media/none.svg — 把图片放进 media/ 文件夹，或改文件名',
        'texts/c.md:8:1 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
      ],
    );
  });
  it('that shows an attachment, or names a picture in other case, is reported', async () => {
    assert.deepEqual(
      await faultsOf({
        'media/a.pdf': pdf(),
        'media/图/Flow.png': png(),
        'texts/a.md': entryFile(
          '![表](a.pdf)\n\n![图](图/flow.PNG)\n\n![图](%E5%9B%BE/Flow.png?v=2#top)和[表](media/a.pdf)',
        ),
        'texts/b.mdx': entryFile(
          '<Figure src="图/Flow.png" alt="图" />\n\n<Figure src="图/flow.txt" alt="图" />',
        ),
      }),
      [
        'texts/a.md:6:1 media/a.pdf 不是图片 — 附件写成链接，如 [报名表](../media/报名表.docx)',
        'texts/a.md:8:1 没有图片 media/图/flow.PNG — 改成 media/图/Flow.png，大小写要一致',
        'texts/b.mdx:8:1 组件 <Figure> 的属性 src 不对（应写 media/ 里的图片文件名，如 flow.svg） — 写成 <Figure src="flow.svg" alt="图中内容" caption="图题" />',
      ],
    );
  });
  it('of MDX is reported at the line of the file, Windows line ends or not', async () => {
    const file = entryFile('一段。\n\n二段{x}。');
    const said = ['texts/a.mdx:8:3 不能用表达式 {…} — 删去花括号，直接写内容；要显示花括号写成 \\{ 和 \\}'];
    assert.deepEqual(await faultsOf({ 'texts/a.mdx': file }), said);
    assert.deepEqual(await faultsOf({ 'texts/a.mdx': `\ufeff${file.replaceAll('\n', '\r\n')}` }), said);
  });
  it('of a draft or an internal entry is checked like any other', async () => {
    assert.equal(
      (
        await faultsOf({
          'texts/a.mdx': entryFile('{x}', { draft: true }),
          'texts/b.mdx': entryFile('{x}', { access: 'internal' }),
        })
      ).length,
      2,
    );
  });
});

describe('a content folder', () => {
  it('that is empty except for site.yaml has no fault', async () => {
    assert.deepEqual(await faultsOf({}), []);
  });
  it('gets its faults in the order of files and lines, whichever check finds them', async () => {
    const faults = await faultsOf({
      'texts/b.md': '---\ntitle: 甲\n---\n',
      'texts/a.md': entryFile('[甲](texts/none)', { campaign: 'none' }),
      'units/a.yaml': 'names: 甲\n',
    });
    assert.deepEqual(
      faults.map((fault) => fault.split(' ')[0]),
      ['texts/a.md:4:11', 'texts/a.md:7:1', 'texts/b.md:1:1', 'units/a.yaml:1:1', 'units/a.yaml:1:1'],
    );
  });
});

describe('a recurring session', () => {
  const files = (sessions: string, adjustments = '') => ({
    'campaigns/c.yaml': 'name: 三会一课\norganiser: 委\nfrom: 2026-01-01\nuntil: 2026-03-31\n',
    'plans/p.yaml': `campaign: c\ntitle: 计划\nsessions:\n${sessions}`,
    'units/u.yaml': `name: 甲\nplans:\n  - plan: p\n    adjustments: [${adjustments}]\n`,
    'texts/a.md': entryFile(''),
  });
  const MONTHLY = '  - { id: day, title: 主题党日, form: 主题党日, when: { every: month, day: 5 }';

  it('is named turn by turn, by moments and by adjustments', async () => {
    const later = '  - { id: z, title: 总结, form: 会议, when: { by: { session: day-2026-02 } } }\n';
    assert.deepEqual(
      await faultsOf(files(`${MONTHLY} }\n${later}`, '{ session: day-2026-03, drop: true, reason: 植树 }')),
      [],
    );
    assert.deepEqual(await faultsOf(files(`${MONTHLY} }\n`, '{ session: day, drop: true, reason: 植树 }')), [
      'units/u.yaml:4:30 计划 p 没有学习场次 day — 改成 day-2026-01、day-2026-02、day-2026-03 之一',
    ]);
  });

  it('may have exceptions for turns that there are, once each, with readings that there are', async () => {
    assert.deepEqual(
      await faultsOf(files(`${MONTHLY}, exceptions: [{ turn: 2026-02, readings: [texts/a] }] }\n`)),
      [],
    );
    const faults = await faultsOf(
      files(
        `${MONTHLY}, exceptions: [{ turn: 2026-04, drop: true }, { turn: 2026-02, drop: true }, { turn: 2026-02, readings: [texts/none] }] }\n`,
      ),
    );
    assert.equal(faults.length, 3);
    for (const words of [
      '没有 2026-04 这一次 — 改成 2026-01、2026-02、2026-03 之一',
      '2026-02 写了两次 — 合并成一项',
      '资料库里没有 texts/none',
    ])
      assert.ok(
        faults.some((fault) => fault.includes(words)),
        words,
      );
  });

  it('alone may have exceptions', async () => {
    const once =
      '  - { id: s, title: 一次, form: 会议, when: { on: 2026-02-05 }, exceptions: [{ turn: 2026-02, drop: true }] }\n';
    assert.match(
      (await faultsOf(files(once))).join(),
      /^plans\/p\.yaml:4:\d+ 只安排一次的场次没有哪一次可以例外 — 删去 exceptions/,
    );
  });

  it('without a day has no hour, not even in an exception that gives it no day', async () => {
    const all =
      '  - { id: all, title: 大会, form: 会议, when: { every: month }, exceptions: [{ turn: 2026-02, EXCEPTION }] }\n';
    const faultsWith = (words: string) => faultsOf(files(all.replace('EXCEPTION', words)));
    assert.match(
      (await faultsWith('time: "15:00"')).join(),
      /^plans\/p\.yaml:4:\d+ 2026-02 没有定在某天，时刻无从落到哪天 — 连 on 一起写，或删去 time$/,
    );
    assert.deepEqual(await faultsWith('on: 2026-02-05, time: "15:00"'), []);
  });

  it('whose ends lean on a stage that is not there is reported at that place', async () => {
    const rule = '{ every: month, day: 5, from: { stage: none, edge: start } }';
    const faults = await faultsOf(files(`  - { id: day, title: 主题党日, form: 主题党日, when: ${rule} }\n`));
    assert.match(faults.join(), /^plans\/p\.yaml:4:\d+ 活动 c 没有阶段 none/);
  });

  it('of several sittings is dropped or given another room by a unit; its days are changed sitting by sitting', async () => {
    const CLASS =
      '  - { id: class, title: 读书班, form: 读书班, sittings: [{ on: 2026-02-05 }, { on: 2026-02-06 }] }\n';
    assert.deepEqual(await faultsOf(files(CLASS, '{ session: class, place: 礼堂, reason: 会场占用 }')), []);
    assert.deepEqual(
      (
        await faultsOf(files(CLASS, '{ session: class, on: 2026-02-10, time: "09:00", reason: 会场占用 }'))
      ).map((fault) => fault.replace(/:4:\d+/, ':4')),
      ['on', 'time'].map(
        (field) =>
          `units/u.yaml:4 学习场次 class 分几次开，不能用 ${field} 一起改 — 改其中一次的，写 sitting: 2（第几次）；几次都不同的，写 drop: true，另用 add 增加一场，里面写 sittings`,
      ),
    );
    const faultsWith = async (change: string) =>
      (await faultsOf(files(CLASS, change))).map((fault) => fault.replace(/:4:\d+/, ':4'));
    assert.deepEqual(
      await faultsWith('{ session: class, sitting: 2, on: 2026-02-10, reason: 会场占用 }'),
      [],
    );
    assert.deepEqual(await faultsWith('{ session: class, sitting: 3, place: 礼堂 }'), [
      'units/u.yaml:4 学习场次 class 只有 2 次，没有第 3 次 — 改次数',
    ]);
    assert.deepEqual(await faultsWith('{ session: class, sitting: 2, observers: 乙 }'), [
      'units/u.yaml:4 plans.第1项.adjustments.第1项.observers：写了 sitting 的，只改那一次的 on、time、place、chair；整场的另写一条 — 改为：列席人员，写了就代替计划里的',
    ]);
  });
});
