import assert from 'node:assert/strict';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ContentFolder, DESK_FOLDER } from '../../../src/desk/files/content-folder.ts';
import { OpenDesks } from '../../../src/desk/files/open-desks.ts';
import { entryFile, temporaryFolder, writeContent } from '../../support/site.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 5, 1, minute));

describe('Desks on one content folder', () => {
  it('know of each other, the one that was opened first standing first, until they are closed', async () => {
    const folder = await temporaryFolder();
    const one = await OpenDesks.join(folder, at(1), 'first');
    assert.deepEqual(await one.others(), []);
    const two = await OpenDesks.join(folder, at(2), 'second');
    const three = await OpenDesks.join(folder, at(3), 'first');
    assert.deepEqual(await two.others(), [
      { host: 'first', since: '2026-03-05T01:01:00.000Z' },
      { host: 'first', since: '2026-03-05T01:03:00.000Z' },
    ]);
    await one.end();
    assert.deepEqual(
      (await two.others()).map(({ since }) => since),
      ['2026-03-05T01:03:00.000Z'],
    );
    await Promise.all([two.end(), three.end()]);
    assert.deepEqual(await readdir(folder), []);
  });
  it('of this machine that have ended, of others that give no sign of life for two minutes, and damaged records are forgotten', async () => {
    const folder = await temporaryFolder();
    const leave = async (name: string, text: string, age: number) => {
      await writeFile(join(folder, name), text);
      const then = new Date(Date.now() - age);
      await utimes(join(folder, name), then, then);
    };
    const record = (host: string) => JSON.stringify({ host, since: at(1).toISOString() });
    await leave('.open-4194311-ended', record('here'), 0);
    await leave('.open-4194311-silent', record('there'), 121_000);
    await leave('.open-4194311-damaged', '{', 0);
    await leave('.open-4194311-alive', record('elsewhere'), 100_000);
    const desk = await OpenDesks.join(folder, at(2), 'here');
    assert.deepEqual(
      (await desk.others()).map(({ host }) => host),
      ['elsewhere'],
    );
    assert.equal((await readdir(folder)).length, 2);
    await desk.end();
  });
  it('leave alone what another is in the middle of', async () => {
    const content = await writeContent({ 'texts/a.md': entryFile('原文。') });
    const first = await ContentFolder.open(content);
    await writeFile(join(content, 'texts/.desk-4194311-aa'), '正在写');
    const second = await ContentFolder.open(content);
    assert.equal((await second.others()).length, 1);
    assert.ok((await readdir(join(content, 'texts'))).includes('.desk-4194311-aa'));
    await Promise.all([first.end(), second.end()]);
    await ContentFolder.open(content);
    assert.ok(!(await readdir(join(content, 'texts'))).includes('.desk-4194311-aa'));
    assert.equal(
      (await readdir(join(content, DESK_FOLDER))).filter((name) => name.startsWith('.open')).length,
      1,
    );
  });
});
