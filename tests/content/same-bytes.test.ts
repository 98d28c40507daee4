import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { demoSite } from '../support/demo-site.ts';
import { buildFolder, ROOT, snapshot, temporaryFolder } from '../support/site.ts';

describe('equal content', () => {
  it('gives equal bytes, whatever the time zone, the output folder and the day', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    const other = await buildFolder(join(ROOT, 'content'), join(await temporaryFolder(), 'elsewhere'));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    const [first, second] = [await snapshot((await demoSite()).folder), await snapshot(other.folder)];
    assert.deepEqual([...first.keys()], [...second.keys()]);
    assert.deepEqual([...first.keys()].filter((file) => first.get(file) !== second.get(file)), []);
  });
});
