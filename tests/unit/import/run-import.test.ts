import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import { runImport, type ImportRun } from '../../../src/import/run-import.ts';
import { readContent } from '../../../src/source/read-content.ts';

const NOTICE =
  '关于转作风的通知\n各科室要从群众最急的事做起，把办事指南贴在门口。\n云川市中心血站\n2026年9月1日\n';
const SPEECH = '局长在动员会上的讲话\n同志们：\n今天的会议只讲一件事，就是把群众的事办好。\n';

describe('a run of the import', () => {
  let folder: string;
  let printed: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhixing-import-'));
    printed = '';
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function source(name: string, text: string | Uint8Array): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  async function run(files: string[], more: Partial<ImportRun> = {}) {
    printed = '';
    const content = join(folder, 'content');
    const print = (text: string) => (printed += `${text}\n`);
    return runImport({
      files,
      contentDir: content,
      outDir: content,
      dryRun: false,
      rules: RULES,
      print,
      ...more,
    });
  }

  async function snapshot(): Promise<Record<string, string>> {
    const entries = await readdir(join(folder, 'content'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(
      await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')])),
    );
  }

  it('writes drafts that the content reader finds without fault', async () => {
    await run([await source('a.txt', NOTICE), await source('b.txt', SPEECH)]);
    await writeFile(join(folder, 'content', 'site.yaml'), 'name: 甲\norganisation: 乙\n');
    const { items, faults } = await readContent(join(folder, 'content'));
    assert.deepEqual(faults, []);
    assert.equal(items.texts[0]?.id, 'guan-yu-zhuan-zuo-feng-de-tong-zhi');
    assert.deepEqual([items.texts[0]?.fields.date, items.texts[0]?.fields.draft], ['2026-09-01', true]);
    assert.deepEqual(items.speeches[0]?.fields.speaker, { role: '局长' });
  });

  it('keeps a source in Traditional characters as it was beside its entry, where nothing reads it', async () => {
    const traditional = '關於轉變作風的通知\r\n各科室要從羣眾最急的事做起，把辦事指南貼在門口。\r\n';
    const files = [await source('a.txt', traditional), await source('b.txt', NOTICE)];
    await run(files, { dryRun: true });
    assert.deepEqual(await snapshot(), {});
    await run(files);
    const content = join(folder, 'content');
    const original = 'originals/texts/guan-yu-zhuan-bian-zuo-feng-de-tong-zhi.txt';
    assert.match(printed, new RegExp(`（已写入草稿；繁体原文照存于 ${original}）`));
    assert.equal(await readFile(join(content, original), 'utf8'), traditional);
    assert.deepEqual(await readdir(join(content, 'originals'), { recursive: true }), [
      'texts',
      original.slice(10),
    ]);
    await writeFile(join(content, 'site.yaml'), 'name: 甲\norganisation: 乙\n');
    assert.deepEqual((await checkContent(content, { today: '2026-09-01' })).faults, []);
    assert.deepEqual((await readContent(content)).items.texts.length, 2);
  });

  it('overwrites no original of an entry that is gone', async () => {
    const kept = join(folder, 'content', 'originals', 'texts');
    await mkdir(kept, { recursive: true });
    await writeFile(join(kept, 'guan-yu-zhuan-bian-zuo-feng-de-tong-zhi.txt'), '舊');
    await run([
      await source('a.txt', '關於轉變作風的通知\n各科室要從羣眾最急的事做起，把辦事指南貼在門口。\n'),
    ]);
    assert.match(printed, /texts\/guan-yu-zhuan-bian-zuo-feng-de-tong-zhi-2\.md/);
    assert.equal(await readFile(join(kept, 'guan-yu-zhuan-bian-zuo-feng-de-tong-zhi.txt'), 'utf8'), '舊');
  });

  it('changes nothing the second time, not even under another file name', async () => {
    const files = [await source('a.txt', NOTICE), await source('b.txt', SPEECH)];
    assert.deepEqual(await run(files), { written: 2, present: 0, failed: 0 });
    const before = await snapshot();
    assert.deepEqual(await run([...files, await source('c.txt', NOTICE)]), {
      written: 0,
      present: 3,
      failed: 0,
    });
    assert.deepEqual(await snapshot(), before);
    assert.match(printed, /已导入过/);
  });

  it('leaves alone a draft that an editor has changed or renamed', async () => {
    const file = await source('a.txt', NOTICE);
    await run([file]);
    const [path] = Object.keys(await snapshot());
    assert.ok(path);
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('最急', '最盼').replace('draft: true\n', ''),
    );
    const before = await snapshot();
    await run([file]);
    assert.deepEqual(await snapshot(), before);
  });

  it('never overwrites: another source with the same title takes the next free name', async () => {
    await mkdir(join(folder, 'content', 'texts'), { recursive: true });
    const mine = join(folder, 'content', 'texts', 'guan-yu-zhuan-zuo-feng-de-tong-zhi.mdx');
    await writeFile(mine, '我自己写的');
    await run([await source('a.txt', NOTICE), await source('b.txt', NOTICE.replace('门口', '窗口'))]);
    assert.equal(await readFile(mine, 'utf8'), '我自己写的');
    const names = (await readdir(join(folder, 'content', 'texts'))).sort();
    assert.deepEqual(names, [
      'guan-yu-zhuan-zuo-feng-de-tong-zhi-2.md',
      'guan-yu-zhuan-zuo-feng-de-tong-zhi-3.md',
      'guan-yu-zhuan-zuo-feng-de-tong-zhi.mdx',
    ]);
  });

  it('goes on after files that cannot be read, and says why for each', async () => {
    const files = [
      join(folder, 'missing.txt'),
      await source('a.zzz', '%PDX-1.7'),
      await source('b.txt', Uint8Array.from([0xff, 0x00, 0x80, 0x81, 0xff, 0xfe, 0x00, 0x9c])),
      await source('c.txt', ''),
      await source('d.txt', NOTICE),
    ];
    assert.deepEqual(await run(files), { written: 1, present: 0, failed: 4 });
    assert.match(printed, /missing\.txt\n {2}未导入：找不到文件/);
    assert.match(printed, /未导入：不是能导入的文件/);
    assert.match(printed, /未导入：文件是空的/);
  });

  it('takes every file of a folder, and of those inside of it, but for what Word leaves lying about', async () => {
    await mkdir(join(folder, 'old', '2019'), { recursive: true });
    await source('old/b.txt', NOTICE);
    await source('old/2019/a.txt', SPEECH);
    await source('old/~$b.docx', 'x');
    await source('old/.DS_Store', 'x');
    assert.deepEqual(await run([join(folder, 'old')]), { written: 2, present: 0, failed: 0 });
  });

  it('writes nothing in a dry run', async () => {
    assert.deepEqual(await run([await source('a.txt', NOTICE)], { dryRun: true }), {
      written: 1,
      present: 0,
      failed: 0,
    });
    assert.deepEqual(await snapshot(), {});
    assert.match(printed, /试运行，未写入/);
  });

  it('follows the kind asked for', async () => {
    await run([await source('a.txt', NOTICE)], { kind: 'articles' });
    assert.match(Object.keys(await snapshot())[0] ?? '', /articles/);
  });

  it('matches units of the content folder by a former name', async () => {
    await mkdir(join(folder, 'content', 'units'), { recursive: true });
    const unit = 'name: 云川市血液中心\naliases: [{ name: 云川市中心血站, until: 2019-03-31 }]\n';
    await writeFile(join(folder, 'content', 'units', 'blood-center.yaml'), unit);
    await run([await source('a.txt', `云川市中心血站召开学习会\n${NOTICE}`)]);
    const drafts = Object.entries(await snapshot()).filter(([path]) => path.endsWith('.md'));
    assert.match(drafts[0]?.[1] ?? '', /units:\n {2}- blood-center/);
  });

  it('keeps names out of paths, whatever the source is called', async () => {
    await run([
      await source(
        '..%2f..;rm -rf.txt',
        '../../etc/passwd 与地址\n各科室要从群众最急的事做起，把办事指南贴在门口。\n',
      ),
    ]);
    assert.deepEqual(
      Object.keys(await snapshot()).map((path) => path.slice(folder.length)),
      ['/content/texts/etc-passwd-yu-di-zhi.md'],
    );
  });
});
