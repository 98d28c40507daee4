import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { DeployError } from '../../../../src/publish/deploy/deploy-error.ts';
import { deploySite, type DeployOrder } from '../../../../src/publish/deploy/deploy.ts';
import { folderOfEarlier } from '../../../../src/publish/deploy/earlier.ts';
import { purposeOf } from '../../../../src/publish/build/mark.ts';
import { readSettings } from '../../../../src/source/settings.ts';
import { marked, ROOT, siteIn, snapshot, temporaryFolder } from '../../../support/site.ts';

type Env = Record<string, string>;

const HOST = { SITE_URL: 'https://study.example.gov.cn' };
const setBy = (env: Env) => purposeOf(readSettings(env, ROOT));

async function siteFor(env: Env, words = '页'): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'texts/a'), { recursive: true });
  await writeFile(join(folder, 'index.html'), words);
  await writeFile(join(folder, 'texts/a/index.html'), words);
  return marked(folder, env);
}

const said = (site: string, target: string, order: DeployOrder) =>
  deploySite(site, target, ['gz'], order).then(
    () => undefined,
    (error: unknown) => (error instanceof DeployError ? error.message : String(error)),
  );

describe('a deploy refuses a site that was not built with the present settings', () => {
  const rows: [string, Env, Env, string | undefined][] = [
    ['the same', { ...HOST, BASE_PATH: '/study' }, { ...HOST, BASE_PATH: 'study/' }, undefined],
    ['another path', HOST, { ...HOST, BASE_PATH: '/study' }, '子路径是 /，设置里是 /study/'],
    ['a path that is not set now', { BASE_PATH: '/study' }, {}, '子路径是 /study/，设置里是 /'],
    [
      'another host',
      HOST,
      { SITE_URL: 'http://study.local' },
      '网址是 https://study.example.gov.cn，设置里是 http://study.local',
    ],
    [
      'a host that was not set then',
      {},
      HOST,
      '网址是 http://localhost:4321，设置里是 https://study.example.gov.cn',
    ],
    ['a host that is not set now says nothing', HOST, {}, undefined],
    ['other readers', { AUDIENCE: 'internal' }, {}, '读者范围是 internal（内部），设置里是 public（公开）'],
    ['drafts', { DRAFTS: '1' }, {}, '草稿是 连草稿一起，设置里是 不含草稿'],
    [
      'several things',
      { BASE_PATH: '/a', AUDIENCE: 'internal' },
      { BASE_PATH: '/b' },
      '子路径是 /a/，设置里是 /b/；读者范围是 internal（内部），设置里是 public（公开）',
    ],
  ];
  for (const [name, built, set, words] of rows) {
    test(`${name}`, async () => {
      const [site, target] = [await siteFor(built), join(await temporaryFolder(), 'srv')];
      assert.equal(
        await said(site, target, { set: setBy(set) }),
        words && `${site} 里的网站不是按现在的设置生成的：${words} — 先重新生成（npm run build），再放置`,
      );
    });
  }

  test('and one without the mark of a build', async () => {
    const site = await temporaryFolder();
    await writeFile(join(site, 'index.html'), '页');
    assert.match(
      (await said(site, join(site, '../none'), { set: setBy({}) }))!,
      /没有生成时留下的标记（\.zhixing\.json） — 先重新生成/,
    );
  });
});

