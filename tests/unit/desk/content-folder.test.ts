import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ContentFolder, DESK_FOLDER, FileChanged, NotOurs } from '../../../src/desk/files/content-folder.ts';
import { partsOfPlace } from '../../../src/desk/files/place.ts';
import { entryFile, temporaryFolder, writeContent } from '../../support/site.ts';

const FILE = 'texts/a.md';
const bytes = (text: string) => Buffer.from(text);

async function opened(): Promise<ContentFolder> {
  return ContentFolder.open(await writeContent({ [FILE]: entryFile('原文。') }));
}

async function change(content: ContentFolder, text: string, title = '改'): Promise<void> {
  const { digest } = (await content.read(FILE))!;
  await content.write([{ file: FILE, bytes: bytes(text), on: digest }], { title });
}

/** What is left of changes that are over. */
async function leftIn({ folder }: ContentFolder): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => /\.(?:desk|change)-/.test(name));
}

describe('The desk touches files of the content and no others', () => {
  it('knows site.yaml and files of collections by their extension', () => {
    for (const file of [
      'site.yaml',
      'texts/a.md',
      'texts/2026/a.mdx',
      'plans/p.yaml',
      'ledgers/l.csv',
      'receipts/r.xlsx',
    ])
      assert.ok(partsOfPlace(file), file);
  });
  it('knows no way out, no hidden file, no other folder or extension', () => {
    const refused = [
      '',
      '/etc/passwd',
      '../a.md',
      'texts/../../a.md',
      'texts/..',
      'texts//a.md',
      'texts/./a.md',
      'texts\\..\\a.md',
      'texts/a\0.md',
      'texts/.a.md',
      'texts/a.md/..',
      '.zhixing/history.git/HEAD',
      'media/a.md',
      'texts/a.html',
      'texts/a.yaml',
      'toString/a.md',
      'C:/a.md',
      'texts/C:a.md',
      'texts/~a.md',
      'site.yaml/..',
      `texts/${'a'.repeat(500)}.md`,
    ];
    for (const file of refused) assert.equal(partsOfPlace(file), undefined, file);
  });
  it('refuses a link out of the folder, whether file or folder', async () => {
    const content = await opened();
    const outside = await temporaryFolder();
    await writeFile(join(outside, 'a.md'), '外面');
    await symlink(join(outside, 'a.md'), join(content.folder, 'texts/link.md'));
    await symlink(outside, join(content.folder, 'speeches'));
    await assert.rejects(content.read('texts/link.md'), NotOurs);
    await assert.rejects(content.read('speeches/a.md'), NotOurs);
    await assert.rejects(
      content.write([{ file: 'speeches/b.md', bytes: bytes('乙'), on: undefined }], { title: '改' }),
      NotOurs,
    );
    assert.deepEqual(await readdir(outside), ['a.md']);
  });
});

