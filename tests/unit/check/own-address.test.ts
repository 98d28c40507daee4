import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { entryFile, writeContent } from '../../support/site.ts';

const ADDRESS = { siteUrl: 'https://study.example.gov.cn', basePath: '/study/' };
const WHOLE = /^链接“(.*)”写了本站的完整网址，检查时跟不过去$/;

/** The links of a body that are told to be whole addresses of the site itself. */
async function toldIn(body: string): Promise<string[]> {
  const folder = await writeContent({
    'texts/open.md': entryFile(body),
    'texts/secret.md': entryFile('密', { access: 'internal' }),
  });
  const { faults } = await checkContent(folder, { address: ADDRESS });
  return faults.flatMap(({ reason }) => WHOLE.exec(reason)?.[1] ?? reason);
}

describe('a link by the whole address of the site itself', () => {
  it('is a fault where it leads to an item, shown or not: nothing would follow it, and it would name what is hidden', async () => {
    const links = [
      'https://study.example.gov.cn/study/texts/secret/',
      'http://study.example.gov.cn/study/texts/secret/#p1',
      'https://STUDY.example.gov.cn:443/study/texts/secret/index.html',
      '//study.example.gov.cn/study/texts/%73ecret',
      'https://study.example.gov.cn/study/essays/theory/center.docx',
      'http://localhost:4321/study/texts/secret/',
    ];
    assert.deepEqual(await toldIn(links.map((link) => `[甲](${link})`).join('、')), links);
    assert.deepEqual(await toldIn(`见 ${links[0]} 。`), [links[0]]);
    assert.deepEqual(await toldIn(`见[甲][a]。\n\n[a]: ${links[0]}`), [links[0]]);
  });
  it('is not reported for links to another page, path or host', async () => {
    const others = [
      'https://study.example.gov.cn/study/',
      'https://study.example.gov.cn/texts/secret/',
      'https://study.example.gov.cn:8443/study/texts/secret/',
      'https://example.gov.cn/study/texts/secret/',
      'mailto:office@study.example.gov.cn',
    ];
    assert.deepEqual(await toldIn(others.map((link) => `[甲](${link})`).join('、')), []);
  });
});
