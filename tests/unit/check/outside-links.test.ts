import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { checkOutsideLinks, linkLines } from '../../../src/check/link-report.ts';
import { askLinks } from '../../../src/check/ask-links.ts';
import { outsideLinks } from '../../../src/check/outside-links.ts';
import { entryFile, writeContent } from '../../support/site.ts';

const MANNERS = { timeout: 2000, atOnce: 3 };
/** No server has such a name (RFC 2606). */
const NOBODY = 'http://nobody.invalid/';

/** A server on this machine that ends with the test. */
async function serverOf(context: TestContext, answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const found = (text: string) =>
  outsideLinks(new Map([['a.md', text]]), 'https://own.example').map(({ url }) => url);

describe('links to other sites', () => {
  test('are found in Markdown, in fields and in running Chinese text, without what stands behind them', () => {
    const rows: [string, string[]][] = [
      ['见[通知](https://a.example/x_(1).html)。', ['https://a.example/x_(1).html']],
      ['[中文](https://a.example/文件/一) 后', ['https://a.example/%E6%96%87%E4%BB%B6/%E4%B8%80']],
      ['<https://a.example/?q=1&b=2>', ['https://a.example/?q=1&b=2']],
      ['  url: "https://a.example/y"', ['https://a.example/y']],
      ['网址https://a.example/z。另见（https://b.example）', ['https://a.example/z', 'https://b.example/']],
      ['网址 https://a.example/z, https://a.example/z#p3.', ['https://a.example/z']],
      ['https://own.example/texts/outline/', []],
      ['http://[', []],
      ['没有网址：https:// 也不是', []],
    ];
    for (const [text, expected] of rows) assert.deepEqual(found(text), expected, text);
  });

  test('keep every place where they stand', () => {
    const files = new Map([
      ['a.md', '一\n见 https://a.example/'],
      ['b.yaml', 'url: https://a.example/'],
    ]);
    assert.deepEqual(outsideLinks(files, '')[0]?.places, [
      { file: 'a.md', line: 2, column: 3 },
      { file: 'b.yaml', line: 1, column: 6 },
    ]);
  });
});

describe('asking for them', () => {
  test('A server without an answer to HEAD is asked with GET; 404 is gone, 403 and 500 say nothing, a redirect is followed', async (context) => {
    const methods: string[] = [];
    const url = await serverOf(context, ({ method = '', url: path = '' }, response) => {
      methods.push(`${method} ${path}`);
      if (path === '/moved') response.setHeader('location', '/there');
      const status = {
        '/there': 200,
        '/nohead': method === 'HEAD' ? 405 : 200,
        '/moved': 302,
        '/no': 404,
        '/mine': 403,
        '/ill': 500,
      }[path];
      response.writeHead(status ?? 410).end();
    });
    const paths = ['there', 'nohead', 'moved', 'no', 'mine', 'ill', 'never'];
    const answers = await askLinks(
      paths.map((path) => url + path),
      MANNERS,
    );
    assert.deepEqual(
      paths.map((path) => answers?.get(url + path)?.kind),
      ['there', 'there', 'there', 'gone', 'unsure', 'unsure', 'gone'],
    );
    assert.ok(methods.includes('GET /nohead') && !methods.includes('GET /there'));
  });

  test('One that never answers costs its time limit, not the others; no more than a few are asked at once', async (context) => {
    let open = 0;
    let most = 0;
    const url = await serverOf(context, ({ url: path }, response) => {
      if (path === '/hangs') return;
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.end();
      }, 20);
    });
    const urls = [`${url}hangs`, ...Array.from({ length: 12 }, (_, n) => `${url}${n}`)];
    const answers = await askLinks(urls, MANNERS);
    assert.deepEqual(answers?.get(`${url}hangs`), { kind: 'unsure', reason: '等不到回答' });
    assert.equal([...(answers ?? [])].filter(([, { kind }]) => kind === 'there').length, 12);
    assert.ok(most <= MANNERS.atOnce);
  });

  test('Without any way out it says that there is no network; with one, a name without a server is not there', async (context) => {
    assert.equal(await askLinks([NOBODY], MANNERS), undefined);
    const url = await serverOf(context, (_, response) => response.end());
    const answers = await askLinks([url, NOBODY], MANNERS);
    assert.notEqual(answers?.get(NOBODY)?.kind, 'there');
  });

  test('A folder without links needs no network', async () => {
    const report = await checkOutsideLinks(
      await writeContent({ 'texts/a.md': entryFile('正文') }),
      '',
      MANNERS,
    );
    assert.deepEqual(report, { hasNetwork: true, asked: 0, answers: [] });
  });
});

test('The report names file, line, column, address, reason and remedy', async (context) => {
  const url = await serverOf(context, ({ url: path }, response) =>
    response.writeHead(path === '/no' ? 404 : 503).end(),
  );
  const body = `见[甲](${url}no)和[乙](${url}ill)。`;
  const folder = await writeContent({ 'texts/a.md': entryFile(body) });
  const lines = linkLines(await checkOutsideLinks(folder, 'https://own.example', MANNERS));
  assert.deepEqual(lines, [
    `texts/a.md:6:6 外部链接 ${url}no：对方回答 404 — 改成现在的地址，或删去这个链接`,
    `texts/a.md:6:${body.indexOf(`${url}ill`) + 1} 外部链接 ${url}ill：对方回答 503 — 在浏览器里打开看看`,
    '外部链接共 2 个，失效的 1 个，说不准的 1 个。',
  ]);
  assert.deepEqual(linkLines({ hasNetwork: false, asked: 2, answers: [] }), [
    '没有网络，2 个外部链接都没有检查。',
  ]);
});