describe('A file is written whole, and never over what somebody else wrote', () => {
  it('replaces a file that is what the change was made on, and keeps its mode', async () => {
    const content = await opened();
    const { mode } = await stat(join(content.folder, FILE));
    await change(content, '新的');
    assert.equal(await readFile(join(content.folder, FILE), 'utf8'), '新的');
    assert.equal((await stat(join(content.folder, FILE))).mode, mode);
  });
  it('refuses where the file has changed, says what it is now, and writes none of several', async () => {
    const content = await opened();
    const { digest } = (await content.read(FILE))!;
    await writeFile(join(content.folder, FILE), '别人的');
    const writes = [
      { file: 'texts/b.md', bytes: bytes('乙'), on: undefined },
      { file: FILE, bytes: bytes('我的'), on: digest },
    ];
    await assert.rejects(content.write(writes, { title: '改' }), (error: unknown) => {
      assert.ok(error instanceof FileChanged);
      assert.equal(error.now?.bytes.toString(), '别人的');
      return true;
    });
    assert.equal(await readFile(join(content.folder, FILE), 'utf8'), '别人的');
    assert.equal(await content.read('texts/b.md'), undefined);
  });
  it('refuses a new file where there is one, and a change where there is none any more', async () => {
    const content = await opened();
    const { digest } = (await content.read(FILE))!;
    await assert.rejects(
      content.write([{ file: FILE, bytes: bytes('新'), on: undefined }], { title: '建' }),
      FileChanged,
    );
    await rm(join(content.folder, FILE));
    await assert.rejects(
      content.write([{ file: FILE, bytes: bytes('改'), on: digest }], { title: '改' }),
      FileChanged,
    );
  });
  it('lets one of two changes made on the same file through', async () => {
    const content = await opened();
    const { digest } = (await content.read(FILE))!;
    const both = ['一', '二'].map((text) =>
      content.write([{ file: FILE, bytes: bytes(text), on: digest }], { title: text }),
    );
    const states = (await Promise.allSettled(both)).map(({ status }) => status);
    assert.deepEqual(states, ['fulfilled', 'rejected']);
    assert.equal(await readFile(join(content.folder, FILE), 'utf8'), '一');
  });
  it('takes back what it has done where the system refuses a later step', async () => {
    const content = await opened();
    const { digest } = (await content.read(FILE))!;
    const gone = { file: FILE, bytes: undefined, on: digest };
    const made = { file: 'texts/new.md', bytes: bytes('新'), on: undefined };
    // What is gone cannot be removed once more.
    await assert.rejects(content.write([made, gone, gone], { title: '改' }), { code: 'ENOENT' });
    assert.equal((await content.read(FILE))?.bytes.toString(), entryFile('原文。'));
    assert.equal(await content.read('texts/new.md'), undefined);
    assert.deepEqual(await leftIn(content), []);
  });

  it('brings a change to its end that a desk has left in the middle, but for what somebody has changed since', async () => {
    const folder = await writeContent({
      [FILE]: entryFile('原文。'),
      'texts/b.md': '别人改过的。',
      'texts/c.md': '要删的。',
      'texts/.desk-4194311-aa': '甲改后。',
      'texts/.desk-4194311-bb': '乙改后。',
    });
    const first = await ContentFolder.open(folder);
    const steps = [
      { file: FILE, on: (await first.read(FILE))!.digest, beside: '.desk-4194311-aa' },
      { file: 'texts/b.md', on: 'another', beside: '.desk-4194311-bb' },
      { file: 'texts/c.md', on: (await first.read('texts/c.md'))!.digest },
    ];
    await first.end();
    // The first desk took them for what nobody will finish.
    await writeFile(join(folder, 'texts/.desk-4194311-aa'), '甲改后。');
    await writeFile(join(folder, 'texts/.desk-4194311-bb'), '乙改后。');
    await writeFile(
      join(folder, DESK_FOLDER, '.change-4194311-cc'),
      JSON.stringify({ title: '改几处', steps }),
    );
    await writeFile(join(folder, DESK_FOLDER, '.change-4194311-dd'), '{');
    const next = await ContentFolder.open(folder);
    assert.equal((await next.read(FILE))?.bytes.toString(), '甲改后。');
    assert.equal((await next.read('texts/b.md'))?.bytes.toString(), '别人改过的。');
    assert.equal(await next.read('texts/c.md'), undefined);
    assert.deepEqual(await leftIn(next), []);
    assert.equal((await next.history.list(1))[0]?.title, '改几处');
  });

  it('does nothing for a journal that leads out of the content', async () => {
    const folder = await writeContent({ [FILE]: entryFile('原文。'), 'texts/x.txt': '' });
    await (await ContentFolder.open(folder)).end();
    const outside = join(await temporaryFolder(), 'a.md');
    await writeFile(outside, '别处');
    for (const [index, steps] of [[{ file: `../${outside}` }], [{ file: FILE, beside: '../x' }]].entries())
      await writeFile(
        join(folder, DESK_FOLDER, `.change-4194311-${index}`),
        JSON.stringify({ title: '改', steps }),
      );
    const content = await ContentFolder.open(folder);
    assert.equal(await readFile(outside, 'utf8'), '别处');
    assert.deepEqual(await leftIn(content), []);
  });

  it('clears away what a desk left that was killed between writing and naming, and the file is what it was', async () => {
    const content = await opened();
    const before = await readFile(join(content.folder, FILE), 'utf8');
    await writeFile(join(content.folder, 'texts/.desk-999999.1-x'), '半个');
    await mkdir(join(content.folder, 'texts/2026'));
    await writeFile(join(content.folder, `texts/2026/.desk-${process.pid}-x`), '别的编辑台还在写');
    await content.end();
    await ContentFolder.open(content.folder);
    assert.deepEqual(await readdir(join(content.folder, 'texts')), ['2026', 'a.md']);
    assert.deepEqual(await readdir(join(content.folder, 'texts/2026')), [`.desk-${process.pid}-x`]);
    assert.equal(await readFile(join(content.folder, FILE), 'utf8'), before);
  });
});

