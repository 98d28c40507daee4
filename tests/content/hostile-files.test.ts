import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { knowsProcesses, start, nodeWords, type Ended } from '../support/command.ts';
import { CONTENT } from '../support/hostile-files/content.ts';
import { DOCUMENTS } from '../support/hostile-files/documents.ts';
import type { HostileFile } from '../support/hostile-files/hostile-file.ts';
import { PACKAGES } from '../support/hostile-files/packages.ts';
import { TEXTS } from '../support/hostile-files/texts.ts';
import { WORKBOOKS } from '../support/hostile-files/workbooks.ts';
import { Guarded } from '../support/mutations/guarded.ts';
import { complaints } from '../support/mutations/verdict.ts';
import { SITE_YAML, temporaryFolder } from '../support/site.ts';
import { watchMemory } from '../support/watch-memory.ts';

/** `HOSTILE=all` tries every file of the families, which takes half an hour; otherwise one of each kind that is refused by itself. */
const TRIES_ALL = process.env.HOSTILE === 'all';
const NOTICE = '关于转作风的通知\n各科室要从群众最急的事做起，把办事指南贴在门口。\n云川市中心血站\n2026年9月1日\n';
const MOST_MEGABYTES = 1024;
/** A hang guard for one file on a machine that is busy; what a file may cost is told by its sentence. */
const HANGS = 120_000;
const NO_PIPES = process.platform === 'win32' && 'Windows has no named pipes among files';

const SPLIT = /拆成几份/;
const SAVE_ANEW = /另存/;

/** Those that show one limit each, with what is said of them; two of them are only stopped by their time and their memory. */
const FAMILIES: readonly (readonly [family: string, files: readonly HostileFile[], some: Record<string, RegExp[]>])[] = [
  [
    'packages',
    PACKAGES,
    {
      'sum-of-parts.docx': [/解压后过大（\d+ MB）/, SPLIT],
      'understated.docx': [/比标明的大/, SAVE_ANEW],
      'overlapping.docx': [/互相重叠/, SAVE_ANEW],
      'many-entries.docx': [/文件超过 5000 个/, SPLIT],
      'many-small-parts.docx': [/标签和属性超过 100 万个/, SPLIT],
      'million-attributes.docx': [/标签和属性超过 100 万个/, SPLIT],
      'deep.docx': [/不是合格的 XML/, SAVE_ANEW],
      'boxes-in-boxes.docx': [/套得太深/, SPLIT],
      'tables-in-tables.docx': [],
      'billion-laughs.docx': [/实体定义/],
      'repeated-columns.odt': [/表格的格子超过 2 万个/, /\.xlsx/],
    },
  ],
  [
    'workbooks',
    WORKBOOKS,
    {
      'million-strings.xlsx': [/标签和属性超过 100 万个/, SPLIT],
      'one-string-everywhere.xlsx': [/表里的文字超过 400 万字/, SPLIT],
      'declared-dimension.xlsx': [/没有写事项/],
      'merged-everything.xlsx': [/有 300 处读不懂/, /还有 200 处，没有列出/],
      'odd-places.xlsx': [/读不懂|读不了|认不出/],
      'laughs.xlsx': [/实体定义/],
    },
  ],
  [
    'texts',
    TEXTS,
    {
      'entities.html': [/网页超过 1600 万字/, /只复制正文/],
      'open-tags.html': [/标签和转义符（&…;）超过 30 万个/, /只复制正文/],
      'nested-divs.html': [/嵌套过深/],
      'million-attributes.html': [/一个标签的属性超过 1000 个/, /只复制正文/],
      'attributes-in-all.html': [/网页的属性超过 100 万个/, /只复制正文/],
      'one-line-latin.txt': [/文字超过 100 万字/, SPLIT],
      'lines-just-below.txt': [/段落超过 1 万个/, SPLIT],
      'dates.txt': [/第 1 行超过 5 万字/, /换行/],
      'flood-0.md': [/文字超过 100 万字/, SPLIT],
      'noise.txt': [/认不出编码/, /--encoding/],
    },
  ],
  [
    'documents',
    DOCUMENTS,
    {
      'groups.rtf': [/嵌套超过 400 层/],
      'words.rtf': [/分组和控制字超过 200 万个/, SAVE_ANEW],
      'levels.rtf': [],
      'paragraphs.rtf': [/超过 \d 万个/, SPLIT],
      'huge-lengths.doc': [],
      'pieces-200000.doc': [/文字超过 100 万字/, SPLIT],
      'flate-bomb.pdf': [/没有文字/],
      'flate-bomb-twice.pdf': [/内存太多/, SPLIT],
      'circle-of-pages.pdf': [/没有文字/],
      'form-in-itself.pdf': [],
    },
  ],
];

