import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { beginOffice, isDemo } from '../../../src/new/begin-office.ts';
import { ROOT, writeContent } from '../../support/site.ts';

const DEMO = { 'site.yaml': 'name: 甲\norganisation: 乙\nnotice: 示例\n', 'texts/a.md': '演示' };
const OWN = 'name: 本单位学习园地\norganisation: 学习办\n';

describe('an office of one’s own', () => {
  it('is begun where the demo is, which is known by the mark of its pages, and nowhere else', async () => {
    assert.ok(await isDemo(join(ROOT, 'content')));
    assert.ok(await isDemo(await writeContent(DEMO)));
    assert.ok(!(await isDemo(await writeContent({ 'site.yaml': OWN }))));
    assert.ok(!(await isDemo(await writeContent({ 'site.yaml': 'notice: [' }))));
    assert.ok(!(await isDemo(await writeContent({ 'site.yaml': '' }))));
    assert.ok(!(await isDemo('/nowhere')));
  });
  it('holds nothing but its site.yaml; the demo lies whole beside it', async () => {
    const content = await writeContent(DEMO);
    const aside = await beginOffice(content, OWN);
    assert.equal(aside, `${content}-demo`);
    assert.deepEqual(await readdir(content), ['site.yaml']);
    assert.equal(await readFile(join(content, 'site.yaml'), 'utf8'), OWN);
    assert.equal(await readFile(join(aside, 'texts/a.md'), 'utf8'), '演示');
  });
  it('takes no name that is taken, and leaves nothing else behind', async () => {
    const content = await writeContent(DEMO);
    await mkdir(`${content}-demo`);
    await writeFile(`${content}-demo/mine`, '');
    assert.equal(await beginOffice(content, OWN), `${content}-demo-2`);
    assert.deepEqual(await readdir(`${content}-demo`), ['mine']);
    const beside = (await readdir(dirname(content))).filter((name) => name.includes('.begun'));
    assert.deepEqual(beside, []);
  });
  it('is not begun where the demo cannot be moved: all stays as it was', async () => {
    const content = join(await writeContent(DEMO), 'missing');
    await assert.rejects(beginOffice(content, OWN), { code: 'ENOENT' });
    assert.deepEqual((await readdir(dirname(content))).sort(), ['site.yaml', 'texts']);
  });
});