describe('The history keeps every file before and after each change', () => {
  it('has the file as it was before the first change, what others changed meanwhile, and who did it', async () => {
    const content = await opened();
    await change(content, '一');
    await writeFile(join(content.folder, FILE), '别人的');
    const { digest } = (await content.read(FILE))!;
    await content.write([{ file: FILE, bytes: bytes('二'), on: digest }], {
      title: '改：题名',
      role: '学习办 编辑',
    });
    const commits = await content.history.list(10);
    const titles = commits.map(({ title }) => title);
    assert.deepEqual(titles, ['改：题名', '在编辑台以外的改动', '改', '在编辑台以外的改动']);
    assert.equal(commits[0]!.role, '学习办 编辑');
    const texts = await Promise.all(commits.map(async ({ id }) => (await content.history.changesOf(id))[0]!));
    assert.deepEqual(
      texts.map(({ after }) => after?.toString()),
      ['二', '别人的', '一', entryFile('原文。')],
    );
    assert.equal(texts[3]!.before, undefined);
  });
  it('tells the changes of one file, the newest first, and so many at most', async () => {
    const content = await opened();
    for (const text of ['一', '二', '三']) await change(content, text, text);
    await content.write([{ file: 'plans/p.yaml', bytes: bytes('title: 甲'), on: undefined }], {
      title: '建',
    });
    assert.deepEqual(
      (await content.history.list(2, FILE)).map(({ title }) => title),
      ['三', '二'],
    );
    assert.deepEqual(
      (await content.history.list(10, 'plans/p.yaml')).map(({ files }) => files),
      [['plans/p.yaml']],
    );
  });
  it('knows a file that was removed', async () => {
    const content = await opened();
    const { digest } = (await content.read(FILE))!;
    await content.write([{ file: FILE, bytes: undefined, on: digest }], { title: '删除' });
    assert.equal(await content.read(FILE), undefined);
    const [{ id } = { id: '' }] = await content.history.list(1);
    assert.deepEqual((await content.history.changesOf(id))[0]!.before?.toString(), entryFile('原文。'));
  });
  const hasGit = spawnSync('git', ['--version']).status === 0;
  it(
    'is a repository that Git itself finds sound and can tell',
    { skip: !hasGit && 'git is not installed' },
    async () => {
      const content = await opened();
      await change(content, '一');
      await content.write(
        [
          { file: 'texts/2026/乙.md', bytes: bytes('乙'), on: undefined },
          { file: 'texts/x.md', bytes: bytes('丙'), on: undefined },
        ],
        { title: '新建\n两篇' },
      );
      const git = (...words: string[]) =>
        spawnSync('git', ['--git-dir', join(content.folder, DESK_FOLDER, 'history.git'), ...words], {
          encoding: 'utf8',
        });
      const judged = git('fsck', '--strict');
      assert.equal(judged.status, 0, judged.stderr);
      assert.equal(git('log', '--format=%s').stdout, '新建 两篇\n改\n在编辑台以外的改动\n');
      assert.equal(git('show', 'main:texts/2026/乙.md').stdout, '乙');
    },
  );
  it('is seen by no other part: the folder asks Git to leave it out', async () => {
    const content = await opened();
    assert.equal(await readFile(join(content.folder, DESK_FOLDER, '.gitignore'), 'utf8'), '*\n');
  });
});