describe('a deploy refuses a site for another place or other readers than the one it is to replace', () => {
  const rows: [string, Env, Env, string][] = [
    ['another path', HOST, { ...HOST, BASE_PATH: '/study' }, '子路径是 /，这一次是 /study/'],
    [
      'another host',
      HOST,
      { SITE_URL: 'http://study.local' },
      '网址是 https://study.example.gov.cn，这一次是 http://study.local',
    ],
    [
      'internal texts where all may read',
      HOST,
      { ...HOST, AUDIENCE: 'internal' },
      '读者范围是 public（公开），这一次是 internal（内部）',
    ],
    [
      'fewer texts for the office’s own people',
      { AUDIENCE: 'internal' },
      {},
      '读者范围是 internal（内部），这一次是 public（公开）',
    ],
    ['drafts', {}, { DRAFTS: '1' }, '草稿是 不含草稿，这一次是 连草稿一起'],
  ];
  for (const [name, before, after, words] of rows) {
    test(`${name}; nothing is changed, and --move says that it is meant`, async () => {
      const [target, root] = [await temporaryFolder(), await temporaryFolder()];
      const order = (env: Env): DeployOrder => ({
        set: setBy(env),
        folderOfEarlier: (served) => folderOfEarlier(root, served),
      });
      await deploySite(await siteFor(before), target, ['gz'], order(before));
      const state = await snapshot(target);
      const next = await siteFor(after, '新');
      assert.equal(
        await said(next, target, order(after)),
        `${target} 里现在的网站，${words} — 放错了就换一个网站目录，或改好设置重新生成；确实要这样换，加上 --move`,
      );
      assert.deepEqual(await snapshot(target), state);
      const moved = await deploySite(next, target, ['gz'], { ...order(after), isMove: true });
      assert.equal(moved.isEarlierKept, false, 'the one before is for another place');
      assert.equal(await readFile(join(target, 'index.html'), 'utf8'), '新');
      assert.equal(await said(next, target, order(after)), undefined);
    });
  }

  test('a folder of a version that noted nothing of that takes any, once', async () => {
    const target = await temporaryFolder();
    await writeFile(
      join(target, '.deployed.json'),
      '{"files":["index.html"],"current":["_astro/a.js","search-index/aa1/0.pf_index"],"previous":[]}',
    );
    for (const path of ['_astro/a.js', 'search-index/aa1/0.pf_index']) {
      await mkdir(join(target, path, '..'), { recursive: true });
      await writeFile(join(target, path), '旧');
    }
    assert.equal(await said(await siteFor(HOST), target, { set: setBy(HOST) }), undefined);
    assert.deepEqual(
      (await siteIn(target).files()).filter(
        (path) => path.startsWith('search-index/') || path.startsWith('_astro/'),
      ),
      ['_astro/a.js'],
      'of what it noted, search data goes at once',
    );
    assert.match((await said(await siteFor({}), target, { set: setBy({}) }))!, /加上 --move$/);
  });

  test('the mark is not brought into the served folder', async () => {
    const target = await temporaryFolder();
    await deploySite(await siteFor(HOST), target, ['gz']);
    assert.deepEqual(await siteIn(target).files(), ['.deployed.json', 'index.html', 'texts/a/index.html']);
  });
});

test('The command says what it does in one line, and how it is used', async () => {
  const [site, target] = [await siteFor({}), join(await temporaryFolder(), 'srv')];
  const run = (...words: string[]) => {
    const node = ['--experimental-strip-types', '--no-warnings', join(ROOT, 'scripts/deploy.ts')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...words], {
      env: { ...process.env, OUT_DIR: site },
      encoding: 'utf8',
    });
    return [status, (stdout + stderr).trim()];
  };
  assert.deepEqual(run(target), [0, `${target}：写入 2 个文件，删去 0 个。上一版的脚本和样式再留一版。`]);
  assert.deepEqual(run(target, '--back')[0], 1);
  for (const words of [
    [target, 'other'],
    [target, '--back', '--move'],
    [target, '--bakc'],
  ])
    assert.match(String(run(...words)[1]), /用法：npm run deploy -- \[网站目录\] \[选项\]/);
  await writeFile(join(site, 'index.html'), '新');
  assert.deepEqual(run(target), [
    0,
    `${target}：写入 1 个文件，删去 0 个。上一版的脚本和样式再留一版。上一版留着，加 --back 可以换回。`,
  ]);
  assert.deepEqual(run(target, '--back'), [
    0,
    `${target}：已换回上一版，写入 1 个文件，删去 0 个。1 个页面的文字回到上一版：/。`,
  ]);
  assert.equal(await readFile(join(target, 'index.html'), 'utf8'), '页');
});
