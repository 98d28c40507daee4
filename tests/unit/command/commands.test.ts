import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { jsonOf } from '../../../src/check/json.ts';
import { holdsForbidden } from '../../../src/domain/characters.ts';
import { folderTrouble, isNewEnough } from '../../../scripts/run.cjs';
import { entryFile, ROOT, temporaryFolder, writeContent } from '../../support/site.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** The commands for people, by their script. */
const COMMANDS = Object.values(scripts).flatMap((words) => /scripts\/run\.cjs (\S+)$/.exec(words)?.[1] ?? []);

function run(
  words: string[],
  env: Record<string, string> = {},
  root = ROOT,
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const line = ['--no-warnings', join(root, 'scripts/run.cjs'), ...words];
    const options = { cwd: root, env: { ...process.env, ...env } };
    execFile(process.execPath, line, options, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

describe('A command for people', { concurrency: 2 }, () => {
  it('stands in docs/commands.md; what has no help of its own is a test or a tool of development', () => {
    const documented = readFileSync(join(ROOT, 'docs/commands.md'), 'utf8');
    const [commands, others] = [true, false].map((isCommand) =>
      Object.keys(scripts).filter((name) => scripts[name]!.includes('scripts/run.cjs') === isCommand),
    ) as [string[], string[]];
    const isDocumented = (name: string) => new RegExp(`\\bnpm (run )?${name}\\b`).test(documented);
    assert.deepEqual(
      commands.filter((name) => !isDocumented(name)),
      [],
    );
    assert.deepEqual(others.sort(), [
      'docs:imports',
      'format',
      'lint',
      'test',
      'test:browser',
      'test:content',
      'test:unit',
      'typecheck',
    ]);
    assert.ok(COMMANDS.length >= 14);
  });
  for (const command of COMMANDS)
    it(`tells in Chinese how it is used, whatever the settings: ${command}`, async () => {
      const { status, stdout, stderr } = await run([command, '--help'], { SITE_URL: 'nonsense' });
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /^用法：npm (run )?\S+ -- [\s\S]*\n {2}--help +显示本说明\n/u);
    });
  it('says which option it does not know', async () => {
    for (const command of ['build', 'dev', 'new', 'deploy']) {
      const { status, stdout, stderr } = await run([command, '-x']);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^没有选项 -x\n\n用法：/u);
    }
  });
  it('refuses to run without a required argument', async () => {
    for (const [command, reason] of [
      ['import', '没有写文件或文件夹'],
      ['pack', '没有写 --unit 单位'],
      ['bench', '没有写名称'],
    ] as const)
      assert.match((await run([command])).stderr, new RegExp(`^${reason}\n\n用法：`, 'u'));
  });
  it('of a deploy is ended with a word where no served folder is named, in good order only where that is expected', async () => {
    const env = { CONTENT_DIR: await writeContent({}), OUT_DIR: '/nowhere/dist' };
    const said = /^没有写网站目录，网站还在 \/nowhere\/dist — .*site\.yaml 里写 deploy: \/srv\/study\n$/u;
    const refused = await run(['deploy'], env);
    assert.deepEqual([refused.status, refused.stdout], [1, '']);
    assert.match(refused.stderr, said);
    const passed = await run(['deploy', '--if-named'], env);
    assert.deepEqual([passed.status, passed.stderr], [0, '']);
    assert.match(passed.stdout, said);
  });
  it('of a deploy uses the folder that site.yaml names, and rather the one on its command line', async () => {
    const outDir = await temporaryFolder();
    writeFileSync(join(outDir, 'index.html'), '页');
    const site = `name: 小站\norganisation: 学习办\ndeploy: ${outDir}\n`;
    const env = { CONTENT_DIR: await writeContent({ 'site.yaml': site }), OUT_DIR: outDir };
    const named = await run(['deploy'], env);
    assert.deepEqual([named.status, named.stdout], [1, '']);
    assert.match(named.stderr, /不能一个在另一个里面/);
    const elsewhere = join(await temporaryFolder(), 'served');
    assert.match((await run(['deploy', elsewhere], env)).stderr, /没有生成时留下的标记/);
  });
  it('says a setting that it cannot use, and never where in the program', async () => {
    for (const [env, said] of [
      [{ PORT: 'x\u001b[2J' }, 'PORT 写作 x␛[2J，应是 1 到 65535 的整数，如 4322\n'],
      [{ BASE_PATH: '\u009b' }, 'BASE_PATH 写作 \\u{9b}，应像 /study 这样只用英文、数字、连字符\n'],
    ] as const)
      assert.deepEqual(await run(['start'], env), { status: 1, stdout: '', stderr: said });
  });
});

