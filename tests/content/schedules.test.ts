import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { checkContent } from '../../src/check/check-content.ts';
import { formatFault } from '../../src/source/fault.ts';
import { entryFile, ROOT, temporaryFolder, writeContent, type ContentFiles } from '../support/site.ts';

const run = promisify(execFile);
const FLAGS = ['--experimental-strip-types', '--no-warnings'];

const CAMPAIGN = `name: 转作风
organiser: 学习办
from: 2026-09-14
until: 2027-01-22
stages:
  - { id: study, title: 学习, from: 2026-09-14, until: 2026-10-09 }
  - { id: sum-up, title: 总结 }
`;

const PLAN = `campaign: conduct
title: 学习计划
onHoliday: nextWorkingDay
sessions:
  - id: s1
    stage: study
    title: 甲
    form: 集中学习
    readings: [texts/outline]
    when: { week: 1 }
  - { id: s2, stage: study, title: 乙, form: 集中学习, when: { week: 2 } }
`;

const UNIT = `name: 血液中心
meeting: { weekday: 5, time: "14:30", place: 二楼会议室 }
plans:
  - plan: conduct-2026
`;

const SOUND: ContentFiles = {
  'texts/outline.md': entryFile('第一段\n\n第二段'),
  'campaigns/conduct.yaml': CAMPAIGN,
  'plans/conduct-2026.yaml': PLAN,
  'units/blood.yaml': UNIT,
};

/** Faults and doubts of the sound content with some files in other words, each as `path:line:column reason`. */
async function checked(files: ContentFiles = {}, today = '2026-09-01') {
  const { faults, doubts } = await checkContent(await writeContent({ ...SOUND, ...files }), { today });
  const lines = (found: typeof faults) => found.map((fault) => formatFault(fault).split(' — ')[0]);
  return { faults: lines(faults), doubts: lines(doubts) };
}

describe('faults of plans', () => {
  test('are none where everything is there', async () => {
    assert.deepEqual(await checked(), { faults: [], doubts: [] });
  });

  test('a campaign that is not there; its name in place of its file name is understood', async () => {
    const { faults } = await checked({ 'plans/conduct-2026.yaml': PLAN.replace('conduct', 'nowhere') });
    assert.deepEqual(faults, ['plans/conduct-2026.yaml:1:11 没有专题活动“nowhere”']);
    const folder = await writeContent({ ...SOUND, 'plans/conduct-2026.yaml': PLAN.replace('conduct', '转作风') });
    const [fault] = (await checkContent(folder)).faults;
    assert.equal(fault?.remedy, '改成文件名 conduct');
  });

  test('a stage that the campaign does not have', async () => {
    const { faults } = await checked({ 'plans/conduct-2026.yaml': PLAN.replace('stage: study\n', 'stage: examine\n') });
    assert.deepEqual(faults, ['plans/conduct-2026.yaml:6:12 活动 conduct 没有阶段 examine']);
  });

  test('a reading, or a paragraph of one, that is not there', async () => {
    const readings = '[texts/outline#p2, texts/outline#p9, speeches/gone]';
    const { faults } = await checked({ 'plans/conduct-2026.yaml': PLAN.replace('[texts/outline]', readings) });
    assert.deepEqual(faults, [
      'plans/conduct-2026.yaml:9:34 texts/outline 没有第 9 段',
      'plans/conduct-2026.yaml:9:52 资料库里没有 speeches/gone',
    ]);
  });

  test('a moment that names an unknown stage, plan or session', async () => {
    const more = [
      '{ by: { stage: gone, edge: end } }',
      '{ by: { session: s9 } }',
      '{ by: { plan: gone, session: s1 } }',
      '{ by: { plan: conduct-2026, session: s9 } }',
      '{ by: { session: s1 } }',
    ].map((when, index) => `  - { id: m${index}, title: 丙, form: 个人自学, when: ${when} }\n`);
    const { faults } = await checked({ 'plans/conduct-2026.yaml': PLAN + more.join('') });
    assert.deepEqual(faults, [
      'plans/conduct-2026.yaml:12:58 活动 conduct 没有阶段 gone',
      'plans/conduct-2026.yaml:13:60 本计划没有学习场次 s9',
      'plans/conduct-2026.yaml:14:57 没有学习计划 gone',
      'plans/conduct-2026.yaml:15:80 计划 conduct-2026 没有学习场次 s9',
    ]);
  });
});

