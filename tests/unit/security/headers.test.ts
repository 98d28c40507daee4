import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { serveSite } from '../../../src/publish/serving/serve-site.ts';
import { BEFORE_PAINT } from '../../../src/security/before-paint.ts';
import { headersFile } from '../../../src/publish/hosting/pages-host.ts';
import {
  headersFor,
  pagePolicy,
  policyWhileEditing,
  readHeadersFile,
  securityHeaders,
} from '../../../src/security/headers.ts';
import { ROOT, temporaryFolder } from '../../support/site.ts';

const CLIENT = join(ROOT, 'src/client');

describe('the content policy', () => {
  test('allows the page’s own host, the one script in the page by its hash, and no other script, style or handler in it', () => {
    const hash = createHash('sha256').update(BEFORE_PAINT).digest('base64');
    const directives = Object.fromEntries(
      pagePolicy()
        .split(';')
        .map((directive) => {
          const [name, ...sources] = directive.split(' ');
          return [name, sources];
        }),
    );
    assert.deepEqual(directives, {
      'default-src': ["'none'"],
      'script-src': ["'self'", `'sha256-${hash}'`],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'media-src': ["'self'"],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'connect-src': ["'self'"],
      'frame-src': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
    });
    assert.equal(policyWhileEditing(pagePolicy()).replace(" 'unsafe-inline'", ''), pagePolicy());
    assert.equal(pagePolicy().includes('unsafe'), false);
    assert.equal(pagePolicy().includes('*'), false);
  });

  test('is sent by servers too, and forbids framing the site', async () => {
    const server = await serveSite(await temporaryFolder(), '/study/', 0);
    after(() => server.close());
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/study/`);
    for (const [name, value] of Object.entries(securityHeaders())) assert.equal(headers.get(name), value);
    assert.match(headers.get('content-security-policy') ?? '', /;frame-ancestors 'none'$/);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  });

  test('stands in a file for hosts that read one, under the path of the site', () => {
    const lines = headersFile('/study/').trim().split('\n');
    assert.equal(lines[0], '/study/*');
    assert.ok(lines.includes(`  Content-Security-Policy: ${securityHeaders()['Content-Security-Policy']}`));
  });

  test('lets scripts ask the hosts that are searched together, and only those', () => {
    const policy = pagePolicy(['https://a.example', 'http://10.0.0.1:8080']);
    assert.ok(policy.split(';').includes("connect-src 'self' https://a.example http://10.0.0.1:8080"));
    const withoutAsked = (text: string) => text.replace(/connect-src [^;]*;/, '');
    assert.equal(withoutAsked(policy), withoutAsked(pagePolicy()));
    const searched = { asked: ['https://a.example'], sharedFolders: [], hasBundle: false };
    const said = headersFor(readHeadersFile(headersFile('/', searched)), '/any/');
    assert.deepEqual(said, Object.entries(securityHeaders(['https://a.example'])));
  });
});

describe('the headers of a site that others search', () => {
  const rules = readHeadersFile(
    headersFile('/study/', {
      asked: [],
      sharedFolders: ['search-index/', 'pagefind/'],
      hasBundle: true,
    }),
  );
  const said = (path: string) => headersFor(rules, path);

  test('let their pages read what is shared and nothing else, each header once for a file', () => {
    for (const [path, isShared] of [
      ['/study/search-index/catalogue.pf_meta', true],
      ['/study/search-index/43f5/0.pf_index', true],
      ['/study/pagefind/pagefind.js', true],
      ['/study/pagefind/fragment/zh_1.pf_fragment', true],
      ['/study/', false],
      ['/study/search/', false],
      ['/study/texts/pagefind/', false],
    ] as const) {
      const names = said(path).map(([name]) => name);
      assert.equal(names.includes('Access-Control-Allow-Origin'), isShared, path);
      assert.equal(new Set(names).size, names.length, path);
      assert.ok(names.includes('Cross-Origin-Resource-Policy'), path);
    }
  });

  test('say nothing of others where none is shared', () => {
    assert.doesNotMatch(headersFile('/study/'), /Access-Control/);
  });
});

describe('the policy of a site with Pagefind’s bundle', () => {
  const policyOf = (hasBundle: boolean) => securityHeaders([], hasBundle)['Content-Security-Policy'] ?? '';

  test('lets scripts run WebAssembly and style sheets hold icons, and nothing else besides; the pages’ own does not', () => {
    const without = policyOf(true).replace(" 'wasm-unsafe-eval'", '').replace(' data:', '');
    assert.equal(without, policyOf(false));
    assert.match(policyOf(true), /script-src [^;]* 'wasm-unsafe-eval';img-src 'self' data:;/);
    assert.doesNotMatch(policyOf(false), /unsafe/);
    assert.doesNotMatch(pagePolicy(), /unsafe/);
  });
});

describe('the abilities of browsers', () => {
  const policy = securityHeaders()['Permissions-Policy'] ?? '';

  test('are each granted to the site itself or to nobody, once', () => {
    const abilities = policy.split(', ').map((each) => /^([a-z-]+)=\((?:self)?\)$/.exec(each)?.[1]);
    assert.ok(abilities.every((name) => name !== undefined));
    assert.equal(new Set(abilities).size, abilities.length);
  });

  test('that scripts of the pages ask for are granted', async () => {
    const asked: [call: RegExp, ability: string][] = [
      [/navigator\.clipboard\.write/, 'clipboard-write'],
      [/navigator\.clipboard\.read/, 'clipboard-read'],
      [/\bwakeLock\b/, 'screen-wake-lock'],
      [/navigator\.share\(/, 'web-share'],
      [/requestFullscreen/, 'fullscreen'],
      [/requestPictureInPicture/, 'picture-in-picture'],
      [/navigator\.geolocation/, 'geolocation'],
      [/getUserMedia/, 'microphone'],
      [/getDisplayMedia/, 'display-capture'],
    ];
    const files = (await readdir(CLIENT, { recursive: true })).filter((name) => name.endsWith('.ts'));
    const scripts = await Promise.all(files.map((name) => readFile(join(CLIENT, name), 'utf8')));
    const used = asked.filter(([call]) => scripts.some((script) => call.test(script)));
    assert.ok(used.length > 0);
    for (const [, ability] of used) assert.ok(!policy.includes(`${ability}=()`), ability);
  });
});
