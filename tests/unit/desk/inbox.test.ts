import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ContentFolder, DESK_FOLDER } from '../../../src/desk/files/content-folder.ts';
import { Inbox } from '../../../src/desk/inbox/inbox.ts';
import { keepFile, keptFiles, nameOnDisk } from '../../../src/desk/inbox/kept-files.ts';
import { temporaryFolder, writeContent } from '../../support/site.ts';

const inboxFolder = ({ folder }: ContentFolder) => join(folder, DESK_FOLDER, 'inbox');
const never = () => new Promise<never>(() => undefined);
const bytes = (text: string) => Buffer.from(text);

describe('Files that were brought in and wait', () => {
  it('wait still when the desk is opened again, in their order and with what was decided of them', async () => {
    const content = await ContentFolder.open(await writeContent({}));
    const inbox = new Inbox(content, never);
    await inbox.add('一.txt', bytes('一'));
    const second = await inbox.add('二/../二.txt', bytes('二'));
    await inbox.add('三.txt', bytes('三'));
    await inbox.reread({ id: second.id, kind: 'speeches', without: ['no such rule'] });
    await inbox.drop(1);
    inbox.end();
    const again = new Inbox(content, never);
    await again.restore();
    assert.deepEqual(
      again.list().map(({ name }) => name),
      ['二/../二.txt', '三.txt'],
    );
    assert.equal((await keptFiles(inboxFolder(content)))[0]?.kind, 'speeches');
  });
  it('are not taken by a second desk that is opened beside the first', async () => {
    const folder = await writeContent({});
    const first = await ContentFolder.open(folder);
    await new Inbox(first, never).add('一.txt', bytes('一'));
    const beside = new Inbox(await ContentFolder.open(folder), never);
    await beside.restore();
    assert.deepEqual(beside.list(), []);
  });
  it('are refused where all of them together would be too much', async () => {
    const content = await ContentFolder.open(await writeContent({}));
    const inbox = new Inbox(content, never, 10);
    await inbox.add('一.txt', bytes('12345'));
    await inbox.add('二.txt', bytes('12345'));
    await assert.rejects(inbox.add('三.txt', bytes('1')), /没有收/);
    assert.equal((await readdir(inboxFolder(content))).length, 2);
  });
});

describe('A kept file', () => {
  it('that is not whole is removed when it is looked for', async () => {
    const inbox = await temporaryFolder();
    await mkdir(join(inbox, '1-without-note'));
    await mkdir(join(inbox, '2-damaged'));
    await writeFile(join(inbox, '2-damaged/held.json'), '{"name": 5}');
    await mkdir(join(inbox, '3-gone'));
    await writeFile(join(inbox, '3-gone/held.json'), '{"name": "a.txt", "without": []}');
    const { folder } = await keepFile(inbox, 'held.json', bytes('{}'));
    assert.deepEqual(
      (await keptFiles(inbox)).map((kept) => kept.folder),
      [folder],
    );
    assert.equal((await readdir(inbox)).length, 1);
  });
  it('has a name that every disk takes, and keeps its ending', () => {
    assert.equal(nameOnDisk('..\\a/b:c.docx'), '__a_b_c.docx');
    assert.equal(nameOnDisk(''), '_');
    assert.equal(nameOnDisk('held.json'), '_held.json');
    assert.match(nameOnDisk(`${'长'.repeat(300)}.docx`), /^长+\.docx$/);
    assert.ok(Buffer.byteLength(nameOnDisk(`${'长'.repeat(300)}.docx`)) <= 200);
  });
});