describe('faults of units and campaigns', () => {
  test('a plan that is not there, or that is listed twice', async () => {
    const { faults } = await checked({ 'units/blood.yaml': `${UNIT}  - plan: gone\n  - plan: conduct-2026\n` });
    assert.deepEqual(faults, [
      'units/blood.yaml:5:11 没有学习计划 gone',
      'units/blood.yaml:6:11 学习计划 conduct-2026 列了两次',
    ]);
  });

  test('an adjustment of an unknown session, and what is wrong in an added one', async () => {
    const { faults } = await checked({
      'units/blood.yaml': `${UNIT}    adjustments:
      - { session: s9, on: 2026-09-21 }
      - { session: s1, add: { title: 丁, form: 党课 } }
      - { session: 甲, add: { title: 丁, form: 党课 } }
      - { session: a1, add: { title: 丁, form: 党课, stage: gone, readings: [texts/gone], when: { by: { session: s8 } } } }
      - { session: a1, place: 三楼 }
`,
    });
    assert.deepEqual(faults, [
      'units/blood.yaml:6:20 计划 conduct-2026 没有学习场次 s9',
      'units/blood.yaml:7:20 增加的学习场次 s1 与已有的代号相同',
      'units/blood.yaml:8:20 学习场次代号“甲”不能作地址',
      'units/blood.yaml:9:58 活动 conduct 没有阶段 gone',
      'units/blood.yaml:9:75 资料库里没有 texts/gone',
      'units/blood.yaml:9:111 计划 conduct-2026 没有学习场次 s8',
    ]);
  });

  test('a deadline of a campaign that names what is not there', async () => {
    const reports = `reports:
  - { title: 甲, deadline: { stage: gone, edge: end } }
  - { title: 乙, deadline: { workingDays: 5, after: { session: s9 } } }
  - { title: 丙, deadline: { days: 5, before: { plan: gone, session: s1 } } }
  - { title: 丁, deadline: { workingDays: 5, after: { session: s1 } } }
bulletins: { every: month, from: { stage: study, edge: start }, until: { stage: gone, edge: end } }
`;
    const { faults } = await checked({ 'campaigns/conduct.yaml': CAMPAIGN + reports });
    assert.deepEqual(faults, [
      'campaigns/conduct.yaml:9:36 活动 conduct 没有阶段 gone',
      'campaigns/conduct.yaml:10:63 本活动的学习计划没有学习场次 s9',
      'campaigns/conduct.yaml:11:54 没有学习计划 gone',
      'campaigns/conduct.yaml:13:81 活动 conduct 没有阶段 gone',
    ]);
  });
});

test('a deadline of an essay call that names what is not there is a fault', async () => {
  const essay = '---\ntitle: 征文\ncampaign: conduct\ndeadline: { workingDays: 5, after: { stage: gone, edge: end } }\n---\n\n写什么\n';
  const { faults } = await checked({ 'essays/essay.mdx': essay });
  assert.deepEqual(faults, ['essays/essay.mdx:4:45 活动 conduct 没有阶段 gone']);
});

