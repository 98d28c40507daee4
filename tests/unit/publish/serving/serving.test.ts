import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byteRangeOf } from '../../../../src/publish/serving/byte-range.ts';
import { listeningLines, listeningTrouble } from '../../../../src/publish/serving/listening.ts';
import { statusOf } from '../../../../src/publish/serving/refuse.ts';
import { targetOf } from '../../../../src/publish/serving/target.ts';

const file = (...parts: string[]) => ({ kind: 'file', parts });
const WAY_IN = { kind: 'way in' };
const NOTHING = { kind: 'nothing' };
const MALFORMED = { kind: 'malformed' };

describe('the target of a request', () => {
  it('is the file of its path, or a folder’s index.html where it ends in a slash, with any query', () => {
    assert.deepEqual(targetOf('/', '/'), file('index.html'));
    assert.deepEqual(targetOf('/texts/plan/', '/'), file('texts', 'plan', 'index.html'));
    assert.deepEqual(targetOf('/texts/plan', '/'), file('texts', 'plan'));
    assert.deepEqual(targetOf('/search/?q=%zz\\..', '/'), file('search', 'index.html'));
    assert.deepEqual(targetOf('/media/%E5%9B%BE%201.svg', '/'), file('media', '图 1.svg'));
    assert.deepEqual(targetOf('/%74exts/', '/'), file('texts', 'index.html'));
  });

  it('below a path is what follows the path; the root and the path without its slash are the way in, all else is nothing', () => {
    assert.deepEqual(targetOf('/study/', '/study/'), file('index.html'));
    assert.deepEqual(targetOf('/%73tudy/texts/', '/study/'), file('texts', 'index.html'));
    assert.deepEqual(targetOf('/a/b/c/', '/a/b/'), file('c', 'index.html'));
    assert.deepEqual(targetOf('/.site/c', '/.site/'), file('c'));
    for (const url of ['/', '/?q=1', '/study', '/study?q=1'])
      assert.deepEqual(targetOf(url, '/study/'), WAY_IN, url);
    for (const url of [
      '//',
      '//evil.example',
      '//evil.example/study/',
      '/studying/',
      '/Study/',
      '/a',
      '//study/',
    ])
      assert.deepEqual(targetOf(url, '/study/'), NOTHING, url);
    assert.deepEqual(targetOf('/a', '/a/b/'), NOTHING);
  });

  it('is nothing for what readers may not have, however its dots and slashes are written', () => {
    const urls = [
      '/_headers',
      '/%5fheaders',
      '/_HEADERS',
      '/_redirects',
      '/texts/_headers',
      '/_headers/',
      '/_headers::$DATA',
      '/.git/config',
      '/%2egit/config',
      '/%2Egit/config',
      '/texts/.hidden',
      '/texts/.hidden/page/',
      '/.',
      '/..',
      '/../',
      '/../../etc/passwd',
      '/texts/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/texts%2fplan/',
      '/texts//plan/',
      '//evil.example',
      '//',
      '/C:/windows',
      '/.deployed.json',
    ];
    for (const url of urls) assert.deepEqual(targetOf(url, '/'), NOTHING, url);
    assert.deepEqual(targetOf('/%252egit', '/'), file('%2egit'), 'decoded once');
    assert.deepEqual(targetOf('/．git', '/'), file('．git'), 'another character');
    assert.deepEqual(targetOf('/a.b/c..d', '/'), file('a.b', 'c..d'), 'dots inside');
    assert.deepEqual(targetOf('/.well-known/x', '/'), file('.well-known', 'x'), 'for the public (RFC 8615)');
  });

  it('is malformed where it is no path, or one that cannot be decoded or holds what no path holds', () => {
    const urls = ['', '*', 'texts/', 'http://host/', 'HTTP://host/texts/', 'host:443', '?q', '#a'];
    const undecodable = ['/%', '/%2', '/%zz', '/%c0%ae%c0%ae/', '/%ff', '/%u002e', '/%ed%a0%80'];
    const forbidden = ['/%00', '/texts/a%00.html', '/..\\..\\etc', '/..%5c..%5cetc', '/\\evil.example'];
    for (const url of [...urls, ...undecodable, ...forbidden])
      assert.deepEqual(targetOf(url, '/'), MALFORMED, url);
  });
});