/** Runs the command over some files and folders; with how much memory it took in all. */
async function importing(paths: readonly string[], folder: string): Promise<Ended & { megabytes: number }> {
  const { pid, ended } = start([...nodeWords('import'), ...paths], { CONTENT_DIR: folder });
  const stop = watchMemory(pid);
  const timer = setTimeout(() => process.kill(pid, 'SIGKILL'), HANGS * Math.max(paths.length / 4, 1));
  const end = await ended;
  clearTimeout(timer);
  return { ...end, megabytes: stop() };
}

/** What stands in a report below the name of a file. */
function saidOf(said: string, path: string): string {
  const from = said.indexOf(`■ ${path}\n`);
  assert.ok(from >= 0, `nothing is said of ${path}`);
  return said.slice(from, said.indexOf('\n■ ', from + 1) < 0 ? undefined : said.indexOf('\n■ ', from + 1));
}

const INTERNAL = /TypeError|RangeError|Maximum call|undefined|Invalid|is not a|node:internal|^\s+at /m;

describe('files that are made to break the import', () => {
  for (const [family, files, some] of FAMILIES) {
    it(`(${family}) are each read, or refused in a sentence that says what is too much and what to do, in less than 1 GB, and a good file beside them becomes a draft as ever`, async (test) => {
      const inbox = await temporaryFolder();
      const folder = await temporaryFolder();
      const tried = files.filter(({ name }) => TRIES_ALL || name in some);
      assert.ok(TRIES_ALL || tried.length === Object.keys(some).length);
      for (const { name, bytes } of tried) await writeFile(join(inbox, name), bytes());
      const good = join(inbox, 'good.txt');
      await writeFile(good, NOTICE);
      const paths = [...tried.map(({ name }) => join(inbox, name)), good];
      const { signal, said, megabytes, milliseconds } = await importing(paths, folder);
      test.diagnostic(`${tried.length} files, ${Math.round(milliseconds / 1000)} s, ${Math.round(megabytes)} MB`);
      assert.equal(signal, null);
      for (const path of paths) assert.doesNotMatch(saidOf(said, path), INTERNAL);
      for (const [name, words] of Object.entries(some))
        for (const each of words.length > 0 ? words : [/已写入草稿/])
          assert.match(saidOf(said, join(inbox, name)), each, name);
      assert.match(saidOf(said, good), /已写入草稿/);
      assert.ok((await readdir(join(folder, 'texts'))).includes('guan-yu-zhuan-zuo-feng-de-tong-zhi.md'));
      if (knowsProcesses) assert.ok(megabytes > 0 && megabytes < MOST_MEGABYTES, `${megabytes} MB`);
      await rm(inbox, { recursive: true });
    });
  }
});

describe('what is given to the import and is no file', () => {
  it('is refused at once: devices, pipes, sockets, what the system makes up', { skip: NO_PIPES }, async () => {
    const inbox = await temporaryFolder();
    const [pipe, socket, link, good] = ['pipe.txt', 'socket.txt', 'link.txt', 'good.txt'].map((name) => join(inbox, name)) as [string, string, string, string];
    assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
    await symlink('/dev/zero', link);
    await writeFile(good, NOTICE);
    const server = createServer().listen(socket);
    await once(server, 'listening');
    const odd = ['/dev/zero', '/dev/stdin', '/proc/self/mem', '/proc/self/cmdline', pipe, socket, link].filter((path) => knowsProcesses || !path.startsWith('/proc/'));
    const { said, code } = await importing([...odd, good], await temporaryFolder());
    server.close();
    for (const path of odd) assert.match(saidOf(said, path), /未导入：不是普通文件/, path);
    assert.match(saidOf(said, good), /已写入草稿/);
    assert.equal(code, 1);
  });

  it('is named and passed over in a folder: links, of which none is followed, pipes', { skip: NO_PIPES }, async () => {
    const inbox = await temporaryFolder();
    await mkdir(join(inbox, 'old'));
    await writeFile(join(inbox, 'old', 'a.txt'), NOTICE);
    await symlink(inbox, join(inbox, 'old', 'circle'));
    await symlink('/etc/passwd', join(inbox, 'old', 'out.txt'));
    assert.equal(spawnSync('mkfifo', [join(inbox, 'old', 'pipe.txt')]).status, 0);
    const { said } = await importing([inbox], await temporaryFolder());
    assert.match(saidOf(said, join(inbox, 'old', 'circle')), /未导入：是链接，没有跟过去/);
    assert.match(saidOf(said, join(inbox, 'old', 'out.txt')), /未导入：是链接，没有跟过去/);
    assert.match(saidOf(said, join(inbox, 'old', 'pipe.txt')), /未导入：不是普通文件/);
    assert.match(said, /共写入 1 篇，已导入过 0 篇，未导入文件 3 个/);
  });
});