describe('doubts', () => {
  test('a speaker and a place that two units take at once', async () => {
    const { faults, doubts } = await checked({
      'plans/conduct-2026.yaml': PLAN.replace('    readings', '    speakers: [市委党校讲师]\n    readings'),
      'units/other.yaml': `${UNIT.replace('血液中心', '医院')}    adjustments:\n      - { session: s2, place: 市委党校礼堂 }\n`,
      'units/blood.yaml': `${UNIT}    adjustments:\n      - { session: s2, place: 市委党校礼堂, time: "15:00" }\n`,
    });
    assert.deepEqual(faults, []);
    assert.deepEqual(doubts, [
      'plans/conduct-2026.yaml:9:15 主讲或发言人“市委党校讲师”在2026年9月18日（周五）同时安排给血液中心 s1（14:30）、医院 s1（14:30）',
      'units/blood.yaml:6:20 地点“市委党校礼堂”在2026年9月28日（周一）同时安排给血液中心 s2（15:00）、医院 s2（14:30）',
    ]);
  });

  test('a session outside its stage or on a day off stands where its day was set', async () => {
    const { doubts } = await checked({
      'plans/conduct-2026.yaml': `${PLAN}  - { id: s3, stage: study, title: 丙, form: 会议, when: { on: 2026-10-02 } }\n`,
      'units/blood.yaml': `${UNIT}    adjustments:\n      - { session: s1, on: 2026-10-11 }\n`,
      'units/other.yaml': UNIT.replace('血液中心', '医院'),
    });
    assert.deepEqual(doubts, [
      'plans/conduct-2026.yaml:12:55 血液中心、医院的 s3 定在2026年10月2日（周五），当天国庆节放假',
      'units/blood.yaml:6:28 s1 在2026年10月11日（周日），不在阶段 study 的起止日期（2026年9月14日至2026年10月9日）之内',
      'units/blood.yaml:6:28 s1 定在2026年10月11日（周日），当天是周日',
    ]);
  });

  test('a meeting day that the office has to confirm, until it does', async () => {
    const confirm = PLAN.replace('onHoliday: nextWorkingDay\n', '');
    const { doubts } = await checked({ 'plans/conduct-2026.yaml': confirm });
    assert.deepEqual(doubts, [
      'plans/conduct-2026.yaml:10:57 血液中心的 s2 没有日期：9月25日（周五）中秋节放假，时间待定，另行通知',
    ]);
    const units = `${UNIT}    adjustments:\n      - { session: s2, on: 2026-09-24 }\n`;
    assert.deepEqual((await checked({ 'plans/conduct-2026.yaml': confirm, 'units/blood.yaml': units })).doubts, []);
  });

  test('statements of a source that conflict', async () => {
    const statements = 'statements:\n  - { about: 起止时间, says: [从五月到年底。, 为期半年。] }\n';
    const { doubts } = await checked({ 'campaigns/conduct.yaml': CAMPAIGN + statements });
    assert.deepEqual(doubts, ['campaigns/conduct.yaml:9:5 “起止时间”原文有 2 种说法：从五月到年底；为期半年']);
  });

  test("next year's calendar from 1 November on, and one that does not name every holiday", async () => {
    assert.deepEqual((await checked({}, '2026-10-31')).doubts, []);
    const missing = ['calendar/2027.yaml:1:1 还没有2027年放假安排，2027年的工作日和期限算不出来'];
    assert.deepEqual((await checked({}, '2026-11-01')).doubts, missing);
    const half = 'year: 2027\nnotice: 国办发明电〔2026〕1号\nholidays:\n  - { name: 元旦, from: 2027-01-01, until: 2027-01-03 }\n';
    assert.deepEqual((await checked({ 'calendar/2027.yaml': half }, '2026-11-01')).doubts, [
      'calendar/2027.yaml:4:3 2027年放假安排里没有春节、清明节、劳动节、端午节、中秋节、国庆节',
    ]);
    const correction = 'year: 2026\nnotice: 桂政办电〔2026〕1号\nholidays:\n  - { name: 三月三, from: 2026-04-20, until: 2026-04-20 }\n';
    assert.deepEqual((await checked({ 'calendar/2026.yaml': correction })).doubts, []);
  });

  test('of the demo are those that its sources and the calendar leave open', async () => {
    const { faults, doubts } = await checkContent(join(ROOT, 'content'), { today: '2026-11-22' });
    assert.deepEqual(faults, []);
    const files = new Set(doubts.map(({ file }) => file));
    assert.ok(files.has('calendar/2027.yaml') && files.has('campaigns/openmind-2025.yaml'));
  });
});