describe('a range of bytes', () => {
  const of = (header: string | undefined, size = 100) => byteRangeOf(header, size);
  it('is taken from the front, to the end, or from the end, and cut to the file', () => {
    assert.deepEqual(of('bytes=0-0'), { start: 0, end: 0 });
    assert.deepEqual(of('bytes=10-19'), { start: 10, end: 19 });
    assert.deepEqual(of('Bytes= 10-'), { start: 10, end: 99 });
    assert.deepEqual(of('bytes=-5'), { start: 95, end: 99 });
    assert.deepEqual(of('bytes=-500'), { start: 0, end: 99 });
    assert.deepEqual(of('bytes=99-99999999999999999999999'), { start: 99, end: 99 });
    assert.deepEqual(of(`bytes=0-${'9'.repeat(5000)}`), { start: 0, end: 99 });
  });
  it('is impossible where no byte of the file lies in it', () => {
    for (const header of [
      'bytes=10-5',
      'bytes=100-',
      'bytes=100-200',
      'bytes=-0',
      `bytes=${'9'.repeat(400)}-`,
    ])
      assert.equal(of(header), 'impossible', header);
    for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-1'])
      assert.equal(of(header, 0), 'impossible', header);
  });
  it('is passed over where it is of another unit, several, or no range', () => {
    const headers = ['items=0-5', 'bytes=0-1,5-6', 'bytes=0-1, 10-5', 'bytes=', 'bytes=-', 'bytes=a-b'];
    const odd = ['bytes', 'bytes=--5', 'bytes=1-2-3', 'bytes=0x1-5', 'bytes=1.5-2', '', 'none'];
    for (const header of [undefined, ...headers, ...odd]) assert.equal(of(header), 'whole', header);
  });
});

describe('what Node could not read as a request', () => {
  it('is distinguished by what was the matter with it', () => {
    const error = (code: string, packet = '', bytesParsed = 0) =>
      Object.assign(new Error(), { code, rawPacket: Buffer.from(packet), bytesParsed });
    assert.equal(statusOf(error('ERR_HTTP_REQUEST_TIMEOUT')), 408);
    assert.equal(statusOf(error('HPE_HEADER_OVERFLOW')), 431);
    assert.equal(statusOf(error('HPE_INVALID_METHOD', 'BREW / HTTP/1.1\r\n')), 405);
    assert.equal(statusOf(error('HPE_INVALID_METHOD', '\u0016\u0003\u0001')), 400);
    assert.equal(statusOf(error('HPE_INVALID_METHOD')), 400);
    const [good, odd] = ['GET / HTTP/1.1\r\n\r\n', 'BREW / HTTP/1.1\r\n\r\n'];
    assert.equal(statusOf(error('HPE_INVALID_METHOD', good + odd, good.length + 1)), 405);
    assert.equal(statusOf(error('HPE_INVALID_METHOD', `${good}odd`, good.length)), 400);
    assert.equal(statusOf(error('HPE_INVALID_URL')), 400);
    assert.equal(statusOf(new Error()), 400);
  });
});

describe('npm start', () => {
  const lines = (host: string, audience: 'public' | 'internal' = 'public') =>
    listeningLines({ host, port: 4321 }, { basePath: '/study/', audience });
  it('says where the site is and who can open it', () => {
    assert.deepEqual(lines('127.0.0.1'), {
      news: '网站已开：http://localhost:4321/study/  只在本机（127.0.0.1）能打开。按 Ctrl+C 关闭。',
    });
    assert.match(lines('::1').news, /http:\/\/\[::1\]:4321\/study\/ {2}只在本机（::1）/);
    for (const host of ['0.0.0.0', '::'])
      assert.match(lines(host).news, /http:\/\/localhost:4321\/.*同一网络里的人也能打开/);
    assert.match(lines('10.0.0.8').news, /http:\/\/10\.0\.0\.8:4321\/.*同一网络里的人也能打开/);
  });
  it('warns where others can open internal texts, and only there', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.8', 'fd00::8'])
      assert.match(lines(host, 'internal').warning ?? '', /^注意：网站里有内部材料.*去掉 HOST 再运行$/);
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost'])
      assert.equal(lines(host, 'internal').warning, undefined, host);
    assert.equal(lines('0.0.0.0').warning, undefined);
  });
  it('says in a sentence why it cannot listen, and leaves other errors as they are', () => {
    const trouble = (code: string, port = 4321) => listeningTrouble(code, { host: '10.9.9.9', port });
    assert.match(trouble('EADDRINUSE') ?? '', /^端口 4321 已被占用 — .*PORT=4322 npm start$/);
    assert.match(trouble('EADDRINUSE', 65_535) ?? '', /PORT=4321 npm start$/);
    assert.match(trouble('EACCES', 80) ?? '', /^端口 80 要有管理员的权限才能用 — /);
    assert.match(trouble('EADDRNOTAVAIL') ?? '', /^HOST 写作 10\.9\.9\.9，这台机器没有这个地址 — /);
    assert.equal(trouble('ENOSPC'), undefined);
  });
});
