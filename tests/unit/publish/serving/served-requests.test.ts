import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readlink, symlink, truncate, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { serveSite, type ServeOptions } from '../../../../src/publish/serving/serve-site.ts';
import { boundByPermissions } from '../../../support/command.ts';
import { Random } from '../../../support/mutations/random.ts';
import { oddRequest, type OddRequest } from '../../../support/odd-requests.ts';
import { answerOf, rawRequest, readToEnd, type RawAnswer } from '../../../support/raw-request.ts';
import { temporaryFolder } from '../../../support/site.ts';

const SERVE = new URL('../../../../src/publish/serving/serve-site.ts', import.meta.url).href;
/** Odd requests that the server is sent; more of them take their time: `REQUESTS=10000`. */
const REQUESTS = Number(process.env.REQUESTS || 2_000);
const SECRET = 'nobody may read this';
const HOME = 'home '.repeat(20);
const LARGE = 4 * 1024 * 1024;

/** A site with everything in it and around it that readers may not have. */
async function siteFolder(): Promise<string> {
  const around = await temporaryFolder();
  const site = join(around, 'dist');
  for (const folder of ['texts/plan', 'texts/deep', '.git', 'texts/.drafts', 'empty-folder'])
    await mkdir(join(site, folder), { recursive: true });
  await mkdir(join(around, 'dist-other'));
  const files = {
    'index.html': HOME,
    'texts/index.html': 'texts',
    'texts/plan/index.html': 'plan',
    '404.html': 'missing',
    'empty.txt': '',
    'large.bin': Buffer.alloc(LARGE, 'l'),
  };
  const secrets = [
    '_headers',
    '_redirects',
    '.env',
    '.git/config',
    'texts/.drafts/index.html',
    '../secret.txt',
    '../dist-other/secret.txt',
  ];
  for (const [name, text] of Object.entries(files)) await writeFile(join(site, name), text);
  for (const name of secrets) await writeFile(join(site, name), SECRET);
  const links = {
    outside: '../secret.txt',
    'outside-absolute': join(around, 'secret.txt'),
    'outside-folder': '..',
    'texts/deep/outside': '../../../secret.txt',
    'texts/deep/folder': '../../../dist-other',
    'outside-index': '../outside-index-target',
    'to-hidden': '.env',
    'to-headers': '_headers',
    'to-hidden-folder': '.git',
    loop: 'loop',
    dangling: 'none',
    'inside.html': 'texts/plan/index.html',
    'inside-folder': 'texts/plan',
  };
  for (const [name, to] of Object.entries(links)) await symlink(to, join(site, name));
  await mkdir(join(around, 'outside-index-target'));
  await writeFile(join(around, 'outside-index-target/index.html'), SECRET);
  if (process.platform !== 'win32') assert.equal(spawnSync('mkfifo', [join(site, 'pipe')]).status, 0);
  return site;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Every way of writing a path whose dots are dots: each dot as it is, or encoded. */
function withDots(path: string): string[] {
  return [path, path.replaceAll('.', '%2e'), path.replaceAll('.', '%2E'), path.replace('.', '%2e')];
}

describe('the server of npm start', () => {
  const servers: Server[] = [];
  let folder: string;
  let port: number;
  const said: string[] = [];
  const serve = async (dir: string, basePath = '/', options: ServeOptions = {}) => {
    const server = await serveSite(dir, basePath, 0, { say: (line) => said.push(line), ...options });
    servers.push(server);
    return portOf(server);
  };
  const get = (path: string, lines = '', at = port, method = 'GET') =>
    rawRequest(at, `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${lines}Connection: close\r\n\r\n`);
  const isAnswering = async (at = port) => {
    const { status, body } = await get('/', '', at);
    assert.deepEqual([status, body], [200, HOME]);
  };

  before(async () => {
    folder = await siteFolder();
    port = await serve(folder);
  });
  after(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is to be asked from this machine only, unless told otherwise', async () => {
    assert.deepEqual(
      servers.map((server) => (server.address() as AddressInfo).address),
      ['127.0.0.1'],
    );
    await serve(folder, '/', { host: '0.0.0.0' });
    assert.equal((servers[1]!.address() as AddressInfo).address, '0.0.0.0');
  });

  it('sends the requested part of a file, 416 if it does not exist, and otherwise the whole', async () => {
    const range = async (value: string, path = '/', method = 'GET') => {
      const { status, head, body } = await get(path, `Range: ${value}\r\n`, port, method);
      return [status, /^content-range: (.*?)\r?$/m.exec(head)?.[1], body.length];
    };
    assert.deepEqual(await range('bytes=0-3'), [206, 'bytes 0-3/100', 4]);
    assert.deepEqual(await range('bytes=-5'), [206, 'bytes 95-99/100', 5]);
    assert.deepEqual(await range('bytes=0-0'), [206, 'bytes 0-0/100', 1]);
    assert.deepEqual(await range('bytes=98-500'), [206, 'bytes 98-99/100', 2]);
    for (const value of ['bytes=10-5', 'bytes=100-', 'bytes=-0'])
      assert.deepEqual((await range(value)).slice(0, 2), [416, 'bytes */100'], value);
    assert.deepEqual((await range('bytes=0-', '/empty.txt')).slice(0, 2), [416, 'bytes */0']);
    for (const value of ['bytes=0-1,5-6', 'items=0-5', 'bytes=a-b', ''])
      assert.deepEqual(await range(value), [200, undefined, 100], value);
    assert.deepEqual(await range('bytes=10-5', '/', 'HEAD'), [200, undefined, 0]);
    const twice = await get('/', 'Range: bytes=0-1\r\nRange: bytes=10-5\r\n');
    assert.equal(twice.status, 200);
    const { status, body } = await get('/', 'Range: bytes=0-3\r\nIf-Range: "x"\r\n');
    assert.deepEqual([status, body.length], [200, 100]);
    assert.equal((await get('/none/', 'Range: bytes=0-3\r\n')).status, 404);
  });

  it('says 304 to who has the file already, and nothing but the head to HEAD', async () => {
    const { head } = await get('/');
    const tag = /^etag: (.*?)\r?$/m.exec(head)![1]!.replace('w/', 'W/');
    for (const value of [tag, `"x", ${tag}`, '*']) {
      const known = await get('/', `If-None-Match: ${value}\r\n`);
      assert.deepEqual([known.status, known.body], [304, ''], value);
    }
    assert.equal((await get('/', 'If-None-Match: "x"\r\n')).status, 200);
    const only = await get('/', '', port, 'HEAD');
    assert.deepEqual([only.status, only.body], [200, '']);
    assert.match(only.head, /content-length: 100\r/);
    assert.deepEqual(
      [(await get('/none', '', port, 'HEAD')).status, (await get('/none')).body],
      [404, 'missing'],
    );
  });

  it('sends every file by its type, an empty one too', async () => {
    assert.match((await get('/')).head, /content-type: text\/html; charset=utf-8\r/);
    assert.match((await get('/large.bin')).head, /content-type: application\/octet-stream\r/);
    const empty = await get('/empty.txt');
    assert.deepEqual([empty.status, empty.body], [200, '']);
    assert.equal((await get('/large.bin')).body.length, LARGE);
    assert.deepEqual([(await get('/texts/plan')).body, (await get('/empty-folder/')).status], ['plan', 404]);
  });

  it('says 405 and what is allowed to every method but GET and HEAD, those that Node does not know too', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'CONNECT', 'BREW', 'get'])
      for (const path of method === 'CONNECT' ? ['localhost:80'] : ['/', '/none', '/../x']) {
        const { status, head } = await get(path, '', port, method);
        assert.equal(status, 405, `${method} ${path}`);
        assert.match(head, /^allow: get, head\r?$/m, method);
      }
  });

  it('answers 400 or 404 to malformed addresses', async () => {
    const long = ['a'.repeat(300), 'a'.repeat(5000), 'a/'.repeat(20_000)].map((each) => `/${each}`);
    const broken = [
      '/%',
      '/%zz',
      '/%c0%ae',
      '/%00',
      '/a%00.html',
      '/\\',
      '/%5c..%5c',
      'http://localhost/',
      '*',
      '/a\0b',
    ];
    for (const path of [...broken, ...long]) {
      const { status } = await get(path);
      assert.ok([400, 404].includes(status), `${path.slice(0, 30)}: ${status}`);
    }
    assert.equal((await get(`/${'a'.repeat(100_000)}`)).status, 431, 'more than any head of a request');
  });

  it('answers requests with any host name, or with none', async () => {
    for (const lines of [
      'Host: evil.example\r\n',
      'Host:\r\n',
      '',
      'Host: a\r\nHost: b\r\n',
      'Host: [::1\r\n',
    ]) {
      const { status } = await rawRequest(port, `GET / HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`);
      assert.equal(status, 200, lines);
    }
    assert.equal((await rawRequest(port, 'GET / HTTP/1.0\r\n\r\n')).status, 200);
  });

  it('shows nobody what is for hosts, what is hidden, or what lies outside', async () => {
    const hidden = [
      '/.env',
      '/.git/config',
      '/.git/',
      '/.git',
      '/texts/.drafts/',
      '/texts/.drafts/index.html',
    ];
    const outside = [
      '/../secret.txt',
      '/texts/../../secret.txt',
      '/../dist-other/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
    ];
    const paths = [
      '/_headers',
      '/%5fheaders',
      '/_redirects',
      '/_headers?x',
      ...[...hidden, ...outside].flatMap(withDots),
    ];
    for (const path of paths) {
      const { status, body } = await get(path);
      assert.ok([400, 404].includes(status), `${path}: ${status}`);
      assert.ok(!body.includes(SECRET), path);
    }
  });

  it('follows links that stay within the site and stay readable, and no other', async () => {
    const dead = ['outside', 'outside-absolute', 'outside-folder/secret.txt'];
    const deep = [
      'texts/deep/outside',
      'texts/deep/folder/secret.txt',
      'texts/deep/folder/',
      'outside-index/',
      'outside-index',
    ];
    const inner = ['to-hidden', 'to-headers', 'to-hidden-folder/config', 'loop', 'dangling', 'loop/x'];
    for (const path of [...dead, ...deep, ...inner]) {
      const { status, body } = await get(`/${path}`);
      assert.deepEqual([status, body], [404, 'missing'], path);
    }
    for (const path of ['inside.html', 'inside-folder/', 'inside-folder'])
      assert.deepEqual((await get(`/${path}`)).body, 'plan', path);
  });

  it('serves a site whose own folder is a link', async () => {
    const link = join(await temporaryFolder(), 'link');
    await symlink(folder, link);
    await isAnswering(await serve(link));
  });

  it(
    'does not wait for a pipe, nor show a page for what is missing that lies outside',
    { skip: process.platform === 'win32' },
    async () => {
      assert.equal((await get('/pipe')).status, 404);
      const other = await temporaryFolder();
      await symlink(join(folder, '../secret.txt'), join(other, '404.html'));
      const { status, body } = await get('/x', '', await serve(other));
      assert.equal(status, 404);
      assert.ok(!body.includes(SECRET));
    },
  );

  it('below a path leads from the root into the site, and nobody anywhere else', async () => {
    const below = await serve(folder, '/study/');
    for (const path of ['/', '/?next=//evil.example', '/study', '/study?x']) {
      const { status, head } = await get(path, 'Host: evil.example\r\n', below);
      assert.equal(status, 302, path);
      assert.match(head, /^location: \/study\/\r?$/m, path);
    }
    for (const path of [
      '//evil.example',
      '//evil.example/..',
      '/\\evil.example',
      '/%2f/evil.example',
      '/texts/',
      '//study/',
      '/studies/',
    ]) {
      const { status, head } = await get(path, '', below);
      assert.ok([400, 404].includes(status), path);
      assert.doesNotMatch(head, /^location:/m, path);
    }
    assert.equal((await get('/study/texts/', '', below)).body, 'texts');
  });

  it('says 500 and one plain line where something cannot be done, and goes on', async () => {
    const broken = await temporaryFolder();
    await writeFile(join(broken, '_headers'), '/*\n  X-Odd: \u4e00\n');
    await writeFile(join(broken, 'index.html'), HOME);
    said.length = 0;
    const at = await serve(broken);
    assert.equal((await get('/?x', '', at)).status, 500);
    assert.equal((await get('/?y', '', at)).status, 500);
    assert.match(said.join('\n'), /^没能回答 GET \/\?x：[^\n]+\n没能回答 GET \/\?y：[^\n]+$/);
  });

  it(
    'says 500 and one plain line where it may not read a file',
    { skip: !boundByPermissions() },
    async () => {
      const guarded = await temporaryFolder();
      await chmod(guarded, 0o755);
      await mkdir(join(guarded, 'a\u001b[31m\nb'));
      await writeFile(join(guarded, 'a\u001b[31m\nb/index.html'), SECRET, { mode: 0 });
      await writeFile(join(guarded, 'index.html'), HOME);
      const program = `
      const { serveSite } = await import(${JSON.stringify(SERVE)});
      const server = await serveSite(${JSON.stringify(guarded)}, '/', 0, { say: (line) => console.log(line) });
      console.log(server.address().port);`;
      const words = [
        process.execPath,
        '--experimental-strip-types',
        '--no-warnings',
        '--input-type=module',
        '-e',
        program,
      ];
      const [first = '', ...rest] = [...boundByPermissions()!, ...words];
      const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      try {
        const at = Number((await lines.next()).value);
        const { status, body } = await get('/a%1b%5b31m%0ab/', '', at);
        assert.deepEqual([status, body.includes(SECRET)], [500, false]);
        const line = String((await lines.next()).value);
        assert.match(line, /^没能回答 GET \/a%1b%5b31m%0ab\/：没有读写的权限.*a␛\[31m␊b\/index\.html）$/);
        await isAnswering(at);
      } finally {
        child.kill();
      }
    },
  );

  it('ends the connection where a file shrinks while it is sent: the next answer would be taken for the rest of it', async () => {
    const shrinking = await temporaryFolder();
    const path = join(shrinking, 'large.bin');
    await writeFile(path, Buffer.alloc(64 * 1024 * 1024));
    const at = await serve(shrinking);
    const socket = connect(at, '127.0.0.1');
    socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\nGET /none HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(socket, 'readable');
    await truncate(path, 1000);
    const came = await readToEnd(socket);
    assert.equal(came.match(/HTTP\/1\.1 /g)?.length, 1);
    assert.ok(came.length < 64 * 1024 * 1024);
  });

  it('does not wait without end: for a head, a body, or a reader who takes nothing', async () => {
    const patience = { head: 300, request: 600, silence: 1500 };
    const at = await serve(folder, '/', { patience });
    const ended = async (bytes: string) => {
      const socket = connect(at, '127.0.0.1');
      const all = readToEnd(socket);
      socket.write(bytes);
      return answerOf(await all).status;
    };
    assert.deepEqual(
      await Promise.all([
        ended('GET / HTTP/1.1\r\nHost: a\r\nX'),
        ended('GET'),
        ended('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nb'),
      ]),
      [408, 408, 405],
    );
    const deaf = connect(at, '127.0.0.1');
    deaf.on('error', () => undefined);
    deaf.pause();
    deaf.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(3));
    await once(deaf, 'connect');
    const server = servers.at(-1)!;
    const left = async () => await promisify(server.getConnections.bind(server))();
    for (let tries = 0; tries < 600 && (await left()) > 0; tries += 1) await sleep(50);
    assert.equal(await left(), 0);
    deaf.destroy();
    await isAnswering(at);
  });

  it('answers pipelined requests in their order, and then a malformed one', async () => {
    const one = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
    const { body } = await rawRequest(
      port,
      `${one('/texts/')}${one('/none')}${one('/texts/plan/')}nonsense\r\n\r\n`,
    );
    const statuses = [...body.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    assert.match(body, /^texts.*missing.*plan/s);
    assert.deepEqual(statuses, ['404', '200', '400']);
  });

  it(`still answers after ${REQUESTS} odd requests, has shown nothing hidden, and holds no file open`, async (context) => {
    const seed = Number(process.env.SEED || 715);
    said.length = 0;
    const random = new Random(seed);
    const counts = new Map<number, number>();
    const ask = async (request: OddRequest): Promise<void> => {
      const { status, body, head } = await send(port, request);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      const what = `SEED=${seed}: ${JSON.stringify(request.bytes.slice(0, 200))}`;
      assert.ok(!body.includes(SECRET), what);
      assert.doesNotMatch(head, /^(location: (?!\/study\/)|x-evil)/m, what);
      if (request.manner === 'asks' && request.statuses)
        assert.ok(request.statuses.includes(status), `${status} ${what}`);
    };
    let asked = 0;
    const askSome = async () => {
      while (asked < REQUESTS) {
        asked += 1;
        await ask(oddRequest(random));
      }
    };
    await Promise.all(Array.from({ length: 40 }, askSome));
    context.diagnostic(
      [...counts]
        .sort()
        .map(([status, count]) => `${status}: ${count}`)
        .join(', '),
    );
    await isAnswering();
    assert.deepEqual(said, []);
    assert.deepEqual(await openFilesIn(folder), []);
  });
});

async function send(port: number, { bytes, manner }: OddRequest): Promise<RawAnswer> {
  if (manner === 'asks') return rawRequest(port, bytes);
  const socket = connect(port, '127.0.0.1');
  const answered = readToEnd(socket);
  const middle = Math.floor(bytes.length / 2);
  socket.write(Buffer.from(bytes.slice(0, middle), 'latin1'));
  if (manner === 'dawdles') await sleep(20);
  const end = () => (manner === 'cuts' ? socket.resetAndDestroy() : socket.end());
  socket.write(Buffer.from(bytes.slice(middle), 'latin1'), end);
  return answerOf(await answered);
}

/** Files of a folder that this process has open, where the system tells. */
async function openFilesIn(folder: string): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd').catch(() => []);
  const paths = await Promise.all(
    descriptors.map((each) => readlink(`/proc/self/fd/${each}`).catch(() => '')),
  );
  return paths.filter((path) => path.startsWith(folder));
}