describe('npm run check', () => {
  const check = (folder: string, ...args: string[]) =>
    run(process.execPath, [...FLAGS, 'scripts/check.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, CONTENT_DIR: folder },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );
  const statements = 'statements:\n  - { about: 时间, says: [五月, 六月] }\n';

  test('goes on with doubts and prints them in the form of faults', async () => {
    const folder = await writeContent({ ...SOUND, 'campaigns/conduct.yaml': CAMPAIGN + statements });
    const { code, stdout } = await check(folder);
    assert.equal(code, 0);
    assert.match(stdout, /^campaigns\/conduct\.yaml:9:5 “时间”原文有 2 种说法：五月；六月 — \S+/m);
    assert.match(stdout, /内容没有错误/);
  });

  test('fails with faults, and still prints the doubts', async () => {
    const folder = await writeContent({
      ...SOUND,
      'campaigns/conduct.yaml': CAMPAIGN + statements,
      'units/blood.yaml': UNIT.replace('conduct-2026', 'gone'),
    });
    const { code, stdout, stderr } = await check(folder);
    assert.equal(code, 1);
    assert.match(stderr, /^units\/blood\.yaml:4:11 没有学习计划 gone — /m);
    assert.match(stdout, /“时间”原文有 2 种说法/);
    const json = JSON.parse((await check(folder, '--json')).stdout) as Record<'faults' | 'doubts', object[]>;
    assert.equal(json.faults.length, 1);
    assert.ok(json.doubts.length >= 1);
    assert.deepEqual(Object.keys(json.faults[0]!).sort(), ['column', 'file', 'line', 'reason', 'remedy']);
  });
});

describe('npm run publish:record', () => {
  const publish = (folder: string) =>
    run(process.execPath, [...FLAGS, 'scripts/publish-record.ts'], {
      cwd: ROOT,
      env: { ...process.env, CONTENT_DIR: folder },
    });

  test('records what is new, says nothing the second time, then tells what changed and was withdrawn', async () => {
    const folder = await writeContent(SOUND);
    const file = join(folder, 'published/blood.yaml');
    const first = await publish(folder);
    assert.match(first.stdout, /^published\/blood\.yaml：新增 2，变更 0，撤销 0$/m);
    const text = await readFile(file, 'utf8');
    assert.match(text, /^# 日历发布记录/);
    const { mtimeMs } = await stat(file);

    const second = await publish(folder);
    assert.equal(second.stdout, '发布记录没有变化。\n');
    assert.equal((await stat(file)).mtimeMs, mtimeMs);

    const changed = `${UNIT}    adjustments:\n      - { session: s1, place: 三楼 }\n      - { session: s2, drop: true }\n`;
    await writeFile(join(folder, 'units/blood.yaml'), changed);
    const third = await publish(folder);
    assert.match(third.stdout, /新增 0，变更 1，撤销 1/);
    assert.match(third.stdout, /^ {2}变更 2026-09-18 甲（conduct-2026），第 1 版$/m);
    assert.match(third.stdout, /^ {2}撤销 2026-09-28 乙（conduct-2026），第 1 版$/m);
    assert.deepEqual((await checkContent(folder, { today: '2026-09-01' })).faults, []);
  });

  test('leaves a file alone whose comments or order an editor changed', async () => {
    const folder = await writeContent(SOUND);
    await publish(folder);
    const file = join(folder, 'published/blood.yaml');
    const edited = `# 手记\n${await readFile(file, 'utf8')}`;
    await writeFile(file, edited);
    await publish(folder);
    assert.equal(await readFile(file, 'utf8'), edited);
  });

  test('writes nothing for faulty content or for units without events', async () => {
    const faulty = await writeContent({ ...SOUND, 'units/blood.yaml': UNIT.replace('conduct-2026', 'gone') });
    await assert.rejects(publish(faulty), /发布记录没有更新/);
    const idle = await writeContent({ 'units/blood.yaml': 'name: 血液中心\n' });
    assert.equal((await publish(idle)).stdout, '发布记录没有变化。\n');
    for (const folder of [faulty, idle]) assert.ok(!(await readdir(folder)).includes('published'));
  });

  test('takes the demo, and what it writes passes the check', async () => {
    const folder = join(await temporaryFolder(), 'content');
    await cp(join(ROOT, 'content'), folder, { recursive: true });
    await publish(folder);
    assert.equal((await publish(folder)).stdout, '发布记录没有变化。\n');
    assert.deepEqual((await checkContent(folder, { today: '2026-09-01' })).faults, []);
  });
});