describe('What a command prints', () => {
  const title = '甲\u001b[31m\u009b\u202e';
  it('holds no character that a terminal obeys, whatever it quotes', async () => {
    const contentDir = await writeContent({
      'texts/\u001b[2J\u009b.md': entryFile('正文。'),
      'texts/a.md': entryFile(`正文\u001b[1m。[乙](no\u202ewhere)`, { title, campaign: title }),
    });
    for (const words of [['check'], ['check', '--json'], ['build']]) {
      const { status, stdout, stderr } = await run(words, { CONTENT_DIR: contentDir });
      assert.equal(status, 1);
      assert.ok(!holdsForbidden(stdout + stderr), `${stdout}${stderr}`);
    }
    const report = JSON.parse((await run(['check', '--json'], { CONTENT_DIR: contentDir })).stdout) as {
      faults: [];
    };
    assert.ok(report.faults.length > 4);
  });
  it('of an import says names and words of files visibly, on the terminal and in the report page', async () => {
    const folder = await temporaryFolder();
    const contentDir = await writeContent({});
    const source = join(folder, 'a\u001b[2J\nb.txt');
    writeFileSync(source, `关于${title}的通知\n各科室要从群众最急的事做起，把办事指南贴在门口。\u007f\n`);
    const page = join(folder, 'report.html');
    const { status, stdout, stderr } = await run(['import', source, '--report', page], {
      CONTENT_DIR: contentDir,
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^■ .*a␛\[2J␊b\.txt\n/u);
    assert.ok(!holdsForbidden(stdout + stderr + readFileSync(page, 'utf8')));
  });
  it('of the names of folders is visible, a line end in one, too', async () => {
    const folder = join(await temporaryFolder(), '\u001b[2J\n\u009b');
    const { status, stdout } = await run(['new', 'text', '--title', '题名', '--out', folder]);
    assert.equal(status, 0);
    assert.match(stdout, /^已建 \S+␛\[2J␊\\u\{9b\}\/texts\/ti-ming\.md\n打开它/u);
  });
  it('as JSON is read back as it was', () => {
    const value = { reason: '甲\u001b\u009b\u2028\u{1fffe}\ud800é' };
    assert.ok(!holdsForbidden(jsonOf(value)));
    assert.deepEqual(JSON.parse(jsonOf(value)), value);
  });
});

describe('The folder of the project', () => {
  it('may bear any name but those with a character that one of its tools takes for something else', () => {
    for (const name of [
      '知行 副本',
      "it's",
      'a b',
      'a&b',
      '[x]',
      '{a,b}',
      'C:x',
      'a$b',
      'a;b!',
      '(x)@+=',
      '.x',
    ])
      assert.equal(folderTrouble(`/srv/${name}/site`, '/'), undefined, name);
    for (const [name, shown] of [
      ['a#b', '“#”'],
      ['a?b', '“?”'],
      ['a%20b', '“%”'],
      ['100%', '“%”'],
      ['a*b', '“*”'],
      ['a"b', '“"”'],
      ['a\\b', '“\\”'],
      ['a\nb', '换行之类看不见的控制字符'],
      ['a\u001bb', '换行之类看不见的控制字符'],
    ] as const)
      assert.equal(
        folderTrouble(`/srv/${name}/site`, '/'),
        `项目所在的路径里有${shown}，生成网站的程序会认错 — 给文件夹改名，去掉它，或把项目移到别处`,
      );
    assert.equal(folderTrouble('C:\\sites\\study', '\\'), undefined);
  });
  it('is refused before anything is done, and works where the system parts paths at its colon', async () => {
    const parent = await temporaryFolder();
    const copied = (name: string) => {
      const root = join(parent, name);
      mkdirSync(root);
      cpSync(join(ROOT, 'scripts'), join(root, 'scripts'), { recursive: true });
      cpSync(join(ROOT, 'src'), join(root, 'src'), { recursive: true });
      for (const file of ['package.json', 'package-lock.json'])
        copyFileSync(join(ROOT, file), join(root, file));
      symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
      return root;
    };
    for (const name of ['a#b', 'a\\b']) {
      const { status, stdout, stderr } = await run(['build'], {}, copied(name));
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /^项目所在的路径里有“[#\\]”，[^\n]*\n$/u);
    }
    const CONTENT_DIR = await writeContent({ 'texts/a.md': entryFile('正文。') });
    for (const name of ['C:x', "知行 it's [x]"])
      assert.equal((await run(['check'], { CONTENT_DIR }, copied(name))).status, 0, name);
  });
});

describe('The Node that commands run with', () => {
  it('is new enough from 22.12 on', () => {
    assert.deepEqual(['20.20.2', '22.11.0', '22.12.0', '23.0.0', '24.21.0'].map(isNewEnough), [
      false,
      false,
      true,
      true,
      true,
    ]);
  });
  it('is the installed one where that is wished for, and no other word is understood', async () => {
    const folder = await temporaryFolder();
    const program = (name: string, words: string) => {
      const path = join(folder, name);
      writeFileSync(path, `#!/bin/sh\n${words}\n`, { mode: 0o755 });
      return path;
    };
    const installed = (path: string) =>
      run(['check', '--help'], { ZHIXING_NODE: 'system', npm_node_execpath: path });
    const old = await installed(program('old', 'echo v20.20.2'));
    assert.deepEqual(old, {
      status: 1,
      stdout: '',
      stderr: '本机安装的 Node 是 20.20.2，太旧 — 升级到 22.12 或更新的版本后重试\n',
    });
    const asked = await installed(
      program('new', '[ "$1" = --version ] && echo v22.12.0 && exit; echo "$@"; exit 7'),
    );
    assert.equal(asked.status, 7);
    assert.match(asked.stdout, /--experimental-strip-types --no-warnings \S+check\.ts --help\n$/);
    assert.deepEqual(await run(['check', '--help'], { ZHIXING_NODE: 'own' }), {
      status: 1,
      stdout: '',
      stderr: 'ZHIXING_NODE 只能写 system（用本机安装的 Node），不写就用随项目安装的 Node\n',
    });
  });
});
