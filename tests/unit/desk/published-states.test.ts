import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PublishedStates } from '../../../src/desk/publishing/published-states.ts';
import { temporaryFolder } from '../../support/site.ts';

const state = (title: string) => ({ files: { 'texts/a.md': { digest: title, title } }, events: [] });

async function states(): Promise<{ folder: string; states: PublishedStates }> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.zhixing'));
  return { folder, states: new PublishedStates(folder) };
}

describe('what was published last', () => {
  it('is remembered, and after a return the one before, where the served folder is back at it', async () => {
    const { states: known } = await states();
    assert.equal(await known.now(), undefined);
    await known.publish(state('one'), 'aa');
    await known.publish(state('two'), 'bb');
    assert.deepEqual((await known.now())?.files, state('two').files);
    await known.goBack('aa');
    assert.deepEqual((await known.now())?.files, state('one').files);
  });
  it('is forgotten after a return to a generation that the desk has not published', async () => {
    const { states: known } = await states();
    await known.publish(state('one'), 'aa');
    await known.publish(state('two'), 'bb');
    await known.goBack('cc');
    assert.equal(await known.now(), undefined);
  });
  it('is not followed by itself where the same generation is published again', async () => {
    const { states: known } = await states();
    await known.publish(state('one'), 'aa');
    await known.publish(state('two'), 'bb');
    await known.publish(state('two'), 'bb');
    await known.goBack('aa');
    assert.deepEqual((await known.now())?.files, state('one').files);
  });
  it('is unknown where its record is damaged', async () => {
    const { folder, states: known } = await states();
    await writeFile(join(folder, '.zhixing/published.json'), '{"now": 5}');
    assert.equal(await known.now(), undefined);
    await writeFile(join(folder, '.zhixing/published.json'), '{');
    assert.equal(await known.now(), undefined);
  });
});
