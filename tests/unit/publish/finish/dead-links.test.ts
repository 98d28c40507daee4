import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deadLinkProblem } from '../../../../src/publish/finish/dead-links.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { entryFile, writeContent } from '../../../support/site.ts';

describe('a link that leads nowhere', async () => {
  const body = '第一段。\n\n见[甲](/nowhere/)、[乙](/无/)和[丙](../gone/)。';
  const { items } = await readContent(await writeContent({ 'texts/link.md': entryFile(body) }));
  const said = (page: string, target: string) =>
    deadLinkProblem({ page, target, reason: '没有这个页面或文件' }, items, '/study/');

  it('is reported at its place in the file that the page was made of, below a base path and in other than Latin letters as well', () => {
    assert.equal(
      said('/texts/link/', '/study/nowhere/'),
      'texts/link.md:8:6 链接 /study/nowhere/：没有这个页面或文件 — 改正这个链接',
    );
    assert.match(said('/texts/link/', '/study/%E6%97%A0/'), /^texts\/link\.md:8:21 /);
    assert.match(said('/texts/link/', '../gone/'), /^texts\/link\.md:8:30 /);
  });
  it('is reported at the beginning of the text where it stands there in another form', () => {
    assert.match(said('/texts/link/', '/study/other/'), /^texts\/link\.md:6:1 /);
  });
  it('is told by the address of a page that no file was made into', () => {
    assert.match(said('/library/', '/study/nowhere/'), /^\/library\/ 的链接 \/study\/nowhere\/：/);
    assert.match(said('/', '/study/nowhere/'), /^\/ 的链接 /);
  });
});