/** One of each kind; the others of a kind differ by a mark. */
const SOME_CONTENT = [
  'texts/too-large.md', 'texts/one-line.md', 'texts/headings.md', 'texts/headings-just-below.mdx', 'texts/table-just-below.md', 'texts/flood-lines-10.md', 'texts/lookalikes-0.md',
  'texts/bomb.md', 'texts/aliases.md', 'texts/deeper.md', 'texts/deep-by-flow-lines.md', 'texts/anchors.md', 'texts/topics.md',
  'units/unknown-keys.yaml', 'units/wrong-maps.yaml', 'units/too-large.yaml',
  'receipts/million-full-columns.csv', 'receipts/unclosed-quote.csv', 'receipts/many-rows.csv', 'receipts/wide-rows.csv', 'receipts/million-strings.xlsx', 'receipts/long-attribute.xlsx', 'receipts/unclosed-tags.xlsx',
];
/** Seconds of the processor for one file. */
const MOST_SECONDS = 20;

describe('files that are made to break the check', () => {
  const guarded = new Guarded();
  after(() => guarded.end());

  it('are each checked in time, by faults that have a line and a remedy', async (test) => {
    const tried = CONTENT.filter(({ name }) => TRIES_ALL || SOME_CONTENT.includes(name));
    assert.ok(TRIES_ALL || tried.length === SOME_CONTENT.length);
    const wrong: string[] = [];
    let slowest = { name: '', seconds: 0 };
    for (const { name, bytes } of tried) {
      const folder = await temporaryFolder();
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, 'site.yaml'), SITE_YAML);
      await writeFile(join(folder, name), bytes());
      const answer = await guarded.run({ check: folder }, HANGS / 1000);
      wrong.push(...complaints(answer, folder).map((words) => `${name}: ${words}`));
      if (answer.thrown !== undefined) wrong.push(`${name}: ${answer.thrown}`);
      if (answer.seconds > MOST_SECONDS) wrong.push(`${name}: ${answer.seconds} s`);
      if (answer.seconds > slowest.seconds) slowest = { name, seconds: answer.seconds };
      await rm(folder, { recursive: true });
    }
    test.diagnostic(`slowest: ${slowest.name}, ${slowest.seconds.toFixed(1)} s`);
    assert.deepEqual(wrong, []);
  });

  it('are reported at the line that is too much', async () => {
    const expected: Record<string, string> = {
      'texts/too-large.md': '1 文件超过 3 MB，太大',
      'texts/one-line.md': '6 这一行超过 12 万字',
      'texts/headings.md': '10002 行数超过 10000（空行不计）',
      'receipts/million-full-columns.csv': '2 一行里的列超过 500 个',
      'receipts/unclosed-quote.csv': '2 有一格超过 32767 字，多半是前面的引号（"）没有配对',
      'receipts/many-rows.csv': '50001 行数超过 50000',
      'units/too-large.yaml': '1 文件超过 1 MB，太大',
    };
    for (const { name, bytes } of CONTENT.filter((each) => each.name in expected)) {
      const folder = await temporaryFolder();
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, 'site.yaml'), SITE_YAML);
      await writeFile(join(folder, name), bytes());
      const { faults = [] } = await guarded.run({ check: folder }, HANGS / 1000);
      assert.deepEqual(faults.map(({ line, reason }) => `${line} ${reason}`), [expected[name]], name);
    }
  });
});
